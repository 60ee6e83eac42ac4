import { randomUUID } from 'crypto'
import Stripe from 'stripe'

import type { Counterpart, CustomerAct } from '../contract/types'
import type { SetupResult } from '../../../src/plugins/payments/providers/types'

import { writeAlias } from '../../../src/plugins/payments/providers/stripe/alias'
import { createStripeProvider } from '../../../src/plugins/payments/providers/stripe/stripeProvider'
import { WEBHOOK_EVENTS } from '../../../src/plugins/payments/providers/stripe/webhooks'
import { sign } from './stripe/signature'

/** Test cards that can be stored without a browser (docs.stripe.com, "Test card numbers"). */
const CARDS: Partial<Record<CustomerAct, string>> = {
  good: 'pm_card_visa',
  needsCustomer: 'pm_card_authenticationRequired',
  softDecline: 'pm_card_chargeCustomerFail',
}

const TEST_IBAN = 'DE89370400440532013000'
const EVENTS_LIMIT_MS = 20_000

/**
 * Stripe's real test mode. What a customer would do on the page is done over the API instead; what Stripe would send to the merchant is
 * read from its list of events and signed here.
 */
export const startStripeSandbox = async ({
  secretKey,
  webhookSecret,
}: {
  secretKey: string
  webhookSecret: string
}): Promise<Counterpart> => {
  if (!/^(rk|sk)_test_/.test(secretKey))
    throw new Error('STRIPE_TEST_KEY is no key of the test mode.')
  const stripe = new Stripe(secretKey, { telemetry: false })
  const provider = createStripeProvider({ secretKey, webhookSecret })
  const startedAt = Math.floor(Date.now() / 1000) - 5
  const stored = new Map<string, SetupResult>()

  const customerOf = async (setupID: string) => {
    const { customer, metadata } = await stripe.checkout.sessions.retrieve(setupID)
    return { customer: metadata!.customer!, customerID: customer as string }
  }

  const storeCard = async (setupID: string, act: CustomerAct) => {
    const { customer, customerID } = await customerOf(setupID)
    const { id, card } = await stripe.paymentMethods.attach(CARDS[act]!, { customer: customerID })
    stored.set(setupID, {
      means: {
        alias: writeAlias({ customer, customerID, kind: 'card', paymentMethodID: id }),
        brand: card!.brand,
        expMonth: card!.exp_month,
        expYear: card!.exp_year,
        kind: 'card',
        last4: card!.last4,
      },
      state: 'completed',
    })
  }

  const storeAccount = async (setupID: string) => {
    const { customer, customerID } = await customerOf(setupID)
    const intent = await stripe.setupIntents.create({
      allowed_payment_method_types: ['sepa_debit'],
      confirm: true,
      customer: customerID,
      expand: ['mandate', 'payment_method'],
      mandate_data: {
        customer_acceptance: {
          type: 'online',
          online: { ip_address: '127.0.0.1', user_agent: 'test' },
        },
      },
      payment_method_data: {
        type: 'sepa_debit',
        billing_details: { name: 'Maria Muster', email: 'customer@example.org' },
        sepa_debit: { iban: TEST_IBAN },
      },
    })
    const mandate = intent.mandate as Stripe.Mandate
    const method = intent.payment_method as Stripe.PaymentMethod
    stored.set(setupID, {
      means: {
        alias: writeAlias({ customer, customerID, kind: 'sepa', paymentMethodID: method.id }),
        brand: 'sepa',
        expMonth: null,
        expYear: null,
        kind: 'sepa',
        last4: method.sepa_debit!.last4!,
        mandateDate: new Date(mandate.customer_acceptance.accepted_at! * 1000)
          .toISOString()
          .slice(0, 10),
        mandateRef: mandate.payment_method_details.sepa_debit!.reference,
      },
      state: 'completed',
    })
  }

  const notHere = () => Promise.reject(new Error('The real service cannot be told to do that.'))

  return {
    act: ({ act, kind, setup }) =>
      kind === 'card' ? storeCard(setup.setupID, act) : storeAccount(setup.setupID),
    ledger: async () => {
      const created = { gte: startedAt }
      const intents = await stripe.paymentIntents
        .list({ created, limit: 100 })
        .autoPagingToArray({ limit: 1_000 })
      const refunds = await stripe.refunds
        .list({ created, limit: 100 })
        .autoPagingToArray({ limit: 1_000 })
      const entryOf = (
        { id, amount, currency, metadata }: Stripe.PaymentIntent | Stripe.Refund,
        status: string,
      ) => ({
        amount,
        currency: currency.toUpperCase(),
        providerID: id,
        reference: metadata?.reference ?? '',
        status,
      })
      return {
        charges: intents.map((intent) =>
          entryOf(
            intent,
            intent.status === 'succeeded'
              ? 'paid'
              : intent.status === 'processing'
                ? 'pending'
                : 'declined',
          ),
        ),
        refunds: refunds.map((refund) => entryOf(refund, 'paid')),
      }
    },
    provider: {
      ...provider,
      completeSetup: async (args) => stored.get(args.setupID) ?? provider.completeSetup(args),
    },
    script: notHere,
    settle: notHere,
    sign: ({ rawBody, secret = webhookSecret, ...how }) => ({
      headers: sign({ rawBody: rawBody.toString(), secret, ...how }),
      rawBody,
    }),
    stop: () => Promise.resolve(),
    webhooks: async (reference) => {
      const until = Date.now() + EVENTS_LIMIT_MS
      for (;;) {
        const { data } = await stripe.events.list({ limit: 100, types: [...WEBHOOK_EVENTS] })
        const about = data.filter(
          ({ data: { object } }) =>
            (object as { metadata?: Record<string, string> }).metadata?.reference === reference,
        )
        if (about.length || Date.now() > until)
          return about.reverse().map((event) => {
            const rawBody = JSON.stringify(event)
            return {
              headers: sign({ rawBody, secret: webhookSecret }),
              rawBody: Buffer.from(rawBody),
            }
          })
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    },
  }
}

/** For whoever has no endpoint: this side signs and checks. */
export const anySecret = (): string => `whsec_${randomUUID()}`

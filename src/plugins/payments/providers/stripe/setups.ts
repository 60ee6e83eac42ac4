import type Stripe from 'stripe'

import { createHash } from 'crypto'

import type { PaymentProvider, SetupResult, StoredMeans } from '../types'
import type { StripeClient } from './client'

import { ProviderUnreachable, RequestRefused } from '../types'
import { writeAlias } from './alias'
import { fail, isMissing } from './errors'

type SetupArgs = Parameters<PaymentProvider['createSetup']>[0]

/**
 * Opens a Checkout Session in mode `setup`: Stripe's own page, on which the customer stores a card or an IBAN with its mandate
 * (docs.stripe.com, "Save a payment method with Checkout", "Save SEPA Direct Debit details for future payments").
 */
export const createSetup = async (
  { call }: StripeClient,
  { customer, email, key, kind, language, reference, returnURL, signal }: SetupArgs,
) => {
  try {
    const customerID = await call((stripe) => customerOf(stripe, { customer, email }), signal)
    const metadata = { customer, reference }
    const session = await call(
      (stripe) =>
        stripe.checkout.sessions.create(
          {
            allowed_payment_method_types: [kind === 'card' ? 'card' : 'sepa_debit'],
            cancel_url: returnURL,
            client_reference_id: reference,
            customer: customerID,
            locale: language,
            metadata,
            mode: 'setup',
            setup_intent_data: { metadata },
            success_url: returnURL,
          },
          { idempotencyKey: key },
        ),
      signal,
    )
    if (!session.url) throw new ProviderUnreachable('The session has no page.')
    return { redirectURL: session.url, setupID: session.id }
  } catch (err) {
    if (err instanceof ProviderUnreachable) throw err
    return fail(err)
  }
}

/**
 * One customer at Stripe for each of ours. Stripe cannot be told an ID of ours, so two means together keep it at one: the search,
 * which lags behind by up to some minutes, and a key made of our customer's name, which Stripe remembers for a day.
 */
const customerOf = async (
  stripe: Stripe,
  { customer, email }: { customer: string; email?: string },
): Promise<string> => {
  const { data } = await stripe.customers.search({
    limit: 1,
    query: `metadata['customer']:${quoted(customer)}`,
  })
  if (data[0]) return data[0].id
  const content = createHash('sha256')
    .update(JSON.stringify([customer, email]))
    .digest('hex')
  const created = await stripe.customers.create(
    { ...(email && { email }), metadata: { customer } },
    // The e-mail is part of the key: the same key with other content would be refused.
    { idempotencyKey: `customer:${content}` },
  )
  return created.id
}

/** A text in Stripe's search language (docs.stripe.com, "Search query language"). */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** What has come of a set-up. @throws RequestRefused when there is no such session, ProviderUnreachable */
export const completeSetup = async (
  { call }: StripeClient,
  { setupID, signal }: { setupID: string; signal?: AbortSignal },
): Promise<SetupResult> => {
  try {
    const session = await call(
      (stripe) =>
        stripe.checkout.sessions.retrieve(setupID, {
          expand: ['setup_intent.payment_method', 'setup_intent.mandate'],
        }),
      signal,
    )
    return resultOf(session)
  } catch (err) {
    if (isMissing(err)) throw new RequestRefused('resource_missing', (err as Error).message)
    return fail(err)
  }
}

const resultOf = ({ metadata, setup_intent, status }: Stripe.Checkout.Session): SetupResult => {
  if (status === 'expired') return { code: 'expired', state: 'failed' }
  const intent = typeof setup_intent === 'object' ? setup_intent : null
  if (!intent) return { state: 'open' }
  if (intent.status === 'canceled')
    return { code: intent.cancellation_reason ?? 'canceled', state: 'failed' }
  // `requires_payment_method` after a refusal: the customer is still on the page and may take another card.
  if (status !== 'complete' || intent.status !== 'succeeded') return { state: 'open' }
  const method = typeof intent.payment_method === 'object' ? intent.payment_method : null
  const customerID = idOf(intent.customer)
  if (!method || !customerID) return { code: 'payment_method_gone', state: 'failed' }
  const mandate = typeof intent.mandate === 'object' ? intent.mandate : null
  return {
    means: toMeans({ customer: metadata?.customer ?? '', customerID, mandate, method }),
    state: 'completed',
  }
}

const toMeans = ({
  customer,
  customerID,
  mandate,
  method,
}: {
  customer: string
  customerID: string
  mandate: null | Stripe.Mandate
  method: Stripe.PaymentMethod
}): StoredMeans => {
  const kind = method.sepa_debit ? 'sepa' : 'card'
  const alias = writeAlias({ customer, customerID, kind, paymentMethodID: method.id })
  if (method.sepa_debit) {
    const signedAt = mandate?.customer_acceptance.accepted_at
    return {
      alias,
      brand: 'sepa',
      expMonth: null,
      expYear: null,
      kind,
      last4: method.sepa_debit.last4 ?? '',
      ...(signedAt && { mandateDate: new Date(signedAt * 1000).toISOString().slice(0, 10) }),
      ...(mandate?.payment_method_details.sepa_debit && {
        mandateRef: mandate.payment_method_details.sepa_debit.reference,
      }),
    }
  }
  return {
    alias,
    brand: method.card?.brand ?? 'unknown',
    expMonth: method.card?.exp_month ?? null,
    expYear: method.card?.exp_year ?? null,
    kind,
    last4: method.card?.last4 ?? '',
  }
}

const idOf = (value: { id: string } | null | string): string | undefined =>
  typeof value === 'string' ? value : value?.id

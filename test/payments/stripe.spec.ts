import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type Stripe from 'stripe'

import type { StripeCounterpart } from './counterparts/stripeCounterpart'

import { adoptAlias } from '../../src/plugins/payments/providers/stripe/alias'
import { answerOf } from '../../src/plugins/payments/providers/stripe/charges'
import { toRefusal } from '../../src/plugins/payments/providers/stripe/declines'
import { createStripeProvider } from '../../src/plugins/payments/providers/stripe/stripeProvider'
import { ProviderUnreachable, RequestRefused } from '../../src/plugins/payments/providers/types'
import { describeProvider } from './contract/providerContract'
import { startStripe } from './counterparts/stripeCounterpart'

describeProvider({
  name: 'Stripe',
  capabilities: {
    card: true,
    idempotencyTTLHours: 24,
    lookupByReference: true,
    partialRefund: true,
    sepa: true,
    syncResult: true,
    webhooks: true,
  },
  lacks: { cancel: 'who turns back finds the page open for a day' },
  leastAmount: 50,
  start: startStripe,
})

describe("Stripe's own", () => {
  let server: StripeCounterpart
  beforeAll(async () => {
    server = await startStripe()
  })
  afterAll(() => server?.stop())

  let made = 0
  const newReference = () => `S${Date.now().toString(36)}${made++}`.toUpperCase()
  const open = async (customer: string, kind: 'card' | 'sepa' = 'card', email?: string) => {
    const reference = newReference()
    return server.provider.createSetup({
      customer,
      email,
      key: `setup:${reference}`,
      kind,
      language: 'de',
      reference,
      returnURL: 'http://127.0.0.1:9/back',
    })
  }
  const store = async (customer: string, kind: 'card' | 'sepa' = 'card') => {
    const setup = await open(customer, kind)
    await server.act({ act: 'good', kind, setup })
    const result = await server.provider.completeSetup({ setupID: setup.setupID })
    if (result.state !== 'completed') throw new Error(`The set-up is ${result.state}.`)
    return { alias: result.means.alias, customer }
  }
  const charge = async (
    stored: { alias: string; customer: string },
    more: { amount?: number; dueDate?: string } = {},
  ) => {
    const reference = newReference()
    const answer = await server.provider.chargeAlias({
      amount: 5_000,
      currency: 'EUR',
      key: `charge:${reference}`,
      reference,
      sequence: 'recurring',
      ...stored,
      ...more,
    })
    return { ...answer, reference }
  }
  it('should charge a card that another program has stored, for its own customer', async () => {
    const { alias } = await store('C7')
    const [, customerID, paymentMethodID] = alias.split('|')
    const taken = { customer: 'C7', expMonth: null, expYear: null, kind: 'card' } as const
    expect(adoptAlias({ ...taken, token: paymentMethodID! })).toBeUndefined()
    for (const sign of [' ', '/', '|']) {
      const adopted = adoptAlias({ ...taken, token: `${customerID}${sign}${paymentMethodID}` })
      expect(await charge({ alias: adopted!, customer: 'C7' })).toMatchObject({ status: 'paid' })
    }
  })

  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  it('should refuse a wrong key, whatever is asked', async () => {
    const provider = createStripeProvider({
      baseURL: server.server.baseURL,
      secretKey: 'sk_test_wrong',
      webhookSecret: 'whsec_x',
    })
    const refund = { amount: 1, currency: 'EUR', key: 'k', providerID: 'pi_1', reference: 'R1' }
    await expect(provider.completeSetup({ setupID: 'cs_test_1' })).rejects.toThrow(RequestRefused)
    await expect(provider.lookup({ kind: 'charge', reference: 'A' })).rejects.toThrow(
      RequestRefused,
    )
    await expect(provider.refund(refund)).rejects.toThrow(RequestRefused)
  })

  it('should say that nobody is there where there is no "unknown" to answer with', async () => {
    const provider = createStripeProvider({
      baseURL: 'http://127.0.0.1:9',
      secretKey: 'sk_test_1',
      webhookSecret: 'whsec_x',
    })
    await expect(provider.completeSetup({ setupID: 'cs_test_1' })).rejects.toThrow(
      ProviderUnreachable,
    )
    expect(await provider.lookup({ kind: 'charge', reference: 'A' })).toMatchObject({
      status: 'unknown',
    })
  })

  it('should keep one customer for each of ours, also when the search has not seen them yet', async () => {
    const before = (await server.server.control<{ customers: number }>('ledger')).customers
    await open("O'Brien \\ 1", 'card', 'a@example.org')
    await open("O'Brien \\ 1", 'card', 'a@example.org')
    await server.server.control('settings', { searchLagS: 0 })
    // Another e-mail is another key: only the search can know them now.
    await open("O'Brien \\ 1", 'card', 'b@example.org')
    await server.server.control('settings', { searchLagS: 60 })
    const { customers } = await server.server.control<{ customers: number }>('ledger')
    expect(customers).toBe(before + 1)
  })

  it('should take a page that has run out for a failed set-up', async () => {
    const { setupID } = await open('C1')
    await server.server.control('expire', { setupID })
    expect(await server.provider.completeSetup({ setupID })).toEqual({
      code: 'expired',
      state: 'failed',
    })
  })

  it('should refuse a set-up that is not there, and an alias of another provider', async () => {
    await expect(server.provider.completeSetup({ setupID: 'cs_test_none' })).rejects.toThrow(
      RequestRefused,
    )
    await expect(charge({ alias: 'AAABc|12|34|C1', customer: 'C1' })).rejects.toThrow(
      RequestRefused,
    )
  })

  it('should name the day of a direct debit, and refuse one that Stripe would debit too early', async () => {
    const stored = await store('C2', 'sepa')
    for (const days of [0, 2, 3, 15])
      expect(await charge(stored, { dueDate: inDays(days) })).toMatchObject({ status: 'pending' })
    await expect(charge(stored, { dueDate: inDays(16) })).rejects.toThrow(RequestRefused)
  })

  it('should refuse an amount below what Stripe takes', async () => {
    await expect(charge(await store('C3'), { amount: 49 })).rejects.toThrow(RequestRefused)
  })

  describe('finding a charge by its reference', () => {
    const find = (reference: string, alias?: string) =>
      server.provider.lookup({ alias, kind: 'charge', reference })

    it('should find an old one by the search', async () => {
      const { reference } = await charge(await store('C4'))
      await server.server.control('age', { reference, seconds: 10_000 })
      expect(await find(reference)).toMatchObject({ status: 'paid' })
    })

    it('should find one that the search never saw in the list of its customer', async () => {
      const stored = await store('C5')
      const { reference } = await charge(stored)
      await server.server.control('age', { reference, seconds: 10_000 })
      await server.server.control('settings', { searchLagS: 1_000_000 })
      expect(await find(reference, stored.alias)).toMatchObject({ status: 'paid' })
      expect(await find(newReference(), stored.alias)).toEqual({ status: 'notFound' })
      await server.server.control('settings', { searchLagS: 60 })
    })

    it('should go through pages, and rather not know than say "not found" too early', async () => {
      const stored = await store('C6')
      const { reference } = await charge(stored)
      await server.server.control('fill', { count: 150 })
      expect(await find(reference)).toMatchObject({ status: 'paid' })
      await server.server.control('fill', { count: 2_000 })
      expect(await find(reference)).toMatchObject({ status: 'unknown' })
      expect(await find(reference, stored.alias)).toMatchObject({ status: 'paid' })
    })
  })

  describe('webhooks', () => {
    const read = (type: string, object: Record<string, unknown>) => {
      const event = { id: 'evt_1', type, created: 1_700_000_000, data: { object }, object: 'event' }
      const request = server.sign({ rawBody: Buffer.from(JSON.stringify(event)) })
      return server.provider.parseWebhook(request)
    }
    const intent = { id: 'pi_1', last_payment_error: null, status: 'succeeded' }
    const dispute = {
      id: 'du_1',
      amount: 1_000,
      currency: 'chf',
      payment_intent: 'pi_1',
      reason: 'fraudulent',
    }

    it('should leave alone what this house has not asked for', () => {
      expect(read('payment_intent.succeeded', { ...intent, metadata: {} })).toEqual([])
      expect(read('refund.updated', { id: 're_1', metadata: {}, status: 'succeeded' })).toEqual([])
      expect(read('customer.created', { id: 'cus_1' })).toEqual([])
    })

    it.each([
      ['needs_response', 'returned'],
      ['under_review', 'returned'],
      ['lost', 'returned'],
      ['appeal_under_review', 'returned'],
      ['won', 'regained'],
    ])('should read a dispute that is %s as %s', (status, expected) => {
      expect(read('charge.dispute.closed', { ...dispute, status })).toMatchObject([
        {
          dispute: { id: 'du_1', amount: 1_000, currency: 'CHF', status: expected },
          kind: 'charge',
          occurredAt: '2023-11-14T22:13:20.000Z',
          providerID: 'pi_1',
          status: expected,
        },
      ])
    })

    it.each(['prevented', 'warning_needs_response', 'warning_closed'])(
      'should not take a dispute that is %s for a loss',
      (status) => {
        expect(read('charge.dispute.created', { ...dispute, status })).toEqual([])
      },
    )

    it('should tell of a set-up that is done, and of one that has run out', () => {
      const session = { id: 'cs_1', metadata: { reference: 'A1' }, mode: 'setup' }
      const completed = { ...session, status: 'complete' }
      expect(read('checkout.session.completed', completed)).toMatchObject([
        { kind: 'setup', providerID: 'cs_1', reference: 'A1', status: 'paid' },
      ])
      expect(read('checkout.session.expired', { ...session, status: 'expired' })).toMatchObject([
        { kind: 'setup', status: 'declined' },
      ])
    })

    it('should tell of a refund that has failed after all', () => {
      const refund = { id: 're_1', metadata: { reference: 'R1' }, status: 'failed' }
      expect(
        read('refund.failed', { ...refund, failure_reason: 'expired_or_canceled_card' }),
      ).toEqual([
        expect.objectContaining({
          code: 'expired_or_canceled_card',
          kind: 'refund',
          status: 'declined',
        }),
      ])
    })
  })
})

describe('a refusal by Stripe', () => {
  it.each([
    ['insufficient_funds', 'soft'],
    ['try_again_later', 'soft'],
    ['do_not_honor', 'soft'],
    ['processing_error', 'soft'],
    ['a_code_of_next_year', 'soft'],
    ['expired_card', 'expired'],
    ['lost_card', 'hard'],
    ['stolen_card', 'hard'],
    ['fraudulent', 'hard'],
    ['pickup_card', 'hard'],
    ['incorrect_number', 'hard'],
  ] as const)('should be sorted: %s is %s', (decline_code, decline) => {
    expect(toRefusal({ code: 'card_declined', decline_code }, 'pi_1')).toEqual({
      code: decline_code,
      decline,
      providerID: 'pi_1',
      status: 'declined',
    })
  })

  it('should be read from the outer word where the bank says nothing', () => {
    expect(toRefusal({ code: 'expired_card', decline_code: '' })).toMatchObject({
      code: 'expired_card',
      decline: 'expired',
    })
    expect(toRefusal({ code: 'authentication_required' })).toMatchObject({
      status: 'needsCustomer',
    })
    expect(toRefusal({})).toEqual({ code: 'declined', decline: 'soft', status: 'declined' })
  })

  it('should be final where the card network advises so', () => {
    const reason = { advice_code: 'do_not_try_again', decline_code: 'generic_decline' }
    expect(toRefusal(reason)).toMatchObject({ decline: 'hard' })
  })
})

describe('a PaymentIntent that has not got far', () => {
  const intent = {
    id: 'pi_1',
    created: 1_700_000_000,
    last_payment_error: null,
    status: 'requires_payment_method',
  } as Stripe.PaymentIntent

  it('should be unknown while a request may still be at work, then declined', () => {
    const at = (seconds: number) => answerOf(intent, (intent.created + seconds) * 1000)
    expect(at(10)).toMatchObject({ status: 'unknown' })
    expect(at(299)).toMatchObject({ status: 'unknown' })
    expect(at(300)).toMatchObject({ decline: 'soft', status: 'declined' })
  })
})

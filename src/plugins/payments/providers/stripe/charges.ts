import type Stripe from 'stripe'

import type { ChargeAnswer, Dispute, PaymentProvider } from '../types'
import type { StripeAlias } from './alias'
import type { StripeClient } from './client'

import { isOfPart, RequestRefused } from '../types'
import { readAlias } from './alias'
import { toRefusal } from './declines'
import { chargeAnswerOf, isMissing, unknownOf } from './errors'

type ChargeArgs = Parameters<PaymentProvider['chargeAlias']>[0]

/** Long enough that no request of ours is still under way at Stripe, in seconds. */
const SETTLED_AFTER_S = 300

/** How far ahead Stripe takes the day of a direct debit, in days (API reference, `sepa_debit.target_date`). */
const TARGET_DAYS = { first: 3, last: 15 }

/**
 * Charges a stored card or account while the customer is away: a PaymentIntent, created and confirmed in one request, with our key
 * (docs.stripe.com, "Charge a saved payment method", "Save SEPA Direct Debit details for future payments").
 *
 * @throws RequestRefused when the alias is not this customer's, when the day is further ahead than Stripe takes it, or when Stripe
 * refuses the request
 */
export const chargeAlias = async (
  { call }: StripeClient,
  { key, signal, ...args }: ChargeArgs,
): Promise<ChargeAnswer> => {
  const stored = readAlias(args.alias)
  if (!stored) throw new RequestRefused('alias_invalid', 'This is no alias of Stripe.')
  if (stored.customer !== args.customer)
    throw new RequestRefused('customer_mismatch', 'The card belongs to another customer.')
  const params = toParams(stored, args)
  try {
    const intent = await call(
      (stripe) => stripe.paymentIntents.create(params, { idempotencyKey: key }),
      signal,
    )
    return answerOf(intent)
  } catch (err) {
    return chargeAnswerOf(err)
  }
}

const toParams = (
  { customerID, kind, paymentMethodID }: StripeAlias,
  { amount, currency, dueDate, reference }: Omit<ChargeArgs, 'key' | 'signal'>,
): Stripe.PaymentIntentCreateParams => {
  const targetDate = kind === 'sepa' && dueDate ? toTargetDate(dueDate) : undefined
  return {
    // With any other way to pay Stripe would ask for an address to send the customer back to.
    allowed_payment_method_types: [kind === 'card' ? 'card' : 'sepa_debit'],
    amount,
    confirm: true,
    currency: currency.toLowerCase(),
    customer: customerID,
    expand: ['latest_charge'],
    metadata: { reference },
    // A bank that wants the customer refuses at once, instead of leaving a charge that waits for somebody who is not there.
    off_session: true,
    payment_method: paymentMethodID,
    ...(targetDate && { payment_method_options: { sepa_debit: { target_date: targetDate } } }),
  }
}

/**
 * @returns the day as Stripe takes it; undefined for one that is so near that the debit is simply sent now
 * @throws RequestRefused for one so far that Stripe would not take it: money would leave the account before the announced day
 */
const toTargetDate = (dueDate: string): string | undefined => {
  const today = new Date().toISOString().slice(0, 10)
  const days = (Date.parse(dueDate) - Date.parse(today)) / 86_400_000
  if (days > TARGET_DAYS.last)
    throw new RequestRefused(
      'due_date_too_far',
      `Stripe takes a direct debit at most ${TARGET_DAYS.last} days ahead.`,
    )
  return days >= TARGET_DAYS.first ? dueDate : undefined
}

/**
 * What a PaymentIntent says. Its `latest_charge` must be expanded.
 *
 * One that waits for a payment method or a confirmation and names no error may be a request that is still being worked on: for some
 * minutes that is no "no".
 */
export const answerOf = (intent: Stripe.PaymentIntent, now = Date.now()): ChargeAnswer => {
  const providerID = intent.id
  switch (intent.status) {
    case 'canceled':
      return {
        code: intent.cancellation_reason ?? 'canceled',
        decline: 'hard',
        providerID,
        status: 'declined',
      }
    case 'processing':
    case 'requires_capture':
      return { providerID, status: 'pending' }
    case 'requires_action':
      return { code: 'requires_action', providerID, status: 'needsCustomer' }
    case 'succeeded':
      return { providerID, status: 'paid' }
  }
  if (intent.last_payment_error) return toRefusal(intent.last_payment_error, providerID)
  return now / 1000 - intent.created < SETTLED_AFTER_S
    ? { code: intent.status, providerID, status: 'unknown' }
    : { code: intent.status, decline: 'soft', providerID, status: 'declined' }
}

/** What a dispute says about money; nothing for an inquiry, or one that was prevented. Unless it was won the money is gone. */
export const readMoved = ({
  id,
  amount,
  currency,
  reason,
  status,
}: Stripe.Dispute): Dispute | undefined =>
  status.startsWith('warning_') || status === 'prevented'
    ? undefined
    : {
        id,
        amount,
        code: reason,
        currency: currency.toUpperCase(),
        status: status === 'won' ? 'regained' : 'returned',
      }

/** As `answerOf`, and whether the bank has taken the money back since (a dispute; for a direct debit its return). */
const standingOf = async (
  { call }: StripeClient,
  intent: Stripe.PaymentIntent,
  signal?: AbortSignal,
): Promise<ChargeAnswer> => {
  const answer = answerOf(intent)
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  if (answer.status !== 'paid' || !charge?.disputed) return answer
  const { data } = await call(
    (stripe) => stripe.disputes.list({ limit: 100, payment_intent: intent.id }),
    signal,
  )
  const asked = { amount: intent.amount, currency: intent.currency.toUpperCase() }
  const moved = data.flatMap((dispute) => readMoved(dispute) ?? [])
  const parts = moved.filter((dispute) => isOfPart(dispute, asked))
  const whole = moved.filter((dispute) => !parts.includes(dispute))
  const paid = { ...answer, ...(parts.length && { disputes: parts }) }
  const taken = whole.find(({ status }) => status === 'returned')
  if (taken) return { ...paid, code: taken.code, status: 'returned' }
  return whole.length ? { ...paid, status: 'regained' } : paid
}

/** What stands at Stripe under the ID of a charge. @throws RequestRefused */
export const lookUpCharge = async (
  client: StripeClient,
  { providerID, signal }: { providerID: string; signal?: AbortSignal },
): Promise<ChargeAnswer> => {
  try {
    const intent = await client.call(
      (stripe) => stripe.paymentIntents.retrieve(providerID, { expand: ['latest_charge'] }),
      signal,
    )
    return await standingOf(client, intent, signal)
  } catch (err) {
    return isMissing(err) ? { status: 'notFound' } : unknownOf(err)
  }
}

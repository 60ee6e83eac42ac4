import type Stripe from 'stripe'

import type { ChargeAnswer, PaymentProvider, RefundAnswer } from '../types'
import type { StripeClient } from './client'

import { isMissing, unknownOf } from './errors'

type RefundArgs = Parameters<PaymentProvider['refund']>[0]

/** The most pages of a hundred refunds that are read before a search gives up and says that it does not know. */
const PAGES = 20

/**
 * Gives money back to the card or account it came from (API reference, "Create a refund").
 *
 * @throws RequestRefused when more is asked for than is left of the charge
 */
export const refund = async (
  { call }: StripeClient,
  { amount, key, providerID, reference, signal }: RefundArgs,
): Promise<RefundAnswer> => {
  try {
    const made = await call(
      (stripe) =>
        stripe.refunds.create(
          { amount, metadata: { reference }, payment_intent: providerID },
          { idempotencyKey: key },
        ),
      signal,
    )
    return refundAnswerOf(made)
  } catch (err) {
    return unknownOf(err)
  }
}

const STATUS: Record<string, RefundAnswer['status']> = {
  canceled: 'failed',
  failed: 'failed',
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'paid',
}

export const refundAnswerOf = (made: Stripe.Refund): RefundAnswer => ({
  ...(made.failure_reason && { code: made.failure_reason }),
  providerID: made.id,
  status: STATUS[made.status ?? ''] ?? 'unknown',
})

/** A refund in the words of a charge: one that failed has given nothing back. */
export const asChargeAnswer = ({ status, ...rest }: RefundAnswer): ChargeAnswer =>
  status === 'failed' ? { ...rest, decline: 'hard', status: 'declined' } : { ...rest, status }

/**
 * Finds a refund by Stripe's ID, else by our reference in its metadata. Stripe's search does not look into refunds, so lists are read:
 * those of the one charge where it is known, else all, the newest first. Where there are too many to be read to the end: `unknown`.
 *
 * @throws RequestRefused
 */
export const lookUpRefund = async (
  { call }: StripeClient,
  {
    chargeID,
    providerID,
    reference,
    signal,
  }: { chargeID?: string; providerID?: string; reference: string; signal?: AbortSignal },
): Promise<ChargeAnswer> => {
  try {
    if (providerID) {
      const made = await call((stripe) => stripe.refunds.retrieve(providerID), signal)
      return asChargeAnswer(refundAnswerOf(made))
    }
    let last: string | undefined
    for (let page = 0; page < PAGES; page++) {
      const { data, has_more } = await call(
        (stripe) =>
          stripe.refunds.list({
            limit: 100,
            ...(chargeID && { payment_intent: chargeID }),
            ...(last && { starting_after: last }),
          }),
        signal,
      )
      const found = data.find(({ metadata }) => metadata?.reference === reference)
      if (found) return asChargeAnswer(refundAnswerOf(found))
      if (!has_more) return { status: 'notFound' }
      last = data.at(-1)!.id
    }
    return { code: 'too_many_to_search', status: 'unknown' }
  } catch (err) {
    return isMissing(err) ? { status: 'notFound' } : unknownOf(err)
  }
}

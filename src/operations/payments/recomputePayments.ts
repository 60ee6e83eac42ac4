import type { Payload, PayloadRequest } from 'payload'

import type { PaymentState } from './paymentStates'

import { readMany, updateEach } from '../../database/bulk'
import { groupBy } from '../../utilities/groupBy'

type Part = { amount: number; paidAt?: null | string; state: string }

/** What a payment's own fields say about its instalments; in minor units. */
export type PaymentTotals = { paid: number; paidAt: null | string; state: PaymentState }

/**
 * What follows from the instalments of a payment: what has come in, and how far it is. One that failed or was returned makes the
 * whole payment so, since somebody must look after it; cancelled ones do not count unless all are.
 */
export const paymentTotals = (parts: readonly Part[]): PaymentTotals => {
  const counted = parts.filter(({ state }) => state !== 'cancelled')
  const received = counted.filter(({ state }) => state === 'paid')
  const has = (state: string) => counted.some((part) => part.state === state)
  const state = !counted.length
    ? 'cancelled'
    : has('returned')
      ? 'returned'
      : has('failed')
        ? 'failed'
        : received.length === counted.length
          ? 'paid'
          : has('pending')
            ? 'pending'
            : 'planned'
  const days = received.flatMap(({ paidAt }) => paidAt ?? []).sort()
  return {
    paid: received.reduce((sum, { amount }) => sum + Number(amount), 0),
    paidAt: state === 'paid' ? (days[days.length - 1] ?? null) : null,
    state,
  }
}

/**
 * Brings payments into step with their instalments, in the caller's transaction: their amount as well, which is that of all parts.
 * Payments without instalments are left alone.
 */
export const recomputePayments = async ({
  payload,
  paymentIDs,
  req,
}: {
  payload: Payload
  paymentIDs: readonly string[]
  req: PayloadRequest
}): Promise<void> => {
  const parts = groupBy(
    await readMany<{ id: string; payment: string } & Part>({
      collection: 'instalments',
      payload,
      req,
      select: ['amount', 'paidAt', 'payment', 'state'],
      where: { payment: paymentIDs },
    }),
    ({ payment }) => payment,
  )
  await updateEach({
    collection: 'payments',
    docs: [...parts].map(([id, list]) => ({
      id,
      amount: list.reduce((sum, { amount }) => sum + Number(amount), 0),
      ...paymentTotals(list),
    })),
    payload,
    req,
  })
}

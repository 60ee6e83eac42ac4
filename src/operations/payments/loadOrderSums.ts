import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../database/bulk'

/** What an order costs and what is paid of it by payments made for it alone, in minor units. */
export type OrderSums = {
  /** Whether something of it is only reserved. */
  isReserved: boolean
  paid: number
  /** What is planned or under way of plans that are in good order. */
  toCome: number
  total: number
}

/**
 * How far some orders are paid by themselves. What was cancelled of them does not count, nor money that came in for the whole file. A
 * fixed number of queries.
 *
 * @returns by id of the order
 */
export const loadOrderSums = async ({
  orderIDs,
  payload,
  req,
}: {
  orderIDs: readonly string[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<Map<string, OrderSums>> => {
  const sums = new Map(
    [...new Set(orderIDs)].map((id): [string, OrderSums] => [
      id,
      { isReserved: false, paid: 0, toCome: 0, total: 0 },
    ]),
  )
  if (!sums.size) return sums
  const [common, where] = [{ payload, req }, { order: [...sums.keys()] }]
  const lines = await readMany({
    ...common,
    collection: 'lines',
    select: ['amount', 'order', 'state'],
    where: { ...where, state: ['charging', 'reserved', 'sold'] },
  })
  for (const { amount, order, state } of lines) {
    const sum = sums.get(order)!
    sum.total += Number(amount)
    sum.isReserved ||= state === 'reserved'
  }
  const payments = await readMany({
    ...common,
    collection: 'payments',
    select: ['order', 'paid', 'state'],
    where,
  })
  for (const { order, paid } of payments) sums.get(order)!.paid += Number(paid)
  // Of a plan that failed in part, only what came in counts: nobody knows whether the rest will.
  const plans = new Map(
    payments
      .filter(({ state }) => state === 'pending' || state === 'planned')
      .map(({ id, order }) => [id, order as string]),
  )
  const parts = await readMany({
    ...common,
    collection: 'instalments',
    select: ['amount', 'payment'],
    where: { payment: [...plans.keys()], state: ['pending', 'planned'] },
  })
  for (const { amount, payment } of parts) sums.get(plans.get(payment)!)!.toCome += Number(amount)
  return sums
}

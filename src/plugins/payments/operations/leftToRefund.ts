import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'
import { groupBy } from '../../../utilities/groupBy'
import { paymentSlugs } from '../collections/slugs'

type Refund = { id: string; amount: number; refundOf: string; state: string }

/** What of a refund does not count: the provider refused it, it came back, or it was never sent. */
const VOID = new Set(['cancelled', 'declined', 'returned'])

/**
 * How much of what some charges brought in can still be given back, in minor units: less what was, and what is on its way or in doubt.
 *
 * @returns by id of the charge
 */
export const leftToRefund = async ({
  charges,
  payload,
  req,
}: {
  charges: readonly { id: string; amount: number }[]
  payload: Payload
  req?: PayloadRequest
}): Promise<Map<string, number>> => {
  const refunds = await readMany<Refund>({
    collection: paymentSlugs.charges as 'sites',
    payload,
    req,
    select: ['amount', 'refundOf', 'state'],
    where: { kind: 'refund', refundOf: charges.map(({ id }) => id) },
  })
  const given = groupBy(
    refunds.filter(({ state }) => !VOID.has(state)),
    ({ refundOf }) => refundOf,
  )
  return new Map(
    charges.map(({ id, amount }) => [
      id,
      (given.get(id) ?? []).reduce((left, one) => left - Number(one.amount), Number(amount)),
    ]),
  )
}

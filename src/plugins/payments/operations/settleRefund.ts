import type { Payload, PayloadRequest } from 'payload'

import type { ChargeState } from './chargeStates'
import type { Failure } from './reminders/standingOf'
import type { Charge } from './settleCharge'

import { readMany, updateMany } from '../../../database/bulk'
import { recomputeFiles } from '../../../operations/fileStatus'
import { paymentSlugs } from '../collections/slugs'
import { HELD } from './chargeStates'
import { endAndNote } from './endAndNote'
import { entryKeyOf, openFailure } from './failures'
import { noteRefund } from './noteRefund'
import { settlePaidTooLate } from './paidTooLate'

type Args = {
  charge: Charge
  now: Date
  payload: Payload
  req: PayloadRequest
  state: ChargeState
}

const REFUSED = 'refundRefused'
const failuresSlug = paymentSlugs.failures as 'sites'

/**
 * Books what became of money that was sent back: it counts once the provider has said so, and a refusal goes to a person, also one
 * that comes after all. What goes back beside the ledger (it came too late to be booked) has no payment there; the entry of that money
 * among the failed payments says how much of it the house still has.
 */
export const settleRefund = async ({ charge, now, payload, req, state }: Args): Promise<void> => {
  if (state !== 'paid' && state !== 'declined' && state !== 'returned') return
  const common = { payload, req }
  const isPaid = state === 'paid'
  await noteRefund({ ...common, charge, state: isPaid ? 'refunded' : 'failed' })
  const [origin] = await readMany<Charge>({
    ...common,
    collection: paymentSlugs.charges as 'sites',
    where: { id: charge.refundOf! },
  })
  if (!charge.payment)
    return settlePaidTooLate({
      ...common,
      charge: origin!,
      left: await leftOf(origin!, common),
      now,
    })
  await updateMany({
    ...common,
    collection: 'payments',
    data: isPaid
      ? { paid: -charge.amount, paidAt: now.toISOString(), state: 'refunded' }
      : { paid: 0, paidAt: null, state: 'failed' },
    where: { id: charge.payment },
  })
  if (isPaid) await settleRefused({ ...common, charge, now })
  // Where the bank has taken the money back meanwhile, the house owes nothing.
  else if (origin && HELD.includes(origin.state))
    await openFailure({ ...common, cause: REFUSED, charge, now })
  await recomputeFiles({ ...common, fileIDs: [charge.file!] })
}

type Common = Pick<Args, 'payload' | 'req'>

/** How much of what a charge brought in the house still has, in minor units: what is on its way back is not there yet. */
export const leftOf = async ({ id, amount }: Charge, common: Common): Promise<number> =>
  (
    await readMany<{ id: string; amount: number }>({
      ...common,
      collection: paymentSlugs.charges as 'sites',
      select: ['amount'],
      where: { kind: 'refund', refundOf: id, state: 'paid' },
    })
  ).reduce((left, refund) => left - Number(refund.amount), Number(amount))

/** What was refused before and has gone back now needs nobody any more. */
const settleRefused = async ({ charge, now, ...common }: Omit<Args, 'state'>) => {
  const refunds = await readMany({
    ...common,
    collection: paymentSlugs.charges as 'sites',
    select: [],
    where: { kind: 'refund', refundOf: charge.refundOf! },
  })
  const refused = await readMany<Failure>({
    ...common,
    collection: failuresSlug,
    sort: 'failedAt',
    where: {
      cause: REFUSED,
      failureKey: refunds.map(({ id }) => entryKeyOf({ id, instalment: null })),
      state: 'open',
    },
  })
  let gone = charge.amount
  const ended: Failure[] = []
  for (const entry of refused) {
    const left = Math.max(0, Number(entry.amount) - gone)
    gone -= Number(entry.amount) - left
    if (left === 0) ended.push(entry)
    else if (left < Number(entry.amount))
      await updateMany({
        ...common,
        collection: failuresSlug,
        data: { amount: left },
        where: { id: entry.id },
      })
  }
  await endAndNote({ ...common, failures: ended, now, state: 'closed' })
}

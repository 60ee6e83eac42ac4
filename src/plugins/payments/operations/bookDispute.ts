import type { Payload, PayloadRequest } from 'payload'

import type { Dispute } from '../providers/types'
import type { Failure } from './reminders/standingOf'
import type { Charge } from './settleCharge'

import { insertMany, newID, readMany, updateMany } from '../../../database/bulk'
import { recomputeFiles } from '../../../operations/fileStatus'
import { lockFiles } from '../../../operations/lockFiles'
import { paymentSlugs } from '../collections/slugs'
import { isBesideLedger, PAID_TOO_LATE, PART_RETURNED } from './chargeStates'
import { endAndNote } from './endAndNote'
import { entryKeyOf, openFailure } from './failures'
import { newReference } from './newReference'
import { noteCharge } from './noteCharge'
import { settlePaidTooLate } from './paidTooLate'
import { writeRefundPayment } from './refundPayment'
import { leftOf } from './settleRefund'

const chargesSlug = paymentSlugs.charges as 'sites'

type Args = {
  /** What it is about; what it brought in is booked. */
  charge: Charge
  dispute: Dispute
  now: Date
  payload: Payload
  req: PayloadRequest
}

/**
 * Books a part of a charge that a bank has taken back, or has given back since. To the house it is money that went back as a refund does,
 * so the sums are those of the provider and only the rest can be refunded; whether the customer is to pay it is for a person, who finds it
 * among the failed payments. Each dispute counts once, and one that was won stays so, in whatever order is told of it.
 */
export const bookDispute = async ({ charge, dispute, now, payload, req }: Args): Promise<void> => {
  const common = { payload, req }
  // Who tells of the same dispute at the same moment waits here.
  await lockFiles({ ...common, fileIDs: charge.file ? [charge.file] : [] })
  const attemptKey = `dispute:${charge.id}:${dispute.id}`
  const [known] = await readMany<Charge>({
    ...common,
    collection: chargesSlug,
    where: { attemptKey },
  })
  const isTaken = dispute.status === 'returned'
  if (known && (isTaken || known.state === 'returned')) return
  const taken = known ?? (await write({ attemptKey, charge, dispute, now, payload, req }))
  if (known)
    await updateMany({
      ...common,
      collection: chargesSlug,
      data: { settledAt: now.toISOString(), state: 'returned' },
      where: { id: known.id },
    })
  // Told before it was taken: the house has it all the while.
  else if (!isTaken) return
  await noteCharge({ ...common, charge }, isTaken ? 'chargeFailed' : 'charge', {
    amount: taken.amount,
    state: isTaken ? 'returned' : 'paid',
  })
  if (isBesideLedger(charge)) {
    if (charge.reason === PAID_TOO_LATE)
      await settlePaidTooLate({ ...common, charge, left: await leftOf(charge, common), now })
    return
  }
  if (!isTaken && taken.payment)
    await updateMany({
      ...common,
      collection: 'payments',
      data: { paid: 0, paidAt: null, state: 'failed' },
      where: { id: taken.payment },
    })
  await recomputeFiles({ ...common, fileIDs: [charge.file!] })
  if (isTaken) await openFailure({ ...common, cause: PART_RETURNED, charge: taken, now })
  else await closeEntry({ ...common, now, taken })
}

/** The part as a refund among the charges, and its payment below zero. */
const write = async ({
  attemptKey,
  charge,
  dispute: { id: providerID, amount, code, status },
  now,
  payload,
  req,
}: { attemptKey: string } & Args): Promise<Charge> => {
  const isTaken = status === 'returned'
  const payment =
    isTaken && !isBesideLedger(charge)
      ? await writeRefundPayment({
          amount,
          charge,
          payload,
          req,
          standing: { paid: -amount, paidAt: now.toISOString(), state: 'refunded' },
        })
      : null
  const row: Charge = {
    id: newID(payload),
    account: charge.account,
    alias: charge.alias,
    amount,
    contact: charge.contact,
    currency: charge.currency,
    file: charge.file,
    instalment: null,
    institution: charge.institution,
    kind: 'refund',
    mandate: charge.mandate,
    payment,
    providerID,
    reason: PART_RETURNED,
    reference: newReference(),
    refundOf: charge.id,
    run: null,
    sentAt: null,
    site: charge.site,
    state: isTaken ? 'paid' : 'returned',
  }
  await insertMany({
    collection: chargesSlug,
    docs: [{ ...row, attemptKey, code: code?.slice(0, 200) ?? null, settledAt: now.toISOString() }],
    payload,
    req,
  })
  return row
}

/** The money is back: nobody has to decide any more. */
const closeEntry = async ({
  now,
  taken,
  ...common
}: { taken: Charge } & Omit<Args, 'charge' | 'dispute'>) => {
  const failures = await readMany<Failure>({
    ...common,
    collection: paymentSlugs.failures as 'sites',
    where: { failureKey: entryKeyOf(taken), state: 'open' },
  })
  await endAndNote({ ...common, failures, now, state: 'closed' })
}

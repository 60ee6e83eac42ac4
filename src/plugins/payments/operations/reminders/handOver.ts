import type { Payload, PayloadRequest } from 'payload'

import type { ReminderPlan } from './loadPlans'
import type { Failure, Standing } from './standingOf'

import { insertMany, readMany, updateMany } from '../../../../database/bulk'
import { cancelLines } from '../../../../operations/cancelLines'
import { recomputePayments } from '../../../../operations/payments/recomputePayments'
import { dropSale, formerFileOf, reserveInstead } from '../../../../operations/payments/settleSale'
import { endFailures } from '../failures'
import { isOfFormerFile } from './standingOf'

type Args = {
  failure: Failure
  now: Date
  payload: Payload
  plan: ReminderPlan
  req: PayloadRequest
  standing: Standing
}

const DAY_MS = 86_400_000

/**
 * Whether there is something that a plan may hand over by itself: not where nothing was made of the renewal, and not where a file is
 * partly sold and partly reserved, of which only a person can say what is meant.
 */
export const canHandOver = ({
  failure,
  plan,
  standing,
}: Pick<Args, 'failure' | 'plan' | 'standing'>): boolean => {
  if (isOfFormerFile(failure)) return false
  if (standing.fileStatus === 'mixed') return plan.atEnd === 'reserve'
  return standing.fileStatus === 'reserved' || standing.fileStatus === 'sold'
}

/**
 * Ends a failed payment after the reminders were in vain, as the plan says: the subscription becomes a reservation with a deadline, or
 * is cancelled and its seats are free. The caller has locked the file and seen that it is still owed. What was paid of it stays on the
 * file.
 */
export const handOver = async (args: Args): Promise<void> => {
  const { failure, now, payload, plan, req, standing } = args
  const isReserved = plan.atEnd === 'reserve'
  const state = isReserved ? 'reserved' : 'cancelled'
  // Before the ledger changes: what follows from that is no news about this entry any more.
  await endFailures({ failureIDs: [failure.id], now, payload, req, state })
  await (isReserved ? reserve(args) : cancel(args))
  if (failure.payment) {
    // What was planned on the card is not charged any more.
    await updateMany({
      collection: 'instalments',
      data: { nextAttemptAt: null, state: 'cancelled' },
      payload,
      req,
      where: { payment: failure.payment, state: 'planned' },
    })
    await updateMany({
      collection: 'instalments',
      data: { nextAttemptAt: null },
      payload,
      req,
      where: { payment: failure.payment, state: ['failed', 'returned'] },
    })
    await recomputePayments({ payload, paymentIDs: [failure.payment], req })
  }
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action: 'handOver',
        after: { reminders: failure.stage, status: state },
        before: { status: standing.fileStatus },
        document: failure.file,
        documentTitle: String(standing.fileNumber ?? ''),
        file: failure.file,
        institution: failure.institution,
        noun: 'files',
        site: failure.site,
      },
    ],
    payload,
    req,
  })
}

const ending = ({ failure, payload, req }: Args) => ({
  fileID: failure.file,
  key: `${failure.id}:handOver`,
  payload,
  paymentID: failure.payment,
  reason: failure.cause,
  req,
})

const reserve = async (args: Args) => {
  const { failure, now, payload, plan, req, standing } = args
  const deadline = new Date(now.getTime() + plan.deadlineDays * DAY_MS).toISOString()
  if (standing.fileStatus !== 'reserved') return reserveInstead({ ...ending(args), deadline })
  // It is one already: a deadline that is still to come was promised, and stays.
  const [file] = await readMany({
    collection: 'files',
    payload,
    req,
    select: ['paymentDeadline'],
    where: { id: failure.file },
  })
  if (file?.paymentDeadline && new Date(file.paymentDeadline) > now) return
  await updateMany({
    collection: 'files',
    data: { paymentDeadline: deadline },
    payload,
    req,
    where: { id: failure.file },
  })
}

const cancel = async (args: Args) => {
  const { failure, payload, req, standing } = args
  if (standing.fileStatus === 'sold') {
    const former = await formerFileOf({ fileID: failure.file, payload, req })
    return dropSale({ ...ending(args), former })
  }
  const lines = await readMany({
    collection: 'lines',
    payload,
    req,
    select: ['kind'],
    where: { file: failure.file, state: 'reserved' },
  })
  await cancelLines({
    cause: 'chargeDeclined',
    lineIDs: lines.filter(({ kind }) => kind !== 'performance').map(({ id }) => id),
    payload,
    req,
    requestedBy: 'institution',
  })
}

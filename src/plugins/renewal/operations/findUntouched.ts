import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'

export type Touched =
  | 'alreadyCancelled'
  | 'touchedChange'
  | 'touchedOrder'
  | 'touchedPaid'
  | 'touchedPending'
  | 'touchedTicket'

/** What is noted in the journal of a run's files by the run itself, and by the charge that it began. */
const OF_THE_RUN = new Set(['chargeFailed', 'renew'])

/**
 * Tells, for files that a run made, whether anybody has touched them since: another order, money, a ticket, or a change in the
 * journal. What the run's own charge came to is no touch, as long as no money came in. A fixed number of queries whatever the number of
 * files.
 *
 * @returns per file id: `null` when untouched, else the first reason
 */
export const findUntouched = async ({
  fileIDs,
  payload,
  req,
  runID,
}: {
  fileIDs: string[]
  payload: Payload
  req?: Partial<PayloadRequest>
  runID: string
}): Promise<Map<string, null | Touched>> => {
  const where = { file: fileIDs }
  // One after the other: a MongoDB transaction takes one operation at a time.
  const files = await readMany({
    collection: 'files',
    payload,
    req,
    select: ['status'],
    where: { id: fileIDs },
  })
  const orders = await readMany({
    collection: 'orders',
    payload,
    req,
    select: ['cause', 'file', 'run'],
    where,
  })
  const payments = await readMany({
    collection: 'payments',
    payload,
    req,
    select: ['file', 'paid', 'state'],
    where,
  })
  const instalments = await readMany({
    collection: 'instalments',
    payload,
    req,
    select: ['file'],
    where: { ...where, state: 'pending' },
  })
  const tickets = await readMany({ collection: 'tickets', payload, req, select: ['file'], where })
  const journal = await readMany({
    collection: 'journal',
    payload,
    req,
    select: ['action', 'file', 'run'],
    where,
  })
  const result = new Map<string, null | Touched>(fileIDs.map((id) => [id, null]))
  const touch = (file: string, reason: Touched) => {
    if (!result.get(file)) result.set(file, reason)
  }
  for (const file of files) if (file.status === 'cancelled') touch(file.id, 'alreadyCancelled')
  for (const payment of payments)
    // What was noted by mistake and taken back again tells of itself in the journal.
    if (Number(payment.paid) !== 0 && payment.state !== 'reversed')
      touch(payment.file, 'touchedPaid')
  for (const part of instalments) touch(part.file, 'touchedPending')
  for (const ticket of tickets) touch(ticket.file, 'touchedTicket')
  for (const order of orders)
    if (order.run !== runID && order.cause !== 'chargeDeclined') touch(order.file, 'touchedOrder')
  for (const entry of journal)
    if (!OF_THE_RUN.has(entry.action) || entry.run !== runID) touch(entry.file, 'touchedChange')
  return result
}

import type { PayloadRequest } from 'payload'

import type { LedgerFile, OrderArgs } from './writeOrders'

import { readMany } from '../database/bulk'
import { recomputeFiles } from './fileStatus'
import { moveLines } from './moveLines'
import { journalOrders, writeOrders } from './writeOrders'

type Line = { id: string; kind: string; parent: null | string; state: string }

/**
 * Makes reservations again of what was sold because it seemed paid: a reservation order of amount 0 (the reservation has counted the
 * amount already), and lines and seats are reserved, not given up. What somebody holds a ticket of stays sold. The way back from
 * `sellReservation`; the caller has locked the file.
 *
 * @param lineIDs subscriptions and fees of the file; those that are not sold (any more) are left alone
 */
export const reserveAgain = async ({
  fileID,
  lineIDs,
  payload,
  req,
  ...order
}: {
  fileID: string
  lineIDs: readonly string[]
  req: PayloadRequest
} & Omit<OrderArgs, 'numbers' | 'req' | 'run'>): Promise<void> => {
  const common = { payload, req }
  const lines = await readMany<Line>({
    ...common,
    collection: 'lines',
    select: ['kind', 'parent', 'state'],
    where: { file: fileID, state: 'sold' },
  })
  const tickets = await readMany<{ id: string; line: string }>({
    ...common,
    collection: 'tickets',
    select: ['line'],
    where: { line: lines.map(({ id }) => id), state: ['issued', 'printed'] },
  })
  const ticketed = new Set(tickets.map(({ line }) => line))
  const held = new Set(
    lines.filter(({ id }) => ticketed.has(id)).map(({ id, parent }) => parent ?? id),
  )
  const wanted = new Set(lineIDs)
  const whole = lines
    .filter(({ id, kind }) => kind !== 'performance' && wanted.has(id) && !held.has(id))
    .map(({ id }) => id)
  if (!whole.length) return
  const parts = lines.filter(({ parent }) => parent && whole.includes(parent)).map(({ id }) => id)
  const [file] = await readMany<{ paymentDeadline: null | string } & LedgerFile>({
    ...common,
    collection: 'files',
    select: ['channel', 'institution', 'number', 'paymentDeadline', 'site'],
    where: { id: fileID },
  })
  const [written] = await writeOrders({
    ...order,
    ...common,
    entries: [{ amount: 0, file: file! }],
    kind: 'reservation',
    paymentDeadline: file!.paymentDeadline,
  })
  await moveLines({
    ...common,
    from: 'sold',
    of: { lineIDs: [...whole, ...parts] },
    to: 'reserved',
  })
  const totals = await recomputeFiles({ ...common, fileIDs: [fileID] })
  await journalOrders({
    ...order,
    ...common,
    action: 'reserve',
    entries: [{ file: file!, lines: whole.length, order: written!, totals: totals.get(fileID) }],
  })
}

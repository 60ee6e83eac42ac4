import type { LedgerFile, OrderArgs, WrittenOrder } from './writeOrders'

import { readMany, updateEach, updateMany } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { RepriseError } from '../utilities/errors'
import { groupBy } from '../utilities/groupBy'
import { recomputeFiles } from './fileStatus'
import { lockFiles } from './lockFiles'
import { refuseOutOfReach } from './refuseOutOfReach'
import { releaseSeats } from './releaseSeats'
import { expectedRenewalKey } from './renewalKeys'
import { journalOrders, writeOrders } from './writeOrders'

type Line = {
  id: string
  amount: number
  file: string
  institution: string
  kind: string
  originLine: null | string
  season: null | string
  site: string
  state: string
}

type Args = {
  /** Whole subscriptions and fees; the performances of a subscription go with it. May be of many files. */
  lineIDs: readonly string[]
} & OrderArgs

/**
 * Cancels lines: a cancellation order per file takes their amounts back, their seats are free again, their tickets void, and a
 * renewed subscription can be renewed again. What was paid stays on the file as money owed to the payer. A fixed number of
 * statements per thousand lines, so that a run can be undone in chunks; all or nothing.
 *
 * @returns the cancellation orders, one per file
 * @throws RepriseError `notFound`; `invalidInput` for a performance line; `conflict` for a line that is cancelled already;
 * `otherInstitution` for lines of more than one institution
 */
export const cancelLines = async ({
  lineIDs,
  payload,
  req,
  ...order
}: Args): Promise<WrittenOrder[]> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const lines = await readCancellable({ lineIDs, payload, req: own })
      if (!lines.length) return []
      const perFile = groupBy(lines, ({ file }) => file)
      const fileIDs = [...perFile.keys()]
      await lockFiles({ fileIDs, payload, req: own })
      const files = await readMany<LedgerFile>({
        collection: 'files',
        payload,
        req: own,
        select: ['channel', 'institution', 'number', 'site'],
        where: { id: fileIDs },
      })
      const parts = await readMany<{ id: string; file: string }>({
        collection: 'lines',
        payload,
        req: own,
        select: ['file'],
        where: { parent: lines.map(({ id }) => id), state: ['reserved', 'sold'] },
      })
      const orders = await writeOrders({
        ...order,
        entries: files.map((file) => ({
          amount: perFile.get(file.id)!.reduce((sum, { amount }) => sum - Number(amount), 0),
          file,
        })),
        kind: 'cancellation',
        payload,
        req: own,
      })
      const orderOf = new Map(orders.map((written) => [written.fileID, written]))
      await updateEach({
        collection: 'lines',
        docs: lines.map((line) => ({
          id: line.id,
          cancelledBy: orderOf.get(line.file)!.id,
          renewalKey: expectedRenewalKey({ ...line, state: 'cancelled' }),
          state: 'cancelled',
        })),
        payload,
        req: own,
      })
      await updateEach({
        collection: 'lines',
        docs: parts.map(({ id, file }) => ({
          id,
          cancelledBy: orderOf.get(file)!.id,
          state: 'cancelled',
        })),
        payload,
        req: own,
      })
      const partIDs = parts.map(({ id }) => id)
      await releaseSeats({ lineIDs: partIDs, payload, req: own })
      await updateMany({
        collection: 'tickets',
        data: { state: 'void' },
        payload,
        req: own,
        where: { line: [...lines.map(({ id }) => id), ...partIDs], state: ['issued', 'printed'] },
      })
      const totals = await recomputeFiles({ fileIDs, payload, req: own })
      await journalOrders({
        ...order,
        action: 'cancel',
        entries: files.map((file) => ({
          file,
          lines: perFile.get(file.id)!.length,
          order: orderOf.get(file.id)!,
          totals: totals.get(file.id),
        })),
        payload,
        req: own,
      })
      return orders
    },
  })

const readCancellable = async ({
  lineIDs,
  payload,
  req,
}: Pick<Args, 'lineIDs' | 'payload' | 'req'>) => {
  const wanted = [...new Set(lineIDs)]
  const lines = await readMany<Line>({
    collection: 'lines',
    payload,
    req,
    select: ['amount', 'file', 'institution', 'kind', 'originLine', 'season', 'site', 'state'],
    where: { id: wanted },
  })
  if (lines.length < wanted.length) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: lines, req })
  if (new Set(lines.map(({ institution }) => institution)).size > 1)
    throw new RepriseError('otherInstitution')
  for (const { kind, state } of lines) {
    if (kind === 'performance') throw new RepriseError('invalidInput', { field: 'lineIDs' })
    if (state === 'cancelled') throw new RepriseError('conflict')
  }
  return lines
}

import type { LedgerFile, OrderArgs, WrittenOrder } from './writeOrders'

import { readMany } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { RepriseError } from '../utilities/errors'
import { groupBy } from '../utilities/groupBy'
import { recomputeFiles } from './fileStatus'
import { lockFiles } from './lockFiles'
import { moveLines } from './moveLines'
import { refuseOutOfReach } from './refuseOutOfReach'
import { journalOrders, writeOrders } from './writeOrders'

type Line = { id: string; file: string; kind: string; parent: null | string; state: string }

type Args = {
  fileIDs: readonly string[]
  /** Only these subscriptions and fees of the files; everything that is reserved when missing. */
  lineIDs?: readonly string[]
} & Omit<OrderArgs, 'cause'>

/**
 * Turns what is reserved into a sale: a sale order of amount 0 per file (the reservation has counted the amount already), and
 * its lines and seats are sold. Money is not its business. All or nothing.
 *
 * @returns the sale orders, one per file
 * @throws RepriseError `notFound`; `nothingReserved` for a file without a reservation; `conflict` for a named line that is not
 * reserved (any more); `otherInstitution` for files of more than one institution
 */
export const sellReservation = async ({
  fileIDs,
  lineIDs,
  payload,
  req,
  ...order
}: Args): Promise<WrittenOrder[]> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const wanted = [...new Set(fileIDs)]
      if (!wanted.length) return []
      await lockFiles({ fileIDs: wanted, payload, req: own })
      const files = await readMany<LedgerFile>({
        collection: 'files',
        payload,
        req: own,
        select: ['channel', 'institution', 'number', 'site'],
        where: { id: wanted },
      })
      if (files.length < wanted.length) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: files, req: own })
      if (new Set(files.map(({ institution }) => institution)).size > 1)
        throw new RepriseError('otherInstitution')
      const lines = await readMany<Line>({
        collection: 'lines',
        payload,
        req: own,
        select: ['file', 'kind', 'parent', 'state'],
        where: { file: wanted },
      })
      const sold = chooseLines({ lineIDs, lines })
      const perFile = groupBy(sold, ({ file }) => file)
      for (const id of wanted) if (!perFile.has(id)) throw new RepriseError('nothingReserved')
      const soldIDs = new Set(sold.map(({ id }) => id))
      const parts = lines
        .filter(({ parent, state }) => parent && soldIDs.has(parent) && state === 'reserved')
        .map(({ id }) => id)
      const orders = await writeOrders({
        ...order,
        cause: 'reservationSold',
        entries: files.map((file) => ({ amount: 0, file })),
        kind: 'sale',
        payload,
        req: own,
      })
      await moveLines({
        from: 'reserved',
        of: { lineIDs: [...soldIDs, ...parts] },
        payload,
        req: own,
        to: 'sold',
      })
      const totals = await recomputeFiles({ fileIDs: wanted, payload, req: own })
      await journalOrders({
        ...order,
        action: 'sell',
        entries: files.map((file, i) => ({
          file,
          lines: perFile.get(file.id)!.length,
          order: orders[i]!,
          totals: totals.get(file.id),
        })),
        payload,
        req: own,
      })
      return orders
    },
  })

const chooseLines = ({
  lineIDs,
  lines,
}: {
  lineIDs?: readonly string[]
  lines: readonly Line[]
}) => {
  const whole = lines.filter(({ kind }) => kind !== 'performance')
  if (!lineIDs) return whole.filter(({ state }) => state === 'reserved')
  const byID = new Map(whole.map((line) => [line.id, line]))
  return [...new Set(lineIDs)].map((id) => {
    const line = byID.get(id)
    if (!line) throw new RepriseError('notFound')
    if (line.state !== 'reserved') throw new RepriseError('conflict')
    return line
  })
}

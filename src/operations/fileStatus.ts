import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateEach } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { groupBy } from '../utilities/groupBy'
import { settleFailures } from './payments/paymentMethods'

export type FileStatus = 'cancelled' | 'charging' | 'mixed' | 'reserved' | 'sold'

/** What a file's own fields say about its ledger; amounts in minor units. */
export type FileTotals = { balance: number; paid: number; status: FileStatus; total: number }

type Ledger = {
  lines: readonly { kind: string; state: string }[]
  orders: readonly { amount: number }[]
  payments: readonly { paid: number }[]
}

/**
 * What follows from the ledger of one file: the sum of its orders, what is paid of it (money given back is negative), what
 * is due, and how far it is sold. Performance lines go with their subscription and do not count.
 */
export const fileTotals = ({ lines, orders, payments }: Ledger): FileTotals => {
  const total = sumOf(orders)
  const paid = payments.reduce((sum, payment) => sum + Number(payment.paid), 0)
  const states = new Set(
    lines
      .filter(({ kind, state }) => kind !== 'performance' && state !== 'cancelled')
      .map(({ state }) => state),
  )
  const status =
    states.size > 1
      ? 'mixed'
      : ((states.values().next().value as FileStatus | undefined) ?? 'cancelled')
  return { balance: total - paid, paid, status, total }
}

/**
 * Reads the ledgers of some files and brings their totals and status into step with them. A fixed number of queries
 * whatever the number of files; what has not changed is not written. What stands as a failed payment and is settled by the change,
 * in whatever way the money came, is closed here too: every change of a ledger passes this place.
 *
 * @returns per file id what was stored before and what is stored now
 */
export const recomputeFiles = async ({
  fileIDs,
  payload,
  req,
}: {
  fileIDs: readonly string[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<Map<string, { after: FileTotals; before: FileTotals }>> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const ledgerOf = async (collection: 'lines' | 'orders' | 'payments', select: string[]) =>
        groupBy(
          await readMany<{
            id: string
            amount: number
            file: string
            kind: string
            paid: number
            state: string
          }>({
            collection,
            payload,
            req: own,
            select: ['file', ...select],
            where: { file: fileIDs },
          }),
          ({ file }) => file,
        )
      const files = await readMany<{ id: string } & FileTotals>({
        collection: 'files',
        payload,
        req: own,
        select: [...totals],
        where: { id: fileIDs },
      })
      const orders = await ledgerOf('orders', ['amount'])
      const lines = await ledgerOf('lines', ['kind', 'state'])
      const payments = await ledgerOf('payments', ['paid'])
      const changes = files.map(({ id, ...before }) => ({
        id,
        after: fileTotals({
          lines: lines.get(id) ?? [],
          orders: orders.get(id) ?? [],
          payments: payments.get(id) ?? [],
        }),
        before,
      }))
      const changed = changes.filter(({ after, before }) =>
        totals.some((key) => after[key] !== before[key]),
      )
      await updateEach({
        collection: 'files',
        docs: changed.map(({ id, after }) => ({ id, ...after })),
        payload,
        req: own,
      })
      await settleFailures({ fileIDs: changed.map(({ id }) => id), payload, req: own })
      return new Map(changes.map(({ id, after, before }) => [id, { after, before }]))
    },
  })

const totals = ['balance', 'paid', 'status', 'total'] as const

const sumOf = (entries: readonly { amount: number }[]): number =>
  entries.reduce((sum, { amount }) => sum + Number(amount), 0)

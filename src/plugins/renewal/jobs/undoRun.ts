import type { RunKind } from '../../../jobs/runs/types'
import type { Touched } from '../operations/findUntouched'
import type { UndoSettings } from '../operations/startUndo'

import { insertMany, readMany, updateMany } from '../../../database/bulk'
import { readRunRows } from '../../../jobs/runs/readRunRows'
import { cancelLines } from '../../../operations/cancelLines'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { findUntouched } from '../operations/findUntouched'
import { undoKind } from '../renewalKinds'

export type UndoReason = 'undone' | Touched

const CHUNK = 40

/** What a renewal leaves on a new file; what is being charged still is never undone, but listed. */
const MADE = ['charging', 'reserved', 'sold']

/**
 * Undoes what a renewal made, file by file, as long as nobody has touched the file since: the new subscriptions are cancelled, the
 * seats free again, and the origin can be renewed anew. What has been touched is left as it is, with the reason in its row.
 */
export const undoRun: RunKind<UndoSettings, string> = {
  name: undoKind,
  namespace: 'renewal',
  phases: [
    {
      isSequential: () => false,
      plan: async function* ({ payload, run }) {
        let waiting: string[] = []
        const seen = new Set<string>()
        for await (const rows of readRunRows({
          payload,
          runID: run.settings.runID,
          select: ['newFile'],
          where: { outcome: MADE },
        })) {
          for (const row of rows)
            if (row.newFile && !seen.has(row.newFile)) {
              seen.add(row.newFile)
              waiting.push(row.newFile)
            }
          while (waiting.length >= CHUNK) {
            yield waiting.slice(0, CHUNK)
            waiting = waiting.slice(CHUNK)
          }
        }
        if (waiting.length) yield waiting
      },
      process: async ({ chunk, payload, run }) => {
        const { runID, user } = run.settings
        const origin = await readMany({
          collection: 'run-rows',
          payload,
          where: { newFile: chunk.items, outcome: MADE, run: runID },
        })
        const counts: Record<string, number> = {}
        return {
          counts,
          write: async (req) => {
            // Inside the transaction: what is touched between reading and writing must not be undone.
            const touched = await findUntouched({ fileIDs: chunk.items, payload, req, runID })
            const where = { file: chunk.items.filter((file) => !touched.get(file)) }
            const lines = await readMany({
              collection: 'lines',
              payload,
              req,
              select: ['kind'],
              where: { ...where, state: ['reserved', 'sold'] },
            })
            await cancelLines({
              cause: 'renewalUndone',
              // The fees of paying go with what was to be paid.
              lineIDs: lines.filter(({ kind }) => kind !== 'performance').map(({ id }) => id),
              payload,
              req,
              requestedBy: 'institution',
              run: run.id,
              user,
            })
            // What was planned to be charged for it must not be, nor tried once more.
            await updateMany({
              collection: 'instalments',
              data: { nextAttemptAt: null, state: 'cancelled' },
              payload,
              req,
              where: { ...where, state: ['failed', 'planned'] },
            })
            const payments = await readMany({
              collection: 'payments',
              payload,
              req,
              select: [],
              where,
            })
            await recomputePayments({ payload, paymentIDs: payments.map(({ id }) => id), req })
            for (const key of Object.keys(counts)) delete counts[key]
            const rows = origin.map((row, i) => {
              const reason: UndoReason = touched.get(row.newFile) ?? 'undone'
              const outcome = reason === 'undone' ? 'undone' : 'kept'
              counts[outcome] = (counts[outcome] ?? 0) + 1
              counts[`reason:${reason}`] = (counts[`reason:${reason}`] ?? 0) + 1
              return {
                file: row.file,
                fileNumber: row.fileNumber,
                institution: run.institution,
                item: row.newLine,
                label: row.label,
                newFile: row.newFile,
                newFileNumber: row.newFileNumber,
                newLine: row.newLine,
                outcome,
                position: chunk.index * 10_000 + i,
                priceBefore: row.priceAfter,
                reason,
                rowKey: `${run.id}:${row.newLine}`,
                run: run.id,
                searchKey: row.searchKey,
                seatBefore: row.seatAfter,
                site: run.site,
              }
            })
            await insertMany({ collection: 'run-rows', docs: rows, payload, req })
          },
        }
      },
    },
  ],
  plugin: 'renewal',
}

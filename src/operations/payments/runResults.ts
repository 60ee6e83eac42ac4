import type { Payload, PayloadRequest } from 'payload'

import type { Counts } from '../../jobs/runs/types'

import { insertMany, readMany, updateMany } from '../../database/bulk'
import { sumChunks } from '../../jobs/runs/progressOf'

/** The phase under which a run keeps what came of its rows after they were written; no lane ever works in it. */
const LATER = 1000

type Row = {
  id: string
  institution: string
  outcome: string
  reason: string
  run: string
  site: string
}

/**
 * Brings the result rows of a file whose charge has been answered up to date, and with them the counts of their run: what was
 * "being charged" is sold, reserved or failed; what was sold on trust is not any more.
 *
 * @param from the outcome of the rows so far
 * @param gone what of the making is no more, so that the row cannot lead there: the file, or its lines on a file that stays
 * @param key tells this change from every other, so that it counts once
 * @param reason why; the row keeps its own where it is not given
 */
export const settleRows = async ({
  fileID,
  from = 'charging',
  gone,
  key,
  outcome,
  payload,
  reason,
  req,
}: {
  fileID: string
  from?: 'charging' | 'sold'
  gone?: 'file' | 'lines'
  key: string
  outcome: 'failed' | 'reserved' | 'sold'
  payload: Payload
  reason?: string
  req: PayloadRequest
}): Promise<void> => {
  const rows = await readMany<Row>({
    collection: 'run-rows',
    payload,
    req,
    select: ['institution', 'outcome', 'reason', 'run', 'site'],
    where: { newFile: fileID, outcome: from },
  })
  const [first] = rows
  if (!first) return
  await updateMany({
    collection: 'run-rows',
    data: {
      outcome,
      ...(reason && { reason }),
      ...(gone && { newFile: null, newFileNumber: null, newLine: null }),
    },
    payload,
    req,
    where: { id: rows.map(({ id }) => id) },
  })
  const counts: Counts = {}
  const add = (name: string, by: number) => (counts[name] = (counts[name] ?? 0) + by)
  for (const row of rows) {
    add(from, -1)
    add(outcome, 1)
    if (!reason || reason === row.reason) continue
    add(`reason:${row.reason}`, -1)
    add(`reason:${reason}`, 1)
  }
  if (gone === 'file') add('files', -1)
  await insertMany({
    collection: 'run-chunks',
    docs: [
      {
        chunkKey: `${first.run}:${LATER}:${key}`,
        counts,
        index: 0,
        institution: first.institution,
        items: [],
        phase: LATER,
        run: first.run,
        site: first.site,
        size: 0,
        state: 'done',
      },
    ],
    payload,
    req,
  })
  // A run that has ended has counted already.
  await updateMany({
    collection: 'runs',
    data: { recount: true },
    payload,
    req,
    where: { id: first.run, state: 'done' },
  })
}

/** Adds up the counts of runs whose rows came out otherwise after their end; the worker looks every few seconds. */
export const recountRuns = async ({ payload }: { payload: Payload }): Promise<void> => {
  const stale = await readMany<{ id: string; total: number }>({
    collection: 'runs',
    payload,
    select: ['total'],
    where: { recount: true, state: 'done' },
  })
  for (const { id } of stale) {
    await updateMany({ collection: 'runs', data: { recount: false }, payload, where: { id } })
    const { counts } = await sumChunks({ payload, runID: id })
    await updateMany({ collection: 'runs', data: { counts }, payload, where: { id } })
  }
}

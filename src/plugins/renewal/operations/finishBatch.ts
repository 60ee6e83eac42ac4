import type { Payload, PayloadRequest } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'

import { updateMany } from '../../../database/bulk'

/** When a run ends its batch is done, or waits for its next date. */
export const finishBatch = async ({
  counts,
  payload,
  req,
  run,
}: {
  counts: Counts
  payload: Payload
  req: PayloadRequest
  run: Run
}): Promise<void> => {
  // What is settled at this very moment may be missing from the sum.
  if (counts.charging)
    await updateMany({
      collection: 'runs',
      data: { recount: true },
      payload,
      req,
      where: { id: run.id },
    })
  if (!run.batch) return
  await updateMany({
    collection: 'renewal-batches',
    data: { state: 'done' },
    payload,
    req,
    where: { id: run.batch, lastRun: run.id, nextRunAt: null },
  })
  await updateMany({
    collection: 'renewal-batches',
    data: { state: 'scheduled' },
    payload,
    req,
    where: { id: run.batch, lastRun: run.id, nextRunAt: { not: null } },
  })
}

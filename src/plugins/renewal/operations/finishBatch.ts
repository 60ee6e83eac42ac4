import type { Payload, PayloadRequest } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'

import { updateMany } from '../../../database/bulk'

/** When a run ends its batch is done, or waits for its next date. */
export const finishBatch = async ({
  payload,
  req,
  run,
}: {
  counts: Counts
  payload: Payload
  req: PayloadRequest
  run: Run
}): Promise<void> => {
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

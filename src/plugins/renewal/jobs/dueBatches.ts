import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { readMany, updateMany } from '../../../database/bulk'
import { createRun } from '../../../jobs/runs/createRun'
import { endRun } from '../../../jobs/runs/endRun'
import { readRun } from '../../../jobs/runs/runLane'
import { errorCodeOf } from '../../../utilities/errors'
import { nextDate } from '../operations/nextDate'
import type { Batch } from '../operations/readBatch'

import { readBatch } from '../operations/readBatch'
import { startRenewal } from '../operations/startRenewal'
import { renewalKind } from '../renewalKinds'

/**
 * Starts the batches whose date has come, each on behalf of the person who scheduled it. A batch that cannot start (somebody took
 * the prices away) leaves a failed run with the reason, so that the morning shows it, and waits for its next date.
 */
export const startDueBatches = async ({ payload }: { payload: Payload }): Promise<void> => {
  const now = new Date()
  const due = await readMany({
    collection: 'renewal-batches',
    payload,
    select: ['nextRunAt', 'startedBy', 'site'],
    where: { nextRunAt: { before: now, not: null } },
  })
  for (const { id, nextRunAt, site, startedBy } of due) {
    const place = await payload.findByID({
      id: site,
      collection: 'sites',
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
    })
    // It keeps its date, and starts once the plugin is on again.
    if (!place?.plugins?.includes('renewal')) {
      payload.logger.info({
        batch: id,
        msg: 'A batch is due, but its site has renewal switched off',
      })
      continue
    }
    const req = await createLocalReq({}, payload)
    const user = startedBy
      ? await payload.findByID({
          id: startedBy,
          collection: 'users',
          depth: 0,
          disableErrors: true,
          overrideAccess: true,
          req,
        })
      : null
    if (user) req.user = { ...user, collection: 'users' } as never
    const batch = await readBatch({ batchID: id, payload, req, trusted: true })
    if (!batch) continue
    const dueAt = new Date(nextRunAt)
    try {
      if (!user)
        throw new Error(
          'The person who scheduled this batch has no account any more. Schedule it anew.',
        )
      await startRenewal({ batch, dueAt, payload, req })
    } catch (err) {
      if (errorCodeOf(err) === 'alreadyRunning') continue
      payload.logger.error({ err, msg: `Batch ${batch.name} could not start` })
      const next = nextDate({
        after: now,
        every: batch.every,
        from: dueAt,
        when: batch.when,
        zone: batch.zone,
      })
      await updateMany({
        collection: 'renewal-batches',
        data: { nextRunAt: next?.toISOString() ?? null, state: next ? 'scheduled' : 'new' },
        payload,
        where: { id, nextRunAt },
      })
      await reportRefusal({ batch, err, payload })
    }
  }
}

const reportRefusal = async ({
  batch,
  err,
  payload,
}: {
  batch: Batch
  err: unknown
  payload: Payload
}) => {
  const runID = await createRun({
    batch: batch.id,
    institution: batch.institution,
    kind: renewalKind,
    payload,
    settings: batch.settings,
    simulation: batch.simulation,
    site: batch.site,
    startedBy: batch.startedBy,
    title: batch.name,
  })
  const problem = (err as { data?: { values?: { problem?: string } } }).data?.values?.problem
  const run = await readRun(payload, runID)
  if (!run) return
  await endRun({
    data: { error: problem ?? (err instanceof Error ? err.message : String(err)) },
    expected: { id: { equals: runID } },
    payload,
    run,
    state: 'failed',
  })
}

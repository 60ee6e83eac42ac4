import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { readMany, updateMany } from '../../../database/bulk'
import { createRun } from '../../../jobs/runs/createRun'
import { endRun } from '../../../jobs/runs/endRun'
import { readRun } from '../../../jobs/runs/runLane'
import { errorCodeOf, RepriseError } from '../../../utilities/errors'
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
      if (!user) throw new RepriseError('schedulerGone')
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
        data: {
          lastRun: await reportRefusal({ batch, err, payload }),
          nextRunAt: next?.toISOString() ?? null,
          state: next ? 'scheduled' : 'done',
        },
        payload,
        where: { id, nextRunAt },
      })
    }
  }
}

/** Leaves a failed run that says why. @returns its id */
const reportRefusal = async ({
  batch,
  err,
  payload,
}: {
  batch: Batch
  err: unknown
  payload: Payload
}): Promise<string> => {
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
  const { problem, value } =
    (err as { data?: { values?: { problem?: string; value?: string } } }).data?.values ?? {}
  const said = err instanceof Error ? err.message : String(err)
  const run = (await readRun(payload, runID))!
  await endRun({
    data: { error: problem ? [problem, value].filter(Boolean).join(': ') : said },
    expected: { id: { equals: runID } },
    payload,
    run,
    state: 'failed',
  })
  return runID
}

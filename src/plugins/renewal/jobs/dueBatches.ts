import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { Batch } from '../operations/readBatch'

import { readMany, updateMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { createRefusedRun } from '../../../jobs/runs/createRun'
import { errorCodeOf, RepriseError } from '../../../utilities/errors'
import { nextDate } from '../operations/nextDate'
import { readBatch } from '../operations/readBatch'
import { startRenewal } from '../operations/startRenewal'
import { renewalKind } from '../renewalKinds'

/**
 * Starts the batches whose date has come, each on behalf of the person who scheduled it. A batch that cannot start (somebody took
 * the prices away) leaves a failed run with the reason, so that the morning shows it, and waits for its next date. What goes wrong
 * with one keeps no other one from starting.
 */
export const startDueBatches = async ({ payload }: { payload: Payload }): Promise<void> => {
  const due = await readMany<DueBatch>({
    collection: 'renewal-batches',
    payload,
    select: ['nextRunAt', 'startedBy', 'site'],
    where: { nextRunAt: { not: null, until: new Date() } },
  })
  for (const batch of due)
    try {
      await startDueBatch({ due: batch, payload })
    } catch (err) {
      // It is still due, and is looked at again with the next round.
      payload.logger.error({
        batch: batch.id,
        err,
        msg: 'A batch that is due could not be looked at',
      })
    }
}

type DueBatch = { id: string; nextRunAt: string; site: string; startedBy: null | string }

const startDueBatch = async ({ due, payload }: { due: DueBatch; payload: Payload }) => {
  const { id, nextRunAt, site, startedBy } = due
  const place = await payload.findByID({
    id: site,
    collection: 'sites',
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  // It keeps its date, and starts once the plugin is on again.
  if (!place?.plugins?.includes('renewal')) {
    payload.logger.info({ batch: id, msg: 'A batch is due, but its site has renewal switched off' })
    return
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
  if (!batch) return
  try {
    if (!user) throw new RepriseError('schedulerGone')
    await startRenewal({ batch, dueAt: new Date(nextRunAt), payload, req })
  } catch (err) {
    if (errorCodeOf(err) === 'alreadyRunning') return
    payload.logger.error({ err, msg: `Batch ${batch.name} could not start` })
    await refuse({ batch, err, nextRunAt, payload })
  }
}

/**
 * Leaves a failed run that says why, and lets the batch wait for its next date: both, or neither. Nothing when another worker has done
 * so, or somebody has given the batch another date.
 */
const refuse = async ({
  batch,
  err,
  nextRunAt,
  payload,
}: {
  batch: Batch
  err: unknown
  nextRunAt: Date | string
  payload: Payload
}): Promise<void> => {
  const next = nextDate({
    after: new Date(),
    every: batch.every,
    from: new Date(nextRunAt),
    when: batch.when,
    zone: batch.zone,
  })
  const { problem, value } =
    (err as { data?: { values?: { problem?: string; value?: string } } }).data?.values ?? {}
  const said = err instanceof Error ? err.message : String(err)
  await inTransaction({
    payload,
    work: async (req) => {
      const change = (data: object, where: object = {}) =>
        updateMany({
          collection: 'renewal-batches',
          data,
          payload,
          req,
          where: { id: batch.id, ...where },
        })
      const isDue = await change(
        { nextRunAt: next?.toISOString() ?? null, state: next ? 'scheduled' : 'done' },
        { nextRunAt },
      )
      if (!isDue) return
      const lastRun = await createRefusedRun({
        batch: batch.id,
        error: problem ? [problem, value].filter(Boolean).join(': ') : said,
        institution: batch.institution,
        kind: renewalKind,
        payload,
        req,
        settings: batch.settings,
        simulation: batch.simulation,
        site: batch.site,
        startedBy: batch.startedBy,
        title: batch.name,
      })
      await change({ lastRun })
    },
  })
}

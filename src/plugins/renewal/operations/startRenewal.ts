import type { Payload, PayloadRequest } from 'payload'

import type { Batch } from './readBatch'

import { readMany } from '../../../database/bulk'
import { compareAndSwap } from '../../../database/compareAndSwap'
import { inTransaction } from '../../../database/inTransaction'
import { ACTIVE_STATES, createRun } from '../../../jobs/runs/createRun'
import { RepriseError } from '../../../utilities/errors'
import { renewalKind } from '../renewalKinds'
import { checkStart } from './checkStart'
import { nextDate } from './nextDate'
import { refuseBlocked } from './refuseBlocked'

type Args = {
  batch: Batch
  /** The moment it was scheduled for; each moment starts once, whoever looks first. */
  dueAt?: Date
  /** Only these origin lines (run the failed ones again). */
  lineIDs?: string[]
  payload: Payload
  req: PayloadRequest
  /** Instead of the batch's own setting. */
  simulation?: boolean
}

/**
 * Starts a batch: checks it, freezes its settings into a run, and leaves the work to the workers. Of two who start it at once
 * one is refused.
 *
 * @returns the run's id
 * @throws RepriseError `startRefused` with the first field in the way, `alreadyRunning`
 */
export const startRenewal = async ({
  batch,
  dueAt,
  lineIDs,
  payload,
  req,
  simulation = batch.simulation,
}: Args): Promise<string> => {
  const { problems } = await checkStart({ batch, payload })
  refuseBlocked(problems)
  return inTransaction({
    payload,
    req,
    work: async (own) => {
      const active = await readMany({
        collection: 'runs',
        payload,
        req: own,
        select: [],
        where: { batch: batch.id, state: [...ACTIVE_STATES] },
      })
      if (active.length) throw new RepriseError('alreadyRunning')
      const runID = await createRun({
        batch: batch.id,
        dueAt,
        institution: batch.institution,
        kind: renewalKind,
        payload,
        req: own,
        runKey: dueAt ? `${batch.id}:${dueAt.toISOString()}` : undefined,
        settings: { ...batch.settings, lineIDs: lineIDs ?? null },
        simulation,
        site: batch.site,
        startedBy: batch.settings.user?.id,
        title: batch.name,
      })
      const next = dueAt
        ? nextDate({
            after: new Date(),
            every: batch.every,
            from: dueAt,
            when: batch.when,
            zone: batch.zone,
          })
        : batch.nextRunAt
      // The last run is the token: whoever started it in the meantime has put another one there.
      const mine = await compareAndSwap({
        collection: 'renewal-batches' as 'sites',
        data: {
          lastRun: runID,
          nextRunAt: next ? new Date(next).toISOString() : null,
          state: 'running',
        },
        expected: {
          and: [
            { id: { equals: batch.id } },
            batch.lastRun ? { lastRun: { equals: batch.lastRun } } : { lastRun: { exists: false } },
          ],
        },
        payload,
        req: own,
      })
      if (!mine) throw new RepriseError('alreadyRunning')
      return runID
    },
  })
}

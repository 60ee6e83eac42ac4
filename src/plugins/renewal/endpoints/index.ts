import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Translate } from '../../../utilities/explain'

import { hasRole } from '../../../access/ofOwnInstitution'
import { readMany, updateMany } from '../../../database/bulk'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { siteOf } from '../../../endpoints/siteOf'
import { readRun } from '../../../jobs/runs/runLane'
import { RepriseError } from '../../../utilities/errors'
import { checkStart } from '../operations/checkStart'
import { nextStartOf } from '../operations/nextDate'
import { readBatch } from '../operations/readBatch'
import { refuseBlocked } from '../operations/refuseBlocked'
import { startAgain } from '../operations/startAgain'
import { startRenewal } from '../operations/startRenewal'
import { startUndo } from '../operations/startUndo'

const byID = { params: z.object({ id: z.string().min(1).max(64) }) }
const runID = z.object({ runID: z.string() })
const mayRun = (req: PayloadRequest) => hasRole(req, 'administrator', 'salesManager')

const batchOf = async (req: PayloadRequest, id: string) => {
  const batch = await readBatch({ batchID: id, payload: req.payload, req })
  if (!batch) throw new RepriseError('notFound')
  return batch
}

/** When the batch was last changed: the form that asked for the change then knows it as its own. */
const changedAt = async (req: PayloadRequest, id: string): Promise<string> => {
  const [batch] = await readMany({
    collection: 'renewal-batches' as 'sites',
    payload: req.payload,
    req,
    select: ['updatedAt'],
    where: { id },
  })
  return new Date(batch!.updatedAt).toISOString()
}

/** The run, if the person asking may see it. */
const runOf = async (req: PayloadRequest, id: string) => {
  const { docs } = await req.payload.find({
    collection: 'runs',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  const run = docs[0] ? await readRun(req.payload, String(docs[0].id)) : null
  if (!run) throw new RepriseError('notFound')
  return run
}

const plugin = 'renewal'

/** What staff can do with renewal batches and their runs, over HTTP. */
export const endpoints: Endpoint[] = [
  defineEndpoint({
    handler: async ({ input, req }) => {
      const batch = await batchOf(req, input.params.id)
      const startsAt = batch.nextRunAt ? new Date(batch.nextRunAt) : nextStartOf(batch)
      const result = await checkStart({
        batch,
        payload: req.payload,
        startsAt: startsAt ?? undefined,
      })
      const t = req.t as Translate
      return {
        ...result,
        problems: result.problems.map((problem) => ({
          ...problem,
          message: t(`renewal:problems:${problem.code}`, problem.values),
          nextStep: t(`renewal:problemSteps:${problem.code}`, problem.values),
        })),
        zone: batch.zone,
      }
    },
    input: byID,
    method: 'get',
    output: z.object({
      batchSize: z.number().nullable(),
      numbers: z.object({
        alreadyRenewed: z.number(),
        automatic: z.number(),
        files: z.number(),
        stopped: z.number(),
        subscriptions: z.number(),
        toRenew: z.number(),
        unmapped: z.number(),
        unmappedTariff: z.number(),
        withoutPayment: z.number(),
      }),
      problems: z.array(
        z.object({
          code: z.string(),
          field: z.string(),
          isBlocking: z.boolean(),
          message: z.string(),
          nextStep: z.string(),
        }),
      ),
      unmapped: z.array(z.object({ count: z.number(), subscription: z.string() })),
      zone: z.string(),
    }),
    path: '/renewal/batches/:id/check',
    plugin,
    siteID: siteOf('renewal-batches'),
    summary: 'Check a renewal batch before it starts, and say what will happen in numbers',
    transaction: false,
    who: (req) =>
      hasRole(req, 'administrator', 'salesManager', 'cashier', 'accountant', 'marketing'),
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      const batch = await batchOf(req, input.params.id)
      return {
        runID: await startRenewal({
          batch,
          payload: req.payload,
          req,
          simulation: input.body?.simulation ?? batch.simulation,
        }),
      }
    },
    input: { ...byID, body: z.object({ simulation: z.boolean().optional() }).optional() },
    method: 'post',
    output: runID,
    path: '/renewal/batches/:id/start',
    plugin,
    siteID: siteOf('renewal-batches'),
    summary: 'Start a renewal batch now',
    transaction: false,
    who: mayRun,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      const batch = await batchOf(req, input.params.id)
      if (batch.when === 'byHand' || !batch.startAt)
        throw new RepriseError('startMissing', { field: 'when' })
      const next = nextStartOf(batch)
      if (!next) throw new RepriseError('startInPast', { field: 'startAt' })
      const { problems } = await checkStart({ batch, payload: req.payload, startsAt: next })
      refuseBlocked(problems)
      await updateMany({
        collection: 'renewal-batches' as 'sites',
        data: { nextRunAt: next.toISOString(), startedBy: req.user!.id, state: 'scheduled' },
        payload: req.payload,
        req,
        where: { id: batch.id },
      })
      return { nextRunAt: next.toISOString(), updatedAt: await changedAt(req, batch.id) }
    },
    input: byID,
    method: 'post',
    output: z.object({ nextRunAt: z.string(), updatedAt: z.string() }),
    path: '/renewal/batches/:id/schedule',
    plugin,
    siteID: siteOf('renewal-batches'),
    summary: 'Schedule a renewal batch for its date, once or repeated',
    transaction: true,
    who: mayRun,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      const batch = await batchOf(req, input.params.id)
      await updateMany({
        collection: 'renewal-batches' as 'sites',
        data: { nextRunAt: null, state: batch.lastRun ? 'done' : 'new' },
        payload: req.payload,
        req,
        where: { id: batch.id },
      })
      return { updatedAt: await changedAt(req, batch.id) }
    },
    input: byID,
    method: 'post',
    output: z.object({ updatedAt: z.string() }),
    path: '/renewal/batches/:id/unschedule',
    plugin,
    siteID: siteOf('renewal-batches'),
    summary: 'Take a renewal batch off the schedule',
    transaction: true,
    who: mayRun,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => ({
      runID: await startAgain({
        payload: req.payload,
        req,
        run: await runOf(req, input.params.id),
      }),
    }),
    input: byID,
    method: 'post',
    output: runID,
    path: '/renewal/runs/:id/again',
    plugin,
    siteID: siteOf('runs'),
    summary: 'Run the failed subscriptions of a run again',
    transaction: false,
    who: mayRun,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => ({
      runID: await startUndo({ payload: req.payload, req, run: await runOf(req, input.params.id) }),
    }),
    input: byID,
    method: 'post',
    output: runID,
    path: '/renewal/runs/:id/undo',
    plugin,
    siteID: siteOf('runs'),
    summary: 'Undo what a run made, as far as nobody has touched it',
    transaction: false,
    who: mayRun,
  }),
]

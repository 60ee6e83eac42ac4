import type { Payload, PayloadRequest, Where } from 'payload'

import { randomUUID } from 'crypto'

import type { ResumedSettings } from './progressOf'
import type { RunState } from './runStates'
import type { Run } from './types'

import { refusePluginOff } from '../../access/isPluginOn'
import { insertMany, newID, readMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction } from '../../database/inTransaction'
import { authorOf } from '../../utilities/authorOf'
import { progressOf } from './progressOf'
import { reportEnd } from './reportEnd'
import { runKindNamed } from './runKinds'

type Args = {
  batch?: null | string
  dueAt?: Date | null
  institution: string
  kind: string
  payload: Payload
  req?: Partial<PayloadRequest>
  /** A key that exists once: what is scheduled for a moment starts once, whoever looks first. */
  runKey?: string
  settings: unknown
  simulation?: boolean
  site: string
  startedBy?: null | string
  title: string
}

const newRun = ({
  batch = null,
  dueAt = null,
  institution,
  kind,
  payload,
  runKey = randomUUID(),
  settings,
  simulation = false,
  site,
  startedBy = null,
  title,
}: Args) => ({
  id: newID(payload),
  batch,
  counts: {},
  dueAt: dueAt?.toISOString(),
  institution,
  kind,
  phase: 0,
  plannedPhase: -1,
  processed: 0,
  runKey,
  settings,
  simulation,
  site,
  startedBy,
  state: 'scheduled' as RunState,
  title,
  total: 0,
})

/** Writes down a run; a worker takes it up. @returns its id */
export const createRun = async ({ req, ...args }: Args): Promise<string> => {
  const run = newRun(args)
  await insertMany({ collection: 'runs', docs: [run], payload: args.payload, req })
  return run.id
}

/**
 * Writes down a run that was refused before it could begin, with the reason, and mails it to whoever would have started it. No worker
 * may ever take it up, since its settings have not passed the check: it is failed from the first.
 *
 * @returns its id
 */
export const createRefusedRun = async ({
  error,
  req,
  ...args
}: { error: string; req: PayloadRequest } & Args): Promise<string> => {
  const run = {
    ...newRun(args),
    error,
    finishedAt: new Date().toISOString(),
    state: 'failed' as RunState,
  }
  const { payload } = args
  await insertMany({ collection: 'runs', docs: [run], payload, req })
  await reportEnd({ ending: 'refused', payload, req, run: run as unknown as Run })
  return run.id
}

/** States in which a worker still has something to do. */
export const ACTIVE_STATES = ['scheduled', 'preparing', 'running', 'stopping'] as const

type Steering = {
  payload: Payload
  /** Of the person who says so, whom the journal names. */
  req?: Partial<PayloadRequest>
  run: Run
}

/** Asks the lanes to stop after their chunk; the journal says who did. @returns whether it was running */
export const stopRun = (args: Steering): Promise<boolean> =>
  steer({
    ...args,
    allowed: { state: { in: ['scheduled', 'preparing', 'running'] } },
    data: { state: 'stopping' },
  })

/**
 * Lets a stopped or failed run go on where it was; one that failed without having begun was refused by a check, which going on must
 * not get round. The journal says who did.
 *
 * @returns whether it could
 * @throws RepriseError `pluginOff`, and what its kind has against it
 */
export const resumeRun = async ({ payload, req, run }: Steering): Promise<boolean> => {
  const { beforeResume, plugin } = runKindNamed(run.kind)
  // Only going on is refused: a run that is under way when its plugin is switched off may finish, or be stopped.
  if (plugin) await refusePluginOff({ payload, plugin, req, siteID: run.site })
  beforeResume?.(run)
  const { processed } = await progressOf({ payload, run })
  // Its end is estimated from here on: the time it stood still says nothing of its pace.
  const resumed: ResumedSettings = { resumed: { at: new Date().toISOString(), processed } }
  return steer({
    allowed: {
      or: [
        { state: { equals: 'stopped' } },
        { and: [{ state: { equals: 'failed' } }, { startedAt: { exists: true } }] },
      ],
    },
    data: {
      error: null,
      finishedAt: null,
      leaseOwner: null,
      leaseUntil: null,
      settings: { ...run.settings, ...resumed },
      state: run.plannedPhase === run.phase ? 'running' : 'preparing',
    },
    payload,
    req,
    run,
  })
}

/** Puts a run into another state and notes it in the journal, in one transaction. @returns whether its state allowed it */
const steer = ({
  allowed,
  data,
  payload,
  req,
  run,
}: { allowed: Where; data: { state: RunState } & Record<string, unknown> } & Steering) =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      // It may have moved on since it was read.
      const [before] = await readMany({
        collection: 'runs',
        payload,
        req: own,
        select: ['state'],
        where: { id: run.id },
      })
      if (!before) return false
      const steered = await compareAndSwap({
        collection: 'runs',
        data,
        expected: {
          and: [{ id: { equals: run.id } }, { state: { equals: before.state } }, allowed],
        },
        payload,
        req: own,
      })
      if (!steered) return false
      await insertMany({
        collection: 'journal',
        docs: [
          {
            action: 'update',
            after: { state: data.state },
            before: { state: before.state },
            document: run.id,
            documentTitle: run.title,
            institution: run.institution,
            noun: 'runs',
            site: run.site,
            ...authorOf(own),
          },
        ],
        payload,
        req: own,
      })
      return true
    },
  })

import type { Payload, PayloadRequest } from 'payload'

import { randomUUID } from 'crypto'

import type { ResumedSettings } from './progressOf'
import type { RunState } from './runStates'
import type { Run } from './types'

import { refusePluginOff } from '../../access/isPluginOn'
import { insertMany, newID } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
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

/** Asks the lanes to stop after their chunk. @returns whether it was running */
export const stopRun = async ({ payload, run }: { payload: Payload; run: Run }): Promise<boolean> =>
  Boolean(
    await compareAndSwap({
      collection: 'runs',
      data: { state: 'stopping' },
      expected: {
        and: [{ id: { equals: run.id } }, { state: { in: ['scheduled', 'preparing', 'running'] } }],
      },
      payload,
    }),
  )

/**
 * Lets a stopped or failed run go on where it was; one that failed without having begun was refused by a check, which going on must
 * not get round.
 *
 * @returns whether it could
 * @throws RepriseError `pluginOff`, and what its kind has against it
 */
export const resumeRun = async ({
  payload,
  run,
}: {
  payload: Payload
  run: Run
}): Promise<boolean> => {
  const { beforeResume, plugin } = runKindNamed(run.kind)
  // Only going on is refused: a run that is under way when its plugin is switched off may finish, or be stopped.
  if (plugin) await refusePluginOff({ payload, plugin, siteID: run.site })
  beforeResume?.(run)
  const { processed } = await progressOf({ payload, run })
  // Its end is estimated from here on: the time it stood still says nothing of its pace.
  const resumed: ResumedSettings = { resumed: { at: new Date().toISOString(), processed } }
  return Boolean(
    await compareAndSwap({
      collection: 'runs',
      data: {
        error: null,
        finishedAt: null,
        leaseOwner: null,
        leaseUntil: null,
        settings: { ...run.settings, ...resumed },
        state: run.plannedPhase === run.phase ? 'running' : 'preparing',
      },
      expected: {
        and: [
          { id: { equals: run.id } },
          {
            or: [
              { state: { equals: 'stopped' } },
              { and: [{ state: { equals: 'failed' } }, { startedAt: { exists: true } }] },
            ],
          },
        ],
      },
      payload,
    }),
  )
}

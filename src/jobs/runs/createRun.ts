import type { Payload, PayloadRequest } from 'payload'

import { randomUUID } from 'crypto'

import type { Run } from './types'

import { insertMany, newID } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'

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

/** Writes down a run; a worker takes it up. @returns its id */
export const createRun = async ({
  batch = null,
  dueAt = null,
  institution,
  kind,
  payload,
  req,
  runKey = randomUUID(),
  settings,
  simulation = false,
  site,
  startedBy = null,
  title,
}: Args): Promise<string> => {
  const id = newID(payload)
  await insertMany({
    collection: 'runs',
    docs: [
      {
        id,
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
        state: 'scheduled',
        title,
        total: 0,
      },
    ],
    payload,
    req,
  })
  return id
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
 */
export const resumeRun = async ({
  payload,
  run,
}: {
  payload: Payload
  run: Run
}): Promise<boolean> =>
  Boolean(
    await compareAndSwap({
      collection: 'runs',
      data: {
        error: null,
        finishedAt: null,
        leaseOwner: null,
        leaseUntil: null,
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

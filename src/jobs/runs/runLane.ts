import type { Payload, Where } from 'payload'

import { randomUUID } from 'crypto'
import { hostname } from 'os'

import type { Step } from './claimChunk'
import type { Chunk, Run } from './types'

import { deleteMany, readMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction, isDuplicateKey, isTransient } from '../../database/inTransaction'
import { letRequestsPass } from '../../utilities/requestsUnderWay'
import { AFFINITY_MS, claimChunk, keepingLease } from './claimChunk'
import { endRun } from './endRun'
import { LeaseLost, preparePhase } from './preparePhase'
import { progressOf } from './progressOf'
import { runKindNamed } from './runKinds'

/** A lane that died gives its chunk back after this time; a chunk takes a fraction of a second. */
const DEFAULT_LEASE_MS = 20_000
/** How often a chunk is decided anew because somebody else was quicker at a seat, before the run stops and says so. */
const ATTEMPTS = 8
const WAIT_MS = 250
/** How long other writers may be in the way before the run stops and says so. */
const BLOCKED_LIMIT_MS = 5 * 60_000

type Args = {
  /** After how many milliseconds others take over what a lane that died held. @default 20000 */
  leaseMS?: number
  /** Told after each chunk; an Agenda job keeps its lock alive with it. */
  onProgress?: () => Promise<void> | void
  payload: Payload
  runID: string
  /** Ends the lane after the current chunk; the run stays as it is and another lane goes on. */
  signal?: AbortSignal
}

/**
 * Works on a run until it is done, stopped or failed: claims chunk after chunk, and writes the effects of each, its result
 * rows and its position in one transaction. Any number of lanes in any number of processes may work on one run; a lane that
 * is killed loses nothing and doubles nothing.
 *
 * @returns how many chunks this lane has done
 */
export const runLane = async ({
  leaseMS = DEFAULT_LEASE_MS,
  onProgress,
  payload,
  runID,
  signal,
}: Args): Promise<number> => {
  // Who looks into a run sees which processes took part.
  const lane = `${hostname()}:${process.pid}:${randomUUID()}`
  let done = 0
  let blockedSince: number | undefined
  while (!signal?.aborted) {
    await letRequestsPass()
    const run = await readRun(payload, runID)
    if (!run) return done
    await onProgress?.()
    if (run.state === 'stopping') {
      await end(payload, run, 'stopped')
      return done
    }
    if (run.state !== 'scheduled' && run.state !== 'preparing' && run.state !== 'running')
      return done
    const kind = runKindNamed(run.kind)
    try {
      if (run.state !== 'running') {
        if (!(await preparePhase({ kind, lane, leaseMS, onProgress, payload, run }))) await pause()
        continue
      }
      const next = await claimChunk({ kind, lane, leaseMS, payload, run })
      if (next === 'wait') await pause()
      else if (next === 'none') await advance({ kind, payload, run })
      else if (await processChunk({ chunk: next, kind, lane, leaseMS, onProgress, payload, run })) {
        done++
        blockedSince = undefined
      } else await pause()
    } catch (err) {
      // Another lane prepares in our place; look again.
      if (err instanceof LeaseLost) continue
      // Somebody holds what this lane needs: on MongoDB also the transaction of a process that was killed, until the server
      // gives it up (transactionLifetimeLimitSeconds, 60 by default). That passes without a hand.
      if (isTransient(err)) {
        blockedSince ??= Date.now()
        if (Date.now() - blockedSince < BLOCKED_LIMIT_MS) {
          payload.logger.warn({ msg: `Run ${run.title} (${runID}) waits for another writer` })
          await onProgress?.()
          await pause()
          continue
        }
      }
      payload.logger.error({ err, msg: `Run ${run.title} (${runID}) failed` })
      await end(payload, run, 'failed', {
        error: err instanceof Error ? err.message.slice(0, 500) : String(err),
      })
      return done
    }
  }
  return done
}

/** One run as the engine reads it, or `null`. */
export const readRun = async (payload: Payload, runID: string): Promise<null | Run> =>
  (await readMany<Run>({ collection: 'runs', payload, where: { id: runID } }))[0] ?? null

const end = (
  payload: Payload,
  run: Run,
  state: 'failed' | 'stopped',
  data?: { error: string },
): Promise<boolean> =>
  endRun({
    data,
    expected: {
      and: [
        { id: { equals: run.id } },
        // What fails while it is prepared for the first time was still scheduled when this lane read it.
        { state: { in: run.state === 'scheduled' ? ['scheduled', 'preparing'] : [run.state] } },
      ],
    },
    payload,
    run,
    state,
  })

/** @returns whether the chunk is done; otherwise it was given back */
const processChunk = async ({
  chunk,
  kind,
  lane,
  leaseMS,
  onProgress,
  payload,
  run,
}: { chunk: Chunk; leaseMS: number } & Pick<Args, 'onProgress'> & Step): Promise<boolean> => {
  const giveBack = () =>
    compareAndSwap({
      collection: 'run-chunks',
      data: { claimedBy: null, leaseUntil: null, state: 'open' },
      expected: { and: [{ id: { equals: chunk.id } }, { claimedBy: { equals: lane } }] },
      payload,
    })
  for (let attempt = 1; ; attempt++) {
    const result = await keepingLease({ chunk, lane, leaseMS, onProgress, payload }, () =>
      kind.phases[run.phase]!.process({ attempt, chunk, payload, run }),
    )
    if (!result) return false
    if (result === 'later') {
      await giveBack()
      return false
    }
    try {
      await inTransaction({
        payload,
        work: async (req) => {
          await result.write(req)
          const settled = await compareAndSwap({
            collection: 'run-chunks',
            // What was to be done is not kept: an import's items are people.
            data: {
              claimedBy: lane,
              counts: result.counts,
              items: [],
              leaseUntil: kind.phases[run.phase]!.isSequential(run)
                ? new Date(Date.now() + AFFINITY_MS).toISOString()
                : null,
              state: 'done',
            },
            expected: {
              and: [
                { id: { equals: chunk.id } },
                { state: { equals: 'claimed' } },
                { claimedBy: { equals: lane } },
              ],
            },
            payload,
            req,
          })
          // Another lane took it over because ours was too slow: its transaction counts, not this one.
          if (!settled) throw new LeaseLost()
          if (result.exhausted)
            await deleteMany({
              collection: 'run-chunks',
              payload,
              req,
              where: { phase: run.phase, run: run.id, state: 'open' },
            })
        },
      })
      return true
    } catch (err) {
      if (err instanceof LeaseLost) return true
      if (!isDuplicateKey(err) || attempt >= ATTEMPTS) {
        await giveBack()
        throw err
      }
    }
  }
}

/** Goes to the next phase, or ends the run. */
const advance = async ({ kind, payload, run }: Omit<Step, 'lane'>) => {
  const expected: Where = {
    and: [
      { id: { equals: run.id } },
      { state: { equals: 'running' } },
      { phase: { equals: run.phase } },
    ],
  }
  if (run.phase + 1 < kind.phases.length) {
    await compareAndSwap({
      collection: 'runs',
      data: { leaseOwner: null, leaseUntil: null, phase: run.phase + 1, state: 'preparing' },
      expected,
      payload,
    })
    return
  }
  const { counts, processed } = await progressOf({ payload, run })
  await endRun({
    data: { counts, processed },
    expected,
    payload,
    run,
    state: 'done',
    within: async (req) => kind.finish?.({ counts, payload, req, run }),
  })
}

const pause = () => new Promise((resolve) => setTimeout(resolve, WAIT_MS))

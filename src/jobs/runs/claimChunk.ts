import type { Payload } from 'payload'

import type { Chunk, Run, RunKind } from './types'

import { readMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'

/**
 * How long the lane that has done a chunk of a sequential phase has the next one to itself. It holds in memory what the next one needs;
 * lanes that took turns would each read all of it anew, every time.
 */
export const AFFINITY_MS = 2000

export type Step = { kind: RunKind; lane: string; payload: Payload; run: Run }

type Leased = { leaseMS: number } & Step

type Candidate = { claimedBy: null | string; leaseUntil: null | string; state: string } & Chunk

/** The next chunk for this lane; `wait` while others hold what must come before; `none` when the phase is through. */
export const claimChunk = async ({
  kind,
  lane,
  leaseMS,
  payload,
  run,
}: Leased): Promise<'none' | 'wait' | Chunk> => {
  const isSequential = kind.phases[run.phase]!.isSequential(run)
  // One state at a time, which is the order of the index: the chunks that are done cost nothing.
  const inState = (state: string) =>
    readMany<Candidate>({
      collection: 'run-chunks',
      limit: isSequential ? 1 : 8,
      payload,
      sort: 'index',
      where: { phase: run.phase, run: run.id, state },
    })
  let candidates = await inState('open')
  // In order, or near the end: also what another lane holds, or a dead one left behind.
  if (isSequential || candidates.length < 2) candidates.push(...(await inState('claimed')))
  if (isSequential) candidates = candidates.sort((a, b) => a.index - b.index).slice(0, 1)
  if (!candidates.length) return 'none'
  const now = new Date()
  if (isSequential && (await isAnothers({ index: candidates[0]!.index, lane, now, payload, run })))
    return 'wait'
  const free = candidates.filter(
    (chunk) => chunk.state === 'open' || !chunk.leaseUntil || new Date(chunk.leaseUntil) < now,
  )
  // Several lanes look at the same few: each starts at another one.
  const start = isSequential ? 0 : Math.floor(Math.random() * free.length)
  for (let i = 0; i < free.length; i++) {
    const chunk = free[(start + i) % free.length]!
    const claimed = await compareAndSwap({
      collection: 'run-chunks',
      data: {
        claimedBy: lane,
        leaseUntil: new Date(Date.now() + leaseMS).toISOString(),
        state: 'claimed',
      },
      expected: {
        and: [
          { id: { equals: chunk.id } },
          { state: { equals: chunk.state } },
          ...(chunk.claimedBy ? [{ claimedBy: { equals: chunk.claimedBy } }] : []),
        ],
      },
      payload,
    })
    if (claimed) return chunk
  }
  return 'wait'
}

/** Whether the chunk is for the lane that has just done the one before it. */
const isAnothers = async ({
  index,
  lane,
  now,
  payload,
  run,
}: { index: number; now: Date } & Omit<Step, 'kind'>): Promise<boolean> => {
  const [before] = await readMany<{
    id: string
    claimedBy: null | string
    leaseUntil: null | string
  }>({
    collection: 'run-chunks',
    payload,
    select: ['claimedBy', 'leaseUntil'],
    where: { chunkKey: `${run.id}:${run.phase}:${index - 1}`, state: 'done' },
  })
  return Boolean(
    before?.leaseUntil && before.claimedBy !== lane && new Date(before.leaseUntil) > now,
  )
}

/**
 * Renews the claim while work goes on that writes nothing: a chunk may begin with reading the seats of the whole season. It ends with
 * a whole lease ahead and no renewal under way, since on MongoDB a renewal within the transaction that follows would be in its way, each
 * time it is tried again.
 *
 * @returns what the work returns, or nothing when another lane has taken the chunk over
 */
export const keepingLease = async <T>(
  {
    chunk,
    lane,
    leaseMS,
    onProgress,
    payload,
  }: {
    chunk: Chunk
    lane: string
    leaseMS: number
    onProgress?: () => Promise<void> | void
    payload: Payload
  },
  work: () => Promise<T>,
): Promise<T | undefined> => {
  const renew = async () => {
    const still = await compareAndSwap({
      collection: 'run-chunks',
      data: { leaseUntil: new Date(Date.now() + leaseMS).toISOString() },
      expected: {
        and: [
          { id: { equals: chunk.id } },
          { state: { equals: 'claimed' } },
          { claimedBy: { equals: lane } },
        ],
      },
      payload,
    })
    await onProgress?.()
    return still
  }
  let renewing = Promise.resolve()
  let renewals = 0
  const timer = setInterval(() => {
    renewals++
    renewing = renewing.then(renew).then(
      () => undefined,
      (err: unknown) => payload.logger.warn({ err, msg: 'A claim could not be renewed' }),
    )
  }, leaseMS / 3)
  let result: T
  try {
    result = await work()
  } finally {
    clearInterval(timer)
    await renewing
  }
  // What was quick has nearly all of its lease before it.
  return !renewals || (await renew()) ? result : undefined
}

import type { Payload, Where } from 'payload'

import type { Phase, Run, RunKind } from './types'

import { deleteMany, insertMany, updateMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction, isDuplicateKey } from '../../database/inTransaction'

/** How often a lease is prolonged before it would run out. */
const BEATS_PER_LEASE = 4

/** Another lane does in our place what this one was doing. */
export class LeaseLost extends Error {}

type Args = {
  kind: RunKind
  lane: string
  leaseMS: number
  onProgress?: () => Promise<void> | void
  payload: Payload
  run: Run
}

/** Plans the chunks of the current phase; one lane does it, another takes over when it dies. */
export const preparePhase = async ({
  kind,
  lane,
  leaseMS,
  onProgress,
  payload,
  run,
}: Args): Promise<boolean> => {
  const now = Date.now()
  const lease = () => new Date(Date.now() + leaseMS).toISOString()
  const mine = await compareAndSwap({
    collection: 'runs',
    data: {
      leaseOwner: lane,
      leaseUntil: lease(),
      startedAt: run.startedAt ?? new Date(now).toISOString(),
      state: 'preparing',
    },
    expected: {
      and: [
        { id: { equals: run.id } },
        { state: { equals: run.state } },
        {
          or: [
            { leaseUntil: { exists: false } },
            { leaseUntil: { less_than: new Date(now).toISOString() } },
          ],
        },
      ],
    },
    payload,
  })
  if (!mine) return false
  const ours: Where[] = [{ id: { equals: run.id } }, { leaseOwner: { equals: lane } }]
  let isLost = false
  // A long file is read from end to end before its first chunk is known. Without this another lane would take over meanwhile, and
  // then the first from that one, for ever.
  let beating: Promise<void> | undefined
  const beat = setInterval(() => {
    beating = compareAndSwap({
      collection: 'runs',
      data: { leaseUntil: lease() },
      expected: { and: ours },
      payload,
    })
      .then((still) => {
        isLost ||= !still
        return onProgress?.()
      })
      .catch((err: unknown) => payload.logger.warn({ err, msg: 'A lease was not prolonged' }))
  }, leaseMS / BEATS_PER_LEASE)
  try {
    const { chunks, total } = await listChunks({
      isLost: () => isLost,
      lane,
      onProgress,
      payload,
      phase: kind.phases[run.phase]!,
      run,
    })
    // A beat within the transaction that follows would be in its way.
    clearInterval(beat)
    await beating
    const limit = kind.limit?.(run.settings) ?? total
    await publish({ chunks, lane, ours, payload, run, total: Math.min(limit, total) })
    return true
  } finally {
    clearInterval(beat)
  }
}

/**
 * Lists the work as chunks that nobody takes yet, each written alone: a transaction that also touched the run would keep everybody
 * from it, when its process is killed, until the server gives it up (on MongoDB a minute or more).
 *
 * @throws LeaseLost when another lane has taken over
 */
const listChunks = async ({
  isLost,
  lane,
  onProgress,
  payload,
  phase,
  run,
}: {
  isLost: () => boolean
  phase: Phase<unknown, unknown>
} & Pick<Args, 'lane' | 'onProgress' | 'payload' | 'run'>) => {
  // What a lane that died here had planned is planned anew.
  await deleteMany({ collection: 'run-chunks', payload, where: { phase: run.phase, run: run.id } })
  let chunks = 0
  let total = 0
  for await (const items of phase.plan({ payload, run })) {
    if (isLost()) throw new LeaseLost()
    if (!items.length) continue
    await insertMany({
      collection: 'run-chunks',
      docs: [
        {
          chunkKey: `${run.id}:${run.phase}:${chunks}`,
          claimedBy: lane,
          index: chunks,
          institution: run.institution,
          items,
          phase: run.phase,
          run: run.id,
          site: run.site,
          size: items.length,
          state: 'planned',
        },
      ],
      payload,
    }).catch((err: unknown) => {
      throw isDuplicateKey(err) ? new LeaseLost() : err
    })
    await onProgress?.()
    chunks++
    total += items.length
  }
  return { chunks, total }
}

/**
 * Gives the listed chunks to the lanes, in one step with the run, and only if they are all this lane's: one that was thought dead and
 * woke up may go on listing, and what it lists then stays planned.
 */
const publish = ({
  chunks,
  lane,
  ours,
  payload,
  run,
  total,
}: { chunks: number; ours: Where[]; total: number } & Pick<Args, 'lane' | 'payload' | 'run'>) =>
  inTransaction({
    payload,
    work: async (req) => {
      const still = await compareAndSwap({
        collection: 'runs',
        data: {
          leaseOwner: null,
          leaseUntil: null,
          plannedPhase: run.phase,
          state: 'running',
          ...(run.phase === 0 && { total }),
        },
        expected: { and: [...ours, { state: { equals: 'preparing' } }] },
        payload,
        req,
      })
      // Somebody has stopped it, or another lane prepares it: either sees to the rest.
      if (!still) return
      const published = await updateMany({
        collection: 'run-chunks',
        data: { claimedBy: null, state: 'open' },
        payload,
        req,
        where: { claimedBy: lane, phase: run.phase, run: run.id, state: 'planned' },
      })
      if (published !== chunks) throw new LeaseLost()
    },
  })

import type { Payload, Where } from 'payload'

import type { Run, RunKind } from './types'

import { deleteMany, insertMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction, isDuplicateKey } from '../../database/inTransaction'

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
  // What a lane that died here had planned is planned anew.
  await deleteMany({ collection: 'run-chunks', payload, where: { phase: run.phase, run: run.id } })
  let index = 0
  let total = 0
  for await (const items of kind.phases[run.phase]!.plan({ payload, run })) {
    if (!items.length) continue
    await inTransaction({
      payload,
      work: async (req) => {
        await insertMany({
          collection: 'run-chunks',
          docs: [
            {
              chunkKey: `${run.id}:${run.phase}:${index}`,
              index,
              institution: run.institution,
              items,
              phase: run.phase,
              run: run.id,
              site: run.site,
              size: items.length,
              state: 'open',
            },
          ],
          payload,
          req,
        })
        const still = await compareAndSwap({
          collection: 'runs',
          data: { leaseUntil: lease() },
          expected: { and: ours },
          payload,
          req,
        })
        if (!still) throw new LeaseLost()
      },
    }).catch((err) => {
      if (isDuplicateKey(err)) throw new LeaseLost()
      throw err
    })
    await onProgress?.()
    index++
    total += items.length
  }
  await compareAndSwap({
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
  })
  return true
}

import type { Payload } from 'payload'

import { randomUUID } from 'crypto'
import { hostname } from 'os'

import type { OutboxState } from './outboxStates'
import type { OutboxKind } from './types'

import { claimRows } from './claimRows'
import { outboxKindNamed, outboxKinds } from './outboxKinds'
import { sendRow } from './sendRow'

type Args = {
  /** One kind only; all when missing. */
  kind?: string
  /** Told now and then while there is work; an Agenda job keeps its lock alive with it. */
  onProgress?: () => Promise<void> | void
  payload: Payload
  /** Takes no more rows; what is in hand is finished. */
  signal?: AbortSignal
  /** Also takes what is due by then, each row once; for tests and for working ahead. Now when missing. */
  until?: Date
}

/** How often rows came out in each state. */
export type Drained = Partial<Record<OutboxState, number>>

const LOOK_AGAIN_MS = 5000

/**
 * Works off what is due in the outbox, several rows at a time, and comes back when nothing is due any more. Any number of workers
 * in any number of processes may do so at once; one that is killed is followed up by another once its leases have run out.
 */
export const drainOutbox = async ({ kind, ...args }: Args): Promise<Drained> => {
  const drained: Drained = {}
  const kinds = kind ? [outboxKindNamed(kind)] : outboxKinds()
  const results = await Promise.allSettled(
    kinds.map((one) => drainKind({ ...args, drained, kind: one })),
  )
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return drained
}

const drainKind = async ({
  drained,
  kind,
  onProgress,
  payload,
  signal,
  until,
}: { drained: Drained; kind: OutboxKind } & Omit<Args, 'kind'>): Promise<void> => {
  const worker = `${hostname()}:${process.pid}:${randomUUID()}`
  const seen = until && new Set<string>()
  const inHand = new Set<Promise<void>>()
  try {
    while (!signal?.aborted) {
      await onProgress?.()
      const claimed = await claimRows({
        kind,
        limit: kind.concurrency - inHand.size,
        payload,
        skip: seen,
        until: until ?? new Date(),
        worker,
      })
      for (const one of claimed) {
        seen?.add(one.row.id)
        const sending = sendRow({ claimed: one, kind, payload, signal, worker })
          .then((state) => {
            if (state) drained[state] = (drained[state] ?? 0) + 1
          })
          // Its lease runs out, and it is asked about.
          .catch((err: unknown) =>
            payload.logger.error({ err, msg: `${one.row.key} was not worked off` }),
          )
          .finally(() => inHand.delete(sending))
        inHand.add(sending)
      }
      if (!claimed.length && !inHand.size) return
      if (!claimed.length || inHand.size >= kind.concurrency)
        await Promise.race([...inHand, pause()])
    }
  } finally {
    await Promise.all(inHand)
  }
}

const pause = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, LOOK_AGAIN_MS).unref()
  })

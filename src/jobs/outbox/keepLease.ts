import type { Payload } from 'payload'

import type { OutboxKind, OutboxRow } from './types'

import { compareAndSwap } from '../../database/compareAndSwap'
import { heldBy, leaseEnd } from './claimRows'

/**
 * Gives signs of life for a row while it is being sent.
 *
 * @returns a signal that aborts when the row has been taken over, and `end`, to be called in every case; after it no sign is under way,
 *   which on MongoDB would be in the way of the transaction that settles the row
 */
export const keepLease = ({
  kind,
  payload,
  row,
  worker,
}: {
  kind: OutboxKind
  payload: Payload
  row: OutboxRow
  worker: string
}): { end: () => Promise<void>; signal: AbortSignal } => {
  const lost = new AbortController()
  let giving = Promise.resolve()
  const timer = setInterval(() => {
    giving = compareAndSwap({
      collection: 'outbox',
      data: { leaseUntil: leaseEnd(kind) },
      expected: heldBy(worker, row.id),
      payload,
    }).then(
      (mine) => void (mine ?? lost.abort()),
      (err: unknown) =>
        payload.logger.warn({ err, msg: `The lease of ${row.key} could not be kept` }),
    )
  }, kind.leaseMS / 3)
  return {
    end: () => {
      clearInterval(timer)
      return giving
    },
    signal: lost.signal,
  }
}

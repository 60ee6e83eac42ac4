import type { Payload } from 'payload'

import type { ClaimedRow } from './claimRows'
import type { OutboxState } from './outboxStates'
import type { OutboxKind, Outcome } from './types'

import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction } from '../../database/inTransaction'
import { crashPoint } from '../../utilities/crashPoint'
import { heldBy } from './claimRows'
import { keepLease } from './keepLease'

type Args = {
  claimed: ClaimedRow
  kind: OutboxKind
  payload: Payload
  signal?: AbortSignal
  worker: string
}

/** When to ask again about what is unknown, in milliseconds after the first, second … attempt. */
const ASK_AGAIN_MS = [15_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000]
const ERROR_LENGTH = 500

/**
 * Sends a row that this worker holds, or asks what became of it, and writes the outcome.
 *
 * @returns the state the row is in now; nothing when another worker has taken it over
 */
export const sendRow = async (args: Args): Promise<OutboxState | undefined> => {
  const { claimed, kind, payload, signal, worker } = args
  crashPoint('outbox:afterClaim')
  const lease = keepLease({ kind, payload, row: claimed.row, worker })
  const outcome = await attempt({
    ...args,
    signal: signal ? AbortSignal.any([lease.signal, signal]) : lease.signal,
  }).finally(lease.end)
  const state = await write({ ...args, outcome })
  crashPoint('outbox:afterSettle')
  return state
}

const attempt = async ({
  claimed: { mayHaveHappened, row },
  kind,
  payload,
  signal,
}: { signal: AbortSignal } & Args): Promise<Outcome> => {
  if (mayHaveHappened && !kind.recover)
    return {
      error: 'Sending was interrupted; whether it still arrived is not known.',
      state: 'unknown',
    }
  try {
    crashPoint('outbox:beforeSend')
    const outcome = await (mayHaveHappened ? kind.recover! : kind.send)({ payload, row, signal })
    crashPoint('outbox:afterSend')
    return outcome
  } catch (err) {
    payload.logger.error({ err, msg: `What became of ${row.key} is unknown` })
    return { dueAt: askAgainAt(row.attempts), error: textOf(err), state: 'unknown' }
  }
}

/** Writes the new state and what the kind makes of it in one transaction, if this worker still holds the row. */
const write = async ({
  claimed: { row },
  kind,
  outcome,
  payload,
  worker,
}: { outcome: Outcome } & Args): Promise<OutboxState | undefined> => {
  const state = outcome.state === 'retry' ? 'waiting' : outcome.state
  const expected = heldBy(worker, row.id)
  const data = {
    answer: outcome.answer ?? row.answer ?? null,
    // Nobody but `recover` could be asked.
    dueAt:
      outcome.state === 'unknown' && !kind.recover ? null : (outcome.dueAt?.toISOString() ?? null),
    error: outcome.error?.slice(0, ERROR_LENGTH) ?? null,
    leaseUntil: null,
    sentAt: outcome.state === 'done' ? new Date().toISOString() : null,
    state,
  }
  try {
    return await inTransaction({
      payload,
      work: async (req) => {
        const mine = await compareAndSwap({
          collection: 'outbox',
          data,
          expected,
          payload,
          req,
        })
        if (!mine) return undefined
        await kind.settle?.({ outcome, payload, req, row })
        crashPoint('outbox:beforeCommit')
        return state
      },
    })
  } catch (err) {
    payload.logger.error({ err, msg: `The outcome of ${row.key} could not be written` })
    // The answer must not be lost with what follows from it: a person sees both.
    const kept = await compareAndSwap({
      collection: 'outbox',
      data: {
        ...data,
        dueAt: kind.recover ? askAgainAt(row.attempts).toISOString() : null,
        error: `${outcome.state}: ${textOf(err)}`.slice(0, ERROR_LENGTH),
        sentAt: null,
        state: 'unknown',
      },
      expected,
      payload,
    })
    return kept ? 'unknown' : undefined
  }
}

const askAgainAt = (attempts: number): Date =>
  new Date(Date.now() + ASK_AGAIN_MS[Math.min(attempts, ASK_AGAIN_MS.length) - 1]!)

const textOf = (err: unknown): string => (err instanceof Error ? err.message : String(err))

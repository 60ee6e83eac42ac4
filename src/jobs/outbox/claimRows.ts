import type { Payload, Where } from 'payload'

import type { Conditions } from '../../database/bulk'
import type { OutboxKind, OutboxRow } from './types'

import { readMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { isTransient } from '../../database/inTransaction'

type StoredRow = { claimedBy: null | string } & OutboxRow

/** A row that this worker holds. */
export type ClaimedRow = {
  /** Whether an earlier attempt may have had its effect: it was interrupted, or came out unknown. */
  mayHaveHappened: boolean
  row: OutboxRow
}

type Args = {
  kind: OutboxKind
  /** How many at most. */
  limit: number
  payload: Payload
  /** Rows are taken that are due by then. */
  until: Date
}

/** Which rows a worker may take: those that wait, those to ask about again, those of workers that gave no sign of life. */
const dueConditions = ({ kind, until }: Pick<Args, 'kind' | 'until'>): Conditions[] => [
  { dueAt: { until }, kind: kind.name, state: 'waiting' },
  { dueAt: { until }, kind: kind.name, state: 'unknown' },
  { kind: kind.name, leaseUntil: { before: new Date() }, state: 'sending' },
]

/** Whether there is anything to do for a kind. */
export const isAnyDue = async ({ kind, payload, until }: Omit<Args, 'limit'>): Promise<boolean> => {
  for (const where of dueConditions({ kind, until }))
    if ((await readMany({ collection: 'outbox', limit: 1, payload, select: [], where })).length)
      return true
  return false
}

/**
 * Takes due rows for a worker, each by compare-and-swap: of any number of workers one has it.
 *
 * @param skip ids to leave alone
 */
export const claimRows = async ({
  kind,
  limit,
  payload,
  skip,
  until,
  worker,
}: { skip?: ReadonlySet<string>; worker: string } & Args): Promise<ClaimedRow[]> => {
  const claimed: ClaimedRow[] = []
  for (const where of dueConditions({ kind, until })) {
    if (claimed.length >= limit) break
    const rows = await readMany<StoredRow>({
      collection: 'outbox',
      // Others look at the same ones: with a few to spare a worker seldom leaves with empty hands.
      limit: limit * 2 + (skip?.size ?? 0),
      payload,
      sort: 'dueAt',
      where,
    })
    for (const row of rows) {
      if (claimed.length >= limit) break
      if (skip?.has(row.id)) continue
      // On MongoDB a worker that was killed while it wrote may hold its row for up to a minute: the others must not wait for it.
      const mine = await claim({ kind, payload, row, worker }).catch((err: unknown) => {
        if (!isTransient(err)) throw err
      })
      if (mine)
        claimed.push({
          mayHaveHappened: row.state !== 'waiting',
          row: { ...row, attempts: row.attempts + 1 },
        })
    }
  }
  return claimed
}

const claim = ({
  kind,
  payload,
  row,
  worker,
}: {
  kind: OutboxKind
  payload: Payload
  row: StoredRow
  worker: string
}) =>
  compareAndSwap({
    collection: 'outbox',
    data: {
      attempts: { $inc: 1 },
      claimedBy: worker,
      leaseUntil: leaseEnd(kind),
      state: 'sending',
    },
    expected: {
      and: [
        { id: { equals: row.id } },
        { state: { equals: row.state } },
        // Each claim counts one further, so a row that was taken and given back in between is another one.
        { attempts: { equals: row.attempts } },
        ...(row.state === 'sending'
          ? [{ leaseUntil: { less_than: new Date().toISOString() } }]
          : []),
      ],
    },
    payload,
  })

/** Until when a worker that takes a row now, or gives a sign of life now, holds it. */
export const leaseEnd = (kind: OutboxKind): string =>
  new Date(Date.now() + kind.leaseMS).toISOString()

/** What must still hold of a row for its worker to write to it. */
export const heldBy = (worker: string, id: string): Where => ({
  and: [
    { id: { equals: id } },
    { state: { equals: 'sending' } },
    { claimedBy: { equals: worker } },
  ],
})

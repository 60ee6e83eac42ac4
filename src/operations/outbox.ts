import type { Payload, PayloadRequest } from 'payload'

import type { Conditions } from '../database/bulk'

import { insertMany, updateMany } from '../database/bulk'
import { outboxKindNamed } from '../jobs/outbox/outboxKinds'

/** What is to leave the house. */
export type Outgoing = {
  /** What its kind needs to send it; plain data, frozen at this moment. */
  content: unknown
  /** Not before; at once when missing. */
  dueAt?: Date
  institution: string
  /** The idempotency key: what has this key leaves the house once. */
  key: string
  /** A name of `registerOutboxKind`. */
  kind: string
  site?: null | string
  /** The id of the document that it concerns, by which its kind finds it again. */
  subject?: null | string
}

/**
 * Writes down what is to leave the house, inside the transaction of its cause: both are there or neither is. A worker sends it
 * after the commit.
 *
 * @param req carries the transaction
 * @returns the ids of the rows, in their order
 * @throws an error for which `isDuplicateKey` is true when a key is enqueued already: the whole transaction is over then, on both
 * engines, since its cause has happened before
 */
export const enqueue = async ({
  payload,
  req,
  rows,
}: {
  payload: Payload
  req: Partial<PayloadRequest>
  rows: Outgoing[]
}): Promise<string[]> => {
  const now = new Date()
  return insertMany({
    collection: 'outbox',
    docs: rows.map(({ content, dueAt = now, institution, key, kind, site, subject }) => ({
      attempts: 0,
      content,
      dueAt: dueAt.toISOString(),
      institution,
      key,
      kind: outboxKindNamed(kind).name,
      site: site ?? null,
      state: 'waiting',
      subject: subject ?? null,
    })),
    payload,
    req,
  })
}

/**
 * Takes back what still waits; what a worker has taken up already goes its way.
 *
 * @returns how many rows were taken back
 */
export const cancelOutbox = async ({
  payload,
  req,
  where,
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  /** Which ones, for example by `kind` and `subject`. */
  where: Conditions
}): Promise<number> =>
  updateMany({
    collection: 'outbox',
    data: { dueAt: null, state: 'cancelled' },
    payload,
    req,
    where: { ...where, state: 'waiting' },
  })

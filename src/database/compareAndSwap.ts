import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { endOnError } from './endOnError'

type Args = {
  collection: CollectionSlug
  /** Scalar fields to set; `{ $inc: n }` adds to a number. */
  data: Record<string, unknown>
  /** The state that must still hold: the id and the expected values, scalar fields of this collection only. */
  expected: Where
  payload: Payload
  req?: Partial<PayloadRequest>
}

/**
 * Changes one document only if it is still in the expected state, in one statement: of any number of concurrent
 * callers exactly one wins. Skips hooks and access on purpose; the caller is an operation that has checked both.
 *
 * @returns the changed document, or `null` when somebody else was first
 */
export const compareAndSwap = async <T = Record<string, any>>({
  collection,
  data,
  expected,
  payload,
  req,
}: Args): Promise<null | T> =>
  endOnError({
    req,
    work: async () =>
      (await payload.db.updateOne({
        collection,
        // The MongoDB adapter takes `$inc` out of what it is given, so a second try would add nothing.
        data: structuredClone(data),
        // Makes SQLite's UPDATE carry the condition; MongoDB always does (findOneAndUpdate).
        ...(payload.db.name === 'sqlite' && { options: { atomic: true } as never }),
        req,
        where: expected,
      })) as null | T,
  })

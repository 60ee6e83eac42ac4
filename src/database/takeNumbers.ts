import type { Payload, PayloadRequest } from 'payload'

import { compareAndSwap } from './compareAndSwap'
import { isDuplicateKey } from './inTransaction'

type Args = {
  /**
   * Where several may write at a time, takes the numbers outside the transaction: nobody waits for its end, not even when its process
   * was killed, and what is rolled back leaves a gap.
   */
  apart?: boolean
  /** How many numbers are needed. */
  count: number
  /** What is numbered, for example `file:<institution id>`. */
  key: string
  payload: Payload
  req?: Partial<PayloadRequest>
  /** The number before the first one ever handed out. */
  startAfter?: number
}

/**
 * Hands out a block of increasing numbers; no number is ever handed out twice. Inside a transaction that rolls back the
 * numbers go back with it, except the first block of a kind on MongoDB.
 *
 * @returns the first number of the block
 */
export const takeNumbers = async ({
  apart = false,
  count,
  key,
  payload,
  req: own,
  startAfter = 0,
}: Args): Promise<number> => {
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`A block of ${count} numbers cannot be taken from "${key}".`)
  const req = apart && payload.db.name !== 'sqlite' ? undefined : own
  const take = (within?: Partial<PayloadRequest>) =>
    compareAndSwap<{ value: number }>({
      collection: 'counters',
      data: { value: { $inc: count } },
      expected: { key: { equals: key } },
      payload,
      req: within,
    })
  const first = await take(req)
  if (first) return first.value - count + 1

  // The first numbers of their kind. On MongoDB a failed insert would spoil an open transaction, and what others have
  // inserted since it began cannot be seen in it: so this block is taken outside.
  const within = payload.db.name === 'sqlite' ? req : undefined
  try {
    const data = { key, value: startAfter + count }
    await payload.db.create({ collection: 'counters', data, req: within })
    return startAfter + 1
  } catch (err) {
    if (!isDuplicateKey(err)) throw err
  }
  const counter = await take(within)
  if (!counter) throw new Error(`Counter "${key}" could not be read.`)
  return counter.value - count + 1
}

import type { Payload, PayloadRequest } from 'payload'

import { compareAndSwap } from './compareAndSwap'
import { inTransaction, isDuplicateKey } from './inTransaction'

type Args = {
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
 * numbers go back with it.
 *
 * @returns the first number of the block
 */
export const takeNumbers = async ({ count, key, payload, req, startAfter = 0 }: Args): Promise<number> => {
  const take = () =>
    compareAndSwap<{ value: number }>({
      collection: 'counters',
      data: { value: { $inc: count } },
      expected: { key: { equals: key } },
      payload,
      req,
    })
  let counter = await take()
  if (!counter) {
    // The first number of its kind. A failed insert would spoil an open MongoDB transaction, so it has its own.
    await inTransaction({
      payload,
      req: req?.transactionID && payload.db.name === 'sqlite' ? req : undefined,
      work: (own) =>
        payload.db.create({ collection: 'counters', data: { key, value: startAfter }, req: own }),
    }).catch((err) => {
      if (!isDuplicateKey(err)) throw err
    })
    counter = await take()
  }
  if (!counter) throw new Error(`Counter "${key}" could not be read.`)
  return counter.value - count + 1
}

import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction } from 'payload'

/**
 * Does long work that needs no database while a request has no transaction, and begins another one afterwards: on SQLite everybody
 * else who writes would wait. Only before one of Payload's own operations, which begins a transaction before it does anything, so that
 * nothing is written in it yet.
 *
 * @returns what the work returns; where that throws, the request is left without a transaction
 */
export const outsideTransaction = async <T>({
  req,
  work,
}: {
  req: PayloadRequest
  work: () => Promise<T>
}): Promise<T> => {
  // One of our own code may hold what was written before.
  if (req.payloadAPI === 'local' || !(await req.transactionID)) return work()
  await commitTransaction(req)
  const result = await work()
  await initTransaction(req)
  return result
}

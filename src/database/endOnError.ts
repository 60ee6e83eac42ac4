import type { PayloadRequest } from 'payload'

import { killTransaction } from 'payload'

type Args<T> = { req?: Partial<PayloadRequest>; work: () => Promise<T> }

/**
 * Does one write; when it fails inside a transaction, that is rolled back at once. MongoDB does so by itself and SQLite does not:
 * a caller who caught the error and went on would lose everything on one engine, and half of it on the other.
 */
export const endOnError = async <T>({ req, work }: Args<T>): Promise<T> => {
  try {
    return await work()
  } catch (err) {
    if (req?.transactionID && req.payload) await killTransaction(req as PayloadRequest)
    throw err
  }
}

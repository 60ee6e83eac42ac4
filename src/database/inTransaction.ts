import { createLocalReq, isolateObjectProperty } from 'payload'

import type { Payload, PayloadRequest } from 'payload'

const ATTEMPTS = 8

type Args<T> = {
  payload: Payload
  /** The request on whose behalf the work is done. When it already has a transaction, the work joins it. */
  req?: Partial<PayloadRequest>
  /** Everything in here must use the `req` it is given: it carries the transaction. May run more than once. */
  work: (req: PayloadRequest) => Promise<T>
}

/**
 * Runs work in one transaction: all of it is written or nothing is.
 *
 * Conflicts with another writer (MongoDB's `TransientTransactionError`, SQLite's `BUSY`) are tried again from the
 * start, a bounded number of times with growing pauses; any other error rolls back and is thrown on.
 *
 * @returns what the work returns
 */
export const inTransaction = async <T>({ payload, req, work }: Args<T>): Promise<T> => {
  if (req?.transactionID) return work(req as PayloadRequest)
  const base = req?.payload ? (req as PayloadRequest) : await createLocalReq((req ?? {}) as object, payload)
  for (let attempt = 1; ; attempt++) {
    const own = isolateObjectProperty(base, 'transactionID')
    delete own.transactionID
    const transactionID = await payload.db.beginTransaction()
    if (!transactionID) throw new Error('The database gave no transaction; see docs/operations.md.')
    own.transactionID = transactionID
    try {
      const result = await work(own)
      await payload.db.commitTransaction(transactionID)
      return result
    } catch (err) {
      await payload.db.rollbackTransaction(transactionID)
      if (!isTransient(err) || attempt >= ATTEMPTS) throw err
      await pause(attempt)
    }
  }
}

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)))

/** Whether an error says "another writer was in the way, try again" and not "this is wrong". */
export const isTransient = (err: unknown): boolean => {
  for (let e = err as any, depth = 0; e && depth < 4; e = e.cause, depth++) {
    if (typeof e.hasErrorLabel === 'function' && e.hasErrorLabel('TransientTransactionError'))
      return true
    if (e.errorLabels?.includes?.('TransientTransactionError') || e.code === 112) return true
    if (typeof e.code === 'string' && e.code.startsWith('SQLITE_BUSY')) return true
  }
  return false
}

/** Whether an error says that a unique key is taken, on either engine and through Payload's own wrapping. */
export const isDuplicateKey = (err: unknown): boolean => {
  for (let e = err as any, depth = 0; e && depth < 4; e = e.cause, depth++) {
    if (e.code === 11000 || String(e.code).startsWith('SQLITE_CONSTRAINT')) return true
    if (/UNIQUE constraint failed|E11000/.test(String(e.message))) return true
    if (e.data?.errors?.some?.((entry: { message?: string }) => /unique/i.test(entry.message ?? '')))
      return true
  }
  return false
}

import type { Payload, PayloadRequest } from 'payload'

import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { createLocalReq, getDataLoader } from 'payload'

import { createQueue } from './createQueue'

/** How long a piece of work is begun again because another writer was in the way. */
const RETRY_LIMIT_MS = 30_000
const LONGEST_PAUSE_MS = 500
/** MongoDB's label for an error after which the whole transaction may be tried again. */
const TRANSIENT = 'TransientTransactionError'

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
 * start, for a bounded time with growing pauses; any other error rolls back and is thrown on. Payload rolls back by itself
 * when one of its operations fails, so work that catches such an error and goes on fails too.
 *
 * @returns what the work returns
 */
export const inTransaction = async <T>({ payload, req, work }: Args<T>): Promise<T> => {
  if (await req?.transactionID) return work(req as PayloadRequest)
  const base = req?.payload
    ? (req as PayloadRequest)
    : await createLocalReq((req ?? {}) as object, payload)
  const started = performance.now()
  let endTurn: (() => void) | undefined
  try {
    for (let attempt = 1; ; attempt++) {
      const transactionID = await payload.db.beginTransaction()
      if (!transactionID)
        throw new Error('The database gave no transaction; see docs/operations.md.')
      const own = ownRequest({ base, transactionID })
      try {
        const result = await work(own.req)
        if (own.isOver()) await own.req.transactionID
        own.end()
        await payload.db.commitTransaction(transactionID)
        return result
      } catch (err) {
        own.end()
        await payload.db.rollbackTransaction(transactionID)
        if (!isTransient(err) || performance.now() - started > RETRY_LIMIT_MS) throw err
      }
      endTurn ??= await retries.enter().catch(() => undefined)
      await pause(attempt)
    }
  } finally {
    endTurn?.()
  }
}

/**
 * Of those that have met a conflict one at a time begins again: fifty that want the same document would else meet again and again.
 * A turn that lasts is not waited for, it may be waiting itself.
 */
const retries = createQueue({ limitMS: 1000, onLimit: () => new Error('too long') })

/**
 * The request with a transaction of its own. Payload would write outside any transaction where the id is gone or closed (a branch
 * of a `Promise.all` whose neighbour has failed, a step after one that was caught); here such a write fails.
 */
const ownRequest = ({
  base,
  transactionID,
}: {
  base: PayloadRequest
  transactionID: number | string
}) => {
  let current: PayloadRequest['transactionID'] = transactionID
  const end = () => {
    if (current !== transactionID) return
    const over = Promise.reject<never>(
      new Error('The transaction is over: a step in it failed, or it went on after the commit.'),
    )
    over.catch(() => undefined)
    current = over
  }
  let loader: PayloadRequest['payloadDataLoader'] | undefined
  const req: PayloadRequest = new Proxy(base, {
    deleteProperty: (target, key) => {
      if (key !== 'transactionID') return Reflect.deleteProperty(target, key)
      end()
      return true
    },
    get: (target, key) => {
      if (key === 'transactionID') return current
      // Payload's loader writes the transaction that it reads in onto its request: on the common one it would stay there.
      if (key === 'payloadDataLoader') return (loader ??= getDataLoader(req))
      // The target as receiver, for the private fields of a `Request`.
      return Reflect.get(target, key, target)
    },
    has: (target, key) => key === 'transactionID' || Reflect.has(target, key),
    set: (target, key, value) => {
      if (key === 'payloadDataLoader') loader = value
      else if (key === 'transactionID') current = value
      else return Reflect.set(target, key, value, target)
      return true
    },
  })
  return { end, isOver: () => current !== transactionID, req }
}

const pause = (attempt: number) =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(LONGEST_PAUSE_MS, 2 * 2 ** attempt)),
  )

/** Whether an error says "another writer was in the way, try again" and not "this is wrong". */
export const isTransient = (err: unknown): boolean => {
  for (let e = err as any, depth = 0; e && depth < 4; e = e.cause, depth++) {
    if (e.errorLabels?.includes?.(TRANSIENT)) return true
    if (e.code === 112 || (typeof e.code === 'string' && e.code.startsWith('SQLITE_BUSY')))
      return true
  }
  return false
}

const NOT_UNIQUE = new Set(
  [de, en, fr].map(({ translations }) => translations.error.valueMustBeUnique),
)

/** Whether an error says that a unique key is taken, on either engine and through Payload's own wrapping. */
export const isDuplicateKey = (err: unknown): boolean => {
  for (let e = err as any, depth = 0; e && depth < 4; e = e.cause, depth++) {
    if (e.code === 11000 || /UNIQUE constraint failed|E11000/.test(String(e.message))) return true
    if (e.data?.errors?.some?.(({ message }: { message?: string }) => NOT_UNIQUE.has(message!)))
      return true
  }
  return false
}

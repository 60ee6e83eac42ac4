import { createClient } from '@libsql/client'
import { randomUUID } from 'crypto'
import { drizzle } from 'drizzle-orm/libsql'

import type { Client, InStatement } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'

type AdapterObject = ReturnType<typeof sqliteAdapter>

/** What this room adds to Payload's SQLite adapter; `insertMany` and the read helpers use it. */
export type SingleConnection = {
  /** Statements run here are inside the open transaction; nobody else may use it meanwhile. */
  writer: Client
}

/** How long a write waits for the transaction in front of it before it says what is wrong. */
const WAIT_LIMIT_MS = 30_000

/**
 * Makes Payload's SQLite adapter usable under concurrency.
 *
 * libsql throws its connection away with each interactive transaction, so the adapter's own transactions leak handles
 * and answer SQLITE_BUSY to the second writer. Here one connection writes, one transaction at a time, in the order of
 * arrival; everything outside a transaction reads on a second connection (WAL: the last committed state, never half a
 * transaction) and writes in the same queue.
 *
 * @param adapter what `sqliteAdapter()` returns; the database must be a file
 */
export const withSingleConnection = (adapter: AdapterObject): AdapterObject => ({
  ...adapter,
  init: (args) => {
    // The adapter's own types do not admit replacing its methods, which is what this wrapper is for.
    const db = adapter.init(args) as any
    const connectOriginally = db.connect
    let tail: Promise<void> = Promise.resolve()
    const open = new Map<string, () => void>()

    const enterQueue = async (): Promise<() => void> => {
      let leave!: () => void
      const before = tail
      tail = new Promise((resolve) => (leave = resolve))
      let timer: NodeJS.Timeout | undefined
      const limit = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new Error(
                'A write waited 30 s for an open transaction. A call inside a transaction probably lacks `req`.',
              ),
            ),
          WAIT_LIMIT_MS,
        )
      })
      try {
        await Promise.race([before, limit])
      } catch (err) {
        // The place in the queue must still pass on the turn, once it comes.
        void before.then(leave)
        throw err
      } finally {
        clearTimeout(timer)
      }
      return leave
    }

    db.connect = async function (options?: { hotReload?: boolean }) {
      // Push and migrations run inside, on the plain connection: nobody else uses it yet.
      await connectOriginally.call(this, options)
      if (this.writer) {
        this.drizzle = this.outside
        return
      }
      const writer: Client = this.client
      const reader = createClient(this.clientConfig)
      await reader.execute('PRAGMA query_only = 1')
      const run = async <T>(statement: unknown, work: (client: Client) => Promise<T>) => {
        if (isRead(statement)) return work(reader)
        const leave = await enterQueue()
        try {
          return await work(writer)
        } finally {
          leave()
        }
      }
      const queued = new Proxy(writer, {
        get(target, property) {
          if (property === 'execute')
            return (statement: InStatement, params?: any) =>
              run(statement, (client) => (client.execute as any)(statement, params))
          if (property === 'batch')
            return (statements: InStatement[]) =>
              run(undefined, async (client) => {
                await client.execute('BEGIN IMMEDIATE')
                try {
                  const results = []
                  for (const statement of statements) results.push(await client.execute(statement))
                  await client.execute('COMMIT')
                  return results
                } catch (err) {
                  await client.execute('ROLLBACK')
                  throw err
                }
              })
          const value = Reflect.get(target, property)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      this.writer = writer
      this.reader = reader
      this.inside = drizzle(writer, { schema: this.schema })
      this.outside = drizzle(queued, { schema: this.schema })
      this.drizzle = this.outside
    }

    db.beginTransaction = async function () {
      await this.initializing
      const leave = await enterQueue()
      try {
        await this.writer.execute('BEGIN IMMEDIATE')
      } catch (err) {
        leave()
        throw err
      }
      const id = randomUUID()
      this.sessions[id] = { db: this.inside }
      open.set(id, leave)
      return id
    }
    const end = (statement: 'COMMIT' | 'ROLLBACK') =>
      async function (this: any, incoming: Promise<string> | string) {
        const id = String(await incoming)
        const leave = open.get(id)
        if (!leave) return
        open.delete(id)
        delete this.sessions[id]
        try {
          await this.writer.execute(statement)
        } catch (err) {
          if (statement === 'COMMIT') await this.writer.execute('ROLLBACK').catch(() => undefined)
          throw err
        } finally {
          leave()
        }
      }
    db.commitTransaction = end('COMMIT')
    db.rollbackTransaction = end('ROLLBACK')

    const destroyOriginally = db.destroy
    db.destroy = async function () {
      await tail
      await destroyOriginally?.call(this)
      this.reader?.close()
      this.writer?.close()
      this.writer = this.reader = this.client = undefined
    }
    return db
  },
})

/** Drizzle writes every query of its own in this form; what is anything else waits in the queue of writes. */
const isRead = (statement: unknown): boolean =>
  /^\s*select\b/i.test(
    typeof statement === 'string' ? statement : ((statement as { sql?: string })?.sql ?? ''),
  )

import type { Client, InStatement, ResultSet } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'

import { createClient } from '@libsql/client'
import { randomUUID } from 'crypto'
import { drizzle } from 'drizzle-orm/libsql'

import { createQueue } from './createQueue'

type AdapterObject = ReturnType<typeof sqliteAdapter>

/** What this room adds to Payload's SQLite adapter; the bulk helpers use it. */
export type SingleConnection = {
  /** Sees what is committed, never half a transaction. */
  reader: Client
  /** The open transactions, by id. */
  sessions: Record<string, unknown>
  /** Statements run here are inside the open transaction; nobody else may use it meanwhile. */
  writer: Client
}

/** How long a write waits for one transaction in front of it before it says what is wrong. */
const WAIT_LIMIT_MS = 30_000

/**
 * Makes Payload's SQLite adapter usable under concurrency.
 *
 * libsql throws its connection away with each interactive transaction, so the adapter's own transactions leak handles
 * and answer SQLITE_BUSY to the second writer. Here one connection writes, one transaction at a time, in the order of
 * arrival; everything outside a transaction reads on a second connection (WAL: the last committed state, never half a
 * transaction) and writes in the same queue.
 *
 * libsql's calls are synchronous, so its own busy timeout would stop this whole process while another one writes to the
 * file. Instead the writer never waits inside SQLite: it asks again every few milliseconds.
 *
 * @param adapter what `sqliteAdapter()` returns; the database must be a file
 * @param waitLimitMS how long a write waits for one transaction, here or in another process, in milliseconds
 */
export const withSingleConnection = (
  adapter: AdapterObject,
  { waitLimitMS = WAIT_LIMIT_MS }: { waitLimitMS?: number } = {},
): AdapterObject => ({
  ...adapter,
  init: (args) => {
    // The adapter's own types do not admit replacing its methods, which is what this wrapper is for.
    const db = adapter.init(args) as any
    const open = new Map<string, () => void>()
    const queue = createQueue({
      limitMS: waitLimitMS,
      onLimit: () =>
        new Error(
          `A write waited ${waitLimitMS / 1000} s for an open transaction. A call inside a transaction probably lacks \`req\`.`,
        ),
    })

    const whenFree = async (work: () => Promise<ResultSet>): Promise<ResultSet> => {
      for (const started = performance.now(); ;) {
        try {
          return await work()
        } catch (err) {
          if (!isBusy(err) || performance.now() - started > waitLimitMS) throw err
          await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 4))
        }
      }
    }

    const writeAlone = async <T>(work: () => Promise<T>): Promise<T> => {
      const leave = await queue.enter()
      try {
        return await work()
      } finally {
        leave()
      }
    }

    /** The writer as seen from outside a transaction: reads go to the reader, writes wait for their turn. */
    const outsideOf = (writer: Client, reader: Client): Client =>
      new Proxy(writer, {
        get(target, property) {
          if (property === 'execute')
            return (statement: InStatement) =>
              isRead(statement)
                ? reader.execute(statement)
                : writeAlone(() => whenFree(() => writer.execute(statement)))
          if (property === 'batch')
            return (statements: InStatement[]) =>
              writeAlone(async () => {
                await whenFree(() => writer.execute('BEGIN IMMEDIATE'))
                try {
                  const results: ResultSet[] = []
                  for (const statement of statements) results.push(await writer.execute(statement))
                  await writer.execute('COMMIT')
                  return results
                } catch (err) {
                  await undo(writer)
                  throw err
                }
              })
          const value = Reflect.get(target, property)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })

    const connectOriginally = db.connect
    db.connect = async function (options?: { hotReload?: boolean }) {
      // Push and migrations run inside, on the plain connection: nobody else uses it yet.
      await connectOriginally.call(this, options)
      if (!this.writer) {
        const reader = createClient(this.clientConfig)
        await reader.execute(`PRAGMA busy_timeout = ${this.busyTimeout}`)
        await reader.execute('PRAGMA query_only = 1')
        await this.client.execute('PRAGMA busy_timeout = 0')
        this.reader = reader
        this.writer = this.client
      }
      const settings = { logger: this.logger || false, schema: this.schema }
      this.inside = drizzle(this.writer, settings)
      this.outside = drizzle(outsideOf(this.writer, this.reader), settings)
      this.drizzle = this.outside
    }

    db.beginTransaction = async function () {
      await this.initializing
      const leave = await queue.enter()
      // Migrations at start run before there is a writer, on the plain connection.
      const writer: Client = this.writer ?? this.client
      try {
        await whenFree(() => writer.execute('BEGIN IMMEDIATE'))
      } catch (err) {
        leave()
        throw err
      }
      const id = randomUUID()
      this.sessions[id] = { db: this.inside ?? this.drizzle }
      open.set(id, leave)
      return id
    }

    db.commitTransaction = async function (incoming: Promise<string> | string) {
      await close.call(this, incoming, async (writer) => {
        try {
          await writer.execute('COMMIT')
        } catch (err) {
          await undo(writer)
          throw err
        }
      })
    }
    db.rollbackTransaction = async function (incoming: Promise<string> | string) {
      await close.call(this, incoming, undo)
    }
    async function close(
      this: any,
      incoming: Promise<string> | string,
      work: (writer: Client) => Promise<unknown>,
    ) {
      const id = String(await incoming)
      const leave = open.get(id)
      if (!leave) return
      open.delete(id)
      delete this.sessions[id]
      try {
        await work(this.writer ?? this.client)
      } finally {
        leave()
      }
    }

    const destroyOriginally = db.destroy
    db.destroy = async function () {
      await queue.idle()
      await destroyOriginally?.call(this)
      this.reader?.close()
      this.client?.close()
      this.writer = this.reader = this.client = undefined
    }
    return db
  },
})

/** Takes back what is open. SQLite has done so by itself where the disk is full or broken, and then refuses. */
const undo = (writer: Client): Promise<unknown> => writer.execute('ROLLBACK').catch(() => undefined)

const isBusy = (err: unknown): boolean =>
  String((err as { code?: unknown } | undefined)?.code).startsWith('SQLITE_BUSY')

/** Drizzle writes every query of its own in this form; what is anything else waits in the queue of writes. */
const isRead = (statement: unknown): boolean =>
  /^\s*select\b/i.test(
    typeof statement === 'string' ? statement : ((statement as { sql?: string })?.sql ?? ''),
  )

import type { Client, InStatement, ResultSet } from '@libsql/client'
import type { sqliteAdapter } from '@payloadcms/db-sqlite'

import { randomUUID } from 'crypto'
import { drizzle } from 'drizzle-orm/libsql'
import { mkdirSync } from 'fs'
import path from 'path'

import type { SQLiteConnection } from './openSQLite'

import { createQueue } from './createQueue'
import { openSQLite, sqlitePath } from './openSQLite'

type AdapterObject = ReturnType<typeof sqliteAdapter>

/** What this room adds to Payload's SQLite adapter; the bulk helpers use it. */
export type SingleConnection = {
  /** Sees what is committed, never half a transaction. */
  reader: SQLiteConnection
  /** The open transactions, by id. */
  sessions: Record<string, unknown>
  /** Statements run here are inside the open transaction; nobody else may use it meanwhile. */
  writer: SQLiteConnection
}

/** So many changes later, what is known of the tables is taken anew; twice as many each time, up to the last. */
const FIRST_LOOK = 2_000
const LAST_LOOK = 200_000

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

    let reader: SQLiteConnection | undefined
    let writer: SQLiteConnection | undefined

    let nextLook = 0
    let limit = FIRST_LOOK
    /**
     * Lets SQLite learn how much each index narrows down. Without, it takes the institution of a document for as rare as its file, and
     * reads a whole house to show the lines of one file. A connection learns it when it opens.
     */
    const lookAtTables = (): void => {
      const changes = Number(writer!.all('SELECT total_changes()', [])[0]![0])
      if (changes < nextLook) return
      nextLook = changes + limit
      limit = Math.min(2 * limit, LAST_LOOK)
      try {
        writer!.run('PRAGMA analysis_limit = 400')
        writer!.run('ANALYZE')
        openReader()
      } catch {
        // What was committed is committed, whatever this says. Another process writes, or the disk is full: the next look will do.
      }
    }
    const openReader = (): void => {
      const opened = openSQLite(db.clientConfig.url)
      opened.run(`PRAGMA busy_timeout = ${db.busyTimeout}`)
      opened.run('PRAGMA query_only = 1')
      reader?.close()
      db.reader = reader = opened
    }

    const begin = async (): Promise<void> => {
      // Migrations at start run before there is a writer, on the plain connection, which waits inside SQLite.
      if (!writer) return void (await db.client.execute('BEGIN IMMEDIATE'))
      for (const started = performance.now(); ;) {
        try {
          return writer.run('BEGIN IMMEDIATE')
        } catch (err) {
          if (!isBusy(err) || performance.now() - started > waitLimitMS) throw err
          await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 4))
        }
      }
    }
    const commit = async (): Promise<void> => {
      try {
        if (writer) writer.run('COMMIT')
        else await db.client.execute('COMMIT')
      } catch (err) {
        await undo()
        throw err
      }
      if (writer) lookAtTables()
    }
    /** Takes back what is open. SQLite has done so by itself where the disk is full or broken, and then refuses. */
    const undo = async (): Promise<void> => {
      try {
        if (writer) writer.run('ROLLBACK')
        else await db.client.execute('ROLLBACK')
      } catch (err) {
        if (!/no transaction is active/.test(String(err))) throw err
      }
    }

    const writeAlone = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
      const leave = await queue.enter()
      try {
        await begin()
        try {
          const result = await work(writer!.client)
          await commit()
          return result
        } catch (err) {
          await undo()
          throw err
        }
      } finally {
        leave()
      }
    }

    /** The client as seen from outside a transaction: reads go to the reader, writes wait for their turn. */
    const outside = (client: Client): Client =>
      new Proxy(client, {
        get(target, property) {
          if (property === 'execute')
            return (statement: InStatement) =>
              isRead(statement)
                ? reader!.client.execute(statement)
                : writeAlone((alone) => alone.execute(statement))
          if (property === 'batch')
            return (statements: InStatement[]) =>
              writeAlone(async (alone) => {
                const results: ResultSet[] = []
                for (const statement of statements) results.push(await alone.execute(statement))
                return results
              })
          const value = Reflect.get(target, property)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })

    const connectOriginally = db.connect
    db.connect = async function (options?: { hotReload?: boolean }) {
      const { url } = this.clientConfig
      mkdirSync(path.dirname(path.resolve(sqlitePath(url))), { recursive: true })
      // Push and migrations run inside, on the plain connection: nobody else uses it yet.
      await connectOriginally.call(this, options)
      if (!writer) {
        writer = openSQLite(url)
        writer.run('PRAGMA busy_timeout = 0')
        if (this.wal) writer.run(`PRAGMA synchronous = ${this.wal.synchronous}`)
        this.client.close()
        this.client = writer.client
        this.writer = writer
        openReader()
        lookAtTables()
      }
      const settings = { logger: this.logger || false, schema: this.schema }
      this.inside = drizzle(this.client, settings)
      this.drizzle = drizzle(outside(this.client), settings)
    }

    db.beginTransaction = async function () {
      await this.initializing
      const leave = await queue.enter()
      try {
        await begin()
      } catch (err) {
        leave()
        throw err
      }
      const id = randomUUID()
      this.sessions[id] = { db: this.inside ?? this.drizzle }
      open.set(id, leave)
      return id
    }

    const end = (work: () => Promise<void>) =>
      async function (this: typeof db, incoming: Promise<string> | string) {
        const id = String(await incoming)
        const leave = open.get(id)
        if (!leave) return
        open.delete(id)
        delete this.sessions[id]
        try {
          await work()
        } finally {
          leave()
        }
      }
    db.commitTransaction = end(commit)
    db.rollbackTransaction = end(undo)

    const destroyOriginally = db.destroy
    db.destroy = async function () {
      await queue.idle()
      await destroyOriginally?.call(this)
      reader?.close()
      this.client?.close()
      reader = writer = this.client = this.inside = this.reader = this.writer = undefined
    }
    return db
  },
})

const isBusy = (err: unknown): boolean =>
  String((err as { code?: unknown } | undefined)?.code).startsWith('SQLITE_BUSY')

/** Drizzle writes every query of its own in this form; what is anything else waits in the queue of writes. */
const isRead = (statement: unknown): boolean =>
  /^\s*select\b/i.test(
    typeof statement === 'string' ? statement : ((statement as { sql?: string })?.sql ?? ''),
  )

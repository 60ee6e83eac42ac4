import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'

import type { Client, InValue } from '@libsql/client'

export type SQLiteConnection = {
  /** Reads rows as arrays, in the order of the columns. The client makes an object of properties of each, for several times the cost. */
  all: (statement: string, values: InValue[]) => InValue[][]
  /** Runs a statement with values. @returns how many rows it changed */
  change: (statement: string, values: InValue[]) => number
  client: Client
  close: () => void
  /**
   * Runs a statement without parameters and clears it away. A `BEGIN IMMEDIATE` that fails because another process writes
   * must be run so: through the client it stays half begun until it is collected as garbage, and after the next commit its
   * view of the file stays open, so that every later transaction fails with SQLITE_BUSY_SNAPSHOT.
   */
  run: (statement: string) => void
}

/** The path of a `file:` address. */
export const sqlitePath = (uri: string): string =>
  decodeURIComponent(uri.replace(/^file:(\/\/(?=\/))?/, ''))

/** Opens one more connection to the file of a `file:` address. */
export const openSQLite = (uri: string): SQLiteConnection => {
  const path = sqlitePath(uri)
  const database = new Database(path, {})
  const client = new Sqlite3Client(path, {}, database, 'number')
  return {
    all: (statement, values) =>
      database.prepare(statement).raw(true).all(values) as unknown as InValue[][],
    change: (statement, values) => database.prepare(statement).run(values).changes,
    client,
    close: () => client.close(),
    run: (statement) => void database.exec(statement),
  }
}

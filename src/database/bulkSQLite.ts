import type { InValue } from '@libsql/client'
import type { Payload } from 'payload'

import { getTableColumns } from 'drizzle-orm'

import type { BulkEngine } from './bulkEngine'
import type { Test } from './bulkFields'
import type { SQLiteConnection } from './openSQLite'
import type { SingleConnection } from './sqliteConnection'

import { takeTurns } from '../utilities/requestsUnderWay'

/** Rows per INSERT: larger statements are no faster (measured) and cost memory. */
const ROWS_PER_STATEMENT = 100

type Column = {
  /** The column's name; a relationship's differs from the field's. */
  name: string
  read: (value: InValue) => unknown
  write: (value: unknown) => InValue
}

/** The bulk helpers on SQLite: plain statements on the connections of `withSingleConnection`. */
export const sqliteEngine: BulkEngine = {
  count: async ({ collection, payload, tests, transactionID }) => {
    const table = tableOf(payload, collection)
    const { args, sql } = toSQL(table, tests)
    const [row] = connectionOf(payload, transactionID).all(
      `SELECT COUNT(*) FROM "${table.name}"${sql}`,
      args,
    )
    return Number(row![0])
  },
  insert: async ({ collection, fields, payload, rows, transactionID }) => {
    const table = tableOf(payload, collection)
    const columns = fields.map(({ name }) => ({ key: name, ...columnOf(table, name) }))
    const one = `(${columns.map(() => '?').join(',')})`
    const head = `INSERT INTO "${table.name}" (${columns.map(({ name }) => `"${name}"`).join(',')}) VALUES `
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const part = rows.slice(from, from + ROWS_PER_STATEMENT)
      const args: InValue[] = []
      for (const row of part)
        for (const { key, write } of columns) args.push(write(row[key] ?? null))
      await takeTurns()
      connectionOf(payload, transactionID).change(
        head + Array(part.length).fill(one).join(','),
        args,
      )
    }
  },
  read: async ({ collection, fields, limit, payload, sort, tests, transactionID }) => {
    const table = tableOf(payload, collection)
    const { args, sql } = toSQL(table, tests)
    const columns = fields.map(({ name }) => ({ key: name, ...columnOf(table, name) }))
    const direction = sort?.isDown ? 'DESC' : 'ASC'
    const order = sort
      ? ` ORDER BY "${columnOf(table, sort.field.name).name}" ${direction}, "id" ${direction}`
      : ''
    await takeTurns()
    const rows = connectionOf(payload, transactionID).all(
      `SELECT ${columns.map(({ name }) => `"${name}"`).join(',')} FROM "${table.name}"${sql}${order}` +
        (limit === undefined ? '' : ` LIMIT ${limit}`),
      args,
    )
    return rows.map((row) => {
      const out: Record<string, unknown> = {}
      columns.forEach(({ key, read }, i) => (out[key] = read(row[i]!)))
      return out
    })
  },
  remove: async ({ collection, payload, tests, transactionID }) => {
    const table = tableOf(payload, collection)
    const { args, sql } = toSQL(table, tests)
    connectionOf(payload, transactionID).change(`DELETE FROM "${table.name}"${sql}`, args)
  },
  update: async ({ collection, payload, tests, transactionID, values }) => {
    const table = tableOf(payload, collection)
    const condition = toSQL(table, tests)
    const sets = [...values].map(([{ name }, value]) => {
      const column = columnOf(table, name)
      return { name: column.name, value: column.write(value) }
    })
    return connectionOf(payload, transactionID).change(
      `UPDATE "${table.name}" SET ${sets.map(({ name }) => `"${name}" = ?`).join(', ')}${condition.sql}`,
      [...sets.map(({ value }) => value), ...condition.args],
    )
  },
  updateEach: async ({ collection, fields, payload, rows, transactionID }) => {
    const table = tableOf(payload, collection)
    const columns = fields.map(({ name }) => ({ key: name, ...columnOf(table, name) }))
    const one = `(${Array(columns.length + 1)
      .fill('?')
      .join(',')})`
    const sets = columns.map(({ name }, i) => `"${name}" = fresh.column${i + 2}`).join(', ')
    let changed = 0
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const part = rows.slice(from, from + ROWS_PER_STATEMENT)
      await takeTurns()
      changed += connectionOf(payload, transactionID).change(
        `UPDATE "${table.name}" SET ${sets} FROM (VALUES ${Array(part.length).fill(one).join(',')}) AS fresh ` +
          `WHERE "${table.name}"."id" = fresh.column1`,
        part.flatMap((row) => [
          row.id as string,
          ...columns.map(({ key, write }) => write(row[key])),
        ]),
      )
    }
    return changed
  },
}

type Table = { name: string; columns: Map<string, Column> }

const known = new WeakMap<object, Map<string, Table>>()

const tableOf = (payload: Payload, collection: string): Table => {
  const { tableNameMap, tables } = payload.db as unknown as {
    tableNameMap: Map<string, string>
    tables: Record<string, any>
  }
  let ofDatabase = known.get(tables)
  if (!ofDatabase) known.set(tables, (ofDatabase = new Map()))
  const cached = ofDatabase.get(collection)
  if (cached) return cached
  const name = tableNameMap.get(collection.replace(/-/g, '_'))!
  const columns = new Map<string, Column>(
    Object.entries(getTableColumns(tables[name])).map(([key, column]: [string, any]) => [
      key,
      {
        name: column.name,
        read: (value) => (value === null ? null : column.mapFromDriverValue(value)),
        write: (value) => {
          const out = value === null ? null : column.mapToDriverValue(value)
          return typeof out === 'boolean' ? Number(out) : out
        },
      },
    ]),
  )
  const table = { name, columns }
  ofDatabase.set(collection, table)
  return table
}

const columnOf = (table: Table, key: string): Column => {
  const column = table.columns.get(key)
  if (!column) throw new Error(`"${key}" has no column of its own in "${table.name}".`)
  return column
}

const OPERATORS = {
  after: '> ?',
  before: '< ?',
  equals: '= ?',
  not: 'IS NOT ?',
  until: '<= ?',
}

const toSQL = (table: Table, tests: Test[]): { args: InValue[]; sql: string } => {
  const args: InValue[] = []
  const parts = tests.map((test) => {
    const { name, write } = columnOf(table, test.field.name)
    if (test.operator === 'empty') return `"${name}" IS NULL`
    if (test.operator === 'notEmpty') return `"${name}" IS NOT NULL`
    if (test.operator === 'in') {
      // One parameter whatever the length: SQLite takes 32 766 of them.
      args.push(JSON.stringify(test.value.map(write)))
      return `"${name}" IN (SELECT value FROM json_each(?))`
    }
    args.push(write(test.value))
    return `"${name}" ${OPERATORS[test.operator]}`
  })
  return { args, sql: parts.length ? ` WHERE ${parts.join(' AND ')}` : '' }
}

/** The writer inside a transaction; outside the reader, which cannot write. */
const connectionOf = (
  payload: Payload,
  transactionID: number | string | undefined,
): SQLiteConnection => {
  const { reader, sessions, writer } = payload.db as unknown as SingleConnection
  if (transactionID === undefined) return reader
  if (!sessions[transactionID]) throw new Error('The transaction is over.')
  return writer
}

import type { Client } from '@libsql/client'
import type { CollectionSlug, FlattenedField, Payload, PayloadRequest } from 'payload'

import { getTableColumns } from 'drizzle-orm'
import { ObjectId } from 'mongodb'
import { v7 as uuidv7 } from 'uuid'

import { inTransaction } from './inTransaction'

/** A document of scalar fields; relationships are ids, dates ISO strings in UTC. */
export type Row = { id: string } & Record<string, any>

/** A value, a list of which one must match, or a bound; several fields must all match. */
export type Conditions = Record<
  string,
  | { after?: Date | number | string; before?: Date | number | string; not?: boolean | null | number | string }
  | boolean
  | null
  | number
  | readonly (number | string)[]
  | string
>

type Base = { collection: CollectionSlug; payload: Payload; req?: Partial<PayloadRequest> }

/** Rows per INSERT: larger statements are no faster (measured) and cost memory. */
const ROWS_PER_STATEMENT = 100
/** SQLite takes 32 766 parameters in a statement. */
const IDS_PER_STATEMENT = 10_000

/**
 * Inserts many documents at once, without hooks, access or validation: the caller is an operation that has decided
 * all of it. Scalar fields only. Sets `id` where it is missing, `createdAt` and `updatedAt`.
 *
 * @returns the ids, in the order of the documents
 * @throws an error for which `isDuplicateKey` is true when a unique key is taken; nothing is inserted then
 */
export const insertMany = async ({
  collection,
  docs,
  payload,
  req,
}: { docs: Record<string, any>[] } & Base): Promise<string[]> => {
  if (!docs.length) return []
  const now = new Date().toISOString()
  const ids = docs.map((doc) => doc.id ?? newID(payload))
  await inTransaction({
    payload,
    req,
    work: async (own) => {
      if (isSQLite(payload)) {
        const { columns, name } = tableOf(payload, collection)
        const client = await writerOf(payload, own)
        const one = `(${columns.map(() => '?').join(',')})`
        const head = `INSERT INTO "${name}" (${columns.map((c) => `"${c.name}"`).join(',')}) VALUES `
        for (let from = 0; from < docs.length; from += ROWS_PER_STATEMENT) {
          const part = docs.slice(from, from + ROWS_PER_STATEMENT)
          const args: any[] = []
          part.forEach((doc, i) => {
            for (const column of columns) {
              const value =
                column.key === 'id'
                  ? ids[from + i]
                  : column.key === 'createdAt' || column.key === 'updatedAt'
                    ? (doc[column.key] ?? now)
                    : (doc[column.key] ?? column.fallback)
              args.push(value === undefined || value === null ? null : column.write(value))
            }
          })
          await client.execute({ args, sql: head + Array(part.length).fill(one).join(',') })
        }
        return
      }
      const fields = fieldsOf(payload, collection)
      await mongo(payload, collection).insertMany(
        docs.map((doc, i) => {
          const out: Record<string, any> = {
            _id: toObjectID(ids[i]!),
            createdAt: new Date(doc.createdAt ?? now),
            updatedAt: new Date(doc.updatedAt ?? now),
          }
          for (const field of fields) {
            const value = doc[field.name] ?? field.fallback
            if (value !== undefined && value !== null) out[field.name] = field.write(value)
          }
          return out
        }),
        { session: await sessionOf(payload, own) },
      )
    },
  })
  return ids
}

/**
 * Reads documents of scalar fields: no access, no hooks, no population.
 *
 * @param select the fields wanted besides `id`; all when missing
 * @param sort a field, with `-` in front for descending; ties by `id`
 */
export const readMany = async <T extends Row = Row>({
  collection,
  limit,
  payload,
  req,
  select,
  sort,
  where,
}: { limit?: number; select?: string[]; sort?: string; where: Conditions } & Base): Promise<T[]> => {
  // A list of ids beyond the statement's limit is read in parts; the parts keep no common order.
  const long = Object.entries(where).find(([, v]) => Array.isArray(v) && v.length > IDS_PER_STATEMENT)
  if (long) {
    const [key, list] = long as [string, string[]]
    const parts: T[] = []
    for (let from = 0; from < list.length; from += IDS_PER_STATEMENT)
      parts.push(
        ...(await readMany<T>({
          collection,
          payload,
          req,
          select,
          where: { ...where, [key]: list.slice(from, from + IDS_PER_STATEMENT) },
        })),
      )
    return parts
  }
  const down = sort?.startsWith('-')
  const by = sort?.replace(/^-/, '')
  if (isSQLite(payload)) {
    const { columns, name } = tableOf(payload, collection)
    const wanted = select
      ? columns.filter((c) => c.key === 'id' || select.includes(c.key))
      : columns
    const { args, sql } = toSQL(columns, where)
    const order = by
      ? ` ORDER BY "${columnNamed(columns, by).name}" ${down ? 'DESC' : 'ASC'}, "id" ${down ? 'DESC' : 'ASC'}`
      : ''
    const statement = {
      args,
      sql: `SELECT ${wanted.map((c) => `"${c.name}"`).join(',')} FROM "${name}"${sql}${order}${limit ? ` LIMIT ${limit}` : ''}`,
    }
    const client = await readerOf(payload, req)
    const { rows } = await client.execute(statement)
    return rows.map((row) => {
      const doc: Record<string, any> = {}
      wanted.forEach((column, i) => {
        const value = row[i]
        doc[column.key] = value === null ? null : column.read(value)
      })
      return doc as T
    })
  }
  const fields = fieldsOf(payload, collection)
  const cursor = mongo(payload, collection).find(toMongo(fields, where), {
    projection: select ? Object.fromEntries(select.map((key) => [key, 1])) : undefined,
    session: await sessionOf(payload, req),
  })
  if (by) cursor.sort({ [by]: down ? -1 : 1, ...(by === 'id' ? {} : { _id: down ? -1 : 1 }) })
  if (limit) cursor.limit(limit)
  const docs = await cursor.toArray()
  return docs.map((doc: Record<string, any>) => {
    const out: Record<string, any> = { id: String(doc._id) }
    for (const field of fields)
      if (!select || select.includes(field.name)) out[field.name] = field.read(doc[field.name])
    for (const key of ['createdAt', 'updatedAt'])
      if (doc[key]) out[key] = doc[key] instanceof Date ? doc[key].toISOString() : doc[key]
    return out as T
  })
}

/** Reads everything that matches in pages of a fixed size, in the order of `id`: memory stays flat. */
export async function* readPages<T extends Row = Row>({
  pageSize = 1000,
  where,
  ...rest
}: { pageSize?: number; select?: string[]; where: Conditions } & Base): AsyncGenerator<T[]> {
  let after: string | undefined
  for (;;) {
    const page = await readMany<T>({
      ...rest,
      limit: pageSize,
      sort: 'id',
      where: after === undefined ? where : { ...where, id: { after } },
    })
    if (page.length) yield page
    if (page.length < pageSize) return
    after = page[page.length - 1]!.id
  }
}

/** Counts documents without access. */
export const countMany = async ({
  collection,
  payload,
  req,
  where,
}: { where: Conditions } & Base): Promise<number> => {
  if (isSQLite(payload)) {
    const { columns, name } = tableOf(payload, collection)
    const { args, sql } = toSQL(columns, where)
    const client = await readerOf(payload, req)
    const { rows } = await client.execute({ args, sql: `SELECT COUNT(*) FROM "${name}"${sql}` })
    return Number(rows[0]![0])
  }
  return mongo(payload, collection).countDocuments(toMongo(fieldsOf(payload, collection), where), {
    session: await sessionOf(payload, req),
  })
}

/**
 * Sets the same scalar values on every document that matches, in one statement, without hooks or access.
 *
 * @returns how many documents matched
 */
export const updateMany = async ({
  collection,
  data,
  payload,
  req,
  where,
}: { data: Record<string, any>; where: Conditions } & Base): Promise<number> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const values = { ...data, updatedAt: new Date().toISOString() }
      if (isSQLite(payload)) {
        const { columns, name } = tableOf(payload, collection)
        const condition = toSQL(columns, where)
        const sets = Object.entries(values).map(([key, value]) => {
          const column = columnNamed(columns, key)
          return { name: column.name, value: value === null ? null : column.write(value) }
        })
        const client = await writerOf(payload, own)
        const result = await client.execute({
          args: [...sets.map((set) => set.value), ...condition.args],
          sql: `UPDATE "${name}" SET ${sets.map((set) => `"${set.name}" = ?`).join(', ')}${condition.sql}`,
        })
        return result.rowsAffected
      }
      const fields = fieldsOf(payload, collection)
      const $set: Record<string, any> = { updatedAt: new Date(values.updatedAt) }
      for (const field of fields)
        if (field.name in data)
          $set[field.name] = data[field.name] === null ? null : field.write(data[field.name])
      const result = await mongo(payload, collection).updateMany(
        toMongo(fields, where),
        { $set },
        { session: await sessionOf(payload, own) },
      )
      return result.matchedCount
    },
  })

/** Deletes what matches, without hooks or access: for scaffolding of runs only, the ledger is never deleted from. */
export const deleteMany = async ({
  collection,
  payload,
  req,
  where,
}: { where: Conditions } & Base): Promise<void> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      if (isSQLite(payload)) {
        const { columns, name } = tableOf(payload, collection)
        const { args, sql } = toSQL(columns, where)
        await (await writerOf(payload, own)).execute({ args, sql: `DELETE FROM "${name}"${sql}` })
        return
      }
      await mongo(payload, collection).deleteMany(toMongo(fieldsOf(payload, collection), where), {
        session: await sessionOf(payload, own),
      })
    },
  })

/** A new id in the form of the engine; on both engines later ids sort after earlier ones. */
export const newID = (payload: Payload): string =>
  isSQLite(payload) ? uuidv7() : new ObjectId().toHexString()

const isSQLite = (payload: Payload): boolean => payload.db.name === 'sqlite'

// ---------------------------------------------------------------------------------------------- SQLite

type Column = {
  fallback: unknown
  key: string
  name: string
  read: (value: any) => any
  write: (value: any) => any
}

const tables = new WeakMap<object, Map<string, { columns: Column[]; name: string }>>()

const tableOf = (payload: Payload, collection: string): { columns: Column[]; name: string } => {
  const db = payload.db as any
  let known = tables.get(db.tables)
  if (!known) tables.set(db.tables, (known = new Map()))
  const cached = known.get(collection)
  if (cached) return cached
  const name = db.tableNameMap.get(collection.replace(/-/g, '_'))
  const fallbacks = new Map(fieldsOf(payload, collection as CollectionSlug).map((f) => [f.name, f.fallback]))
  const columns = Object.entries(getTableColumns(db.tables[name])).map(([key, column]: [string, any]) => ({
    name: column.name as string,
    fallback: fallbacks.get(key),
    key,
    read: (value: any) => column.mapFromDriverValue(value),
    write: (value: any) => {
      const out = column.mapToDriverValue(value instanceof Date ? value.toISOString() : value)
      return typeof out === 'boolean' ? Number(out) : out
    },
  }))
  const table = { name, columns }
  known.set(collection, table)
  return table
}

const columnNamed = (columns: Column[], key: string): Column => {
  const column = columns.find((c) => c.key === key)
  if (!column) throw new Error(`There is no scalar field "${key}".`)
  return column
}

const toSQL = (columns: Column[], where: Conditions): { args: any[]; sql: string } => {
  const args: any[] = []
  const parts: string[] = []
  for (const [key, value] of Object.entries(where)) {
    const column = columnNamed(columns, key)
    const add = (operator: string, v: unknown) => {
      parts.push(`"${column.name}" ${operator} ?`)
      args.push(column.write(v))
    }
    if (value === null) parts.push(`"${column.name}" IS NULL`)
    else if (Array.isArray(value)) {
      parts.push(`"${column.name}" IN (${value.map(() => '?').join(',')})`)
      args.push(...value.map((v) => column.write(v)))
    } else if (typeof value === 'object') {
      const bounds = value as { after?: unknown; before?: unknown; not?: unknown }
      if (bounds.after !== undefined) add('>', bounds.after)
      if (bounds.before !== undefined) add('<', bounds.before)
      if (bounds.not === null) parts.push(`"${column.name}" IS NOT NULL`)
      else if (bounds.not !== undefined) add('IS NOT', bounds.not)
    } else add('=', value)
  }
  return { args, sql: parts.length ? ` WHERE ${parts.join(' AND ')}` : '' }
}

const writerOf = async (payload: Payload, req: Partial<PayloadRequest>): Promise<Client> => {
  if (!(await req.transactionID)) throw new Error('A bulk write needs a transaction.')
  return (payload.db as any).writer
}

const readerOf = async (payload: Payload, req?: Partial<PayloadRequest>): Promise<Client> =>
  (await req?.transactionID) ? (payload.db as any).writer : (payload.db as any).reader

// ---------------------------------------------------------------------------------------------- MongoDB

type Field = {
  name: string
  fallback: unknown
  read: (value: any) => any
  write: (value: any) => any
}

const fieldLists = new WeakMap<object, Field[]>()

const fieldsOf = (payload: Payload, collection: CollectionSlug): Field[] => {
  const config = payload.collections[collection].config
  let list = fieldLists.get(config)
  if (!list) {
    list = config.flattenedFields
      .filter((field) => field.name !== 'id' && !['createdAt', 'updatedAt'].includes(field.name))
      .filter((field) => !('virtual' in field && field.virtual) && field.type !== 'join')
      .map(toField)
    fieldLists.set(config, list)
  }
  return list
}

const toField = (field: FlattenedField): Field => {
  const fallback =
    'defaultValue' in field && typeof field.defaultValue !== 'function' ? field.defaultValue : undefined
  if (field.type === 'relationship' || field.type === 'upload')
    return {
      name: field.name,
      fallback,
      read: (v) => (v ? String(v) : null),
      write: (v) => toObjectID(v),
    }
  if (field.type === 'date')
    return {
      name: field.name,
      fallback,
      read: (v) => (v instanceof Date ? v.toISOString() : (v ?? null)),
      write: (v) => new Date(v),
    }
  return { name: field.name, fallback, read: (v) => v ?? null, write: (v) => v }
}

const toObjectID = (id: string) => new ObjectId(id)

const mongo = (payload: Payload, collection: string): any =>
  (payload.db as any).collections[collection].collection

const sessionOf = async (payload: Payload, req?: Partial<PayloadRequest>) => {
  const id = await req?.transactionID
  return id ? (payload.db as any).sessions?.[id] : undefined
}

const toMongo = (fields: Field[], where: Conditions): Record<string, any> => {
  const out: Record<string, any> = {}
  for (const [key, value] of Object.entries(where)) {
    const name = key === 'id' ? '_id' : key
    const field = fields.find((f) => f.name === key)
    const write =
      key === 'id'
        ? toObjectID
        : ['createdAt', 'updatedAt'].includes(key)
          ? (v: any) => new Date(v)
          : field?.write
    if (!write) throw new Error(`There is no field "${key}".`)
    if (value === null) out[name] = null
    else if (Array.isArray(value)) out[name] = { $in: value.map((v) => write(v as never)) }
    else if (typeof value === 'object') {
      const bounds = value as { after?: any; before?: any; not?: any }
      out[name] = {
        ...(bounds.after !== undefined && { $gt: write(bounds.after) }),
        ...(bounds.before !== undefined && { $lt: write(bounds.before) }),
        ...(bounds.not !== undefined && { $ne: bounds.not === null ? null : write(bounds.not) }),
      }
    } else out[name] = write(value as never)
  }
  return out
}

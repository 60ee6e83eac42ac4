import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { ObjectId } from 'mongodb'
import { v7 as uuidv7 } from 'uuid'

import type { BulkEngine, Row } from './bulkEngine'
import type { Conditions, ScalarField } from './bulkFields'

import { crashPoint } from '../utilities/crashPoint'
import { checked, fieldNamed, fieldsOf, testsOf } from './bulkFields'
import { mongoEngine } from './bulkMongoDB'
import { sqliteEngine } from './bulkSQLite'
import { endOnError } from './endOnError'
import { inTransaction } from './inTransaction'

export type { Row } from './bulkEngine'
export type { Conditions } from './bulkFields'

type Base = { collection: CollectionSlug; payload: Payload; req?: Partial<PayloadRequest> }

/**
 * Inserts many documents at once, without hooks, access or validation: the caller is an operation that has decided
 * all of it. Scalar fields only; stores what `payload.create` would. Sets `id` where it is missing, `createdAt` and
 * `updatedAt`.
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
  const fields = fieldsOf(payload, collection)
  const now = new Date().toISOString()
  const times = { createdAt: now, updatedAt: now }
  const rows = docs.map((doc) => {
    const row: Record<string, unknown> = fields.has('createdAt') ? { ...times } : {}
    for (const [name, value] of Object.entries(doc))
      if (value !== undefined) row[name] = checked(fieldNamed(fields, name), value)
    row.id ??= newID(payload)
    return row
  })
  const withDefault = [...fields.values()].filter((field) => field.defaultValue !== undefined)
  await write({
    payload,
    req,
    work: async (transactionID, own) => {
      for (const row of rows)
        for (const field of withDefault)
          if (row[field.name] === undefined) row[field.name] = await defaultOf(field, own)
      await engineOf(payload).insert({
        collection,
        fields: [...fields.values()],
        payload,
        rows,
        transactionID,
      })
    },
  })
  return rows.map(({ id }) => id as string)
}

/**
 * Reads documents of scalar fields: no access, no hooks, no population.
 *
 * @param limit how many at most; 0 is none
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
}: {
  limit?: number
  select?: string[]
  sort?: string
  where: Conditions
} & Base): Promise<T[]> => {
  const fields = fieldsOf(payload, collection)
  const rows = await engineOf(payload).read({
    collection,
    fields: wanted(fields, select),
    limit,
    payload,
    sort: sort
      ? { field: fieldNamed(fields, sort.replace(/^-/, '')), isDown: sort.startsWith('-') }
      : undefined,
    tests: testsOf(fields, where),
    transactionID: (await req?.transactionID) ?? undefined,
  })
  return rows as T[]
}

/**
 * Reads everything that matches in pages of a fixed size: memory stays flat.
 *
 * @param by the field whose order the pages follow; its values must be unique among what matches, and indexed
 */
export async function* readPages<T extends Row = Row>({
  by = 'id',
  collection,
  pageSize = 1000,
  payload,
  req,
  select,
  where,
}: {
  by?: string
  pageSize?: number
  select?: string[]
  where: Conditions
} & Base): AsyncGenerator<T[]> {
  const fields = fieldsOf(payload, collection)
  const key = fieldNamed(fields, by)
  const tests = testsOf(fields, where)
  // A second lower bound would leave it to the engine from which of the two it starts to read.
  const others = tests.filter(({ field, operator }) => field !== key || operator !== 'after')
  for (let after: string | undefined; ;) {
    const page = (await engineOf(payload).read({
      collection,
      fields: wanted(fields, select && [...select, by]),
      limit: pageSize,
      payload,
      sort: { field: key, isDown: false },
      tests: after ? [...others, { field: key, operator: 'after', value: after }] : tests,
      transactionID: (await req?.transactionID) ?? undefined,
    })) as T[]
    if (page.length) yield page
    if (page.length < pageSize) return
    after = page[page.length - 1]![by] as string
  }
}

/** Counts documents without access. */
export const countMany = async ({
  collection,
  payload,
  req,
  where,
}: { where: Conditions } & Base): Promise<number> =>
  engineOf(payload).count({
    collection,
    payload,
    tests: testsOf(fieldsOf(payload, collection), where),
    transactionID: (await req?.transactionID) ?? undefined,
  })

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
}: { data: Record<string, any>; where: Conditions } & Base): Promise<number> => {
  const fields = fieldsOf(payload, collection)
  const tests = testsOf(fields, where)
  const values = new Map<ScalarField, unknown>()
  for (const [name, value] of Object.entries(data)) {
    if (name === 'id') throw new Error('An id cannot be changed.')
    const field = fieldNamed(fields, name)
    if (value !== undefined) values.set(field, checked(field, value))
  }
  const changed = fields.get('updatedAt')
  if (changed) values.set(changed, new Date().toISOString())
  return write({
    payload,
    req,
    work: (transactionID) =>
      engineOf(payload).update({ collection, payload, tests, transactionID, values }),
  })
}

/**
 * Sets values of its own on each of many documents, without hooks or access. All documents set the same fields.
 *
 * @returns how many documents there were to change
 * @throws an error for which `isDuplicateKey` is true when a unique key is taken; nothing is changed then
 */
export const updateEach = async ({
  collection,
  docs,
  payload,
  req,
}: { docs: ({ id: string } & Record<string, any>)[] } & Base): Promise<number> => {
  if (!docs.length) return 0
  const fields = fieldsOf(payload, collection)
  const set = Object.keys(docs[0]!)
    .filter((name) => name !== 'id')
    .map((name) => fieldNamed(fields, name))
  const rows = docs.map((doc) => {
    if (Object.keys(doc).length !== set.length + 1)
      throw new Error('Documents that are changed together must set the same fields.')
    const row: Record<string, unknown> = { id: doc.id }
    for (const field of set) row[field.name] = checked(field, doc[field.name])
    return row
  })
  const changed = fields.get('updatedAt')
  const now = new Date().toISOString()
  if (changed && !set.includes(changed)) {
    set.push(changed)
    for (const row of rows) row.updatedAt = now
  }
  return write({
    payload,
    req,
    work: (transactionID) =>
      engineOf(payload).updateEach({ collection, fields: set, payload, rows, transactionID }),
  })
}

/** Deletes what matches, without hooks or access: for scaffolding of runs only, the ledger is never deleted from. */
export const deleteMany = async ({
  collection,
  payload,
  req,
  where,
}: { where: Conditions } & Base): Promise<void> => {
  const tests = testsOf(fieldsOf(payload, collection), where)
  await write({
    payload,
    req,
    work: (transactionID) =>
      engineOf(payload).remove({ collection, payload, tests, transactionID }),
  })
}

/** A new id in the form of the engine; on both engines later ids sort after earlier ones. */
export const newID = (payload: Payload): string =>
  payload.db.name === 'sqlite' ? uuidv7() : new ObjectId().toHexString()

const engineOf = (payload: Payload): BulkEngine =>
  payload.db.name === 'sqlite' ? sqliteEngine : mongoEngine

const wanted = (fields: Map<string, ScalarField>, select?: string[]): ScalarField[] =>
  select
    ? [...new Set(['id', ...select])].map((name) => fieldNamed(fields, name))
    : [...fields.values()]

const defaultOf = async ({ defaultValue }: ScalarField, req: PayloadRequest): Promise<unknown> =>
  typeof defaultValue === 'function'
    ? defaultValue({ locale: req.locale as never, req, user: req.user })
    : defaultValue

const write = <T>({
  payload,
  req,
  work,
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  work: (transactionID: number | string, own: PayloadRequest) => Promise<T>
}): Promise<T> =>
  inTransaction({
    payload,
    req,
    work: (own) =>
      endOnError({
        req: own,
        work: async () => {
          crashPoint('bulk:beforeWrite')
          const result = await work((await own.transactionID) as number | string, own)
          crashPoint('bulk:afterWrite')
          return result
        },
      }),
  })

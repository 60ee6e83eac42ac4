import type { ClientSession, Collection, Document, Filter } from 'mongodb'
import type { Payload } from 'payload'

import { ObjectId } from 'mongodb'

import type { BulkEngine } from './bulkEngine'
import type { ScalarField, Test } from './bulkFields'

/** The bulk helpers on MongoDB: the driver's own calls, in the session of Payload's transaction. */
export const mongoEngine: BulkEngine = {
  count: async ({ collection, payload, tests, transactionID }) =>
    storeOf(payload, collection).countDocuments(toFilter(tests), {
      session: sessionOf(payload, transactionID),
    }),
  insert: async ({ collection, fields, payload, rows, transactionID }) => {
    const lists = listsOf(payload, collection)
    await storeOf(payload, collection).insertMany(
      rows.map((row) => {
        const doc: Document = Object.fromEntries(lists.map((name) => [name, []]))
        for (const field of fields) {
          const value = row[field.name]
          // A unique index here counts every `null` as the same; what is missing it leaves out.
          if (value === undefined || (value === null && field.isUnique)) continue
          doc[keyOf(field)] = write(field, value)
        }
        return doc
      }),
      { session: sessionOf(payload, transactionID) },
    )
  },
  read: async ({ collection, fields, limit, payload, sort, tests, transactionID }) => {
    if (limit === 0) return []
    const cursor = storeOf(payload, collection).find(toFilter(tests), {
      projection: Object.fromEntries(fields.map((field) => [keyOf(field), 1])),
      session: sessionOf(payload, transactionID),
    })
    const direction = sort?.isDown ? -1 : 1
    if (sort)
      cursor.sort([
        [keyOf(sort.field), direction],
        ['_id', direction],
      ])
    if (limit !== undefined) cursor.limit(limit)
    const docs = await cursor.toArray()
    return docs.map((doc) =>
      Object.fromEntries(fields.map((field) => [field.name, read(doc[keyOf(field)])])),
    )
  },
  remove: async ({ collection, payload, tests, transactionID }) => {
    await storeOf(payload, collection).deleteMany(toFilter(tests), {
      session: sessionOf(payload, transactionID),
    })
  },
  update: async ({ collection, payload, tests, transactionID, values }) => {
    const { matchedCount } = await storeOf(payload, collection).updateMany(
      toFilter(tests),
      toChange([...values]),
      { session: sessionOf(payload, transactionID) },
    )
    return matchedCount
  },
  updateEach: async ({ collection, fields, payload, rows, transactionID }) => {
    const { matchedCount } = await storeOf(payload, collection).bulkWrite(
      rows.map((row) => ({
        updateOne: {
          filter: { _id: new ObjectId(row.id as string) },
          update: toChange(fields.map((field) => [field, row[field.name]])),
        },
      })),
      { session: sessionOf(payload, transactionID) },
    )
    return matchedCount
  },
}

const toChange = (values: [ScalarField, unknown][]): Document => {
  const $set: Document = {}
  const $unset: Document = {}
  for (const [field, value] of values)
    if (value === null && field.isUnique) $unset[field.name] = ''
    else $set[field.name] = write(field, value)
  return { $set, ...(Object.keys($unset).length && { $unset }) }
}

const keyOf = (field: ScalarField): string => (field.type === 'id' ? '_id' : field.name)

const write = (field: ScalarField, value: unknown): unknown => {
  if (value === null) return null
  if (field.type === 'date') return new Date(value as string)
  if (!isObjectID(field)) return value
  if (!ObjectId.isValid(value as string)) throw new Error(`"${field.name}" is no id: ${value}`)
  return new ObjectId(value as string)
}

const read = (value: unknown): unknown => {
  if (value instanceof ObjectId) return value.toHexString()
  return value instanceof Date ? value.toISOString() : (value ?? null)
}

const isObjectID = (field: ScalarField): boolean =>
  field.hasOwnIDs && (field.type === 'id' || field.type === 'relationship')

/** What is compared with: an id of another form exists nowhere, so it matches nothing, as on SQLite. */
const compared = (field: ScalarField, value: unknown): unknown =>
  isObjectID(field) && !ObjectId.isValid(value as string) ? value : write(field, value)

const OPERATORS = { after: '$gt', before: '$lt', equals: '$eq', not: '$ne', until: '$lte' }

const toFilter = (tests: Test[]): Filter<Document> =>
  tests.length
    ? {
        $and: tests.map((test) => {
          const key = keyOf(test.field)
          if (test.operator === 'empty') return { [key]: null }
          if (test.operator === 'notEmpty') return { [key]: { $ne: null } }
          if (test.operator === 'in')
            return { [key]: { $in: test.value.map((value) => compared(test.field, value)) } }
          return { [key]: { [OPERATORS[test.operator]]: compared(test.field, test.value) } }
        }),
      }
    : {}

type Model = { collection: Collection; new (): { toObject: () => Document } }
type Database = {
  collections: Record<string, Model>
  sessions: Record<string, ClientSession | undefined>
}

const storeOf = (payload: Payload, collection: string): Collection =>
  (payload.db as unknown as Database).collections[collection]!.collection

const known = new WeakMap<Model, string[]>()

/** The fields that hold lists: a new document has empty ones, not none. */
const listsOf = (payload: Payload, collection: string): string[] => {
  const NewDocument = (payload.db as unknown as Database).collections[collection]!
  let names = known.get(NewDocument)
  if (!names) {
    const entries = Object.entries(new NewDocument().toObject())
    names = entries.filter(([, value]) => Array.isArray(value)).map(([name]) => name)
    known.set(NewDocument, names)
  }
  return names
}

const sessionOf = (payload: Payload, transactionID: number | string | undefined) => {
  if (transactionID === undefined) return undefined
  const session = (payload.db as unknown as Database).sessions[transactionID]
  if (!session?.inTransaction()) throw new Error('The transaction is over.')
  return session
}

import type { FlattenedField, JoinQuery, Payload, Where } from 'payload'

import { RepriseError } from '../../utilities/errors'

/** What a request may ask a list with, as far as databases care about its form. */
type Query = { joins?: unknown; limit?: unknown; page?: unknown; sort?: unknown; where?: unknown }

type Data = Record<string, unknown>

/** Of which collection, and where in the question. */
type Place = { fields: FlattenedField[]; payload: Payload; prefix: string }

/** More than any house has of anything; what is larger overflows where pages are counted. */
const LARGEST_COUNT = 1_000_000_000
const DEPTH_LIMIT = 50
const LISTS = new Set(['in', 'not_in'])
/** What not every engine knows, or no field of ours can be asked: places on a map, and whole lists, which only MongoDB compares. */
const UNKNOWN = new Set(['all', 'intersects', 'near', 'within'])
const SEARCHES = new Set(['contains', 'like', 'not_like'])
const SORT = /^-?\w[\w-]*(?:\.\w[\w-]*)*$/

/**
 * Understands what a list is asked for, so that each engine answers the same. Payload hands it on as it comes, and each engine fails
 * on others.
 *
 * What the admin panel sends is answered as people mean it: a text is looked for in a column of numbers (the picker of a relationship
 * does that) as the number that it is, and finds nothing where it is none; a list that has been emptied is one without entries.
 *
 * @returns the question as it may go to a database
 * @throws RepriseError `invalidInput` with the part that no database can answer, as `where.number` or `sort`: a place for a text, an
 * object for a number, a page before the first
 */
export const readQuery = ({
  fields,
  payload,
  query,
}: {
  fields: FlattenedField[]
  payload: Payload
  query: Query
}): { joins?: JoinQuery; where?: Where } => {
  const { joins, where } = query
  const place = { fields, payload, prefix: '' }
  checkPages(query, '')
  return {
    ...(isObject(joins) && { joins: readJoins(joins, place) as JoinQuery }),
    ...(where !== undefined && { where: readWhere(where, place) as Where }),
  }
}

const refuse = (field: string): never => {
  throw new RepriseError('invalidInput', { field })
}

const readJoins = (joins: Data, { fields, payload }: Place): Data =>
  mapEntries(joins, (name, join) => {
    const field = fields.find((one) => one.name === name)
    if (!isObject(join) || field?.type !== 'join') return [name, join]
    const prefix = `joins.${name}.`
    checkPages(join, prefix)
    const joined = { fields: fieldsOf(payload, [field.collection].flat()[0]!), payload, prefix }
    return [name, { ...join, where: readWhere(join.where, joined) }]
  })

const checkPages = ({ limit, page, sort }: Query, prefix: string): void => {
  if (!isCount(limit)) refuse(`${prefix}limit`)
  if (!isCount(page)) refuse(`${prefix}page`)
  if (!isOrder(sort)) refuse(`${prefix}sort`)
}

/** Where nothing is said, Payload has a default. */
const isCount = (value: unknown): boolean => {
  const count = Number(value ?? 0)
  return Number.isInteger(count) && count >= 0 && count <= LARGEST_COUNT
}

const isOrder = (sort: unknown): boolean =>
  [sort]
    .flat()
    .every(
      (one) =>
        isNothing(one) ||
        (typeof one === 'string' && one.split(',').every((part) => SORT.test(part.trim()))),
    )

const readWhere = (where: unknown, place: Place, depth = 0): unknown => {
  if (where === undefined || where === null) return where
  if (!isObject(where) || depth > DEPTH_LIMIT) return refuse(`${place.prefix}where`)
  return mapEntries(where, (path, condition) => {
    if (Array.isArray(condition))
      return [path, condition.map((part) => readWhere(part, place, depth + 1))]
    const name = `${place.prefix}where.${path}`
    if (!isObject(condition)) return refuse(name)
    const field = fieldAt(path, place)
    const read = mapEntries(
      condition,
      (operator, value) => readCondition({ field, operator, value }) ?? refuse(name),
    )
    // Two that are understood as the same.
    if (Object.keys(read).length < Object.keys(condition).length) refuse(name)
    return [path, read]
  })
}

/** An operator and its value as databases take them; `undefined` where there is nothing to compare. */
const readCondition = ({
  field,
  operator,
  value,
}: {
  field: FlattenedField | undefined
  operator: string
  value: unknown
}): [string, unknown] | undefined => {
  if (UNKNOWN.has(operator)) return undefined
  if (operator === 'exists') return isScalar(value) ? [operator, value] : undefined
  if (LISTS.has(operator)) {
    if (isNothing(value)) return [operator, []]
    const list = isScalar(value) ? String(value).split(',') : value
    const isList = Array.isArray(list) && list.every((one) => isComparable(field, one))
    return isList ? [operator, value] : undefined
  }
  if (field?.type === 'number' && SEARCHES.has(operator) && isScalar(value))
    return searchNumber({ isWanted: operator !== 'not_like', text: String(value ?? '').trim() })
  return isComparable(field, value) ? [operator, value] : undefined
}

const searchNumber = ({
  isWanted,
  text,
}: {
  isWanted: boolean
  text: string
}): [string, unknown] => {
  const isNumber = text !== '' && Number.isFinite(Number(text))
  if (isWanted) return isNumber ? ['equals', Number(text)] : ['in', []]
  return isNumber ? ['not_equals', Number(text)] : ['not_in', []]
}

const isComparable = (field: FlattenedField | undefined, value: unknown): boolean =>
  isScalar(value) ? saysSomething(field, value) : isPolymorphic(value)

/** Numbers and dates come as texts, which may say something else. */
const saysSomething = (field: FlattenedField | undefined, value: unknown): boolean => {
  if (isNothing(value) || value === 'null') return true
  if (field?.type === 'number') return Number.isFinite(Number(value))
  return field?.type !== 'date' || !Number.isNaN(new Date(value as string).getTime())
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

const isScalar = (value: unknown): boolean =>
  value === null || value === undefined || value instanceof Date || typeof value !== 'object'

const isPolymorphic = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).every((key) => key === 'relationTo' || key === 'value') &&
  Object.values(value).every(isScalar)

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Entries become properties of its own, whatever they are called. */
const mapEntries = (data: Data, read: (key: string, value: unknown) => [string, unknown]): Data =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => read(key, value)))

const fieldsOf = (payload: Payload, slug: string): FlattenedField[] =>
  payload.collections[slug]?.config.flattenedFields ?? []

/** The field that a path ends at, also through relationships; `undefined` where Payload will say that there is none. */
const fieldAt = (path: string, { fields, payload }: Place): FlattenedField | undefined => {
  let found: FlattenedField | undefined
  let level = fields
  for (const name of path.split('.')) {
    found = level.find((one) => one.name === name)
    if (!found) return undefined
    if ('flattenedFields' in found) level = found.flattenedFields
    else if ('relationTo' in found && typeof found.relationTo === 'string')
      level = fieldsOf(payload, found.relationTo)
    else if (found.type === 'join') level = fieldsOf(payload, [found.collection].flat()[0]!)
    else level = []
  }
  return found
}

import type { FlattenedField } from 'payload'

/** As deep as a document with formatted text in an array goes, many times over; Payload copies what comes in by recursion. */
const DEPTH_LIMIT = 100

type Data = Record<string, unknown>

/**
 * Looks for a value that is not of the kind its field holds: an object where a text belongs, a text where a list does. Payload checks
 * what a value says, but hardly what it is, and hands it to the database, which does with it what it likes: SQLite writes
 * something, MongoDB fails. What is no field is not looked at, but for its depth; and nothing may be named like a path, an
 * operator of MongoDB (which Payload hands on, so that it would be carried out) or a prototype.
 *
 * @param data what a request brings for a document
 * @returns the path of the first such value, `undefined` where all is well
 */
export const findMisshapen = (fields: FlattenedField[], data: Data): string | undefined => {
  for (const [key, value] of Object.entries(data))
    if (key === '__proto__' || !isHarmless(value)) return key
  return lookInto({ data, fields, prefix: '' })
}

/**
 * Whether what a request brings is no deeper than anything of ours, and names no prototype, so that it can be walked through by
 * recursion. Without any itself: what comes in may be nested as deep as a request is long.
 */
export const isHarmless = (value: unknown): boolean => {
  let level = [value]
  for (let depth = 0; level.length; depth++) {
    if (depth > DEPTH_LIMIT) return false
    const below: unknown[] = []
    for (const one of level) {
      if (!one || typeof one !== 'object') continue
      if (Object.hasOwn(one, '__proto__')) return false
      for (const inner of Object.values(one)) below.push(inner)
    }
    level = below
  }
  return true
}

const lookInto = ({
  data,
  fields,
  prefix,
}: {
  data: Data
  fields: FlattenedField[]
  prefix: string
}): string | undefined => {
  const operator = Object.keys(data).find((key) => key.startsWith('$') || key.includes('.'))
  if (operator) return `${prefix}${operator}`
  for (const field of fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (value === undefined || value === null || ('virtual' in field && field.virtual)) continue
    const path = `${prefix}${field.name}`
    if (!isOfKind(field, value)) return path
    const inner = innerFields(field)
    if (!inner || typeof value !== 'object') continue
    const parts = Array.isArray(value)
      ? value.map((row, i) => ({ data: (row ?? {}) as Data, prefix: `${path}.${i}.` }))
      : [{ data: value as Data, prefix: `${path}.` }]
    for (const part of parts) {
      const found = lookInto({ ...part, fields: inner })
      if (found) return found
    }
  }
  return undefined
}

const innerFields = (field: FlattenedField): FlattenedField[] | undefined =>
  field.type === 'array' || field.type === 'group' || field.type === 'tab'
    ? field.flattenedFields
    : undefined

const isOfKind = (field: FlattenedField, value: unknown): boolean => {
  const oneOrMany = (isOne: (value: unknown) => boolean): boolean =>
    'hasMany' in field && field.hasMany ? Array.isArray(value) && value.every(isOne) : isOne(value)
  switch (field.type) {
    case 'array':
    case 'blocks':
      // A form says 0 for a list without rows.
      return value === 0 || value === '0' || (Array.isArray(value) && value.every(isRow))
    case 'checkbox':
      return typeof value === 'boolean' || ['', 'false', 'true'].includes(value as string)
    case 'code':
    case 'email':
    case 'radio':
    case 'select':
    case 'text':
    case 'textarea':
      return oneOrMany((one) => typeof one === 'string')
    case 'date':
      return isDate(value)
    case 'group':
    case 'tab':
      return isObject(value)
    case 'number':
      return oneOrMany(isNumeric)
    case 'richText':
      return isObject(value) && isNode(value.root)
    case 'relationship':
    case 'upload':
      // A form clears a list by an empty text.
      if (value === '') return true
      return oneOrMany(Array.isArray(field.relationTo) ? isPolymorphic : isReference)
    default:
      return true
  }
}

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is no date Payload says itself; but not every date of ours is one that MongoDB can write. */
const isDate = (value: unknown): boolean => {
  if (value instanceof Date) return true
  if (typeof value !== 'string') return false
  const time = Date.parse(value)
  return Number.isNaN(time) || Math.abs(time) < Date.UTC(10_000)
}

/** A node of formatted text; the editor fails on what is none, when it is written or when somebody opens it. */
const isNode = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.type === 'string' &&
  (value.children === undefined || (Array.isArray(value.children) && value.children.every(isNode)))

/** Payload leaves out rows that are null. */
const isRow = (value: unknown): boolean => value === null || isObject(value)

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'string' ? Number.isFinite(Number(value)) : false

/** An id, or a document with one. */
const isReference = (value: unknown): boolean => {
  const id = isObject(value) ? value.id : value
  return typeof id === 'string' || typeof id === 'number'
}

const isPolymorphic = (value: unknown): boolean =>
  isObject(value) && typeof value.relationTo === 'string' && isReference(value.value)

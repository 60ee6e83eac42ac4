import type { CollectionSlug, DefaultValue, FlattenedField, Payload } from 'payload'

/** A value, a list of which one must match, or a bound; several fields must all match. */
export type Conditions = Record<
  string,
  Bounds | boolean | null | number | readonly Value[] | string
>

/** `before` and `after` leave the value itself out; `until` has it in. */
type Bounds = {
  after?: Date | Value
  before?: Date | Value
  not?: boolean | null | Value
  until?: Date | Value
}
type Value = number | string

/** One test of one field, the same on both engines. Values are checked; `null` means empty. */
export type Test =
  | { field: ScalarField; operator: 'empty' }
  | { field: ScalarField; operator: 'in'; value: readonly unknown[] }
  | { field: ScalarField; operator: 'notEmpty' }
  | { field: ScalarField; operator: Comparison; value: unknown }

type Comparison = 'after' | 'before' | 'equals' | 'not' | 'until'

/** A field that fills one column. */
export type ScalarField = {
  name: string
  /** Given by Payload where a document says nothing; `null` in a document is a value. */
  defaultValue: DefaultValue | undefined
  isUnique: boolean
  /** For an id and a relationship: whether the engine makes these ids itself. */
  type: 'date' | 'id' | 'json' | 'number' | 'other' | 'relationship'
  hasOwnIDs: boolean
}

const known = new WeakMap<object, Map<string, ScalarField>>()

/** The scalar fields of a collection by name, `id` and the times included. */
export const fieldsOf = (
  payload: Payload,
  collection: CollectionSlug,
): Map<string, ScalarField> => {
  const { config, customIDType } = payload.collections[collection]!
  const cached = known.get(config)
  if (cached) return cached
  const id: ScalarField = {
    name: 'id',
    type: 'id',
    defaultValue: undefined,
    hasOwnIDs: !customIDType,
    isUnique: true,
  }
  const fields = new Map([['id', id]])
  for (const field of config.flattenedFields)
    if (field.name !== 'id' && isScalar(field)) fields.set(field.name, toField(payload, field))
  known.set(config, fields)
  return fields
}

/** @throws an Error when the collection has no such scalar field */
export const fieldNamed = (fields: Map<string, ScalarField>, name: string): ScalarField => {
  const field = fields.get(name)
  if (!field) throw new Error(`There is no scalar field "${name}".`)
  return field
}

/**
 * Checks conditions and brings them into one form.
 *
 * @throws an Error for an unknown field or bound, and for `undefined`, which would mean something else on each engine
 */
export const testsOf = (fields: Map<string, ScalarField>, where: Conditions): Test[] =>
  Object.entries(where).flatMap(([name, condition]): Test[] => {
    const field = fieldNamed(fields, name)
    if (condition === null) return [{ field, operator: 'empty' }]
    if (Array.isArray(condition))
      return [{ field, operator: 'in', value: condition.map((value) => checked(field, value)) }]
    if (typeof condition !== 'object')
      return [{ field, operator: 'equals', value: checked(field, condition) }]
    const bounds = Object.entries(condition as Bounds).filter(([, value]) => value !== undefined)
    if (!bounds.length) throw new Error(`The condition on "${name}" is empty.`)
    return bounds.map(([operator, value]): Test => {
      if (!isBound(operator)) throw new Error(`There is no condition "${operator}".`)
      if (operator === 'not' && value === null) return { field, operator: 'notEmpty' }
      return { field, operator, value: checked(field, value) }
    })
  })

const isBound = (name: string): name is keyof Bounds =>
  ['after', 'before', 'not', 'until'].includes(name)

/**
 * A value as Payload would have stored it: a date in ISO form in UTC.
 *
 * @throws an Error for a value that the field cannot hold
 */
export const checked = (field: ScalarField, value: unknown): unknown => {
  if (value === undefined || (value === null && field.type === 'id'))
    throw new Error(`"${field.name}" has no value.`)
  if (value === null) return null
  if (field.type === 'date') {
    const date = new Date(value as string)
    if (Number.isNaN(date.getTime())) throw new Error(`"${field.name}" is no date: ${value}`)
    return date.toISOString()
  }
  if (field.type === 'number' && !Number.isFinite(value))
    throw new Error(`"${field.name}" is no number: ${value}`)
  if ((field.type === 'relationship' || field.type === 'id') && typeof value === 'object')
    throw new Error(`"${field.name}" takes an id, not a document.`)
  return value
}

const isScalar = (field: FlattenedField): boolean => {
  if ('virtual' in field && field.virtual) return false
  if ('hasMany' in field && field.hasMany) return false
  if (field.type === 'relationship' || field.type === 'upload')
    return !Array.isArray(field.relationTo)
  return !['array', 'blocks', 'group', 'join', 'point', 'tab'].includes(field.type)
}

const toField = (payload: Payload, field: FlattenedField): ScalarField => {
  const isRelationship = field.type === 'relationship' || field.type === 'upload'
  const target = isRelationship
    ? payload.collections[field.relationTo as CollectionSlug]
    : undefined
  return {
    name: field.name,
    type: isRelationship
      ? 'relationship'
      : field.type === 'json' || field.type === 'richText'
        ? 'json'
        : field.type === 'date' || field.type === 'number'
          ? field.type
          : 'other',
    defaultValue: 'defaultValue' in field ? field.defaultValue : undefined,
    hasOwnIDs: !target?.customIDType,
    isUnique: 'unique' in field && Boolean(field.unique),
  }
}

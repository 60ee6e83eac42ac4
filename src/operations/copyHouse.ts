import type { CollectionSlug, FlattenedField, Payload } from 'payload'

import { createHash } from 'crypto'

import { countMany, insertMany } from '../database/bulk'
import { withoutForeignKeys } from '../database/withoutForeignKeys'
import { SetupError } from '../utilities/SetupError'

const PAGE = 500
/** Jobs in hand stay behind; people log in anew. */
const LEFT_BEHIND = new Set([
  'agenda-jobs',
  'payload-jobs',
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
])

type Copied = { collection: string; read: number; written: number }

/**
 * Copies every document into another, empty database. Ids keep their order; they change their form where the engines differ, in
 * relationships, keys and settings alike: each is a token that stands for itself.
 *
 * @returns per collection how many were read and are there now
 * @throws SetupError when the other database is not empty
 */
export const copyHouse = async ({
  from,
  to,
}: {
  from: Payload
  to: Payload
}): Promise<Copied[]> => {
  const { totalDocs } = await to.count({ collection: 'institutions', overrideAccess: true })
  if (totalDocs) throw new SetupError('The database to copy into is not empty. Give an empty one.')
  const translate = from.db.name === to.db.name ? (text: string) => text : idTranslator(to.db.name)
  return withoutForeignKeys(to, () => copyAll({ from, to, translate }))
}

const copyAll = async ({
  from,
  to,
  translate,
}: {
  from: Payload
  to: Payload
  translate: (text: string) => string
}): Promise<Copied[]> => {
  const copied: Copied[] = []
  for (const slug of Object.keys(from.collections) as CollectionSlug[]) {
    if (LEFT_BEHIND.has(slug)) continue
    const { auth, flattenedFields } = from.collections[slug].config
    const isFlat = !auth && flattenedFields.every(isScalar)
    let read = 0
    for (let after: string | undefined; ;) {
      const { docs } = await from.db.find<Record<string, any> & { id: string }>({
        collection: slug,
        limit: PAGE,
        pagination: false,
        sort: 'id',
        where: after ? { id: { greater_than: after } } : {},
      })
      if (!docs.length) break
      read += docs.length
      const moved = docs.map((doc) => move(doc, translate))
      if (isFlat)
        await insertMany({
          collection: slug,
          docs: moved.map((doc) => pick(doc, flattenedFields)),
          payload: to,
        })
      else for (const { sessions, ...data } of moved) await to.db.create({ collection: slug, data })
      after = String(docs[docs.length - 1]!.id)
    }
    copied.push({
      collection: slug,
      read,
      written: await countMany({ collection: slug, payload: to, where: {} }),
    })
  }
  return copied
}

const isScalar = (field: FlattenedField): boolean =>
  field.type === 'join' ||
  !(
    ['array', 'blocks', 'group', 'tab'].includes(field.type) ||
    ('hasMany' in field && field.hasMany)
  )

const pick = (doc: Record<string, any>, fields: FlattenedField[]): Record<string, any> =>
  Object.fromEntries(
    [
      'id',
      'createdAt',
      'updatedAt',
      ...fields.filter(({ type }) => type !== 'join').map(({ name }) => name),
    ]
      .filter((name) => doc[name] !== undefined && doc[name] !== null)
      .map((name) => [name, doc[name]]),
  )

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const OBJECT_ID = /\b[0-9a-f]{24}\b/g

/** An id of one engine in the form of the other, always the same one; its first part is the time, so the order stays. */
const idTranslator = (engine: string) => (text: string) =>
  engine === 'mongoose'
    ? text.replace(UUID, (id) => {
        const seconds = Math.floor(parseInt(id.replace('-', '').slice(0, 12), 16) / 1000)
        return seconds.toString(16).padStart(8, '0') + digest(id).slice(0, 16)
      })
    : text.replace(OBJECT_ID, (id) => {
        const time = (parseInt(id.slice(0, 8), 16) * 1000).toString(16).padStart(12, '0')
        const rest = digest(id)
        return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`
      })

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const move = <T>(value: T, translate: (text: string) => string): T => {
  if (typeof value === 'string') return translate(value) as T
  if (Array.isArray(value)) return value.map((entry) => move(entry, translate)) as T
  if (value && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [translate(key), move(entry, translate)]),
    ) as T
  return value
}

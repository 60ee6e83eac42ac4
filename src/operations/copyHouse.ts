import type { CollectionSlug, FlattenedField, Payload } from 'payload'

import { createHash } from 'crypto'

import type { Row } from '../database/bulk'

import { countMany, insertMany } from '../database/bulk'
import { withoutForeignKeys } from '../database/withoutForeignKeys'
import { RepriseError } from '../utilities/errors'
import { openAllSealed } from './sealed/openAllSealed'
import { sealedFields } from './sealed/sealedFields'
import { sealAnew } from './sealed/turnSealed'

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
 * relationships, keys and settings alike: each is a token that stands for itself. What is sealed for such ids is sealed anew.
 *
 * @returns per collection how many were read and are there now; and of the sealed texts, which are all opened there, how many there
 * are and how many do not open
 * @throws RepriseError `copyTargetNotEmpty`; `sealedWithOtherSecret` when what is sealed does not open with the secret of this
 * process. Nothing is written then.
 */
export const copyHouse = async ({
  from,
  to,
}: {
  from: Payload
  to: Payload
}): Promise<{ collections: Copied[]; sealed: { opened: number; unopened: number } }> => {
  await refuseWhatIsThere(to)
  const before = await countSealed(from)
  if (before.unopened)
    throw new RepriseError('sealedWithOtherSecret', {
      values: { count: before.unopened, total: before.texts },
    })
  const translate = from.db.name === to.db.name ? undefined : idTranslator(to.db.name)
  const collections = await withoutForeignKeys(to, () => copyAll({ from, to, translate }))
  const after = await countSealed(to)
  const opened = after.texts - after.unopened
  // What is missing does not open either.
  return { collections, sealed: { opened, unopened: before.texts - opened } }
}

/** A copy that died earlier has left something in any collection. */
const refuseWhatIsThere = async (to: Payload): Promise<void> => {
  for (const collection of copiedCollections(to)) {
    const count = await countMany({ collection, payload: to, where: {} })
    if (count) throw new RepriseError('copyTargetNotEmpty', { values: { collection, count } })
  }
}

const countSealed = async (payload: Payload): Promise<{ texts: number; unopened: number }> => {
  const counts = await openAllSealed({ payload })
  return {
    texts: counts.reduce((sum, { texts }) => sum + texts, 0),
    unopened: counts.reduce((sum, { unopened }) => sum + unopened, 0),
  }
}

const copiedCollections = ({ collections }: Payload): CollectionSlug[] =>
  (Object.keys(collections) as CollectionSlug[]).filter((slug) => !LEFT_BEHIND.has(slug))

const copyAll = async ({
  from,
  to,
  translate,
}: {
  from: Payload
  to: Payload
  /** Missing where ids keep their form. */
  translate?: (text: string) => string
}): Promise<Copied[]> => {
  const copied: Copied[] = []
  for (const slug of copiedCollections(from)) {
    const { auth, flattenedFields } = from.collections[slug].config
    const isFlat = !auth && flattenedFields.every(isScalar)
    let read = 0
    for (let after: string | undefined; ;) {
      const { docs } = await from.db.find<Row>({
        collection: slug,
        limit: PAGE,
        pagination: false,
        sort: 'id',
        where: after ? { id: { greater_than: after } } : {},
      })
      if (!docs.length) break
      read += docs.length
      const moved = translate ? docs.map((doc) => moveDoc({ slug, doc, translate })) : docs
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

/** A document with ids in the other form, and sealed for those. */
const moveDoc = ({
  slug,
  doc,
  translate,
}: {
  slug: string
  doc: Row
  translate: (text: string) => string
}): Row => {
  const moved = move(doc, translate)
  return Object.assign(
    moved,
    ...sealedFields(slug).map((sealed) => sealAnew({ after: moved, before: doc, sealed })),
  )
}

const move = <T>(value: T, translate: (text: string) => string): T => {
  if (typeof value === 'string') return translate(value) as T
  if (Array.isArray(value)) return value.map((entry) => move(entry, translate)) as T
  if (value && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [translate(key), move(entry, translate)]),
    ) as T
  return value
}

import type { FlattenedField, Payload } from 'payload'

import { idOf } from '../../utilities/idOf'

type Doc = Record<string, any>

/** Documents that others point to: first all ids are collected, then each collection is read once. */
export type Names = {
  add: (args: { collection: string; docs: Doc[] }) => void
  /** The document, if it was found within the person's reach. */
  get: (collection: string, value: unknown) => Doc | undefined
  /** What a document is called in lists; nothing for one that is out of reach. */
  titleOf: (collection: string, value: unknown) => string | undefined
  /** Notes what the relationships of these documents point to. */
  want: (args: { collection: string; docs: Doc[]; fields?: string[] }) => void
  wantedIn: (collection: string) => string[]
}

/** Collects references of documents of any collection, and keeps what was read of them. */
export const createNames = (payload: Pick<Payload, 'collections'>): Names => {
  const known = new Map<string, Map<string, Doc>>()
  const wanted = new Map<string, Set<string>>()
  const get: Names['get'] = (collection, value) =>
    value ? known.get(collection)?.get(idOf(value)) : undefined
  return {
    add: ({ collection, docs }) => {
      known.set(collection, new Map(docs.map((doc) => [idOf(doc), doc])))
    },
    get,
    titleOf: (collection, value) => {
      const doc = get(collection, value)
      const title = doc?.[payload.collections[collection]?.config.admin.useAsTitle ?? 'id']
      return title === undefined || title === null ? undefined : String(title)
    },
    want: ({ collection, docs, fields }) => {
      for (const { name, relationTo } of relationshipsOf(payload, collection)) {
        if (fields && !fields.includes(name)) continue
        let ids = wanted.get(relationTo)
        if (!ids) wanted.set(relationTo, (ids = new Set()))
        for (const doc of docs)
          for (const value of [doc[name]].flat()) if (value) ids.add(idOf(value))
      }
    },
    wantedIn: (collection) => [...(wanted.get(collection) ?? [])],
  }
}

type Relationship = { name: string; relationTo: string }

const isRelationship = (field: FlattenedField): field is { relationTo: string } & FlattenedField =>
  field.type === 'relationship' && typeof field.relationTo === 'string'

const relationshipsOf = (
  payload: Pick<Payload, 'collections'>,
  collection: string,
): Relationship[] =>
  payload.collections[collection]?.config.flattenedFields.filter(isRelationship) ?? []

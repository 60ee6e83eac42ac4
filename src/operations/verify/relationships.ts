import type { CollectionSlug, Payload } from 'payload'

import type { ChildCollection } from './types'

export type Relationship = { name: string; hasSite: boolean; to: CollectionSlug }

/** Relationships inside a file; their own checks say more about them than where they lead. */
const INSIDE = new Set([
  'cancelledBy',
  'file',
  'institution',
  'line',
  'originLine',
  'parent',
  'payment',
])

const known = new WeakMap<object, Relationship[]>()

/** The relationships by which a document could lead out of its institution or site. */
export const relationshipsOf = (
  payload: Payload,
  collection: 'files' | ChildCollection,
): Relationship[] => {
  const { config } = payload.collections[collection]
  let list = known.get(config)
  if (list) return list
  list = config.flattenedFields.flatMap((field): Relationship[] => {
    if (field.type !== 'relationship' || field.hasMany || typeof field.relationTo !== 'string')
      return []
    if (INSIDE.has(field.name) || (collection === 'lines' && field.name === 'order')) return []
    // The site of what hangs on a file is compared with the file's.
    if (field.name === 'site' && collection !== 'files') return []
    const names = payload.collections[
      field.relationTo as CollectionSlug
    ].config.flattenedFields.map(({ name }) => name)
    if (!names.includes('institution')) return []
    const anySite = Boolean((field.custom as { anySite?: boolean } | undefined)?.anySite)
    return [
      {
        name: field.name,
        hasSite: names.includes('site') && !anySite,
        to: field.relationTo as CollectionSlug,
      },
    ]
  })
  known.set(config, list)
  return list
}

import type {
  CollectionBeforeDeleteHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  Plugin,
  SanitizedCollectionConfig,
  Where,
} from 'payload'

import { getTranslation } from '@payloadcms/translations'

import { slugs } from '../collections/slugs'
import { RepriseError } from '../utilities/errors'

/** What the journal says of a document stays when that is gone: it keeps the name as well. */
const TRACES = new Set<string>([slugs.journal])

/** Who has left keeps their name in the journal; what they once did does not keep their account. */
const FREE = new Set<string>([slugs.users])

/** How many documents of a collection lead to the one that is to be deleted. */
type Use = { collection: SanitizedCollectionConfig; count: number }

/**
 * Refuses, in every collection, to delete what another document leads to, with `inUse` and what it is that does. SQLite would empty the
 * reference or fail, MongoDB leave it pointing nowhere. What operations delete in bulk has been decided by them.
 */
export const refuseInUse: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    FREE.has(collection.slug)
      ? collection
      : {
          ...collection,
          hooks: {
            ...collection.hooks,
            beforeDelete: [...(collection.hooks?.beforeDelete ?? []), refuse],
          },
        },
  ),
})

const refuse: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const uses = await usesOf({ id: String(id), collection, req })
  if (uses.length)
    throw new RepriseError('inUse', {
      values: {
        name: await nameOf({ id: String(id), collection, req }),
        uses: uses.map((use) => sentenceOf(use, req)).join(', '),
      },
    })
}

type Args = { collection: SanitizedCollectionConfig; req: PayloadRequest }
type Batch = { ids: string[]; uses: Promise<Map<string, Use[]>> }

const batches = new WeakMap<PayloadRequest, Map<string, Batch>>()

/** Asks for all documents that Payload deletes at the same time together: a list of them is often free. */
const usesOf = async ({ id, collection, req }: { id: string } & Args): Promise<Use[]> => {
  const open = batches.get(req) ?? new Map<string, Batch>()
  batches.set(req, open)
  let batch = open.get(collection.slug)
  if (!batch) {
    const ids: string[] = []
    const uses = new Promise(setImmediate).then(() => {
      open.delete(collection.slug)
      return countUses({ collection, ids, req })
    })
    open.set(collection.slug, (batch = { ids, uses }))
  }
  batch.ids.push(id)
  return (await batch.uses).get(id) ?? []
}

const countUses = async ({
  collection,
  ids,
  req,
}: { ids: string[] } & Args): Promise<Map<string, Use[]>> => {
  const found = new Map<string, Use[]>(ids.map((id) => [id, []]))
  for (const pointing of pointingTo(collection.slug, req)) {
    const count = async (wanted: string[]): Promise<number> => {
      const leads: Where = { or: pointing.paths.map((path) => ({ [path]: { in: wanted } })) }
      // A document that leads to itself goes with it.
      const own = pointing.collection.slug === collection.slug && wanted.length === 1
      const { totalDocs } = await req.payload.db.count({
        collection: pointing.collection.slug as CollectionSlug,
        req,
        where: own ? { and: [leads, { id: { not_equals: wanted[0] } }] } : leads,
      })
      return totalDocs
    }
    if (ids.length > 1 && !(await count(ids))) continue
    for (const id of ids) {
      const number = await count([id])
      if (number) found.get(id)!.push({ collection: pointing.collection, count: number })
    }
  }
  return found
}

type Pointing = { collection: SanitizedCollectionConfig; paths: string[] }

/** The collections that have fields which lead to one. Only Payload's own have fields that lead to several. */
const pointingTo = (slug: string, { payload }: PayloadRequest): Pointing[] =>
  payload.config.collections.flatMap((collection) => {
    const paths = TRACES.has(collection.slug) ? [] : pathsTo(slug, collection.flattenedFields)
    return paths.length ? [{ collection, paths }] : []
  })

const pathsTo = (slug: string, fields: FlattenedField[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload')
      return field.relationTo === slug ? [path] : []
    return 'flattenedFields' in field ? pathsTo(slug, field.flattenedFields, `${path}.`) : []
  })

const nameOf = async ({ id, collection, req }: { id: string } & Args): Promise<string> => {
  const title = collection.admin.useAsTitle
  const doc = await req.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: collection.slug as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })
  return String((title && doc?.[title]) || getTranslation(collection.labels.singular, req.i18n))
}

const sentenceOf = ({ collection: { labels }, count }: Use, { i18n }: PayloadRequest): string => {
  const noun = getTranslation(count === 1 ? labels.singular : labels.plural, i18n)
  // Labels begin with a capital; inside a sentence German nouns keep it.
  return `${count} ${i18n.language === 'de' ? noun : noun.charAt(0).toLowerCase() + noun.slice(1)}`
}

import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, Where } from 'payload'

import { toSearchKey } from '../utilities/toSearchKey'

/** Stores what the list searches in: the named fields in lower case without accents, the same on both engines. */
export const keepSearchKey =
  (fields: string[]): CollectionBeforeChangeHook =>
  ({ data, originalDoc }) => {
    data.searchKey = toSearchKey(...fields.map((name) => data[name] ?? originalDoc?.[name]))
    return data
  }

/** What a person types into the search box is brought into the form of the search key. */
export const normaliseSearch: CollectionBeforeOperationHook = ({ args, operation }) => {
  const query = args as { where?: Where }
  if (operation === 'read' && query.where) query.where = rewrite(query.where)
  return args
}

const rewrite = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map((part) => rewrite(part as Where))]
      if (!/(^|\.)searchKey$/.test(key) || !value || typeof value !== 'object') return [key, value]
      return [
        key,
        Object.fromEntries(
          Object.entries(value).map(([operator, typed]) => [
            operator,
            typeof typed === 'string' ? toSearchKey(typed) : typed,
          ]),
        ),
      ]
    }),
  ) as Where

import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

/** What the journal keeps in place of a secret that was set anew: that it was, never what it is. */
export const EXCHANGED = { exchanged: true } as const

/** The secrets that were set, until the journal notes them with the other changes of the document. */
const exchanged = new WeakMap<PayloadRequest, Map<string, Set<string>>>()

type Place = { id: unknown; collection: { slug: string }; req: PayloadRequest }

const keyOf = ({ id, collection }: Place): string => `${collection.slug}:${String(id)}`

/** Lets the journal say that secrets of a document were set anew: neither their values nor their hashes show it there. */
export const noteExchanged = ({ names, ...place }: { names: string[] } & Place): void => {
  const noted = exchanged.get(place.req) ?? new Map<string, Set<string>>()
  exchanged.set(place.req, noted.set(keyOf(place), new Set(names)))
}

/** The secrets of a document that the present change sets anew, once. */
export const takeExchanged = (place: Place): Set<string> => {
  const noted = exchanged.get(place.req)
  const names = noted?.get(keyOf(place)) ?? new Set()
  noted?.delete(keyOf(place))
  return names
}

/** Notes where an account is given another password, by whomever; Payload takes it out of the data before the journal sees them. */
export const notePassword: CollectionBeforeChangeHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && data.password)
    noteExchanged({ id: originalDoc.id, collection, names: ['password'], req })
  return data
}

import type { CollectionBeforeOperationHook, Plugin } from 'payload'

import { RepriseError } from '../../utilities/errors'
import { findMisshapen } from './findMisshapen'

/** What the paths of accounts are sent beside the fields of the collection. */
const CREDENTIALS = ['email', 'password', 'token']

/**
 * Refuses, in every collection and before anything else looks at it, what is not of the kind its field holds, with
 * `invalidInput` and the path of the field. Our own code hands over what its types say.
 */
export const checkShapes: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [refuseMisshapen, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
})

const refuseMisshapen: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const { data } = args as { data?: unknown }
  if (req.payloadAPI === 'local' || data === undefined) return
  if (!data || typeof data !== 'object' || Array.isArray(data))
    throw new RepriseError('invalidInput')
  const given = data as Record<string, unknown>
  const field = collection.auth
    ? CREDENTIALS.find((name) => given[name] && typeof given[name] !== 'string')
    : undefined
  const misshapen = field ?? findMisshapen(collection.flattenedFields, given)
  if (misshapen) throw new RepriseError('invalidInput', { field: misshapen })
}

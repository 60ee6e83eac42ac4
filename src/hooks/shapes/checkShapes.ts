import type { CollectionBeforeOperationHook, Plugin, Where } from 'payload'

import { errorCodeOf, RepriseError } from '../../utilities/errors'
import { findMisshapen } from './findMisshapen'
import { readQuery } from './readQuery'

/** What the paths of accounts are sent beside the fields of the collection. */
const CREDENTIALS = ['email', 'password', 'token']

const CHANGES = new Set<string>(['create', 'delete', 'update'])

/**
 * Refuses, in every collection and before anything else looks at it, what is not of the kind its field holds, and questions that no
 * database can answer, with `invalidInput` and the path of the field. Our own code hands over what its types say. What is changed is
 * answered whole: `select` and `populate` are for reading.
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

const refuseMisshapen: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const { payload, payloadAPI } = req
  const fields = collection.flattenedFields
  const { data, ...query } = args as { data?: unknown; where?: unknown }
  if (payloadAPI === 'local') {
    // The lists of the panel ask like that, with the filters of their address.
    const isForSomebody = overrideAccess === false && query.where !== undefined
    return isForSomebody ? { ...args, where: readFilters({ fields, payload, query }) } : undefined
  }
  const understood: typeof args = {
    ...args,
    ...readQuery({ fields, payload, query }),
    // The journal keeps what Payload hands on after a change, which would be no more than was selected.
    ...(CHANGES.has(operation) && { populate: undefined, select: undefined }),
  }
  if (data === undefined) return understood
  if (!data || typeof data !== 'object' || Array.isArray(data))
    throw new RepriseError('invalidInput')
  const given = data as Record<string, unknown>
  const field = collection.auth
    ? CREDENTIALS.find((name) => given[name] && typeof given[name] !== 'string')
    : undefined
  const misshapen = field ?? findMisshapen(fields, given)
  if (misshapen) throw new RepriseError('invalidInput', { field: misshapen })
  return understood
}

/** An address that somebody kept may hold filters of which nothing can be made any more; Payload leaves most of them out. */
const readFilters = ({
  query: { where },
  ...args
}: Parameters<typeof readQuery>[0]): Where | undefined => {
  try {
    return readQuery({ ...args, query: { where } }).where
  } catch (err) {
    if (errorCodeOf(err) !== 'invalidInput') throw err
    return where as Where
  }
}

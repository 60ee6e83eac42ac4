import type { CollectionBeforeValidateHook } from 'payload'

import type { ErrorCode } from '../utilities/errors'

import { RepriseError } from '../utilities/errors'

type Args = { code: ErrorCode; field: string; key: string }

/**
 * Turns "this key is taken" into a sentence at the field the person typed into. The unique index remains the rule; this
 * only answers before it has to.
 */
export const refuseDuplicate =
  ({ code, field, key }: Args): CollectionBeforeValidateHook =>
  async ({ collection, data, originalDoc, req }) => {
    if (!data?.[key]) return data
    const { docs } = await req.payload.find({
      collection: collection.slug as 'seats',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      // A page is found and counted at once, which MongoDB refuses as the first step of a transaction.
      pagination: false,
      req,
      where: { [key]: { equals: data[key] } },
    })
    if (docs[0] && docs[0].id !== originalDoc?.id) throw new RepriseError(code, { field })
    return data
  }

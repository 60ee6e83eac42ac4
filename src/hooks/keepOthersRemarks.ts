import type { CollectionBeforeChangeHook } from 'payload'

import { isDeepStrictEqual } from 'util'

import { RepriseError } from '../utilities/errors'

/**
 * Refuses remarks, with `remarksChanged`, that were written over others than the ones that are stored. Who saves sends beside the
 * new ones, as `openedRemarks`, those that stood there when they began; other changes of the document do not get in the way.
 */
export const keepOthersRemarks: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (!('openedRemarks' in data)) return data
  const { openedRemarks, ...kept } = data
  if (!isDeepStrictEqual(asSent(openedRemarks), asSent(originalDoc?.remarks)))
    // Without a field: a form sends nothing any more while one of its fields is refused.
    throw new RepriseError('remarksChanged')
  return kept
}

const asSent = (remarks: unknown): unknown => JSON.parse(JSON.stringify(remarks ?? null))

import type { CollectionSlug, Payload } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Row } from '../../database/bulk'
import type { SealedField } from './types'

import { readPages } from '../../database/bulk'
import { groupBy } from '../../utilities/groupBy'
import { open } from '../../utilities/seal'
import { sealedFields } from './sealedFields'
import { turnSealed } from './turnSealed'

/** The parts of an import are large. */
const PAGE = 200

/** What the sealed texts of a collection came to. */
export type SealedCount = {
  collection: CollectionSlug
  /** How many documents there are with a sealed text. */
  documents: number
  /** How many sealed texts there are. */
  texts: number
  /** How many of them do not open. */
  unopened: number
  /** The first document with one that does not open. */
  unopenedID: null | string
}

/**
 * Opens every sealed text of a house with the secret of this process, keeps nothing, and says how many there are and how many do not
 * open. Reads in pages.
 *
 * @param institutionID only this institution; all of them when missing
 */
export const openAllSealed = async ({
  institutionID,
  payload,
}: {
  institutionID?: string
  payload: Payload
}): Promise<SealedCount[]> => {
  const counts: SealedCount[] = []
  const groups = groupBy(sealedFields(), ({ collection, where }) =>
    JSON.stringify([collection, where]),
  )
  for (const fields of groups.values()) {
    const [{ collection, field, turnEach, where }, ...others] = fields as [SealedField]
    const isAlone = !others.length && !turnEach
    const count: SealedCount = {
      collection,
      documents: 0,
      texts: 0,
      unopened: 0,
      unopenedID: null,
    }
    for await (const docs of readPages({
      collection,
      pageSize: PAGE,
      payload,
      select: fields.flatMap(({ field, uses }) => [field, ...uses]),
      where: {
        ...where,
        // Most charges were never in a file.
        ...(isAlone && { [field]: { not: null } }),
        ...(institutionID && { institution: institutionID }),
      },
    })) {
      // SQLite answers at once, so that nobody else would have a turn until all is opened.
      await setImmediate()
      for (const doc of docs) countTexts({ count, doc, fields })
    }
    counts.push(count)
  }
  return counts
}

const countTexts = ({
  count,
  doc,
  fields,
}: {
  count: SealedCount
  doc: Row
  fields: SealedField[]
}): void => {
  const before = count.texts
  for (const sealed of fields)
    turnSealed(sealed, doc[sealed.field], (text) => {
      count.texts++
      if (!opens(text, sealed.contextOf(doc))) {
        count.unopened++
        count.unopenedID ??= doc.id
      }
      return text
    })
  if (count.texts > before) count.documents++
}

const opens = (text: string, context: string): boolean => {
  try {
    open(text, context)
    return true
  } catch {
    return false
  }
}

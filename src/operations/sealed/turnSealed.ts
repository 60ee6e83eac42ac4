import type { Row } from '../../database/bulk'
import type { SealedField } from './types'

import { open, seal, signOf } from '../../utilities/seal'

/** The value of a field with each sealed text in it turned into another; what is empty stays empty. */
export const turnSealed = (
  { turnEach }: SealedField,
  value: unknown,
  turn: (sealed: string) => string,
): unknown => (turnEach ? turnEach(value, turn) : value ? turn(value as string) : value)

/** Whether a sealed field is about a document. */
const isAbout = ({ where = {} }: SealedField, doc: Row): boolean =>
  Object.entries(where).every(([name, wanted]) => doc[name] === wanted)

/**
 * What a document must say once its ids are others: its texts sealed for those, and the signs beside them.
 *
 * @param after the same document with its new ids
 * @throws an Error when a text does not open for the old ids
 */
export const sealAnew = ({
  after,
  before,
  sealed,
}: {
  after: Row
  before: Row
  sealed: SealedField
}): Record<string, unknown> => {
  if (!isAbout(sealed, before)) return {}
  const { contextOf, field, sign } = sealed
  const changed: Record<string, unknown> = {}
  changed[field] = turnSealed(sealed, after[field], (text) => {
    const opened = open(text, contextOf(before))
    if (sign) changed[sign.field] = signOf(opened, sign.contextOf(after))
    return seal(opened, contextOf(after))
  })
  return changed
}

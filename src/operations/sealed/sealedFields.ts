import type { SealedField } from './types'

import { sealedMeans } from '../payments/sealedMeans'

const known = new Map<string, SealedField>()

/**
 * Makes a field known that holds sealed texts; plugins do this when they are loaded, for each field that they seal. What is not
 * known here is neither looked after by `verify` nor readable in a database with ids of another form.
 */
export const registerSealedField = (sealed: SealedField): void => {
  const { collection, field, where } = sealed
  known.set(JSON.stringify([collection, field, where]), sealed)
}

/** Every field that is known, of one collection where that is said. */
export const sealedFields = (collection?: string): SealedField[] =>
  [...known.values()].filter((sealed) => !collection || sealed.collection === collection)

sealedMeans.forEach(registerSealedField)

import { createHash } from 'node:crypto'

import type { ImportedPerson } from './types'

import { toSearchKey } from '../../../utilities/toSearchKey'

/** Letters and digits only, so that "Müller-Weiss" and "MULLER WEISS" are one. */
export const plain = (...parts: (null | string)[]): string =>
  toSearchKey(...parts)
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim()

/** A short key for any number of parts; no part can be mistaken for two. */
export const digest = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

/**
 * How one person is recognised on several lines: by the number of the old system; without one, by name, address and e-mail together,
 * where case, accents and signs make no difference. Names alone never make two people one.
 *
 * @returns a string that is the same for the same person on every run; it does not contain the name
 */
export const identityKey = (person: ImportedPerson): string => {
  if (person.externalContactNumber) return `number:${toSearchKey(person.externalContactNumber)}`
  const { addressLine2, city, company, country, email, firstName, houseNumber, lastName } = person
  return `person:${digest([
    plain(firstName),
    plain(lastName),
    plain(company),
    plain(person.street, houseNumber),
    plain(addressLine2),
    plain(person.postcode),
    plain(city),
    country,
    email?.toLowerCase() ?? '',
  ])}`
}

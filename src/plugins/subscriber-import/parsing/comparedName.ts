import type { ImportedPerson } from './types'

import { plain } from './identityKey'

export type Named = Pick<ImportedPerson, 'company' | 'firstName' | 'lastName'>

/** What stands in front of a name on one line and not on another. */
const TITLES = new Set(
  'dipl dr frau herr ing lic mag med mlle mme mr mrs ms pd phil prof professor'.split(' '),
)

/** A name as names are compared: "Prof. Dr. Zoë  Müller-Weiß" and "ZOE MULLER WEISS" are one, whichever of it is the first name. */
export const comparedName = ({ company, firstName, lastName }: Named): string =>
  plain(firstName, lastName, company)
    .split(' ')
    .filter((word) => !TITLES.has(word))
    .join('')

import type { BankReference } from './types'

import { isCreditorReference, isQRReference } from '../identifiers/references'

/** More is no remark of a payer. */
const MAX_SEARCHED = 4000

/**
 * The references of a payment: what was sent as one, else what looks like one in free text and has the right check digits.
 *
 * @param sent references of structured remittance information
 * @param texts remarks, in the order in which they are to be believed
 */
export const findReferences = ({
  sent,
  texts,
}: {
  sent: string[]
  texts: string[]
}): BankReference[] => {
  const given = unique(sent.map((text) => text.replace(/\s/g, '')))
  if (given.length)
    return given.map((value) => ({
      isProposed: false,
      kind: kindOf(value),
      value: inCapitals(value),
    }))
  const found = unique(texts.flatMap((text) => referencesIn(text.slice(0, MAX_SEARCHED))))
  return found.map((value) => ({ isProposed: true, kind: kindOf(value), value }))
}

const unique = (texts: string[]): string[] => [...new Set(texts.filter(Boolean))]

const inCapitals = (value: string): string =>
  kindOf(value) === 'SCOR' ? value.toUpperCase() : value

const kindOf = (value: string): BankReference['kind'] =>
  isQRReference(value) ? 'QRR' : isCreditorReference(value) ? 'SCOR' : 'other'

/** 27 digits at a stretch, or printed as 2 and five times 5. */
const QRR = /(?<!\d)(?:\d{27}|\d{2}(?:\s\d{5}){5})(?!\d)/g

/** RF and what follows at a stretch, or printed in groups of four. */
const SCOR =
  /(?<![A-Z0-9])RF\d{2}(?:[A-Z0-9]{1,21}(?![A-Z0-9])|(?:\s[A-Z0-9]{1,4}(?![A-Z0-9])){1,6})/gi

const referencesIn = (text: string): string[] => [
  ...[...text.matchAll(QRR)].map(([match]) => match.replace(/\s/g, '')).filter(isQRReference),
  ...[...text.matchAll(SCOR)].flatMap(([match]) => longestReference(match)),
]

/** Words may follow a reference printed in groups: the longest beginning that is one counts. */
const longestReference = (match: string): string[] => {
  const groups = match.toUpperCase().split(/\s/)
  for (let count = groups.length; count; count--) {
    const candidate = groups.slice(0, count).join('')
    if (isCreditorReference(candidate)) return [candidate]
  }
  return []
}

import type { Payload } from 'payload'

import type { ImportFile, ImportLine, ImportSettings } from './types'

import { readMany } from '../../../database/bulk'
import { comparedName, type Named } from '../parsing/comparedName'

/** A seat is one line whoever sits there by now; a free place is its person's. */
const signOf = (subscription: string, seat: null | string | undefined, person?: Named): string =>
  `${subscription}:${seat ?? (person ? comparedName(person) : '')}`

/**
 * Finds the lines of files that are in already which came in without them: a second list with the same file numbers, a line added
 * since. Each has a problem then. A line that is in may be bad today: its price has changed since. Two queries.
 *
 * @param known files that are in already, with their id
 */
export const linesNotIn = async ({
  known,
  payload,
  settings: { mapping },
}: {
  known: ReadonlyMap<ImportFile, string>
  payload: Payload
  settings: ImportSettings
}): Promise<ReadonlySet<ImportLine>> => {
  // A single line has its place and person in the key that it was found by.
  const numbered = [...known].filter(([file]) => file.externalNumber !== null)
  const stored = await readMany({
    collection: 'lines',
    payload,
    select: ['beneficiary', 'file', 'seat', 'subscription'],
    where: { file: numbered.map(([, id]) => id), kind: 'subscription' },
  })
  const contacts = new Map(
    (
      await readMany<{ id: string } & Named>({
        collection: 'contacts',
        payload,
        select: ['company', 'firstName', 'lastName'],
        where: {
          id: [...new Set(stored.flatMap((line) => (line.beneficiary as null | string) ?? []))],
        },
      })
    ).map((contact) => [contact.id, contact]),
  )
  const left = new Map<string, number>()
  for (const { beneficiary, file, seat, subscription } of stored) {
    const sign = `${file}:${signOf(subscription, seat, contacts.get(beneficiary))}`
    left.set(sign, (left.get(sign) ?? 0) + 1)
  }
  const notIn = new Set<ImportLine>()
  for (const [{ lines }, id] of numbered)
    for (const line of lines) {
      const { place } = line
      const sign = place && `${id}:${signOf(place.subscription, place.seat, place.person)}`
      const count = sign ? (left.get(sign) ?? 0) : 0
      if (sign) left.set(sign, count - 1)
      if (count > 0) continue
      notIn.add(line)
      // What cannot be understood says itself what is wrong with it.
      if (place)
        line.problems.unshift({
          code: 'fileInWithoutLine',
          column: mapping.fileNumber ?? null,
          field: 'fileNumber',
          value: '',
        })
    }
  return notIn
}

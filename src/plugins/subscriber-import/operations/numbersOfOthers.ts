import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { ImportedPerson, SubscriberRow } from '../parsing/types'
import type { ImportFile, ImportSettings, LineProblem } from './types'

import { readMany } from '../../../database/bulk'
import { comparedName, type Named } from '../parsing/comparedName'
import { identityKey } from '../parsing/identityKey'
import { identityOf } from './lookUpMeans'
import { signOf } from './signOf'

type People = Pick<SubscriberRow, 'beneficiary' | 'payer'>

const LONGEST_VALUE = 80

/** The problems of those on a line whose customer number is another's. @param otherOf whose it is; nothing where it is theirs */
const problemsOf = (
  people: People,
  { mapping }: Pick<ImportSettings, 'mapping'>,
  otherOf: (person: ImportedPerson) => string | undefined,
): LineProblem[] =>
  (['payer', 'beneficiary'] as const).flatMap((who) => {
    const person = people[who]
    const other = person?.externalContactNumber ? otherOf(person) : undefined
    if (other === undefined) return []
    const field = `${who}ExternalContactNumber` as const
    const value = [person!.externalContactNumber, other].filter(Boolean).join(' ')
    return {
      code: 'numberOfOther' as const,
      column: mapping[field] ?? null,
      field,
      value: value.slice(0, LONGEST_VALUE),
    }
  })

/**
 * Finds customer numbers that stand with two names in the same file (a household that shares one, a list put together from two); the
 * later line has the problem. What is held is two numbers for each.
 */
export const createNumberCheck = (settings: Pick<ImportSettings, 'mapping'>) => {
  const names = new Map<number, number>()
  return (row: People): LineProblem[] =>
    problemsOf(row, settings, (person) => {
      const number = signOf(identityKey(person))
      const name = signOf(comparedName(person))
      const first = names.get(number)
      if (first === undefined) names.set(number, name)
      return first === undefined || first === name ? undefined : ''
    })
}

/** Adds the same problem to lines whose customer number came in with another name before. One query. */
export const refuseNumbersOfOthers = async ({
  files,
  payload,
  run,
}: {
  files: ImportFile[]
  payload: Payload
  run: Run<ImportSettings>
}): Promise<void> => {
  const lines = files.flatMap((file) => file.lines.filter(({ resolved }) => resolved))
  const people = lines
    .flatMap(({ resolved }) => [resolved!.payer, resolved!.beneficiary])
    .filter((person) => person?.externalContactNumber)
  if (!people.length) return
  const contacts = new Map(
    (
      await readMany<{ id: string; displayName: string; identityKey: string } & Named>({
        collection: 'contacts',
        payload,
        select: ['company', 'displayName', 'firstName', 'identityKey', 'lastName'],
        where: { identityKey: [...new Set(people.map((person) => identityOf(run, person!)))] },
      })
    ).map((contact) => [contact.identityKey, contact]),
  )
  for (const line of lines)
    line.problems.push(
      ...problemsOf(line.resolved!, run.settings, (person) => {
        const contact = contacts.get(identityOf(run, person))
        return !contact || comparedName(contact) === comparedName(person)
          ? undefined
          : contact.displayName
      }),
    )
}

import type { Payload } from 'payload'

import type { NumberCheck } from './createNumberCheck'
import type { Reporter } from './createReport'

import { readPages } from '../../database/bulk'

/** Checks the numbers of contacts. */
export const verifyContacts = async ({
  institutionID,
  numbers,
  payload,
  reporter,
}: {
  institutionID?: string
  numbers: NumberCheck
  payload: Payload
  reporter: Reporter
}): Promise<void> => {
  reporter.count('contacts', 0)
  for await (const all of readPages<{
    id: string
    institution: string
    number: null | number
  }>({
    collection: 'contacts',
    payload,
    select: ['institution', 'number'],
    where: {},
  })) {
    const contacts = institutionID
      ? all.filter(({ institution }) => institution === institutionID)
      : all
    reporter.count('contacts', contacts.length)
    reporter.add(numbers.add('contacts', contacts))
  }
}

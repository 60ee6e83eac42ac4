import type { CollectionBeforeChangeHook } from 'payload'

import { randomUUID } from 'crypto'

import { takeNumbers } from '../database/takeNumbers'
import { RepriseError } from '../utilities/errors'

type Named = { company?: null | string; firstName?: null | string; lastName?: null | string }

/** How a contact is called on lists: "Meier Anna", or the company with its person. */
export const contactName = ({ company, firstName, lastName }: Named): string => {
  const person = [lastName, firstName].filter(Boolean).join(' ')
  if (!company) return person
  return person ? `${company} (${person})` : company
}

/** Gives a contact its number once, and keeps the name that lists show. */
export const keepContactName: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const displayName = contactName({ ...originalDoc, ...data })
  if (!displayName) throw new RepriseError('nameMissing', { field: 'lastName' })
  data.displayName = displayName
  if (operation === 'create') {
    data.number = await takeNumbers({
      count: 1,
      key: `contact:${data.institution}`,
      payload: req.payload,
      req,
    })
    data.identityKey ??= `typed:${randomUUID()}`
  } else {
    data.number = originalDoc.number
    data.identityKey = originalDoc.identityKey
  }
  return data
}

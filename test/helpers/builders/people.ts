import { randomUUID } from 'crypto'

import type { Role } from '../../../src/access/roles'
import type { House } from './house'

/** A contact of the house. */
export const aSubscriber = async ({
  house,
  ...contact
}: { house: Pick<House, 'institution' | 'payload'> } & Record<
  string,
  unknown
>): Promise<string> => {
  const doc = await house.payload.create({
    collection: 'contacts',
    data: {
      city: 'Bern',
      country: 'CH',
      firstName: 'Anna',
      institution: house.institution,
      language: 'de',
      lastName: 'Meier',
      postcode: '3011',
      ...contact,
    } as never,
    depth: 0,
  })
  return String(doc.id)
}

/** A member of staff who can log in with `password`. */
export const aMemberOfStaff = async ({
  house,
  roles = ['cashier'],
  sites = [],
  ...user
}: {
  house: Pick<House, 'institution' | 'payload'>
  roles?: Role[]
  sites?: string[]
} & Record<string, unknown>): Promise<{ id: string; email: string; password: string }> => {
  const email = `${randomUUID().slice(0, 8)}@house.example`
  const password = randomUUID()
  const doc = await house.payload.create({
    collection: 'users',
    data: {
      name: 'Casey Kern',
      email,
      institution: house.institution,
      password,
      roles,
      sites,
      ...user,
    } as never,
    depth: 0,
  })
  return { id: String(doc.id), email, password }
}

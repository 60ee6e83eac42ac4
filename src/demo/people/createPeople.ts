import type { Random } from '../random'
import type { Address, Person, Region } from './types'

import { toSearchKey } from '../../utilities/toSearchKey'

type Args = {
  random: Random
  /** Where most people live, and how often somebody comes from elsewhere. */
  regions: readonly (readonly [region: Region, weight: number])[]
}

type Wanted = { address?: Address; hasEmail?: boolean; lastName?: string }

/** Children and old friends often have none. */
const NO_EMAIL = 0.15
const NO_PHONE = 0.5
const DOUBLE_NAME = 0.06
const PO_BOX = 0.03

/**
 * Makes people and companies that do not exist, no two of them with the same name at the same address.
 *
 * E-mail addresses lie in domains that are kept for examples (RFC 2606).
 */
export const createPeople = ({ random, regions }: Args) => {
  const known = new Set<string>()
  const mailboxes = new Map<string, number>()

  const emailOf = (region: Region, ...names: string[]): string => {
    const name = toSearchKey(...names)
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.|\.$/g, '')
    const address = `${name}@${random.pick(region.emailDomains)}`
    const times = (mailboxes.get(address) ?? 0) + 1
    mailboxes.set(address, times)
    return times === 1 ? address : address.replace('@', `${times}@`)
  }

  const addressIn = (region: Region): Address => {
    const [postcode, city] = random.pick(region.places)
    const hasBox = random.chance(PO_BOX)
    return {
      addressLine2: hasBox
        ? `${region.language === 'fr' ? 'BP' : 'Postfach'} ${random.int(10, 990)}`
        : '',
      city,
      country: region.country,
      houseNumber: `${random.int(1, 120)}${random.chance(0.08) ? random.pick(region.language === 'fr' ? ['bis', 'ter'] : ['a', 'b']) : ''}`,
      postcode,
      street: random.pick(region.streets),
    }
  }

  /** The same draw again until it is somebody new; each draw is another name or address. */
  const somebodyNew = (draw: () => Person): Person => {
    for (;;) {
      const person = draw()
      const { city, company, firstName, houseNumber, lastName, street } = person
      const key = toSearchKey(company, firstName, lastName, street, houseNumber, city)
      if (known.has(key)) continue
      known.add(key)
      return person
    }
  }

  const lastNameIn = (region: Region): string => {
    const name = random.pick(region.lastNames)
    if (!random.chance(DOUBLE_NAME)) return name
    const second = random.pick(region.lastNames)
    return second === name ? name : `${name}-${second}`
  }

  const personIn = (region: Region, { address, hasEmail, lastName }: Wanted): Person =>
    somebodyNew(() => {
      const isWoman = random.chance(0.55)
      const firstName = random.pick(isWoman ? region.firstNames.f : region.firstNames.m)
      const name = lastName ?? lastNameIn(region)
      return {
        ...(address ?? addressIn(region)),
        company: '',
        email: (hasEmail ?? !random.chance(NO_EMAIL)) ? emailOf(region, firstName, name) : '',
        firstName,
        language: region.language,
        lastName: name,
        phone: random.chance(NO_PHONE) ? '' : region.phone(random),
        salutation: isWoman ? region.salutations.f : region.salutations.m,
      }
    })

  const regionOf = (address?: Address): Region =>
    regions.find(([region]) => region.country === address?.country)?.[0] ??
    (address ? regions[0]![0] : random.weighted(regions))

  return {
    /** A company; the person who deals with it is named on some. */
    company: (): Person => {
      const region = regions[0]![0]
      return somebodyNew(() => {
        const company = random.pick(region.companies).replace('*', random.pick(region.lastNames))
        const contact = random.chance(0.4)
        const isWoman = random.chance(0.5)
        return {
          ...addressIn(region),
          company,
          email: emailOf(region, company),
          firstName: contact
            ? random.pick(isWoman ? region.firstNames.f : region.firstNames.m)
            : '',
          language: region.language,
          lastName: contact ? random.pick(region.lastNames) : '',
          phone: region.phone(random),
          salutation: contact ? (isWoman ? region.salutations.f : region.salutations.m) : '',
        }
      })
    },
    /** Somebody, at an address of their own unless one is given. */
    person: (wanted: Wanted = {}): Person => personIn(regionOf(wanted.address), wanted),
  }
}

export type People = ReturnType<typeof createPeople>

/** The address of a person without the person. */
export const addressOf = ({
  addressLine2,
  city,
  country,
  houseNumber,
  postcode,
  street,
}: Person): Address => ({
  addressLine2,
  city,
  country,
  houseNumber,
  postcode,
  street,
})

/**
 * The same person as somebody else would have typed it in: close enough to be noticed by a human, not to be taken for the same.
 */
export const misspelt = (person: Person): Person => ({
  ...person,
  email: '',
  firstName: person.firstName.includes('-')
    ? person.firstName.replace('-', ' ')
    : `${person.firstName} ${person.firstName.startsWith('M') ? 'A' : 'M'}.`,
  lastName: person.lastName
    .replace('ü', 'ue')
    .replace('ä', 'ae')
    .replace('ö', 'oe')
    .replace(/^Meier$/, 'Meyer'),
  phone: '',
  street: person.street
    .replace('strasse', 'str.')
    .replace('straße', 'str.')
    .replace(/^rue /, 'r. ')
    .replace(/^avenue /, 'av. '),
})

import type { OddPerson, Person } from './types'

import { oddAtClub } from './oddAtClub'
import { oddAtConcertHall } from './oddAtConcertHall'
import { oddAtTheatre } from './oddAtTheatre'

const nobody = {
  addressLine2: '',
  company: '',
  email: '',
  firstName: '',
  houseNumber: '',
  lastName: '',
  phone: '',
  salutation: '',
  street: '',
}
const complete = (odd: OddPerson[]): Person[] => odd.map((person) => ({ ...nobody, ...person }))

/**
 * Names and addresses that every house has and every import trips over: particles, apostrophes, letters from elsewhere, no
 * first name, formula-like companies, post boxes, leading zeros, addresses abroad, very long ones. Per site, by its code.
 */
export const oddPeople: Record<string, Person[]> = {
  club: complete(oddAtClub),
  konzerthaus: complete(oddAtConcertHall),
  theater: complete(oddAtTheatre),
}

import type { Random } from '../random'
import type { Language } from '../types'

/** A payer or beneficiary as a house would have typed it in; empty text where nothing is known. */
export type Person = {
  addressLine2: string
  city: string
  company: string
  country: string
  email: string
  firstName: string
  houseNumber: string
  language: Language
  lastName: string
  phone: string
  postcode: string
  salutation: string
  street: string
}

/** A person of whom only what is odd is told. */
export type OddPerson = Partial<Person> & Pick<Person, 'city' | 'country' | 'language' | 'postcode'>

export type Address = Pick<
  Person,
  'addressLine2' | 'city' | 'country' | 'houseNumber' | 'postcode' | 'street'
>

/** What the names and addresses of a country are made of. */
export type Region = {
  /** Words around a family name that make a company of it; `*` stands for the name. */
  companies: string[]
  country: string
  emailDomains: string[]
  firstNames: { f: string[]; m: string[] }
  language: Language
  lastNames: string[]
  phone: (random: Random) => string
  places: [postcode: string, city: string][]
  salutations: { f: string; m: string }
  streets: string[]
}

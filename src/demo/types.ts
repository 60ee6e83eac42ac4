import type { Role } from '../access/roles'

/** What the demo house is made of, as data: the catalogue is created from it and the subscriber files are written from it. */
export type InstitutionSpec = {
  name: string
  address: string
  code: string
  criteria: { name: string; code: string }[]
  email: string
  sites: SiteSpec[]
  users: UserSpec[]
}

export type UserSpec = {
  email: string
  /** The language the person would choose in the panel. */
  name: string
  language: Language
  roles: Role[]
  /** Codes of the sites the account is bound to; empty = all. */
  sites: string[]
}

export type Language = 'de' | 'en' | 'fr'

export type SiteSpec = {
  channels: { name: string; code: string; kind: 'batch' | 'boxOffice' | 'internet' }[]
  code: string
  currency: 'CHF' | 'EUR'
  /** Who collects its direct debits: the bank, by a file, or the payment provider. Without one they were collected elsewhere. */
  directDebit?: 'bank' | 'provider'
  /** Titles in the order of the season: the k-th performance of a subscription shows the k-th, unless it has titles of its own. */
  name: string
  events: Titles
  plugins: string[]
  pointsOfSale: {
    name: string
    channels: string[]
    code: string
    kind: 'counter' | 'ticketshop'
  }[]
  renewal: { fallbackShipmentMode: string; shipmentModes: string[] }
  /** How the site calls a season, in front of its years. */
  seasonWord: string
  shipmentModes: { name: string; code: string; kind: ShipmentKind; replaces?: string[] }[]
  subscriptions: SubscriptionSpec[]
  tariffs: TariffSpec[]
  timeZone: string
  venues: VenueSpec[]
}

export type SeasonName = 'last' | 'next'

export type Titles = Record<SeasonName, string[]>

export type ShipmentKind = 'existingCard' | 'mobile' | 'newCard' | 'pickUp' | 'post' | 'printAtHome'

export type TariffKind = 'child' | 'company' | 'full' | 'reduced'

export type TariffSpec = {
  name: string
  code: string
  kind: TariffKind
  /** Part of the full price, 0 to 1. */
  share: number
}

export type SubscriptionSpec = {
  automaticRenewal: boolean
  code: string
  /** Code of the stop criterion that is asked for this subscription instead of the general one. */
  criterion?: string
  family: string
  /** Category codes that last season's subscribers filled to the last seat. */
  name: string
  full?: string[]
  /** What it becomes: other code, name or venue next season; `null` = discontinued. */
  next: { name?: string; code?: string; venue?: string } | null
  performances: SeriesSpec | SharedSeriesSpec
  /** Full price of last season per category code; `none` where seats are not numbered. Minor units. */
  prices: Record<string, number>
  /** Season tickets sold last season. */
  sold: number
  /** Without one: free seating. */
  venue?: string
}

export type SeriesSpec = {
  /** Local time, `19:30`. */
  at: string
  count: number
  /** Stands behind the title where several series show the same events. */
  label?: string
  titles?: Titles
  /** 1 = Monday. */
  weekday: number
}

/** The performances of another subscription, from the given one on. */
export type SharedSeriesSpec = { from: number; of: string }

export type VenueSpec = {
  name: string
  categories: { name: string; code: string; color: string }[]
  code: string
  seats: SeatSpec[]
  stage: { x: number; y: number }
}

export type SeatSpec = {
  block: string
  blocked?: boolean
  category: string
  number: string
  row: string
  x: number
  y: number
}

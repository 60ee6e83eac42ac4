import type { CollectionSlug, Payload } from 'payload'

import { randomUUID } from 'crypto'

import { insertMany, newID } from '../../../src/database/bulk'
import { seatLabel, seatNameKey } from '../../../src/hooks/keepSeatName'
import { toSearchKey } from '../../../src/utilities/toSearchKey'

/** A small house whose parts are named as a box office would name them. Ids throughout. */
export type House = {
  categories: { first: string; second: string }
  channels: { batch: string; boxOffice: string; internet: string }
  code: string
  criterion: string
  currency: string
  institution: string
  payload: Payload
  pointsOfSale: { counter: string; ticketshop: string }
  seasons: { last: Season; next: Season }
  /** Row by row from the stage, each from left to right. */
  seats: Seat[]
  shipmentModes: { existingCard: string; newCard: string; pickUp: string; post: string }
  site: string
  tariffs: { full: string; reduced: string }
  venue: string
}

export type Seat = { id: string; category: string; label: string }

export type Season = {
  id: string
  performances: string[]
  subscriptions: {
    /** Numbered seats, renews by itself. */
    automatic: string
    /** Numbered seats, is reserved at renewal. */
    seated: string
    /** Without numbered seats. */
    unseated: string
  }
}

/** Last season's prices by tariff and category in minor units; a free place costs the price without category. */
export const PRICES = {
  full: { first: 20_000, none: 8_000, second: 12_000 },
  reduced: { first: 10_000, none: 4_000, second: 6_000 },
}

/** How much dearer the next season is, in minor units. */
export const RISE = 1_000

/** Without hooks, so that a house stands in a moment on either engine; what they would keep in step is given or made here. */
const creating =
  (payload: Payload, base: Record<string, unknown>) =>
  async (
    collection: CollectionSlug,
    data: { name?: string; code?: string } & Record<string, unknown>,
  ) => {
    const searchKey = toSearchKey(data.name, data.code)
    const doc = await payload.db.create({ collection, data: { searchKey, ...base, ...data } })
    return String(doc.id)
  }

type HouseArgs = {
  code?: string
  currency?: 'CHF' | 'EUR'
  /** A further site of a house there is already; without it an institution of its own is made. */
  institution?: string
  payload: Payload
  performances?: number
  plugins?: string[]
  rows?: number
  seatsPerRow?: number
}

/**
 * A house with one venue of some rows (the front half in the first category, the others in the second), last season and the
 * next one, each with performances, three subscriptions and their prices.
 */
export const aHouse = async ({
  code = `house-${randomUUID().slice(0, 8)}`,
  currency = 'CHF',
  payload,
  performances = 2,
  plugins = ['renewal'],
  rows = 4,
  seatsPerRow = 6,
  ...given
}: HouseArgs): Promise<House> => {
  const institution =
    given.institution ??
    (await creating(payload, {})('institutions', { name: `Institution ${code}`, code }))
  const site = await creating(payload, { institution })('sites', {
    name: `Site ${code}`,
    code,
    currency,
    plugins,
    timeZone: 'Europe/Zurich',
  })
  const create = creating(payload, { institution, site })
  const venue = await create('venues', { name: 'Main hall', code: 'main', stageX: 0, stageY: 0 })
  const category = (name: string, rank: number) =>
    create('price-categories', { name, code: String(rank), color: '#4c6ef5', rank, venue })
  const categories = { first: await category('First', 1), second: await category('Second', 2) }
  const tariffs = {
    full: await create('tariffs', { name: 'Full price', code: 'full' }),
    reduced: await create('tariffs', { name: 'Reduced', code: 'reduced' }),
  }
  const channel = (name: string, kind: string) =>
    create('sales-channels', { name, code: kind, kind })
  const channels = {
    batch: await channel('Renewal', 'batch'),
    boxOffice: await channel('Box office', 'boxOffice'),
    internet: await channel('Internet', 'internet'),
  }
  const mode = (name: string, kind: string, replaces: string[] = []) =>
    create('shipment-modes', { name, code: kind, kind, replaces })
  const newCard = await mode('New card', 'newCard')
  const house = {
    categories,
    channels,
    code,
    criterion: await creating(payload, { institution })('criteria', {
      name: 'Stop automatic renewal',
      code: 'stop',
      kind: 'yesNo',
    }),
    currency,
    institution,
    payload,
    pointsOfSale: {
      counter: await create('points-of-sale', {
        name: 'Counter',
        channels: [channels.boxOffice],
        code: 'counter',
        kind: 'counter',
      }),
      ticketshop: await create('points-of-sale', {
        name: 'Ticketshop',
        channels: [channels.internet],
        code: 'ticketshop',
        kind: 'ticketshop',
      }),
    },
    seats: await someSeats({ categories, institution, payload, rows, seatsPerRow, site, venue }),
    shipmentModes: {
      existingCard: await mode('Load on existing card', 'existingCard', [newCard]),
      newCard,
      pickUp: await mode('Pick-up', 'pickUp'),
      post: await mode('Post', 'post'),
    },
    site,
    tariffs,
    venue,
  }
  const last = await aSeason({ house, performances, year: 2025 })
  const next = await aSeason({ house, performances, rise: RISE, year: 2026 })
  return { ...house, seasons: { last, next } }
}

const someSeats = async ({
  categories,
  institution,
  payload,
  rows,
  seatsPerRow,
  site,
  venue,
}: {
  payload: Payload
  rows: number
  seatsPerRow: number
} & Pick<House, 'categories' | 'institution' | 'site' | 'venue'>): Promise<Seat[]> => {
  const docs = Array.from({ length: rows * seatsPerRow }, (_, i) => {
    const row = Math.floor(i / seatsPerRow)
    const number = i % seatsPerRow
    const seat = { block: 'Parkett', number: String(number + 1), row: String(row + 1), venue }
    return {
      ...seat,
      id: newID(payload),
      blocked: false,
      institution,
      label: seatLabel(seat),
      priceCategory: row < rows / 2 ? categories.first : categories.second,
      searchKey: toSearchKey(seat.block, seat.row, seat.number),
      seatNameKey: seatNameKey(seat),
      site,
      x: (number - (seatsPerRow - 1) / 2) * 10,
      y: (row + 1) * 10,
    }
  })
  await insertMany({ collection: 'seats', docs, payload })
  return docs.map(({ id, label, priceCategory }) => ({ id, category: priceCategory, label }))
}

/** A further season of a house: its performances, its three subscriptions under codes that stay, and their prices. */
export const aSeason = async ({
  house,
  performances = 2,
  rise = 0,
  year,
}: {
  house: Omit<House, 'seasons'>
  performances?: number
  /** How much dearer than `PRICES`. */
  rise?: number
  /** The season begins in September of this year. */
  year: number
}): Promise<Season> => {
  const { categories, institution, payload, site, tariffs, venue } = house
  const create = creating(payload, { institution, site })
  const season = await create('seasons', {
    name: `Season ${year}/${year + 1}`,
    code: String(year),
    endsOn: `${year + 1}-06-30`,
    startsOn: `${year}-09-01`,
  })
  const event = await create('events', { name: `Concert ${year}`, code: `concert-${year}`, season })
  const shows: string[] = []
  for (let i = 0; i < performances; i++)
    shows.push(
      await create('performances', {
        name: `Concert ${i + 1}`,
        event,
        season,
        startsAt: new Date(Date.UTC(year, 9 + i, 1, 18)).toISOString(),
        venue,
      }),
    )
  const subscription = async (
    name: string,
    code: string,
    seated: boolean,
    automaticRenewal = false,
  ) => {
    const id = await create('subscriptions', {
      name,
      automaticRenewal,
      code,
      performances: shows,
      productFamily: 'subscription',
      season,
      seated,
      venue: seated ? venue : null,
    })
    for (const tariff of ['full', 'reduced'] as const)
      for (const category of seated ? (['first', 'second'] as const) : (['none'] as const))
        await create('prices', {
          amount: PRICES[tariff][category] + rise,
          priceCategory: category === 'none' ? null : categories[category],
          priceKey: [id, tariffs[tariff], category === 'none' ? 'none' : categories[category]].join(
            ':',
          ),
          subscription: id,
          tariff: tariffs[tariff],
        })
    return id
  }
  return {
    id: season,
    performances: shows,
    subscriptions: {
      automatic: await subscription('Evening concerts', 'evening', true, true),
      seated: await subscription('Sunday concerts', 'sunday', true),
      unseated: await subscription('Concerts, standing', 'standing', false),
    },
  }
}

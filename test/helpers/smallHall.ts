import type { House } from './startHouse'

import { insertMany } from '../../src/database/bulk'
import { seatLabel, seatNameKey } from '../../src/hooks/keepSeatName'
import { writeFiles } from '../../src/operations/writeFiles'

type Base = { institution: string; site: string }

/** A hall with one block of seats, a season, two performances and a subscription to both. */
export const smallHall = async (
  house: House,
  { base, rows = 2, seatsPerRow = 5 }: { base: Base; rows?: number; seatsPerRow?: number },
) => {
  const { create } = house
  const venue = await create('venues', {
    ...base,
    name: 'Great hall',
    code: 'great',
    stageX: 0,
    stageY: 0,
  })
  const ofVenue = { ...base, venue: venue.id }
  const category = await create('price-categories', {
    ...ofVenue,
    name: 'Category 1',
    code: '1',
    rank: 1,
  })
  const otherCategory = await create('price-categories', {
    ...ofVenue,
    name: 'Category 2',
    code: '2',
    rank: 2,
  })
  const plan = Array.from({ length: rows * seatsPerRow }, (_, i) => ({
    block: 'Stalls',
    number: String(1 + (i % seatsPerRow)),
    row: String(1 + Math.floor(i / seatsPerRow)),
  }))
  const seatIDs = await insertMany({
    collection: 'seats',
    docs: plan.map((named) => ({
      ...ofVenue,
      ...named,
      label: seatLabel(named),
      priceCategory: category.id,
      seatNameKey: seatNameKey({ ...named, venue: venue.id }),
      x: Number(named.number) * 10,
      y: Number(named.row) * 12,
    })),
    payload: house.payload,
  })
  const seats: Record<string, string> = Object.fromEntries(
    plan.map(({ number, row }, i) => [`${row}/${number}`, seatIDs[i]!]),
  )
  const season = await create('seasons', {
    ...base,
    name: '2025/26',
    code: '25',
    endsOn: '2026-07-31T00:00:00.000Z',
    startsOn: '2025-09-01T00:00:00.000Z',
  })
  const event = await create('events', {
    ...base,
    name: 'Magic Flute',
    code: 'flute',
    season: season.id,
  })
  const performances = []
  for (const day of ['2025-10-03', '2025-11-07'])
    performances.push(
      await create('performances', {
        ...ofVenue,
        name: `Magic Flute, ${day}`,
        event: event.id,
        season: season.id,
        startsAt: `${day}T18:30:00.000Z`,
      }),
    )
  const subscription = await create('subscriptions', {
    ...ofVenue,
    name: 'Premieres',
    code: 'PREM',
    performances: performances.map(({ id }) => id),
    season: season.id,
  })
  const tariff = await create('tariffs', { ...base, name: 'Full price', code: 'full' })
  return { base, category, otherCategory, performances, season, seats, subscription, tariff, venue }
}

type Hall = Awaited<ReturnType<typeof smallHall>>

/** Sells the hall's subscription to a payer, one per seat. */
export const sellSeats = async (
  house: House,
  {
    channel,
    hall,
    kind = 'sale',
    payer,
    seats,
    ...rest
  }: {
    channel?: string
    hall: Hall
    kind?: 'reservation' | 'sale'
    originLines?: string[]
    payer: string
    paymentDeadline?: string
    seats: string[]
  },
) => {
  const [written] = await writeFiles({
    action: kind === 'sale' ? 'sell' : 'reserve',
    payload: house.payload,
    plans: [
      {
        ...hall.base,
        channel,
        currency: 'CHF',
        orders: [
          {
            kind,
            lines: seats.map((seat, i) => ({
              amount: 32000,
              beneficiary: payer,
              kind: 'subscription' as const,
              originLine: rest.originLines?.[i],
              performances: hall.performances.map(({ id }) => id),
              priceCategory: hall.category.id,
              renewalKey: rest.originLines?.[i] && `renew:${rest.originLines[i]}:${hall.season.id}`,
              season: hall.season.id,
              seat: hall.seats[seat],
              subscription: hall.subscription.id,
              tariff: hall.tariff.id,
            })),
            paymentDeadline: rest.paymentDeadline,
            requestedBy: 'public',
          },
        ],
        payer,
        season: hall.season.id,
      },
    ],
  })
  return written!
}

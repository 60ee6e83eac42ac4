import type { Payload } from 'payload'

import { readMany } from '../../../database/bulk'
import { toSearchKey } from '../../../utilities/toSearchKey'

type Seat = { id: string; index: number; priceCategory: string }

type Subscription = {
  id: string
  name: string
  performances: { id: string; index: number }[]
  seated: boolean
  venue: null | string
}

/** What the lines of a file are looked up in: the season's subscriptions and prices, the site's tariffs, shipment modes and seats. */
export type Catalogue = {
  priceOf: (subscription: string, tariff: string, category: null | string) => number | undefined
  seatOf: (venue: string, block: string, row: string, number: string) => Seat | undefined
  seatTotal: number
  shipmentModeOf: (text: string) => string | undefined
  subscriptionOf: (code: string) => Subscription | undefined
  tariffOf: (code: string) => string | undefined
}

const seatKey = (...parts: string[]): string =>
  parts.map((part) => part.trim().toLowerCase()).join('\u0000')

/** Reads the catalogue of a site and season once; the size of the house, not of the file, is what it holds. */
export const loadCatalogue = async ({
  payload,
  season,
  site,
}: {
  payload: Payload
  season: string
  site: string
}): Promise<Catalogue> => {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { season: { equals: season } },
  })
  const performanceIndex = new Map<string, number>()
  const subscriptions = new Map<string, Subscription>()
  for (const doc of docs as Record<string, any>[])
    subscriptions.set(toSearchKey(doc.code), {
      id: String(doc.id),
      name: doc.name,
      performances: ((doc.performances ?? []) as unknown[]).map((id) => {
        const key = String(id)
        if (!performanceIndex.has(key)) performanceIndex.set(key, performanceIndex.size)
        return { id: key, index: performanceIndex.get(key)! }
      }),
      seated: Boolean(doc.seated),
      venue: doc.venue ? String(doc.venue) : null,
    })
  const prices = new Map(
    (
      await readMany({
        collection: 'prices',
        payload,
        where: { subscription: docs.map((doc) => String(doc.id)) },
      })
    ).map((price) => [
      `${price.subscription}:${price.tariff}:${price.priceCategory ?? 'none'}`,
      Number(price.amount),
    ]),
  )
  const tariffs = new Map(
    (await readMany({ collection: 'tariffs', payload, select: ['code'], where: { site } })).map(
      (tariff) => [toSearchKey(tariff.code), tariff.id],
    ),
  )
  const modes = new Map<string, string>()
  for (const mode of await readMany({
    collection: 'shipment-modes',
    payload,
    select: ['code', 'name'],
    where: { site },
  })) {
    modes.set(toSearchKey(mode.name), mode.id)
    modes.set(toSearchKey(mode.code), mode.id)
  }
  const venues = [
    ...new Set(
      [...subscriptions.values()].flatMap(({ seated, venue }) => (seated && venue ? [venue] : [])),
    ),
  ]
  const seats = new Map<string, Seat>()
  if (venues.length)
    for (const seat of await readMany({
      collection: 'seats',
      payload,
      select: ['block', 'number', 'priceCategory', 'row', 'venue'],
      where: { venue: venues },
    }))
      seats.set(seatKey(seat.venue, seat.block, seat.row, seat.number), {
        id: seat.id,
        index: seats.size,
        priceCategory: seat.priceCategory,
      })
  return {
    priceOf: (subscription, tariff, category) =>
      prices.get(`${subscription}:${tariff}:${category ?? 'none'}`) ??
      prices.get(`${subscription}:${tariff}:none`),
    seatOf: (venue, block, row, number) => seats.get(seatKey(venue, block, row, number)),
    seatTotal: seats.size,
    shipmentModeOf: (text) => modes.get(toSearchKey(text)),
    subscriptionOf: (code) => subscriptions.get(toSearchKey(code)),
    tariffOf: (code) => tariffs.get(toSearchKey(code)),
  }
}

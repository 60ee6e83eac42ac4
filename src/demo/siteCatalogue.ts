import { DateTime } from 'luxon'

import type { Payload, PayloadRequest } from 'payload'

import type { Create, IDs } from './catalogue'
import type { Bulk } from './seasonCatalogue'
import type { SeasonName, SiteSpec } from './types'

import { insertMany } from '../database/bulk'
import { seatLabel, seatNameKey } from '../hooks/keepSeatName'
import { toSearchKey } from '../utilities/toSearchKey'
import { createDemoSeason } from './seasonCatalogue'
import { noon } from './seasonDates'

export type DemoSite = {
  id: string
  name: string
  /** What a renewal batch of this site needs; ready to be passed to `renewal-batches`. */
  batch: {
    name: string
    criterion: string
    fallbackShipmentMode: string
    institution: string
    originSeason: string
    paymentDeadline: string
    salesChannel: string
    shipmentModes: string[]
    site: string
    targetSeason: string
  }
  channels: IDs
  code: string
  currency: string
  /** The stop criterion of its own that a subscription of last season has, by the subscription's id. */
  ownCriteria: IDs
  seasons: Record<SeasonName, string>
  shipmentModes: IDs
  subscriptions: Record<SeasonName, IDs>
  tariffs: IDs
  venues: IDs
}

type Args = {
  create: Create
  criteria: IDs
  institution: string
  payload: Payload
  req: PayloadRequest
  site: SiteSpec
  today: Date
}

/** Reserved subscriptions are to be paid within this many days. */
const PAYMENT_DAYS = 45

/** Creates one site of the demo house with its whole catalogue; documents by the hundred are written in bulk. */
export const createDemoSite = async ({
  create,
  criteria,
  institution,
  payload,
  req,
  site: spec,
  today,
}: Args): Promise<DemoSite> => {
  const { name, code, currency, plugins, timeZone } = spec
  const site = await create('sites', { name, code, currency, institution, plugins, timeZone })
  const base = { institution, site }
  const add: Create = (collection, data) => create(collection, { ...base, ...data })
  const bulk: Bulk = (collection, docs) =>
    insertMany({ collection, docs: docs.map((doc) => ({ ...base, ...doc })), payload, req })

  const { channels, shipmentModes, tariffs } = await createSetup({ add, spec })
  const { categories, venues } = await createVenues({ add, bulk, spec })
  const season = { add, bulk, categories, spec, tariffs, today, venues }
  const last = await createDemoSeason({ ...season, season: 'last' })
  const next = await createDemoSeason({ ...season, season: 'next' })
  const batchChannel = spec.channels.find((channel) => channel.kind === 'batch')!
  return {
    id: site,
    name,
    batch: {
      ...base,
      // In the house's own language, as it calls the channel.
      name: `${spec.channels.find(({ kind }) => kind === 'batch')!.name} ${spec.name}`,
      criterion: criteria.STOPP!,
      fallbackShipmentMode: shipmentModes[spec.renewal.fallbackShipmentMode]!,
      originSeason: last.id,
      paymentDeadline: noon(
        DateTime.fromJSDate(today, { zone: 'utc' }).plus({ days: PAYMENT_DAYS }),
      ),
      salesChannel: channels[batchChannel.code]!,
      shipmentModes: spec.renewal.shipmentModes.map((mode) => shipmentModes[mode]!),
      targetSeason: next.id,
    },
    channels,
    code,
    currency,
    ownCriteria: Object.fromEntries(
      spec.subscriptions.flatMap(({ code: of, criterion }) =>
        criterion ? [[last.subscriptions[of]!, criteria[criterion]!]] : [],
      ),
    ),
    seasons: { last: last.id, next: next.id },
    shipmentModes,
    subscriptions: { last: last.subscriptions, next: next.subscriptions },
    tariffs,
    venues,
  }
}

const createSetup = async ({ add, spec }: { add: Create; spec: SiteSpec }) => {
  const channels: IDs = {}
  for (const channel of spec.channels) channels[channel.code] = await add('sales-channels', channel)
  for (const point of spec.pointsOfSale)
    await add('points-of-sale', { ...point, channels: point.channels.map((of) => channels[of]) })
  const shipmentModes: IDs = {}
  for (const { replaces = [], ...mode } of spec.shipmentModes)
    shipmentModes[mode.code] = await add('shipment-modes', {
      ...mode,
      replaces: replaces.map((of) => shipmentModes[of]),
    })
  const tariffs: IDs = {}
  for (const { name, code } of spec.tariffs) tariffs[code] = await add('tariffs', { name, code })
  return { channels, shipmentModes, tariffs }
}

const createVenues = async ({ add, bulk, spec }: { add: Create; bulk: Bulk; spec: SiteSpec }) => {
  const venues: IDs = {}
  const categories: IDs = {}
  for (const { name, categories: classes, code, seats, stage } of spec.venues) {
    const venue = await add('venues', { name, code, stageX: stage.x, stageY: stage.y })
    venues[code] = venue
    for (const [i, category] of classes.entries())
      categories[`${code}:${category.code}`] = await add('price-categories', {
        ...category,
        rank: i + 1,
        venue,
      })
    await bulk(
      'seats',
      seats.map(({ category, ...seat }) => ({
        ...seat,
        blocked: seat.blocked ?? false,
        label: seatLabel(seat),
        priceCategory: categories[`${code}:${category}`],
        searchKey: toSearchKey(seat.block, seat.row, seat.number),
        seatNameKey: seatNameKey({ ...seat, venue }),
        venue,
      })),
    )
  }
  return { categories, venues }
}

import type { Payload } from 'payload'

import type { RenewalSettings, SeasonContext, Target } from './types'

import { readMany } from '../../../database/bulk'
import { loadPrices } from '../../../operations/prices'

/** Reads what is the same for every file: target subscriptions, prices, shipment modes, names. A fixed number of queries. */
export const loadSeason = async ({
  payload,
  settings,
  site,
}: {
  payload: Payload
  settings: RenewalSettings
  site: string
}): Promise<SeasonContext> => {
  const targetIDs = [
    ...new Set(Object.values(settings.mapping).flatMap((m) => (m.target ? [m.target] : []))),
  ]
  const { docs: targets } = await payload.find({
    collection: 'subscriptions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { id: { in: [...targetIDs, ...Object.keys(settings.mapping)] } },
  })
  const { docs: modes } = await payload.find({
    collection: 'shipment-modes',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { site: { equals: site } },
  })
  const prices = await loadPrices({ payload, subscriptionIDs: targetIDs })
  const categories = await readMany({ collection: 'price-categories', payload, where: { site } })
  const asTarget = (doc: Record<string, any>): Target => ({
    id: String(doc.id),
    name: doc.name,
    performances: (doc.performances ?? []).map(String),
    seated: Boolean(doc.seated),
    venue: doc.venue ? String(doc.venue) : null,
  })
  return {
    categoryCodes: new Map(categories.map((c) => [c.id, String(c.code)])),
    prices,
    shipmentModes: new Map(
      modes.map((mode) => [
        String(mode.id),
        {
          name: String(mode.name),
          kind: String(mode.kind),
          replaces: ((mode.replaces ?? []) as unknown[]).map(String),
        },
      ]),
    ),
    subscriptionNames: new Map(targets.map((doc) => [String(doc.id), String(doc.name)])),
    targets: new Map(
      targets
        .filter((doc) => targetIDs.includes(String(doc.id)))
        .map((doc) => [String(doc.id), asTarget(doc)]),
    ),
  }
}

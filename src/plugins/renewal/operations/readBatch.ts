import type { Payload, PayloadRequest } from 'payload'

import type { RenewalSettings } from './types'

import { idOf } from '../../../utilities/idOf'
import { parseFileNumbers } from './parseFileNumbers'

export type Batch = {
  id: string
  name: string
  every: 'day' | 'hour' | 'week' | null
  institution: string
  lastRun: null | string
  nextRunAt: null | string
  settings: RenewalSettings
  simulation: boolean
  site: string
  startAt: null | string
  startedBy: null | string
  state: string
  when: 'byHand' | 'once' | 'repeat'
  /** The site's time zone: every day at 22:00 means there. */
  zone: string
}

const idOrNull = (value: unknown): null | string => (value ? idOf(value) : null)

/**
 * Reads a batch as the settings that a run freezes.
 *
 * @returns `null` when there is no such batch within the reach of the person asking
 */
export const readBatch = async ({
  batchID,
  payload,
  req,
  trusted = false,
}: {
  batchID: string
  payload: Payload
  req: PayloadRequest
  /** For the scheduler, which acts for the person who scheduled it and has been checked then. */
  trusted?: boolean
}): Promise<Batch | null> => {
  const { docs } = await payload.find({
    collection: 'renewal-batches' as 'sites',
    depth: 0,
    limit: 1,
    overrideAccess: trusted,
    req,
    where: { id: { equals: batchID } },
  })
  const doc = docs[0] as Record<string, any> | undefined
  if (!doc) return null
  const site = await payload.findByID({
    id: idOf(doc.site),
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const mapping: RenewalSettings['mapping'] = {}
  for (const row of doc.mapping ?? [])
    mapping[idOf(row.origin)] = { criterion: idOrNull(row.criterion), target: idOrNull(row.target) }
  const tariffMapping: RenewalSettings['tariffMapping'] = {}
  for (const row of doc.tariffMapping ?? []) tariffMapping[idOf(row.origin)] = idOrNull(row.target)
  const user = req.user as { id: string; name?: string } | null
  return {
    id: String(doc.id),
    name: doc.name,
    every: doc.every ?? null,
    institution: idOf(doc.institution),
    lastRun: idOrNull(doc.lastRun),
    nextRunAt: doc.nextRunAt ?? null,
    settings: {
      batchSize: doc.batchSize ?? null,
      channel: idOf(doc.salesChannel),
      criterion: idOrNull(doc.criterion),
      currency: String(site.currency),
      fallbackShipmentMode: idOrNull(doc.fallbackShipmentMode),
      fileNumbers: parseFileNumbers(doc.fileNumbers).numbers,
      lineIDs: null,
      mapping,
      notify: doc.notify !== false,
      onFailure: doc.onFailure,
      originSeason: idOf(doc.originSeason),
      paymentDeadline: doc.paymentDeadline,
      shipmentModes: (doc.shipmentModes ?? []).map(idOf),
      targetSeason: idOf(doc.targetSeason),
      tariffMapping,
      user: user ? { id: String(user.id), name: user.name ?? null } : null,
    },
    simulation: Boolean(doc.simulation),
    site: idOf(doc.site),
    startAt: doc.startAt ?? null,
    startedBy: idOrNull(doc.startedBy),
    state: doc.state,
    when: doc.when,
    zone: String(site.timeZone),
  }
}

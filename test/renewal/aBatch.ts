import { createLocalReq } from 'payload'

import type { Run } from '../../src/jobs/runs/types'
import type { RenewalSettings } from '../../src/plugins/renewal/operations/types'
import type { House } from '../helpers/builders'

import { readMany } from '../../src/database/bulk'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { readBatch } from '../../src/plugins/renewal/operations/readBatch'
import { startRenewal } from '../../src/plugins/renewal/operations/startRenewal'

const IN_A_MONTH = 30 * 86_400_000

/** A saved batch that renews the house's last season into its next one; live unless said otherwise. */
export const aBatch = async (
  house: House,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const doc = await house.payload.create({
    collection: 'renewal-batches' as 'sites',
    data: {
      name: 'Renewal',
      criterion: house.criterion,
      fallbackShipmentMode: house.shipmentModes.post,
      institution: house.institution,
      onFailure: 'reservation',
      originSeason: house.seasons.last.id,
      paymentDeadline: new Date(Date.now() + IN_A_MONTH).toISOString(),
      salesChannel: house.channels.batch,
      shipmentModes: [house.shipmentModes.post, house.shipmentModes.existingCard],
      simulation: false,
      site: house.site,
      targetSeason: house.seasons.next.id,
      when: 'byHand',
      ...changes,
    } as never,
    depth: 0,
  })
  return String(doc.id)
}

/** Starts a batch on nobody's behalf, as the command line does. @returns the run's id */
export const start = async (
  house: House,
  batchID: string,
  options: { simulation?: boolean } = {},
): Promise<string> => {
  const req = await createLocalReq({}, house.payload)
  const batch = await readBatch({ batchID, payload: house.payload, req, trusted: true })
  return startRenewal({ batch: batch!, payload: house.payload, req, ...options })
}

export type Result = {
  counts: Record<string, number>
  rows: Record<string, any>[]
  run: Run<RenewalSettings>
}

/** Works on a run until it ends. */
export const finish = async (house: House, runID: string): Promise<Result> => {
  await runLane({ payload: house.payload, runID })
  const run = (await readRun(house.payload, runID))!
  const rows = await readMany({
    collection: 'run-rows',
    payload: house.payload,
    sort: 'position',
    where: { run: runID },
  })
  return { counts: run.counts ?? {}, rows, run }
}

/** Starts a batch and works on it until it ends. */
export const renew = async (house: House, changes: Record<string, unknown> = {}): Promise<Result> =>
  finish(house, await start(house, await aBatch(house, changes)))

/** Yes to the house's stop criterion. */
export const stopRenewal = (house: House, contact: string, criterion = house.criterion) =>
  house.payload.create({
    collection: 'contact-answers',
    data: { answer: 'yes', contact, criterion, institution: house.institution } as never,
  })

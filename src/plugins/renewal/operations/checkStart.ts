import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { Batch } from './readBatch'
import type { RenewalSettings } from './types'

import { readMany } from '../../../database/bulk'
import { intentOf } from './decideFile'
import { loadFiles } from './loadFiles'
import { loadSeason } from './loadSeason'
import { planFiles } from './planFiles'

export const problemCodes = [
  'automaticWithoutCharge',
  'automaticWithoutShipmentMode',
  'criterionMissing',
  'deadlineBeforeStart',
  'deadlinePassed',
  'fallbackMissing',
  'nothingMapped',
  'nothingToRenew',
  'targetWithoutPerformances',
  'targetWithoutPrices',
  'targetWithoutVenue',
] as const

export type Problem = {
  code: (typeof problemCodes)[number]
  /** The field of the batch to look at. */
  field: string
  /** Whether the batch cannot start like this. The others are warnings. */
  isBlocking: boolean
  values?: Record<string, number | string>
}

export type CheckResult = {
  /** How many files a run takes at most; the numbers are of all. */
  batchSize: null | number
  numbers: {
    alreadyRenewed: number
    automatic: number
    files: number
    stopped: number
    subscriptions: number
    toRenew: number
    unmapped: number
    unmappedTariff: number
    withoutPayment: number
  }
  problems: Problem[]
  unmapped: { count: number; subscription: string }[]
}

/**
 * Looks before a batch is started: what stands in its way, and what will happen in numbers. Reads in pages, writes nothing.
 * Seats are not tried: that is what the simulation is for.
 */
export const checkStart = async ({
  batch,
  payload,
  startsAt = new Date(),
}: {
  batch: Batch
  payload: Payload
  /** When it is to start. @default now */
  startsAt?: Date
}): Promise<CheckResult> => {
  const { settings } = batch
  const season = await loadSeason({ payload, settings, site: batch.site })
  const origins = await readMany({
    collection: 'subscriptions',
    payload,
    select: ['automaticRenewal', 'name'],
    where: { season: settings.originSeason },
  })
  const automatic = new Set(
    origins.filter((origin) => origin.automaticRenewal).map((origin) => origin.id),
  )
  const nameOf = new Map(origins.map((origin) => [origin.id, String(origin.name)]))
  const numbers: CheckResult['numbers'] = {
    alreadyRenewed: 0,
    automatic: 0,
    files: 0,
    stopped: 0,
    subscriptions: 0,
    toRenew: 0,
    unmapped: 0,
    unmappedTariff: 0,
    withoutPayment: 0,
  }
  const unmapped = new Map<string, number>()
  let automaticSold = 0
  const run = {
    ...({} as Run<RenewalSettings>),
    id: 'check',
    batch: batch.id,
    institution: batch.institution,
    kind: 'renewal',
    settings: { ...settings, batchSize: null },
    site: batch.site,
  }
  const onRenewed = (count: number) => {
    numbers.alreadyRenewed += count
    numbers.subscriptions += count
  }
  for await (const fileIDs of planFiles({ onRenewed, payload, run })) {
    const loaded = await loadFiles({ automatic, fileIDs, payload, settings, site: batch.site })
    for (const file of loaded.files) {
      numbers.files++
      for (const line of file.lines) {
        if (line.isAutomatic) automaticSold++
        if (loaded.alreadyRenewed.has(line.id)) continue
        numbers.subscriptions++
        const intent = intentOf({ file, line, season, settings, stops: loaded.stops })
        if (intent.kind === 'renew') {
          numbers.toRenew++
          if (line.isAutomatic) numbers.automatic++
          if (intent.reservedBecause) numbers.withoutPayment++
        } else if (intent.reason === 'unmapped') {
          numbers.unmapped++
          unmapped.set(line.subscription, (unmapped.get(line.subscription) ?? 0) + 1)
        } else if (intent.reason === 'unmappedTariff') numbers.unmappedTariff++
        else if (intent.outcome === 'failed') numbers.withoutPayment++
        else numbers.stopped++
      }
    }
  }

  const problems: Problem[] = []
  const add = (
    code: Problem['code'],
    field: string,
    isBlocking: boolean,
    values?: Problem['values'],
  ) => problems.push({ code, field, isBlocking, values })
  const targets = [...season.targets.values()]
  if (!targets.length) add('nothingMapped', 'mapping', true)
  else if (!numbers.toRenew) add('nothingToRenew', 'originSeason', false)
  for (const target of targets) {
    if (!target.performances.length)
      add('targetWithoutPerformances', 'mapping', true, { value: target.name })
    if (target.seated && !target.venue)
      add('targetWithoutVenue', 'mapping', true, { value: target.name })
    if (![...season.prices.keys()].some((key) => key.startsWith(`${target.id}:`)))
      add('targetWithoutPrices', 'mapping', true, { value: target.name })
  }
  if (automaticSold) {
    // Automatic sales need both set and fallback (manual 2, “Comportement en cas d'erreur”).
    if (!settings.shipmentModes.length) add('automaticWithoutShipmentMode', 'shipmentModes', true)
    if (!settings.fallbackShipmentMode) add('fallbackMissing', 'fallbackShipmentMode', true)
    const everyRowHasOne = [...automatic]
      .filter((id) => settings.mapping[id]?.target)
      .every((id) => settings.mapping[id]!.criterion)
    if (!settings.criterion && !everyRowHasOne) add('criterionMissing', 'criterion', true)
  }
  if (numbers.withoutPayment)
    add('automaticWithoutCharge', 'onFailure', false, { count: numbers.withoutPayment })
  const deadline = new Date(settings.paymentDeadline)
  if (deadline <= new Date()) add('deadlinePassed', 'paymentDeadline', true)
  else if (deadline <= startsAt) add('deadlineBeforeStart', 'paymentDeadline', true)
  return {
    batchSize: settings.batchSize,
    numbers,
    problems,
    unmapped: [...unmapped].map(([id, count]) => ({ count, subscription: nameOf.get(id) ?? id })),
  }
}

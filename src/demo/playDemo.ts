import type { Payload, PayloadRequest } from 'payload'

import path from 'path'
import { setTimeout } from 'timers/promises'

import type { Counts } from '../jobs/runs/types'
import type { DemoHouse } from './catalogue'
import type { DemoProvider } from './payments/demoProvider'
import type { DemoSite } from './siteCatalogue'

import { drainOutbox } from '../jobs/outbox/drainOutbox'
import { progressOf } from '../jobs/runs/progressOf'
import { readRun, runLane } from '../jobs/runs/runLane'
import { recountRuns } from '../operations/payments/runResults'
import { verify } from '../operations/verify'
import { chargeKind } from '../plugins/payments/jobs/chargeKindName'
import { checkStart } from '../plugins/renewal/operations/checkStart'
import { readBatch } from '../plugins/renewal/operations/readBatch'
import { startRenewal } from '../plugins/renewal/operations/startRenewal'
import { summaryLines } from '../plugins/renewal/operations/summaryLines'
import { startImport } from '../plugins/subscriber-import/operations/startImport'
import { noteCodes } from '../plugins/subscriber-import/operations/types'
import { translations } from '../plugins/subscriber-import/translations'
import { publicURL } from '../utilities/environment'
import { createDemoPayments } from './payments/createDemoPayments'
import { showPayments } from './payments/showPayments'
import { prepareNewSeason } from './prepareNewSeason'
import { writeSubscriberFiles } from './subscribers'

const CHARGE_AGAIN_MS = 100
const importReasons = translations.en.subscriberImport.reasons

/** The password of every log-in of the demo house; the panel listens on this machine only. */
export const DEMO_PASSWORD = 'reprise-demo'

type Args = {
  folder: string
  house: DemoHouse
  payload: Payload
  provider: DemoProvider
  req: PayloadRequest
  say: (line?: string) => void
  today?: Date
}

/**
 * Plays a season's turn in the demo house: last season comes in from files with its cards and mandates, the new one is simulated and
 * renewed at each site, and charged at the practice provider.
 *
 * @throws when a run fails or `verify` finds anything: a demo that lies is worse than none
 */
export const playDemo = async ({
  folder,
  house,
  payload,
  provider,
  req,
  say,
  today = new Date(),
}: Args): Promise<void> => {
  const url = publicURL()
  await createDemoPayments({ house, payload, provider, today, url })
  const files = await writeSubscriberFiles({ folder: path.join(folder, 'files'), today })
  say()
  for (const file of files) {
    const site = house.group.sites[file.site]!
    const { runID } = await startImport({
      channel: site.channels.boxOffice ?? Object.values(site.channels)[0],
      criterion: site.batch.criterion,
      mode: 'allOrNothing',
      path: file.path,
      payload,
      req,
      season: site.seasons.last,
      site: site.id,
    })
    const counts = await follow({ label: `Importing ${path.basename(file.path)}`, payload, runID })
    say(
      `${site.name}: ${counts.imported ?? 0} season tickets in ${counts.files ?? 0} files from ${path.basename(file.path)}`,
    )
    say(`  with ${counts.cards ?? 0} stored cards and ${counts.mandates ?? 0} mandates`)
    for (const code of noteCodes)
      if (counts[`reason:${code}`])
        say(`  ${String(counts[`reason:${code}`]).padStart(7)}  ${importReasons[code]}`)
    if (counts.refused) throw new Error(`${counts.refused} lines were refused.`)
  }
  await prepareNewSeason({ house, payload, req })
  for (const site of Object.values(house.group.sites)) await renewSite({ payload, req, say, site })
  await showPayments({ institution: house.group.id, payload, provider, req, say })
  const { findings } = await verify({ payload })
  if (findings.length)
    throw new Error(`verify found ${findings.length}: ${JSON.stringify(findings[0])}`)
  say()
  say('Verified: sums, seats, numbers, payments and renewals agree.')
}

const renewSite = async ({
  payload,
  req,
  say,
  site,
}: { site: DemoSite } & Pick<Args, 'payload' | 'req' | 'say'>) => {
  const { id } = await payload.create({
    collection: 'renewal-batches' as 'sites',
    data: {
      ...site.batch,
      mapping: Object.entries(site.ownCriteria).map(([origin, criterion]) => ({
        criterion,
        origin,
      })),
      onFailure: 'reservation',
      simulation: true,
      when: 'byHand',
    } as never,
    overrideAccess: true,
    req,
  })
  const batch = async () => (await readBatch({ batchID: String(id), payload, req }))!
  const { numbers } = await checkStart({ batch: await batch(), payload })
  say()
  say(
    `${site.name}: ${numbers.toRenew} of ${numbers.subscriptions} subscriptions to renew, ${numbers.stopped} stopped, ${numbers.unmapped} unmapped`,
  )
  for (const simulation of [true, false]) {
    const runID = await startRenewal({ batch: await batch(), payload, req, simulation })
    const counts = await follow({ label: simulation ? 'Simulating' : 'Renewing', payload, runID })
    if (simulation)
      say(
        `  Simulated: ${counts.reserved ?? 0} reservations, ${counts.sold ?? 0} sales, ${counts.failed ?? 0} failed`,
      )
    else for (const line of summaryLines(counts)) say(line)
  }
}

/** Sends what is to be charged while a run goes on, as a worker does. */
const sendCharges = async ({ payload, signal }: { payload: Payload; signal: AbortSignal }) => {
  while (!signal.aborted) {
    await drainOutbox({ kind: chargeKind, payload, signal })
    await setTimeout(CHARGE_AGAIN_MS)
  }
}

/** Works on a run and shows how far it is. @returns its counts */
const follow = async ({
  label,
  payload,
  runID,
}: {
  label: string
  payload: Payload
  runID: string
}): Promise<Counts> => {
  const isTerminal = process.stdout.isTTY
  const show = async () => {
    const run = await readRun(payload, runID)
    if (!run) return
    const { counts, processed, total } = await progressOf({ payload, run })
    const charging = counts.charging ? `, ${counts.charging} being charged` : ''
    process.stdout.write(`\r\u001b[2K  ${label}: ${processed} of ${total} files${charging}`)
  }
  const timer = isTerminal ? setInterval(() => void show(), 500) : undefined
  const ended = new AbortController()
  const charging = sendCharges({ payload, signal: ended.signal })
  try {
    await runLane({ payload, runID })
  } finally {
    ended.abort()
    await charging
    clearInterval(timer)
    if (isTerminal) process.stdout.write('\r\u001b[2K')
  }
  await recountRuns({ payload })
  const run = (await readRun(payload, runID))!
  if (run.state !== 'done') throw new Error(`${label} ended as ${run.state}: ${run.error}`)
  return run.counts ?? {}
}

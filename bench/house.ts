import type { Payload } from 'payload'

import type { FilePlan } from '../src/operations/fileDocuments'
import type { RenewalSettings } from '../src/plugins/renewal/operations/types'

import { insertMany, newID } from '../src/database/bulk'
import { takeNumbers } from '../src/database/takeNumbers'
import { writeFiles } from '../src/operations/writeFiles'

export type BenchHouse = { institution: string; settings: RenewalSettings; site: string }

const SEATS_PER_ROW = 50
const PERFORMANCES = 4
/** Files of one series. A larger house has more series in its hall, not a larger hall. */
const FILES_PER_SERIES = 1250
/** Every so many-th file loses a seat in the new season, so that the second pass has work: 5 %. */
const LOST_EVERY = 20
/** Every so many-th file has a free seat beside it, for those who must move: 6 % of the hall. */
const FREE_EVERY = 10

/**
 * A house as large as the bench asks: one hall of 2 000 seats and as many series as it takes, every second file holds a couple, every
 * subscription has a seat and four performances, one file in twenty loses a seat, one payer in fifty has stopped.
 */
export const createBenchHouse = async ({
  files,
  payload,
}: {
  files: number
  payload: Payload
}): Promise<BenchHouse> => {
  const create = async (collection: string, data: Record<string, unknown>): Promise<string> =>
    String(
      (await payload.create({ collection: collection as 'sites', data: data as never, depth: 0 }))
        .id,
    )
  const institution = await create('institutions', { name: 'Bench', code: `bench-${files}` })
  const site = await create('sites', {
    name: 'Bench',
    code: 'bench',
    currency: 'CHF',
    institution,
    plugins: ['renewal'],
    timeZone: 'Europe/Zurich',
  })
  const base = { institution, site }
  const season = (year: number) =>
    create('seasons', {
      ...base,
      name: `${year}`,
      code: `${year}`,
      endsOn: `${year + 1}-06-30`,
      startsOn: `${year}-08-01`,
    })
  const [originSeason, targetSeason] = [await season(2025), await season(2026)]
  const venue = await create('venues', {
    ...base,
    name: 'Hall',
    code: 'hall',
    stageX: SEATS_PER_ROW / 2,
    stageY: -2,
  })
  const category = await create('price-categories', { ...base, name: '1', code: '1', venue })
  const tariff = await create('tariffs', { ...base, name: 'Full', code: 'full' })
  const criterion = await create('criteria', { name: 'Stop', code: 'stop', institution })
  const channel = await create('sales-channels', {
    ...base,
    name: 'Batch',
    code: 'batch',
    kind: 'batch',
  })
  const mode = await create('shipment-modes', { ...base, name: 'Post', code: 'post', kind: 'post' })
  const subscription = async (seasonID: string, year: number, series: number) => {
    const event = await create('events', {
      ...base,
      name: `Event ${series}`,
      code: `e${year}-${series}`,
      season: seasonID,
    })
    const performances = []
    for (let i = 0; i < PERFORMANCES; i++)
      performances.push(
        await create('performances', {
          ...base,
          name: `P${i}`,
          event,
          season: seasonID,
          startsAt: `${year}-1${i % 3}-0${i + 1}T19:00:00Z`,
          venue,
        }),
      )
    const id = await create('subscriptions', {
      ...base,
      name: `Series ${series}`,
      automaticRenewal: true,
      code: `series-${series}`,
      performances,
      season: seasonID,
      seated: true,
      venue,
    })
    await create('prices', {
      ...base,
      amount: 32_000 + year,
      priceCategory: category,
      subscription: id,
      tariff,
    })
    return { id, performances }
  }
  type Subscription = Awaited<ReturnType<typeof subscription>>
  const series: { origin: Subscription; target: Subscription }[] = []
  for (let i = 0; i * FILES_PER_SERIES < files; i++)
    series.push({
      origin: await subscription(originSeason, 2025, i),
      target: await subscription(targetSeason, 2026, i),
    })
  const places = await createSeats({ base, category, files, payload, venue })

  const PAGE = 500
  for (let from = 0; from < files; from += PAGE) {
    const count = Math.min(PAGE, files - from)
    const firstNumber = await takeNumbers({ count, key: `contact:${institution}`, payload })
    const contacts = await insertMany({
      collection: 'contacts',
      docs: Array.from({ length: count }, (_, i) => ({
        city: 'Bern',
        country: 'CH',
        displayName: `Payer ${from + i}`,
        identityKey: `bench:${institution}:${from + i}`,
        institution,
        kind: 'person',
        language: 'de',
        lastName: `Payer ${from + i}`,
        number: firstNumber + i,
        searchKey: `payer ${from + i}`,
      })),
      payload,
    })
    await insertMany({
      collection: 'contact-answers',
      docs: contacts
        .filter((_, i) => (from + i) % 50 === 49)
        .map((contact) => ({
          answer: 'yes',
          answerKey: `${contact}:${criterion}`,
          contact,
          criterion,
          institution,
        })),
      payload,
    })
    const plans = contacts.map((payer, i): FilePlan => {
      const { origin } = series[Math.floor((from + i) / FILES_PER_SERIES)]!
      const seats = places[(from + i) % FILES_PER_SERIES]!
      return {
        currency: 'CHF',
        institution,
        orders: [
          {
            kind: 'sale',
            lines: seats.map((id) => ({
              amount: 32_000 + 2025,
              beneficiary: payer,
              kind: 'subscription',
              performances: origin.performances,
              priceCategory: category,
              season: originSeason,
              seat: id,
              shipmentMode: mode,
              subscription: origin.id,
              tariff,
            })),
            requestedBy: 'public',
          },
        ],
        payer,
        payments: [
          {
            amount: 34_025 * seats.length,
            method: 'invoice',
            paidAt: '2025-09-01',
            state: 'paid',
          },
        ],
        season: originSeason,
        site,
      }
    })
    for (let part = 0; part < plans.length; part += 100)
      await writeFiles({ action: 'import', payload, plans: plans.slice(part, part + 100) })
  }
  return {
    institution,
    settings: {
      batchSize: null,
      channel,
      criterion,
      currency: 'CHF',
      fallbackShipmentMode: mode,
      fileNumbers: null,
      lineIDs: null,
      mapping: Object.fromEntries(
        series.map(({ origin, target }) => [origin.id, { criterion: null, target: target.id }]),
      ),
      notify: false,
      onFailure: 'reservation',
      originSeason,
      paymentDeadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      shipmentModes: [mode],
      targetSeason,
      tariffMapping: { [tariff]: tariff },
      user: null,
    },
    site,
  }
}

/** The seats of the hall. @returns per file of a series the seats it has */
const createSeats = async ({
  base,
  category,
  files,
  payload,
  venue,
}: {
  base: { institution: string; site: string }
  category: string
  files: number
  payload: Payload
  venue: string
}): Promise<string[][]> => {
  const docs: Record<string, unknown>[] = []
  const seat = (blocked: boolean): string => {
    const id = newID(payload)
    const row = Math.floor(docs.length / SEATS_PER_ROW)
    const number = docs.length % SEATS_PER_ROW
    docs.push({
      ...base,
      id,
      block: 'A',
      blocked,
      label: `A ${row}/${number}`,
      number: String(number),
      priceCategory: category,
      row: String(row),
      searchKey: `a ${row} ${number}`,
      seatNameKey: `${venue}:a:${row}:${number}`,
      venue,
      x: number,
      y: row,
    })
    return id
  }
  const places = Array.from({ length: Math.min(files, FILES_PER_SERIES) }, (_, i) => {
    const ids = [seat(i % LOST_EVERY === 7)]
    if (i % 2) ids.push(seat(false))
    if (i % FREE_EVERY === 9) seat(false)
    return ids
  })
  await insertMany({ collection: 'seats', docs, payload })
  return places
}

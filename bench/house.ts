import type { Payload } from 'payload'

import type { FilePlan } from '../src/operations/writeFiles'
import type { RenewalSettings } from '../src/plugins/renewal/operations/types'

import { insertMany, newID } from '../src/database/bulk'
import { takeNumbers } from '../src/database/takeNumbers'
import { writeFiles } from '../src/operations/writeFiles'

export type BenchHouse = { institution: string; settings: RenewalSettings; site: string }

const SEATS_PER_ROW = 50
const PERFORMANCES = 4
/** Every so many-th seat is blocked in the new season, so that the second pass has work: 1 %. */
const BLOCKED_EVERY = 100

/**
 * A house as large as the bench asks: every second file holds a couple, every subscription has a seat and four performances, one
 * seat in a hundred is lost, one payer in fifty has stopped.
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
  const subscription = async (seasonID: string, year: number) => {
    const event = await create('events', {
      ...base,
      name: 'Event',
      code: `e${year}`,
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
      name: 'Bench',
      automaticRenewal: true,
      code: 'bench',
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
  const origin = await subscription(originSeason, 2025)
  const target = await subscription(targetSeason, 2026)

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
    const seatIDs: string[][] = []
    const seats: Record<string, unknown>[] = []
    // Couples sit two by two: one and a half seats per file, and one in twenty free for those who must move.
    let at = Math.floor(from * 1.6)
    const seat = (blocked: boolean) => {
      const id = newID(payload)
      const row = Math.floor(at / SEATS_PER_ROW)
      const number = at % SEATS_PER_ROW
      at++
      seats.push({
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
    for (let i = 0; i < count; i++) {
      const ids = [seat((from + i) % BLOCKED_EVERY === 7)]
      if ((from + i) % 2) ids.push(seat(false))
      if ((from + i) % 10 === 9) seat(false)
      seatIDs.push(ids)
    }
    await insertMany({ collection: 'seats', docs: seats, payload })
    const plans = contacts.map((payer, i): FilePlan => ({
      currency: 'CHF',
      institution,
      orders: [
        {
          kind: 'sale',
          lines: seatIDs[i]!.map((id) => ({
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
          amount: 34_025 * seatIDs[i]!.length,
          method: 'invoice',
          paidAt: '2025-09-01',
          state: 'paid',
        },
      ],
      season: originSeason,
      site,
    }))
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
      mapping: { [origin.id]: { criterion: null, target: target.id } },
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

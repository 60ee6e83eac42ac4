import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer } from 'http'

import type { AddressInfo } from 'net'
import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'

import { countMany, readMany } from '../../src/database/bulk'
import { createRandom } from '../../src/demo/random'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { recountRuns } from '../../src/operations/payments/runResults'
import { verify } from '../../src/operations/verify'
import { receiveEvents } from '../../src/plugins/payments/operations/receiveEvents'
import { startPayload } from '../helpers/startPayload'
import { aBatch, start } from '../renewal/aBatch'
import { startLane } from '../renewal/startLane'
import { anAutomaticSubscriber, aPayingHouse, sendCharges } from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'

/** The full campaign runs with `npm run campaign`; its figures stand in docs/reliability.md. */
const isFull = process.env.CAMPAIGN === 'full'
const isMongo = process.env.TEST_DATABASE === 'mongodb'
const KILLS = isFull ? (isMongo ? 50 : 200) : isMongo ? 2 : 4
const FILES = isFull ? (isMongo ? 200 : 1000) : isMongo ? 6 : 24
const SEED = Number(process.env.CAMPAIGN_SEED ?? 20_261)
const SEATS_PER_ROW = 40
/**
 * So long a worker has at most. On MongoDB the transaction of one that was killed stands in the way of the next for 20 seconds
 * (compose.yaml): if all were killed sooner, none would get anywhere.
 */
const LONGEST_LIFE_MS = isMongo ? (isFull ? 25_000 : 1500) : 600

let started: Awaited<ReturnType<typeof startPayload>>
let fake: FakeProvider
const houses = new Map<string, PayingHouse>()

/** The house's address for messages of the provider: books them as the endpoint does. */
const inbox = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    void (async () => {
      const house = houses.get(request.url!.slice(1))
      if (!house) return response.writeHead(404).end()
      try {
        const events = house.provider.parseWebhook({
          headers: request.headers as Record<string, string>,
          rawBody: Buffer.concat(pieces),
        })
        await receiveEvents({
          account: { id: house.account, institution: house.institution },
          events,
          payload: house.payload,
        })
        response.writeHead(200).end()
      } catch {
        // It comes again.
        response.writeHead(503).end()
      }
    })()
  })
})

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
  await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  inbox.closeAllConnections()
  await new Promise((resolve) => inbox.close(resolve))
  await started.stop()
  await fake.stop()
})

const aHouseOfCards = async (files = FILES): Promise<PayingHouse> => {
  const house = await aPayingHouse({
    fake,
    payload: started.payload,
    rows: Math.ceil((files * 2.2) / SEATS_PER_ROW) + 1,
    seatsPerRow: SEATS_PER_ROW,
    webhookURL: (account) => `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/${account}`,
  })
  houses.set(house.account, house)
  for (let seat = 0; seat < files; seat++) await anAutomaticSubscriber({ house, seat })
  return house
}

const openCharges = (house: PayingHouse) =>
  countMany({
    collection: 'charges' as 'sites',
    payload: house.payload,
    where: { institution: house.institution, state: ['open', 'unknown', 'pending'] },
  })

/** Works on until everything is answered, as the workers of a house do by themselves. */
const workOff = async (house: PayingHouse, runID: string) => {
  const ended = new AbortController()
  const lane = runLane({ leaseMS: 1500, payload: house.payload, runID }).finally(() =>
    ended.abort(),
  )
  for (let i = 0; !ended.signal.aborted || (await openCharges(house)); i++) {
    // What a killed worker held is free once its lease is over; what is uncertain is asked about ahead of its time.
    await sendCharges(house, new Date(Date.now() + i * 60_000))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await lane
  await recountRuns({ payload: house.payload })
}

/** The books of the provider and ours say the same, to the last charge. */
const expectSameBooks = async (house: PayingHouse, runID: string, expected = FILES) => {
  const theirs = (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)
  const ours = await readMany({
    collection: 'charges' as 'sites',
    payload: house.payload,
    where: { institution: house.institution },
  })
  const told = (charges: Record<string, any>[], status: (charge: any) => string) =>
    charges
      .map((charge) => `${charge.reference} ${charge.amount} ${charge.currency} ${status(charge)}`)
      .sort()
  // Given up after ten minutes without a trace of it there: nothing was taken, and staff may charge again.
  const seen = ours.filter(({ code }) => code !== 'not_processed')
  expect(told(seen, ({ state }) => state)).toEqual(told(theirs, ({ status }) => status))
  const paid = theirs.filter(({ status }) => status === 'paid')
  // Nobody has paid twice, and nobody was forgotten.
  expect(new Set(paid.map(({ customer }) => customer)).size).toBe(paid.length)
  expect(ours).toHaveLength(expected)
  const files = await readMany({
    collection: 'files',
    payload: house.payload,
    where: { season: house.seasons.next.id },
  })
  expect(files.filter(({ status }) => status === 'sold')).toHaveLength(paid.length)
  expect(files.filter(({ status }) => status === 'reserved')).toHaveLength(expected - paid.length)
  const run = await readRun(house.payload, runID)
  expect(run).toMatchObject({ state: 'done' })
  expect(run!.counts).toMatchObject({ charging: 0, sold: paid.length })
  const { findings } = await verify({ institutionID: house.institution, payload: house.payload })
  expect(findings).toEqual([])
}

/** Every place before and after something that cannot be taken back. */
const CRASH_POINTS = [
  'outbox:afterClaim',
  'outbox:beforeSend',
  'outbox:afterSend',
  'outbox:beforeCommit',
  'outbox:afterSettle',
].flatMap((point) => (isMongo ? [1] : [1, 3]).map((time) => `${point}#${time}`))

describe('charging once', () => {
  it.each(CRASH_POINTS)(
    'should charge each once when the power fails at %s',
    async (crashAt) => {
      const files = 3
      await fake.setFaults({})
      const house = await aHouseOfCards(files)
      const runID = await start(house, await aBatch(house))
      const worker = await startLane({
        crashAt,
        program: 'chargeWorker',
        runID,
        uri: started.uri,
      })
      // It ends there and says nothing: a place that is never passed would be no test.
      expect(await worker.ended).toBeNull()
      await workOff(house, runID)
      await expectSameBooks(house, runID, files)
    },
    120_000,
  )

  it(`should survive ${KILLS} kills while the provider fails in every way (seed ${SEED})`, async () => {
    const random = createRandom(SEED)
    let kills = 0
    while (kills < KILLS) {
      // Cards are stored in peace.
      await fake.setFaults({})
      const house = await aHouseOfCards()
      await fake.setFaults({
        probabilities: {
          errorAfter: 0.025,
          errorBefore: 0.025,
          soft: 0.03,
          timeoutAfter: 0.05,
          timeoutBefore: 0.05,
        },
        seed: SEED,
        webhooks: { duplicate: 0.02, reorder: 0.05 },
      })
      const runID = await start(house, await aBatch(house))
      while (kills < KILLS && (await readRun(house.payload, runID))?.state !== 'done') {
        const worker = await startLane({
          program: 'chargeWorker',
          runID,
          uri: started.uri,
        })
        await worker.ready
        await new Promise((resolve) => setTimeout(resolve, random.int(0, LONGEST_LIFE_MS)))
        worker.kill()
        kills++
        await worker.ended
      }
      await workOff(house, runID)
      await expectSameBooks(house, runID)
    }
  }, 3_600_000)
})

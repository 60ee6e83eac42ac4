import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { createLocalReq } from 'payload'

import type { House } from '../helpers/builders'

import { countMany, readMany } from '../../src/database/bulk'
import { startUndo } from '../../src/plugins/renewal/operations/startUndo'
import { createRandom } from '../../src/demo/random'
import { readRun } from '../../src/jobs/runs/runLane'
import { verify } from '../../src/operations/verify'
import { aHouse, aSubscriber, soldFiles } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { aBatch, finish, start } from './aBatch'
import { startLane } from './startLane'

/** The full campaign runs with `npm run campaign`; its figures stand in docs/reliability.md. */
const isFull = process.env.CAMPAIGN === 'full'
const KILLS = isFull ? 50 : 3
const SEED = Number(process.env.CAMPAIGN_SEED ?? 20_261)
const isMongo = process.env.TEST_DATABASE === 'mongodb'

let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

/** Three seats in ten stay free, in either category: whoever loses a seat finds another. */
const SPREAD = 1.3

/** A house with so many sold files, a seat each; every tenth seat is lost. */
const aFullHouse = async (files: number): Promise<House> => {
  const seatsPerRow = 20
  const house = await aHouse({
    payload: started.payload,
    performances: 2,
    plugins: ['renewal'],
    rows: Math.ceil((files * SPREAD) / seatsPerRow) + 2,
    seatsPerRow,
  })
  const seatOf = (i: number) => house.seats[Math.floor(i * SPREAD)]!
  const payer = await aSubscriber({ house })
  await soldFiles(
    Array.from({ length: files }, (_, i) => ({
      house,
      payer,
      subscriptions: [{ seat: seatOf(i), subscription: 'seated' as const }],
    })),
  )
  for (let i = 0; i < files; i += 10)
    await house.payload.update({
      id: seatOf(i).id,
      collection: 'seats',
      data: { blocked: true } as never,
    })
  return house
}

/** Each origin line renewed once, each seat given once, every row true: the last is what `verify` looks at. */
const expectOnce = async (house: House, files: number) => {
  const renewed = await readMany({
    collection: 'lines',
    payload: house.payload,
    select: ['originLine'],
    where: { kind: 'subscription', season: house.seasons.next.id, state: 'reserved' },
  })
  expect(new Set(renewed.map(({ originLine }) => originLine)).size).toBe(renewed.length)
  expect(renewed.length).toBe(files)
  const { findings } = await verify({ institutionID: house.institution, payload: house.payload })
  expect(findings).toEqual([])
}

const twoLanes = (runID: string) =>
  Promise.all([0, 1].map(() => startLane({ runID, uri: started.uri })))

describe('renewing once', () => {
  it('should refuse to start a batch that is running, of many at once all but one', async () => {
    const house = await aFullHouse(5)
    const batchID = await aBatch(house)
    const starts = await Promise.allSettled(Array.from({ length: 6 }, () => start(house, batchID)))
    const won = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(won).toHaveLength(1)
    for (const one of starts)
      if (one.status === 'rejected') expect(one.reason.data?.code).toBe('alreadyRunning')
    await finish(house, won[0]!)
    await expectOnce(house, 5)
  })

  it('should renew each subscription once when two batches renew the same at the same time', async () => {
    const files = isMongo ? 30 : 120
    const house = await aFullHouse(files)
    const runs = [
      await start(house, await aBatch(house)),
      await start(house, await aBatch(house, { name: 'Other' })),
    ]
    await Promise.all(runs.flatMap((runID) => [finish(house, runID), finish(house, runID)]))
    await expectOnce(house, files)
  })

  it('should let two processes take part in one run', async () => {
    const files = isMongo ? 120 : 600
    const house = await aFullHouse(files)
    const runID = await start(house, await aBatch(house))
    const lanes = await twoLanes(runID)
    const chunks = await Promise.all(lanes.map(({ ended }) => ended))
    expect((await readRun(house.payload, runID))?.state).toBe('done')
    for (const done of chunks) expect(done).not.toBeNull()
    // On SQLite one writer may be through before the other has started; on MongoDB both must have had a part.
    if (isMongo) for (const done of chunks) expect(done).toBeGreaterThan(0)
    await expectOnce(house, files)
  }, 240_000)

  it(`should survive ${KILLS} kills at random moments (seed ${SEED})`, async () => {
    const files = isMongo ? (isFull ? 150 : 60) : isFull ? 2000 : 500
    const random = createRandom(SEED)
    const house = await aFullHouse(files)
    const batchID = await aBatch(house)
    let runID = await start(house, batchID)
    let kills = 0
    while (kills < KILLS) {
      const run = (await readRun(house.payload, runID))!
      if (run.state === 'done') {
        // Through before all kills were spent: checked, undone, and begun anew.
        await expectOnce(house, files)
        const req = await createLocalReq({}, house.payload)
        await finish(house, await startUndo({ payload: house.payload, req, run }))
        runID = await start(house, batchID)
      }
      const pair = await twoLanes(runID)
      await Promise.all(pair.map(({ ready }) => ready))
      await new Promise((resolve) => setTimeout(resolve, random.int(0, isMongo ? 3000 : 900)))
      for (const lane of pair) {
        lane.kill()
        kills++
      }
      await Promise.all(pair.map(({ ended }) => ended))
    }
    const { counts } = await finish(house, runID)
    expect(
      await countMany({
        collection: 'runs',
        payload: house.payload,
        where: { site: house.site, state: 'failed' },
      }),
    ).toBe(0)
    expect(counts.waiting ?? 0).toBe(0)
    await expectOnce(house, files)
  }, 1_800_000)
})

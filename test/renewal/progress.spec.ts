import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/builders'

import { insertMany, updateMany } from '../../src/database/bulk'
import { resumeRun } from '../../src/jobs/runs/createRun'
import { progressOf } from '../../src/jobs/runs/progressOf'
import { readRun } from '../../src/jobs/runs/runLane'
import { aHouse, aSoldFile } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { aBatch, finish, start, stopRenewal } from './aBatch'

let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const progress = async (runID: string) => {
  const { payload } = started
  return progressOf({ payload, run: (await readRun(payload, runID))! })
}

const aDoneChunk = ({
  counts,
  house,
  index,
  runID,
  size,
}: {
  counts: Record<string, number>
  house: House
  index: number
  runID: string
  size: number
}) =>
  insertMany({
    collection: 'run-chunks',
    docs: [
      {
        chunkKey: `${runID}:0:${index}`,
        counts,
        index,
        institution: house.institution,
        items: [],
        phase: 0,
        run: runID,
        site: house.site,
        size,
        state: 'done',
      },
    ],
    payload: house.payload,
  })

/** A run in its first pass, with as many files in all and one chunk that is done. */
const aRunningRun = async ({
  batch,
  chunk,
  house,
  total,
}: {
  batch?: Record<string, unknown>
  chunk: { counts: Record<string, number>; size: number }
  house: House
  total: number
}): Promise<string> => {
  const runID = await start(house, await aBatch(house, batch))
  await aDoneChunk({ ...chunk, house, index: 0, runID })
  await updateMany({
    collection: 'runs',
    data: {
      plannedPhase: 0,
      startedAt: new Date(Date.now() - 60_000).toISOString(),
      state: 'running',
      total,
    },
    payload: house.payload,
    where: { id: runID },
  })
  return runID
}

describe('when a run will end', () => {
  it('should be estimated from its pace since somebody let it go on', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    const { payload } = house
    await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
    const runID = await aRunningRun({
      chunk: { counts: { files: 100 }, size: 100 },
      house,
      total: 400,
    })
    const change = (data: Record<string, unknown>) =>
      updateMany({ collection: 'runs', data, payload, where: { id: runID } })
    // It began yesterday, and stood still for the night.
    await change({
      startedAt: new Date(Date.now() - 86_400_000).toISOString(),
      state: 'stopped',
    })
    expect(await resumeRun({ payload, run: (await readRun(payload, runID))! })).toBe(true)
    expect(await progress(runID)).toMatchObject({ processed: 100, secondsLeft: null })
    const { settings } = (await readRun(payload, runID))!
    await change({
      settings: {
        ...settings,
        resumed: { ...settings.resumed, at: new Date(Date.now() - 60_000).toISOString() },
      },
    })
    await aDoneChunk({ counts: { files: 100 }, house, index: 1, runID, size: 100 })
    // 100 in the minute since: the other 200 take two.
    const { processed, secondsLeft } = await progress(runID)
    expect(processed).toBe(200)
    expect(secondsLeft).toBeGreaterThanOrEqual(120)
    expect(secondsLeft).toBeLessThan(135)
    // All files are through the first pass; how long seats are looked for is not known.
    await change({ phase: 1, total: 200 })
    expect((await progress(runID)).secondsLeft).toBe(null)
  })
})

describe('how far a run with a batch size is', () => {
  it('should count the files that are tried, of so many as are tried at most', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
    const runID = await aRunningRun({
      batch: { batchSize: 150 },
      chunk: { counts: { files: 100, tried: 60 }, size: 100 },
      house,
      total: 150,
    })
    // 60 took a minute: 90 take a minute and a half.
    const { processed, secondsLeft, total } = await progress(runID)
    expect({ processed, total }).toEqual({ processed: 60, total: 150 })
    expect(secondsLeft).toBeGreaterThan(85)
    expect(secondsLeft).toBeLessThan(100)
  })

  it.each([
    ['the batch size', 2, 2],
    ['all there are', 20, 4],
  ])('should end at %s', async (_, batchSize, all) => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    for (let i = 0; i < 4; i++) {
      const { payer } = await aSoldFile({
        house,
        subscriptions: [{ seat: house.seats[i], subscription: 'automatic' }],
      })
      // Nothing of this one is tried.
      if (i === 3) await stopRenewal(house, payer)
    }
    const { run } = await finish(house, await start(house, await aBatch(house, { batchSize })))
    expect(run).toMatchObject({ processed: all, state: 'done', total: all })
  })
})

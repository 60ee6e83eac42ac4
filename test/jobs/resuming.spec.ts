import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { House } from '../helpers/builders'
import type { Worker } from '../helpers/startWorker'

import { countMany, readMany } from '../../src/database/bulk'
import { readRun } from '../../src/jobs/runs/runLane'
import { createAgenda } from '../../src/jobs/startAgenda'
import { enqueue } from '../../src/operations/outbox'
import { aHouse } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { startWorker } from '../helpers/startWorker'
import { engine } from '../helpers/testDatabase'
import { anImport, doneChunks, secondsUntil } from './anImport'

/** What is promised: work goes on within a minute, without a hand. */
const LIMIT_S = 60
/** Fewer on MongoDB: what stands in for it on a machine without one is slow. */
const LINES = engine === 'sqlite' ? 3000 : 800
/** `npm run campaign -- resuming` prints its figures; those of docs/reliability.md come from there. */
const isFull = process.env.CAMPAIGN === 'full'
const KILLS = isFull ? 5 : 1
/** Killed while it runs it also is in the campaign of renewals; on MongoDB that is enough for every day. */
const STATES =
  isFull || engine === 'sqlite' ? (['preparing', 'running'] as const) : (['preparing'] as const)

let folder: string
let house: House
let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-resuming-'))
  started = await startPayload()
  house = await aHouse({ payload: started.payload, plugins: ['subscriber-import'] })
}, 120_000)

afterAll(async () => {
  await started.stop()
  rmSync(folder, { force: true, recursive: true })
}, 120_000)

const stateOf = async (runID: string) => (await readRun(house.payload, runID))!

let worker: undefined | Worker

const start = async () => {
  worker = await startWorker({ uri: started.uri })
  await worker.ready
}

afterEach(() => worker?.kill())

/** So far has it come: chunks listed and chunks done, of each phase. */
const progressOf = async (runID: string): Promise<number> =>
  (await doneChunks(house, runID)).length +
  (await countMany({ collection: 'run-chunks', payload: house.payload, where: { run: runID } })) +
  (await stateOf(runID)).phase * 10_000

describe('a process that is killed and started again', () => {
  it.each(STATES)(
    `should go on by itself within ${LIMIT_S} seconds when it was %s`,
    async (state) => {
      const figures: number[] = []
      for (let kill = 0; kill < KILLS; kill++) {
        const file = path.join(folder, `${state}-${kill}.csv`)
        const runID = await anImport({ file, house, lines: LINES + kill })
        await start()
        await secondsUntil(async () => {
          const run = await stateOf(runID)
          const chunks = await doneChunks(house, runID)
          expect(run.state).not.toBe('done')
          return state === 'running'
            ? run.state === 'running' && chunks.length > 2
            : run.state === 'preparing' && (await progressOf(runID)) % 10_000 > 2
        }, 120)
        await worker!.kill()
        const before = await progressOf(runID)
        const from = performance.now()
        await start()
        // What was listed before the kill is listed anew, so that the count falls first.
        await secondsUntil(async () => (await progressOf(runID)) !== before, 2 * LIMIT_S)
        figures.push((performance.now() - from) / 1000)
        await secondsUntil(async () => {
          const run = await stateOf(runID)
          expect(run.error).toBeFalsy()
          return run.state === 'done'
        }, 400)
        await worker!.stop()
        expect(
          await countMany({ collection: 'files', payload: house.payload, where: { run: runID } }),
        ).toBe(LINES + kill)
      }
      if (isFull)
        process.stderr.write(
          `${engine}, ${state}: ${figures.map((seconds) => seconds.toFixed(1)).join(', ')} s\n`,
        )
      expect(Math.max(...figures)).toBeLessThan(LIMIT_S)
    },
    KILLS * 600_000,
  )
})

describe('a process that is killed between the end of a lane and its removal', () => {
  /** As Agenda leaves them: given back, with nothing more to do, and not removed yet. */
  const leaveLanes = async (name: string, data: Record<string, string> = {}) => {
    const agenda = createAgenda({ payload: house.payload })
    for (let lane = 0; lane < 4; lane++) {
      const own = { ...data, lane }
      const unique = Object.fromEntries(
        Object.entries(own).map(([key, value]) => [`data.${key}`, value]),
      )
      const job = agenda.create(name, own).unique(unique, { insertOnly: true })
      job.attrs.nextRunAt = null
      await job.save()
    }
  }

  it('should not leave the run without a lane', async () => {
    const runID = await anImport({ file: path.join(folder, 'given-back.csv'), house, lines: 20 })
    await leaveLanes('run-lane', { run: runID })
    await start()
    await secondsUntil(async () => (await stateOf(runID)).state === 'done', LIMIT_S)
    await worker!.stop()
  }, 180_000)

  it('should not leave the outbox without a lane', async () => {
    const { institution, payload } = house
    const content = { subject: 'Your tickets', text: 'Good evening', to: 'anna@house.test' }
    const [id] = await enqueue({
      payload,
      req: {},
      rows: [{ content, institution, key: 'given back', kind: 'mail' }],
    })
    await leaveLanes('outbox-mail')
    await start()
    await secondsUntil(async () => {
      const [row] = await readMany({ collection: 'outbox', payload, where: { id: id! } })
      return Number(row!.attempts) > 0
    }, LIMIT_S)
    await worker!.stop()
  }, 180_000)
})

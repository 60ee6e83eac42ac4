import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { Worker } from '../helpers/startWorker'

import { countMany } from '../../src/database/bulk'
import { readRun } from '../../src/jobs/runs/runLane'
import { aHouse } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { startWorker } from '../helpers/startWorker'
import { anImport, doneChunks, secondsUntil } from './anImport'

const LINES = 500

let folder: string
let started: Awaited<ReturnType<typeof startPayload>>
let workers: Worker[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-workers-'))
  started = await startPayload()
  workers = [await startWorker({ uri: started.uri }), await startWorker({ uri: started.uri })]
  await Promise.all(workers.map(({ ready }) => ready))
}, 120_000)

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await started.stop()
  rmSync(folder, { force: true, recursive: true })
}, 120_000)

it('should be one run for two worker processes, each doing a part of it and together all of it once', async () => {
  const house = await aHouse({ payload: started.payload, plugins: ['subscriber-import'] })
  const runID = await anImport({ file: path.join(folder, 'list.csv'), house, lines: LINES })
  await secondsUntil(async () => (await readRun(house.payload, runID))!.state === 'done', 400)

  const chunks = await doneChunks(house, runID)
  const doneBy = new Map(workers.map(({ pid }) => [String(pid), 0]))
  for (const { claimedBy } of chunks) {
    const [, pid] = claimedBy.split(':')
    doneBy.set(pid!, (doneBy.get(pid!) ?? 0) + 1)
  }
  expect([...doneBy.keys()]).toEqual(workers.map(({ pid }) => String(pid)))
  for (const count of doneBy.values()) expect(count).toBeGreaterThan(0)
  // A hundred lines each, once to be checked and once to be written.
  expect(chunks).toHaveLength((2 * LINES) / 100)
  expect((await readRun(house.payload, runID))!.counts).toMatchObject({ imported: LINES })
  expect(
    await countMany({ collection: 'files', payload: house.payload, where: { run: runID } }),
  ).toBe(LINES)
}, 500_000)

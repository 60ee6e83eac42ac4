import { afterAll, beforeAll, expect, it } from '@jest/globals'

import type { Payload } from 'payload'

import { createRun } from '../../src/jobs/runs/createRun'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { registerRunKind } from '../../src/jobs/runs/runKinds'
import { aHouse } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

const LEASE_MS = 1500
const FIRST_CHUNK_AFTER_MS = 4 * LEASE_MS

let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A run whose work is known only long after its lease would have run out, as that of a long file. @returns what its lanes did */
const aSlowRun = async (payload: Payload) => {
  const { institution, site } = await aHouse({ payload })
  const did = { done: 0, planned: 0 }
  registerRunKind({
    name: 'slow',
    namespace: 'slow',
    phases: [
      {
        isSequential: () => false,
        plan: async function* () {
          did.planned++
          await wait(FIRST_CHUNK_AFTER_MS)
          yield [1, 2, 3]
        },
        process: async () => {
          did.done++
          return { counts: {}, write: async () => undefined }
        },
      },
    ],
  })
  const runID = await createRun({
    institution,
    kind: 'slow',
    payload,
    settings: {},
    site,
    title: 'Slow',
  })
  return { did, runID }
}

it('should be planned by one lane, however long it takes to find the first chunk', async () => {
  const { payload } = started
  const { did, runID } = await aSlowRun(payload)
  await Promise.all([1, 2].map(() => runLane({ leaseMS: LEASE_MS, payload, runID })))
  expect((await readRun(payload, runID))!.state).toBe('done')
  expect(did).toEqual({ done: 1, planned: 1 })
})

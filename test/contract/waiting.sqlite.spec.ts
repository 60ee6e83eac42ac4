import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { countMany, deleteMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { places } from './collections'
import { startContract } from './startContract'

const WAIT_LIMIT_MS = 1000

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startContract({ waitLimitMS: WAIT_LIMIT_MS }))
})
afterAll(() => stop())
beforeEach(() => deleteMany({ collection: places, payload, where: {} }))

const create = (data: Record<string, unknown>, req?: unknown) =>
  payload.create({ collection: places, data: data as never, req: req as never })
const count = () => countMany({ collection: places, payload, where: {} })

describe('a write that lacks the request', () => {
  it('should say so instead of waiting for ever', async () => {
    const started = Date.now()
    const work = inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        await create({ key: 'b' })
      },
    })
    await expect(work).rejects.toThrow('probably lacks `req`')
    expect(Date.now() - started).toBeLessThan(4 * WAIT_LIMIT_MS)
    await create({ key: 'c' })
    expect(await count()).toBe(1)
  })

  it('should not be blamed when the queue is long but moves', async () => {
    const slow = (i: number) =>
      inTransaction({
        payload,
        work: async (req) => {
          await create({ key: `k${i}` }, req)
          await new Promise((resolve) => setTimeout(resolve, WAIT_LIMIT_MS / 5))
        },
      })
    await Promise.all(Array.from({ length: 10 }, (_, i) => slow(i)))
    expect(await count()).toBe(10)
  })
})

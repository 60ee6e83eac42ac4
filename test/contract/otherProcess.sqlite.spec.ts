import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { countMany, insertMany } from '../../src/database/bulk'
import { places } from './collections'
import { startContract } from './startContract'
import { startOtherWriter } from './startOtherWriter'

const HOLD_MS = 1000

let payload: Payload
let stop: () => Promise<void>
let other: Awaited<ReturnType<typeof startOtherWriter>> | undefined

beforeAll(async () => {
  const contract = await startContract()
  ;({ payload, stop } = contract)
  other = await startOtherWriter(contract.uri)
})
afterAll(async () => {
  await other?.kill()
  await stop()
})

describe('while another process holds the file', () => {
  it('should wait with a write, and go on reading and answering meanwhile', async () => {
    let longestPause = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }, 5)
    await other!.ask(`hold ${HOLD_MS}`)
    const started = performance.now()
    const written = insertMany({ collection: places, docs: [{ key: 'mine' }], payload })
    expect(await countMany({ collection: places, payload, where: {} })).toBe(0)
    expect(performance.now() - started).toBeLessThan(HOLD_MS / 2)
    await written
    expect(performance.now() - started).toBeGreaterThan(HOLD_MS / 2)
    clearInterval(timer)
    expect(longestPause).toBeLessThan(HOLD_MS / 4)
    expect(await countMany({ collection: places, payload, where: {} })).toBe(2)
  })
})

import type { Payload } from 'payload'

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import { createLimiter } from '../../src/database/createLimiter'
import { engine } from '../helpers/testDatabase'
import { startContract } from './startContract'

const POINTS = 5
/** On MongoDB the end of a window is written, so that a slow machine does not come to it while attempts are counted. */
const SECONDS = engine === 'mongodb' ? 900 : 1

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
})
afterAll(() => stop())

const endWindow = async () => {
  const { connection } = payload.db as { connection?: any }
  if (engine === 'sqlite') return new Promise((resolve) => setTimeout(resolve, 1100))
  const past = new Date(Date.now() - 1000)
  await connection.db.collection('rate-limits').updateMany({}, { $set: { expire: past } })
}

it('should let through exactly its points of those who race, in each window anew', async () => {
  const limiter = createLimiter({ name: 'race', points: POINTS, seconds: SECONDS })
  for (const key of [randomUUID(), randomUUID()])
    for (let window = 0; window < 3; window++) {
      const waits = await Promise.all(Array.from({ length: 60 }, () => limiter.take(payload, key)))
      expect(waits.filter((seconds) => seconds === 0)).toHaveLength(POINTS)
      expect(waits.filter((seconds) => seconds > 0 && seconds <= SECONDS)).toHaveLength(60 - POINTS)
      await endWindow()
    }
})

it('should count each key and each limiter apart', async () => {
  const key = randomUUID()
  const one = createLimiter({ name: 'one', points: 1, seconds: 900 })
  const two = createLimiter({ name: 'two', points: 1, seconds: 900 })
  expect(await one.take(payload, key)).toBe(0)
  expect(await one.take(payload, key)).toBeGreaterThan(0)
  expect(await two.take(payload, key)).toBe(0)
  expect(await one.take(payload, randomUUID())).toBe(0)
})

it('should give back what turned out to be honest', async () => {
  const limiter = createLimiter({ name: 'honest', points: 2, seconds: 900 })
  const key = randomUUID()
  for (let i = 0; i < 6; i++) {
    expect(await limiter.take(payload, key)).toBe(0)
    await limiter.giveBack(payload, key)
  }
  expect(await limiter.take(payload, key)).toBe(0)
  expect(await limiter.take(payload, key)).toBe(0)
  expect(await limiter.take(payload, key)).toBeGreaterThan(0)
})

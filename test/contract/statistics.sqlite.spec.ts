import type { Payload } from 'payload'

import { afterAll, beforeAll, expect, it } from '@jest/globals'

import type { SingleConnection } from '../../src/database/sqliteConnection'

import { countMany, insertMany } from '../../src/database/bulk'
import { houses, places } from './collections'
import { startContract } from './startContract'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
})
afterAll(() => stop())

/** How SQLite would look for the places of a house that somebody has, in the order of the house. */
const planOf = (connection: 'reader' | 'writer'): string => {
  const found = (payload.db as unknown as SingleConnection)[connection].all(
    'EXPLAIN QUERY PLAN SELECT id FROM seat_places WHERE house_id = ? AND taken_by = ? ORDER BY price',
    ['house', 'person 7'],
  )
  return String(found[0]!.at(-1))
}

it('should find what is rare by that, and not read a whole house, once there is enough to tell', async () => {
  const house = await payload.create({ collection: houses, data: { name: 'Hall' } as never })
  expect(planOf('reader')).toContain('(house_id=?)')
  await insertMany({
    collection: places,
    docs: Array.from({ length: 3000 }, (_, i) => ({
      house: house.id,
      key: `seat ${i}`,
      price: i,
      takenBy: `person ${i}`,
    })),
    payload,
  })
  for (const connection of ['reader', 'writer'] as const)
    expect(planOf(connection)).toContain('(taken_by=?)')
  expect(await countMany({ collection: places, payload, where: { takenBy: 'person 7' } })).toBe(1)
})

import type { CollectionSlug, Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { deleteMany, insertMany, readMany } from '../../src/database/bulk'
import { compareAndSwap } from '../../src/database/compareAndSwap'
import { inTransaction, isDuplicateKey } from '../../src/database/inTransaction'
import { takeNumbers } from '../../src/database/takeNumbers'
import { places } from './collections'
import { startContract } from './startContract'

const counters = 'counters' as CollectionSlug

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
})
afterAll(() => stop())
beforeEach(async () => {
  await deleteMany({ collection: places, payload, where: {} })
  await deleteMany({ collection: counters, payload, where: {} })
})

const range = (length: number) => Array.from({ length }, (_, i) => i)
const insert = async (data: Record<string, unknown>) =>
  (await insertMany({ collection: places, docs: [data], payload }))[0]!

describe('compareAndSwap', () => {
  it('should let one of twenty win', async () => {
    const id = await insert({ key: 'seat' })
    const claim = (i: number) =>
      compareAndSwap({
        collection: places,
        data: { takenBy: `buyer ${i}` },
        expected: { and: [{ id: { equals: id } }, { takenBy: { equals: null } }] },
        payload,
      })
    const results = await Promise.all(range(20).map(claim))
    const winners = results.filter(Boolean)
    expect(winners).toHaveLength(1)
    expect(await readMany({ collection: places, payload, where: { id } })).toMatchObject([
      { takenBy: winners[0]!.takenBy },
    ])
  })

  it('should let several win where it is read first (control)', async () => {
    const id = await insert({ key: 'seat' })
    const look = () => readMany({ collection: places, payload, where: { id } })
    // All have looked before the first one writes, as it happens to two processes.
    const looks = await Promise.all(range(20).map(look))
    const claimCarelessly = async ([seat]: Awaited<ReturnType<typeof look>>, i: number) =>
      seat!.takenBy
        ? null
        : payload.db.updateOne({ id, collection: places, data: { takenBy: `buyer ${i}` } })
    const results = await Promise.all(looks.map(claimCarelessly))
    expect(results.filter(Boolean).length).toBeGreaterThan(1)
  })

  it('should return the changed document, with the time of the change', async () => {
    const [house] = await insertMany({
      collection: 'houses' as CollectionSlug,
      docs: [{ name: 'Opera' }],
      payload,
    })
    const id = await insert({ key: 'seat', price: 5, updatedAt: '2020-01-01T00:00:00.000Z' })
    const data = { house, openedAt: '2026-01-02T03:04:05.000Z', price: { $inc: 2 } }
    const seat = await compareAndSwap({
      collection: places,
      data,
      expected: { id: { equals: id } },
      payload,
    })
    expect(seat).toMatchObject({ id, house, openedAt: data.openedAt, price: 7 })
    expect(data.price).toEqual({ $inc: 2 })
    const [stored] = await readMany({ collection: places, payload, where: { id } })
    expect(stored).toMatchObject({ house, openedAt: data.openedAt, price: 7 })
    expect(stored!.updatedAt > '2026').toBe(true)
  })

  it('should see and take part in the transaction', async () => {
    const id = await insert({ key: 'seat' })
    const claim = (req?: object) =>
      compareAndSwap({
        collection: places,
        data: { takenBy: 'me' },
        expected: { and: [{ id: { equals: id } }, { takenBy: { equals: null } }] },
        payload,
        req,
      })
    const work = inTransaction({
      payload,
      work: async (req) => {
        expect(await claim(req)).not.toBeNull()
        expect(await claim(req)).toBeNull()
        throw new Error('changed my mind')
      },
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await claim()).not.toBeNull()
  })

  it('should count right in a transaction that has to begin again', async () => {
    const id = await insert({ key: 'seat', price: 0 })
    const data = { price: { $inc: 1 } }
    let tries = 0
    const seat = await inTransaction({
      payload,
      work: async (req) => {
        const changed = await compareAndSwap({
          collection: places,
          data,
          expected: { id: { equals: id } },
          payload,
          req,
        })
        if (++tries < 3)
          throw Object.assign(new Error(), { errorLabels: ['TransientTransactionError'] })
        return changed
      },
    })
    expect(seat).toMatchObject({ price: 1 })
  })

  it('should tell a taken unique key apart', async () => {
    await insert({ key: 'a' })
    const id = await insert({ key: 'b' })
    const rename = compareAndSwap({
      collection: places,
      data: { key: 'a' },
      expected: { id: { equals: id } },
      payload,
    })
    expect(isDuplicateKey(await rename.catch((err: unknown) => err))).toBe(true)
  })
})

describe('takeNumbers', () => {
  it('should hand out each number once to fifty callers of a new counter', async () => {
    const take = () => takeNumbers({ count: 1, key: 'file', payload })
    const numbers = await Promise.all(range(50).map(take))
    expect([...numbers].sort((a, b) => a - b)).toEqual(range(50).map((i) => i + 1))
  })

  it('should hand out numbers twice where the counter is read first (control)', async () => {
    await insertMany({ collection: counters, docs: [{ key: 'file' }], payload })
    const look = () => readMany({ collection: counters, payload, where: { key: 'file' } })
    // All have looked before the first one writes, as it happens to two processes.
    const looks = await Promise.all(range(50).map(look))
    const takeCarelessly = async ([counter]: Awaited<ReturnType<typeof look>>) => {
      const value = counter!.value + 1
      await payload.db.updateOne({ id: counter!.id, collection: counters, data: { value } })
      return value
    }
    const numbers = await Promise.all(looks.map(takeCarelessly))
    expect(new Set(numbers).size).toBeLessThan(50)
  })

  it('should hand out blocks that do not touch', async () => {
    const take = async (i: number) => {
      const count = 1 + (i % 7)
      const first = await takeNumbers({ count, key: 'ticket', payload, startAfter: 1000 })
      return range(count).map((n) => first + n)
    }
    const numbers = (await Promise.all(range(40).map(take))).flat()
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Math.min(...numbers)).toBe(1001)
    expect(Math.max(...numbers)).toBe(1000 + numbers.length)
  })

  it('should keep kinds apart', async () => {
    await takeNumbers({ count: 5, key: 'a', payload })
    expect(await takeNumbers({ count: 1, key: 'b', payload })).toBe(1)
    expect(await takeNumbers({ count: 1, key: 'a', payload })).toBe(6)
  })

  it('should take the numbers back with the transaction', async () => {
    await takeNumbers({ count: 5, key: 'file', payload })
    const work = inTransaction({
      payload,
      work: async (req) => {
        expect(await takeNumbers({ count: 5, key: 'file', payload, req })).toBe(6)
        throw new Error('no')
      },
    })
    await expect(work).rejects.toThrow('no')
    expect(await takeNumbers({ count: 1, key: 'file', payload })).toBe(6)
  })

  it('should hand out each number once to transactions that meet at a new counter', async () => {
    const take = (i: number) =>
      inTransaction({
        payload,
        work: async (req) => {
          // Something is read first, as it always is: on MongoDB this fixes what the transaction sees.
          await readMany({ collection: places, payload, req, where: {} })
          const first = await takeNumbers({ count: 3, key: 'order', payload, req })
          const again = await takeNumbers({ count: 1, key: 'order', payload, req })
          if (i % 4 === 0) throw new Error('rolled back')
          return [first, first + 1, first + 2, again]
        },
      }).catch((err: Error) => {
        if (err.message !== 'rolled back') throw err
        return []
      })
    const numbers = (await Promise.all(range(12).map(take))).flat()
    expect(numbers).toHaveLength(36)
    expect(new Set(numbers).size).toBe(36)
  })

  it('should refuse a block of none', async () => {
    await expect(takeNumbers({ count: 0, key: 'file', payload })).rejects.toThrow('0 numbers')
  })
})

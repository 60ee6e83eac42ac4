import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { countMany, deleteMany, insertMany, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction, isDuplicateKey } from '../../src/database/inTransaction'
import { houses, places } from './collections'
import { startContract } from './startContract'

const LONG_AGO = '2020-01-01T00:00:00.000Z'

let payload: Payload
let stop: () => Promise<void>
let house: string

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
  ;[house = ''] = await insertMany({ collection: houses, docs: [{ name: 'Opera' }], payload })
})
afterAll(() => stop())
beforeEach(async () => {
  await deleteMany({ collection: places, payload, where: {} })
  await insertMany({
    collection: places,
    docs: ['a', 'b', 'c', 'd'].map((key, i) => ({ key, price: i, updatedAt: LONG_AGO })),
    payload,
  })
})

const rows = () => readMany({ collection: places, payload, sort: 'key', where: {} })
const remaining = async () => (await rows()).map(({ key }) => key).join('')

describe('updateMany', () => {
  it('should change what matches, say how many, and note the time', async () => {
    const data = {
      details: { a: [1] },
      house,
      isOpen: false,
      openedAt: '2026-01-01T01:00:00+01:00',
      takenBy: 'me',
    }
    const where = { price: { after: 1 } }
    expect(await updateMany({ collection: places, data, payload, where })).toBe(2)
    const changed = { ...data, openedAt: '2026-01-01T00:00:00.000Z' }
    const untouched = { isOpen: true, takenBy: null, updatedAt: LONG_AGO }
    expect(await rows()).toMatchObject([untouched, untouched, changed, changed])
    expect((await rows())[3]!.updatedAt > '2026').toBe(true)
    const { docs } = await payload.find({ collection: places, where: { house: { equals: house } } })
    expect(docs).toHaveLength(2)
  })

  it('should count what matches even where nothing changes', async () => {
    const data = { takenBy: 'me' }
    await updateMany({ collection: places, data, payload, where: {} })
    expect(await updateMany({ collection: places, data, payload, where: {} })).toBe(4)
    expect(await updateMany({ collection: places, data, payload, where: { key: 'x' } })).toBe(0)
  })

  it('should empty a field with null and leave it alone with undefined', async () => {
    const data = { price: undefined, takenBy: null }
    await updateMany({ collection: places, data, payload, where: { key: 'd' } })
    expect((await rows())[3]).toMatchObject({ price: 3, takenBy: null })
  })

  it('should empty an optional unique key on any number of documents', async () => {
    const set = (key: string, optionalKey: null | string) =>
      updateMany({ collection: places, data: { optionalKey }, payload, where: { key } })
    await set('a', 'x')
    await set('b', 'y')
    await updateMany({ collection: places, data: { optionalKey: null }, payload, where: {} })
    expect(await set('c', 'x')).toBe(1)
    expect(isDuplicateKey(await set('d', 'x').catch((err: unknown) => err))).toBe(true)
  })

  it('should change nothing when a unique key is taken', async () => {
    const update = updateMany({
      collection: places,
      data: { key: 'a', takenBy: 'me' },
      payload,
      where: { price: { after: 0 } },
    })
    expect(isDuplicateKey(await update.catch((err: unknown) => err))).toBe(true)
    expect(await countMany({ collection: places, payload, where: { takenBy: 'me' } })).toBe(0)
  })

  it.each([{ colour: 'red' }, { id: 'x' }, { tags: ['a'] }, { price: 'much' }])(
    'should refuse %j',
    async (data) => {
      await expect(updateMany({ collection: places, data, payload, where: {} })).rejects.toThrow()
    },
  )

  it('should take part in the transaction', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        const data = { takenBy: 'me' }
        await updateMany({ collection: places, data, payload, req, where: {} })
        const where = { takenBy: 'me' }
        expect(await countMany({ collection: places, payload, req, where })).toBe(4)
        expect(await countMany({ collection: places, payload, where })).toBe(0)
        throw new Error('no')
      },
    })
    await expect(work).rejects.toThrow('no')
    expect(await countMany({ collection: places, payload, where: { takenBy: 'me' } })).toBe(0)
  })
})

describe('deleteMany', () => {
  it('should delete what matches and no more', async () => {
    await deleteMany({ collection: places, payload, where: { price: [1, 2] } })
    expect(await remaining()).toBe('ad')
    await deleteMany({ collection: places, payload, where: { key: [] } })
    expect(await remaining()).toBe('ad')
  })

  it.each([{ key: undefined }, { colour: 'red' }, { key: {} }])(
    'should delete nothing on a condition that is a mistake: %j',
    async (where) => {
      await expect(
        deleteMany({ collection: places, payload, where: where as never }),
      ).rejects.toThrow()
      expect(await remaining()).toBe('abcd')
    },
  )

  it('should take part in the transaction', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await deleteMany({ collection: places, payload, req, where: {} })
        expect(await countMany({ collection: places, payload, req, where: {} })).toBe(0)
        throw new Error('no')
      },
    })
    await expect(work).rejects.toThrow('no')
    expect(await remaining()).toBe('abcd')
  })
})

import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { countMany, deleteMany, insertMany, newID, readMany } from '../../src/database/bulk'
import { inTransaction, isDuplicateKey } from '../../src/database/inTransaction'
import { houses, places } from './collections'
import { startContract } from './startContract'

let payload: Payload
let stop: () => Promise<void>
let house: string

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
  const doc = await payload.create({ collection: houses, data: { name: 'Opera' } as never })
  house = String(doc.id)
})
afterAll(() => stop())
beforeEach(() => deleteMany({ collection: places, payload, where: {} }))

const insert = (...docs: Record<string, unknown>[]) =>
  insertMany({ collection: places, docs, payload })
const count = () => countMany({ collection: places, payload, where: {} })

/** What a reader sees, without what must differ. */
const seen = async (id: number | string) => {
  const doc = await payload.findByID({ id, collection: places, depth: 0 })
  const {
    id: _id,
    createdAt,
    key,
    optionalKey,
    updatedAt,
    ...rest
  } = doc as unknown as Record<string, unknown>
  expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(updatedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  return rest
}

const richText = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'Grüezi', version: 1 }],
        direction: null,
        format: '',
        indent: 0,
        version: 1,
      },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
}

describe('insertMany', () => {
  it.each([
    ['nothing but the key', () => ({})],
    [
      'every kind of field',
      () => ({
        country: 'FR',
        description: richText,
        details: { list: [1, 'two', { three: null }], when: '2026-01-01' },
        email: 'anna@example.org',
        factor: 0.1 + 0.2,
        house,
        inRow: 'Loge 3',
        isLame: true,
        isOpen: false,
        kind: 'box',
        openedAt: '2026-03-29T01:30:00.000Z',
        price: 11000,
        program: 'const a = 1',
        remarks: 'Zwei\nZeilen «ä» 🎭 \' " \\ %',
        side: 'left',
        takenBy: 'Änna Müller',
      }),
    ],
    ['a date in another zone', () => ({ openedAt: '2026-03-29T03:30:00+02:00' })],
    ['a day', () => ({ openedAt: '2026-03-29' })],
    ['zero, false and empty text', () => ({ isOpen: false, price: 0, remarks: '', takenBy: '' })],
    ['a negative and a large number', () => ({ factor: -1.5, price: 9_007_199_254_740_991 })],
    ['empty JSON', () => ({ details: {} })],
    ['a list as JSON', () => ({ details: [] })],
    ['null where a default is', () => ({ country: null, isOpen: null, kind: null, price: null })],
    ['null everywhere', () => ({ details: null, house: null, openedAt: null, takenBy: null })],
    ['undefined where a default is', () => ({ isOpen: undefined, kind: undefined })],
  ])('should store what payload.create stores: %s', async (_, data) => {
    const created = await payload.create({
      collection: places,
      data: { key: 'created', ...data() } as never,
    })
    const [id] = await insert({ key: 'inserted', ...data() })
    expect(await seen(id!)).toEqual(await seen(created.id))
  })

  it('should be found by payload.find like any other document', async () => {
    const [id] = await insert({ house, isLame: true, key: 'a', openedAt: '2026-03-29', price: 5 })
    for (const where of [
      { house: { equals: house } },
      { 'house.name': { equals: 'Opera' } },
      { isLame: { equals: true } },
      { openedAt: { greater_than: '2026-03-28T00:00:00.000Z' } },
      { price: { less_than: 6 } },
      { side: { exists: false } },
    ]) {
      const { docs } = await payload.find({ collection: places, where: where as never })
      expect(docs.map((doc) => doc.id)).toEqual([id])
    }
    const doc = await payload.findByID({ id: id!, collection: places, depth: 1 })
    expect(doc).toMatchObject({ house: { id: house, name: 'Opera' } })
  })

  it('should keep ids and times that are given, and return the ids in order', async () => {
    const id = newID(payload)
    const createdAt = '2020-02-29T12:00:00.000Z'
    const ids = await insert({ key: 'a' }, { id, createdAt, key: 'b' }, { key: 'c' })
    expect(ids).toHaveLength(3)
    expect(ids[1]).toBe(id)
    const rows = await readMany({ collection: places, payload, where: { id: ids } })
    const keyOf = (wanted: string) => rows.find((row) => row.id === wanted)?.key
    expect(ids.map(keyOf)).toEqual(['a', 'b', 'c'])
    expect(rows.find((row) => row.id === id)).toMatchObject({ createdAt })
  })

  it('should insert nothing when a unique key is taken, wherever it is in the list', async () => {
    await insert({ key: 'taken' })
    const docs = Array.from({ length: 250 }, (_, i) => ({ key: `k${i}` }))
    docs[220] = { key: 'taken' }
    const error = await insert(...docs).catch((err: unknown) => err)
    expect(isDuplicateKey(error)).toBe(true)
    expect(await count()).toBe(1)
  })

  it('should refuse one key twice in one list', async () => {
    const error = await insert({ key: 'a' }, { key: 'a' }).catch((err: unknown) => err)
    expect(isDuplicateKey(error)).toBe(true)
    expect(await count()).toBe(0)
  })

  it('should let any number go without an optional unique key', async () => {
    await insert({ key: 'a' }, { key: 'b', optionalKey: null }, { key: 'c', optionalKey: 'x' })
    await insert({ key: 'd', optionalKey: undefined })
    expect(await count()).toBe(4)
    const error = await insert({ key: 'e', optionalKey: 'x' }).catch((err: unknown) => err)
    expect(isDuplicateKey(error)).toBe(true)
  })

  it.each([
    ['a field that does not exist', { colour: 'red' }],
    ['a list', { tags: ['a'] }],
    ['an array', { steps: [{ text: 'one' }] }],
    ['text where a number belongs', { price: '5' }],
    ['no number', { price: Number.NaN }],
    ['a date that is none', { openedAt: 'soon' }],
    ['a document where an id belongs', { house: { id: 'x' } }],
  ])('should refuse %s', async (_, data) => {
    await expect(insert({ key: 'a', ...data })).rejects.toThrow(/field|number|date|id/)
    expect(await count()).toBe(0)
  })

  it('should take part in the transaction', async () => {
    await inTransaction({
      payload,
      work: async (req) => {
        await insertMany({ collection: places, docs: [{ key: 'a' }], payload, req })
        expect(await readMany({ collection: places, payload, req, where: {} })).toHaveLength(1)
        expect(await readMany({ collection: places, payload, where: {} })).toEqual([])
      },
    })
    expect(await count()).toBe(1)
  })

  it('should do nothing with an empty list', async () => {
    expect(await insert()).toEqual([])
  })

  it('should not change the documents that it is given', async () => {
    const doc = Object.freeze({ key: 'a' })
    await insert(doc)
    expect(doc).toEqual({ key: 'a' })
  })
})

describe('newID', () => {
  it('should give ids that sort in the order in which they were made', () => {
    const ids = Array.from({ length: 5000 }, () => newID(payload))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(5000)
  })
})

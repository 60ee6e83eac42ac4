import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Conditions } from '../../src/database/bulk'

import { countMany, insertMany, newID, readMany, readPages } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { houses, places } from './collections'
import { startContract } from './startContract'

let payload: Payload
let stop: () => Promise<void>
let opera: string
let ids: string[]

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
  const [first, second] = await insertMany({
    collection: houses,
    docs: [{ name: 'Opera' }, { name: 'Arena' }],
    payload,
  })
  opera = first!
  const at = (day: number) => `2026-01-0${day}T12:00:00.000Z`
  ids = await insertMany({
    collection: places,
    docs: [
      { house: opera, isLame: true, key: 'a', openedAt: at(1), price: 10, takenBy: 'ä' },
      { house: opera, isLame: false, key: 'b', openedAt: at(2), price: 20, takenBy: 'z' },
      { house: second, key: 'c', openedAt: at(3), price: 20, takenBy: 'Z' },
      { house: null, key: 'd', openedAt: null, price: null },
      { house: second, isLame: true, key: 'e', openedAt: at(5), price: -5, takenBy: 'a' },
    ],
    payload,
  })
})
afterAll(() => stop())

const keys = (rows: Record<string, unknown>[]) => rows.map(({ key }) => key).join('')
const read = async (where: Conditions, rest: { limit?: number; sort?: string } = {}) =>
  keys(await readMany({ collection: places, payload, sort: 'key', where, ...rest }))

describe('readMany', () => {
  const cases: [string, () => Conditions, string][] = [
    ['nothing asked', () => ({}), 'abcde'],
    ['a text', () => ({ key: 'b' }), 'b'],
    ['a text in its own case only', () => ({ takenBy: 'z' }), 'b'],
    ['a number', () => ({ price: 20 }), 'bc'],
    ['a checkbox', () => ({ isLame: true }), 'ae'],
    ['a checkbox that is off', () => ({ isLame: false }), 'b'],
    ['a relationship', () => ({ house: opera }), 'ab'],
    ['a date', () => ({ openedAt: '2026-01-02T12:00:00.000Z' }), 'b'],
    ['a date in another zone', () => ({ openedAt: '2026-01-02T13:00:00+01:00' }), 'b'],
    ['an id', () => ({ id: ids[2]! }), 'c'],
    ['null', () => ({ house: null }), 'd'],
    ['null for a number', () => ({ price: null }), 'd'],
    ['one of several', () => ({ key: ['a', 'c', 'x'] }), 'ac'],
    ['one of several numbers', () => ({ price: [10, -5] }), 'ae'],
    ['one of several relationships', () => ({ house: [opera] }), 'ab'],
    ['one of several ids', () => ({ id: [ids[4]!, ids[0]!] }), 'ae'],
    ['one of none', () => ({ key: [] }), ''],
    ['after a number', () => ({ price: { after: 10 } }), 'bc'],
    ['before a number', () => ({ price: { before: 20 } }), 'ae'],
    ['until a number', () => ({ price: { until: 20 } }), 'abce'],
    ['between', () => ({ price: { after: -5, before: 20 } }), 'a'],
    ['after a date', () => ({ openedAt: { after: new Date('2026-01-02T12:00:00Z') } }), 'ce'],
    ['before a date', () => ({ openedAt: { before: '2026-01-02T12:00:00Z' } }), 'a'],
    ['until a date', () => ({ openedAt: { until: '2026-01-02T12:00:00Z' } }), 'ab'],
    ['after an id', () => ({ id: { after: ids[2]! } }), 'de'],
    ['not a text', () => ({ key: { not: 'b' } }), 'acde'],
    ['not a number, with the empty ones', () => ({ price: { not: 20 } }), 'ade'],
    ['not a relationship', () => ({ house: { not: opera } }), 'cde'],
    ['not on', () => ({ isLame: { not: true } }), 'bcd'],
    ['not empty', () => ({ house: { not: null } }), 'abce'],
    ['several fields', () => ({ house: opera, price: { after: 10 } }), 'b'],
    ['the time of creation', () => ({ createdAt: { after: '2020-01-01T00:00:00Z' } }), 'abcde'],
    ['an id that cannot be one', () => ({ id: 'nonsense' }), ''],
    ['a relationship that cannot be one', () => ({ house: ['nonsense', opera] }), 'ab'],
    ['a text with signs of a query', () => ({ key: "' OR 1=1 --" }), ''],
  ]
  it.each(cases)('should find by %s', async (_, where, expected) => {
    expect(await read(where())).toBe(expected)
    expect(await countMany({ collection: places, payload, where: where() })).toBe(expected.length)
  })

  it.each([
    ['key', 'abcde'],
    ['-key', 'edcba'],
    ['id', 'abcde'],
    ['-id', 'edcba'],
    ['price', 'deabc'],
    ['-price', 'cbaed'],
    ['openedAt', 'dabce'],
    // Bytes, not letters: a stored search key is what people sort by.
    ['takenBy', 'dceba'],
  ])('should sort by %s, ties by id', async (sort, expected) => {
    expect(await read({}, { sort })).toBe(expected)
  })

  it('should limit, and take no limit of 0 for all', async () => {
    expect(await read({}, { limit: 2 })).toBe('ab')
    expect(await read({}, { limit: 0 })).toBe('')
    expect(await read({}, { limit: 2, sort: '-price' })).toBe('cb')
  })

  it('should give every field, and null for what is missing', async () => {
    const [row] = await readMany({ collection: places, payload, where: { key: 'd' } })
    expect(row).toMatchObject({ id: ids[3], country: 'CH', house: null, isOpen: true, price: null })
    expect(row).toHaveProperty('side', null)
    expect(row).toHaveProperty('createdAt', expect.stringMatching(/Z$/))
    expect(row).not.toHaveProperty('tags')
  })

  it('should give the fields asked for, and the id', async () => {
    const select = ['price', 'house']
    const rows = await readMany({ collection: places, payload, select, where: { key: 'a' } })
    expect(rows).toEqual([{ id: ids[0], house: opera, price: 10 }])
  })

  it.each([
    ['an unknown field', { colour: 'red' }],
    ['an unknown bound', { price: { above: 5 } }],
    ['no bound', { price: {} }],
    ['undefined', { price: undefined }],
    ['a list of undefined', { price: [undefined] }],
    ['a list field', { tags: 'a' }],
    ['a number that is none', { price: '20' }],
  ])('should refuse %s', async (_, where) => {
    await expect(read(where as never)).rejects.toThrow()
  })

  it('should take a list longer than a statement takes parameters, in order', async () => {
    const many = Array.from({ length: 50_000 }, () => newID(payload))
    many.splice(25_000, 0, ...ids)
    expect(await read({ id: many }, { limit: 4, sort: '-key' })).toBe('edcb')
  })
})

describe('readPages', () => {
  const pages = async (where: Conditions, pageSize: number) => {
    const out: string[] = []
    for await (const page of readPages({ collection: places, pageSize, payload, where }))
      out.push(keys(page))
    return out
  }

  it('should give everything once, in the order of id', async () => {
    expect(await pages({}, 2)).toEqual(['ab', 'cd', 'e'])
    expect(await pages({}, 5)).toEqual(['abcde'])
    expect(await pages({}, 100)).toEqual(['abcde'])
  })

  it('should keep to the conditions, also to those on the id', async () => {
    expect(await pages({ isLame: { not: true } }, 2)).toEqual(['bc', 'd'])
    expect(await pages({ id: { after: ids[1]!, before: ids[4]! } }, 1)).toEqual(['c', 'd'])
    expect(await pages({ id: [ids[0]!, ids[2]!, ids[4]!] }, 2)).toEqual(['ac', 'e'])
    expect(await pages({ key: 'x' }, 2)).toEqual([])
  })

  it('should see what its transaction wrote', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await insertMany({ collection: places, docs: [{ key: 'f' }], payload, req })
        const out: string[] = []
        for await (const page of readPages({ collection: places, payload, req, where: {} }))
          out.push(keys(page))
        expect(out).toEqual(['abcdef'])
        throw new Error('enough')
      },
    })
    await expect(work).rejects.toThrow('enough')
  })
})

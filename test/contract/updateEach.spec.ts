import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { deleteMany, insertMany, readMany, updateEach } from '../../src/database/bulk'
import { inTransaction, isDuplicateKey } from '../../src/database/inTransaction'
import { places } from './collections'
import { startContract } from './startContract'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startContract())
})
afterAll(() => stop())
beforeEach(() => deleteMany({ collection: places, payload, where: {} }))

const insert = (...docs: Record<string, unknown>[]) =>
  insertMany({ collection: places, docs, payload })
const update = (...docs: ({ id: string } & Record<string, unknown>)[]) =>
  updateEach({ collection: places, docs, payload })
const read = () =>
  readMany({
    collection: places,
    payload,
    select: ['details', 'isOpen', 'key', 'openedAt', 'optionalKey', 'price'],
    sort: 'key',
    where: {},
  })

describe('updateEach', () => {
  it('should give each document values of its own, of every kind', async () => {
    const [a, b] = (await insert({ key: 'a', price: 1 }, { key: 'b', price: 2 })) as [
      string,
      string,
    ]
    const changed = await update(
      { id: a, details: { n: 1 }, isOpen: false, openedAt: '2026-01-01', price: 10 },
      { id: b, details: null, isOpen: true, openedAt: null, price: null },
    )
    expect(changed).toBe(2)
    expect(await read()).toEqual([
      expect.objectContaining({
        details: { n: 1 },
        isOpen: false,
        key: 'a',
        openedAt: '2026-01-01T00:00:00.000Z',
        price: 10,
      }),
      expect.objectContaining({
        details: null,
        isOpen: true,
        key: 'b',
        openedAt: null,
        price: null,
      }),
    ])
  })

  it('should say that they have changed', async () => {
    const [id] = (await insert({ key: 'a', updatedAt: '2020-01-01' })) as [string]
    await update({ id, price: 1 })
    const [doc] = await readMany({ collection: places, payload, where: { id } })
    expect(Date.now() - new Date(doc!.updatedAt).getTime()).toBeLessThan(60_000)
  })

  it('should change hundreds at once and leave the others alone', async () => {
    const ids = await insert(...Array.from({ length: 250 }, (_, i) => ({ key: `k${i}`, price: 0 })))
    expect(await update(...ids.slice(0, 240).map((id, i) => ({ id, price: i + 1 })))).toBe(240)
    const prices = (await read()).map(({ price }) => price as number).sort((x, y) => x - y)
    expect(prices).toEqual([...Array(10).fill(0), ...Array.from({ length: 240 }, (_, i) => i + 1)])
  })

  it('should change nothing when one of the keys is taken', async () => {
    const [a, b] = (await insert({ key: 'a' }, { key: 'b' }, { key: 'c' })) as [string, string]
    const error = await update({ id: a, key: 'z' }, { id: b, key: 'c' }).catch((err) => err)
    expect(isDuplicateKey(error)).toBe(true)
    expect((await read()).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  it('should set an optional unique key free', async () => {
    const [a, b] = (await insert(
      { key: 'a', optionalKey: 'x' },
      { key: 'b', optionalKey: 'y' },
    )) as [string, string]
    await update({ id: a, optionalKey: null }, { id: b, optionalKey: null })
    expect((await read()).map(({ optionalKey }) => optionalKey)).toEqual([null, null])
  })

  it('should be undone with the transaction it is part of', async () => {
    const [id] = (await insert({ key: 'a', price: 1 })) as [string]
    await inTransaction({
      payload,
      work: async (req) => {
        await updateEach({ collection: places, docs: [{ id, price: 2 }], payload, req })
        throw new Error('no')
      },
    }).catch(() => undefined)
    expect((await read())[0]!.price).toBe(1)
  })

  it('should pass over documents that are not there, and refuse a mixture of fields', async () => {
    const [a, b] = (await insert({ key: 'a' }, { key: 'b' })) as [string, string]
    await deleteMany({ collection: places, payload, where: { id: a } })
    expect(await update({ id: a, price: 1 }, { id: b, price: 1 })).toBe(1)
    expect(await update()).toBe(0)
    await expect(update({ id: a, price: 1 }, { id: b, factor: 1 })).rejects.toThrow()
    await expect(update({ id: a, price: 1 }, { id: b, factor: 1, price: 2 })).rejects.toThrow()
  })
})

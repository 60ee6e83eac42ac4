import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { initI18n } from '@payloadcms/translations'
import { readdirSync } from 'fs'

import { countMany, deleteMany, insertMany, readMany } from '../../src/database/bulk'
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

const create = (data: Record<string, unknown>, req?: unknown) =>
  payload.create({ collection: places, data: data as never, req: req as never })
const count = () => countMany({ collection: places, payload, where: {} })

describe('a transaction', () => {
  it('should write everything when the work is done', async () => {
    const result = await inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        await insertMany({ collection: places, docs: [{ key: 'b' }], payload, req })
        return 'done'
      },
    })
    expect(result).toBe('done')
    expect(await count()).toBe(2)
  })

  it('should write nothing when the work fails', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        await insertMany({ collection: places, docs: [{ key: 'b' }], payload, req })
        throw new Error('The printer is on fire.')
      },
    })
    await expect(work).rejects.toThrow('on fire')
    expect(await count()).toBe(0)
  })

  it('should show what it wrote to nobody else before the end', async () => {
    await inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        expect(await countMany({ collection: places, payload, req, where: {} })).toBe(1)
        expect((await payload.find({ collection: places, req })).docs).toHaveLength(1)
        expect(await count()).toBe(0)
        expect((await payload.find({ collection: places })).docs).toEqual([])
      },
    })
    expect((await payload.find({ collection: places })).docs).toHaveLength(1)
  })

  it('should let work within work join it', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await inTransaction({ payload, req, work: (inner) => create({ key: 'a' }, inner) })
        expect(await countMany({ collection: places, payload, req, where: {} })).toBe(1)
        throw new Error('The outer work fails.')
      },
    })
    await expect(work).rejects.toThrow('outer')
    expect(await count()).toBe(0)
  })

  it('should not take the transaction of the request that it was given', async () => {
    const req = { payload, query: {} }
    await inTransaction({ payload, req, work: (own) => create({ key: 'a' }, own) })
    expect(req).not.toHaveProperty('transactionID')
  })

  it('should fail as a whole when the work goes on after a step that failed', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        await create({ key: 'b', remarks: 'fail' }, req).catch(() => undefined)
        await create({ key: 'c' }, req)
      },
    })
    await expect(work).rejects.toThrow('The transaction is over')
    expect(await count()).toBe(0)
  })

  it('should fail as a whole when the work goes on after a bulk write that failed', async () => {
    await create({ key: 'taken' })
    const insert = (key: string, req: object) =>
      insertMany({ collection: places, docs: [{ key }], payload, req })
    const work = inTransaction({
      payload,
      work: async (req) => {
        await insert('a', req)
        await insert('taken', req).catch(() => undefined)
        await insert('b', req)
      },
    })
    await expect(work).rejects.toThrow('The transaction is over')
    expect(await count()).toBe(1)
  })

  it('should fail even when nothing is written after the step that failed', async () => {
    const work = inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        await create({ key: 'b', remarks: 'fail' }, req).catch(() => undefined)
        return 'all is well'
      },
    })
    await expect(work).rejects.toThrow('The transaction is over')
    expect(await count()).toBe(0)
  })

  it('should not let a branch write after its neighbour has failed', async () => {
    let branch: Promise<unknown> | undefined
    const work = inTransaction({
      payload,
      work: async (req) => {
        branch = new Promise((resolve) => setTimeout(resolve, 100)).then(() =>
          create({ key: 'late' }, req),
        )
        branch.catch(() => undefined)
        await Promise.all([branch, create({ key: 'a', remarks: 'fail' }, req)])
      },
    })
    await expect(work).rejects.toThrow('must fail')
    await expect(branch).rejects.toThrow('The transaction is over')
    expect(await count()).toBe(0)
  })

  it('should not let anything write with its request after the end', async () => {
    let kept: object = {}
    await inTransaction({
      payload,
      work: async (req) => {
        kept = req
        await create({ key: 'a' }, req)
      },
    })
    const late = insertMany({ collection: places, docs: [{ key: 'b' }], payload, req: kept })
    await expect(late).rejects.toThrow('The transaction is over')
    expect(await count()).toBe(1)
  })

  it('should begin again when another writer was in the way, and not for any other error', async () => {
    let tries = 0
    const conflict = Object.assign(new Error('conflict'), {
      errorLabels: ['TransientTransactionError'],
    })
    await inTransaction({
      payload,
      work: async (req) => {
        await create({ key: 'a' }, req)
        if (++tries < 4) throw conflict
      },
    })
    expect(tries).toBe(4)
    expect(await count()).toBe(1)

    tries = 0
    const work = async () => {
      tries++
      throw new Error('wrong')
    }
    await expect(inTransaction({ payload, work })).rejects.toThrow('wrong')
    expect(tries).toBe(1)
  })
})

describe('many writers at once', () => {
  it('should all succeed in changing one document', async () => {
    const { id } = await create({ key: 'a', price: 0 })
    const update = (price: number) =>
      inTransaction({
        payload,
        work: (req) => payload.update({ id, collection: places, data: { price } as never, req }),
      })
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => update(i + 1)))
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  })

  it('should lose no change when each reads before it writes', async () => {
    const { id } = await create({ key: 'a', price: 0 })
    const add = () =>
      inTransaction({
        payload,
        work: async (req) => {
          const [row] = await readMany({ collection: places, payload, req, where: { id } })
          const data = { price: row!.price + 1 } as never
          await payload.update({ id, collection: places, data, req })
        },
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect(await readMany({ collection: places, payload, where: {} })).toMatchObject([
      { price: 20 },
    ])
  })

  it('should lose changes without a transaction (control: what the test above would show)', async () => {
    const { id } = await create({ key: 'a', price: 0 })
    let reading = 20
    let release = () => undefined as void
    const everybodyHasRead = new Promise<void>((resolve) => (release = resolve))
    const addCarelessly = async () => {
      const [row] = await readMany({ collection: places, payload, where: { id } })
      if (!--reading) release()
      await everybodyHasRead
      await payload.db.updateOne({
        id,
        collection: places,
        data: { price: row!.price + 1 },
      })
    }
    await Promise.all(Array.from({ length: 20 }, addCarelessly))
    const [row] = await readMany({ collection: places, payload, where: { id } })
    expect(row!.price).toBeLessThan(20)
  })

  it('should keep exactly those that did not fail', async () => {
    const work = (i: number) =>
      inTransaction({
        payload,
        work: (req) => create({ key: `k${i}`, remarks: i % 3 ? 'fine' : 'fail' }, req),
      })
    const results = await Promise.allSettled(Array.from({ length: 60 }, (_, i) => work(i)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(40)
    expect(await count()).toBe(40)
  })

  it('should hold no more handles after many transactions', async () => {
    const handles = () => readdirSync('/dev/fd').length
    const run = () =>
      inTransaction({ payload, work: (req) => create({ key: Math.random().toString() }, req) })
    for (let i = 0; i < 10; i++) await run()
    const before = handles()
    for (let i = 0; i < 50; i++) await run()
    expect(handles() - before).toBeLessThan(10)
  })
})

describe('a unique key', () => {
  it.each([
    ['en', 'Value must be unique'],
    ['de', 'Wert muss einzigartig sein'],
    ['fr', 'La valeur doit être unique'],
  ])(
    'should be told apart from other errors, whatever the language (%s)',
    async (language, message) => {
      const i18n = await initI18n({
        config: payload.config.i18n,
        context: 'api',
        language: language as 'de',
      })
      await create({ key: 'a' })
      const second = await create({ key: 'a' }, { i18n, t: i18n.t }).catch((err: unknown) => err)
      expect(second).toMatchObject({ data: { errors: [{ message, path: 'key' }] } })
      expect(isDuplicateKey(second)).toBe(true)
      const empty = await create({}, { i18n, t: i18n.t }).catch((err: unknown) => err)
      expect(empty).toBeInstanceOf(Error)
      expect(isDuplicateKey(empty)).toBe(false)
    },
  )
})

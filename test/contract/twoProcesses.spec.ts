import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { countMany, deleteMany, insertMany, readMany, updateMany } from '../../src/database/bulk'
import { places } from './collections'
import { startContract } from './startContract'
import { startOtherWriter } from './startOtherWriter'

type Writer = Awaited<ReturnType<typeof startOtherWriter>>

const EACH = 40

let payload: Payload
let stop: () => Promise<void>
let uri: string
let one: undefined | Writer
let two: undefined | Writer

beforeAll(async () => {
  ;({ payload, stop, uri } = await startContract())
  one = await startOtherWriter(uri)
  two = await startOtherWriter(uri)
})
afterAll(async () => {
  await one?.kill()
  await two?.kill()
  await stop()
})
beforeEach(async () => {
  await deleteMany({ collection: places, payload, where: {} })
  await insertMany({ collection: places, docs: [{ key: 'sum', price: 0 }], payload })
})

const sum = async () =>
  (await readMany({ collection: places, payload, where: { key: 'sum' } }))[0]!.price

describe('two processes on one database', () => {
  it('should both write at once, lose nothing and share no number', async () => {
    const numbers = (
      await Promise.all([one!.ask(`write ${EACH}`), two!.ask(`write ${EACH}`)])
    ).flat() as number[]
    expect(new Set(numbers).size).toBe(2 * EACH)
    expect(await sum()).toBe(2 * EACH)
    expect(await countMany({ collection: places, payload, where: {} })).toBe(2 * EACH + 1)
  })

  it('should leave nothing of a transaction whose process was killed, nor stand in the way', async () => {
    const victim = await startOtherWriter(uri)
    expect(await victim.ask('hang')).toBe('hanging')
    await victim.kill()
    // A plain write first, while nobody else begins a transaction: the database must look after the abandoned one by itself.
    const where = { key: 'sum' }
    await updateMany({ collection: places, data: { takenBy: 'Anna' }, payload, where })
    expect(await one!.ask('write 5')).toHaveLength(5)
    expect(await sum()).toBe(5)
    expect(await countMany({ collection: places, payload, where: { key: 'unfinished' } })).toBe(0)
  })
})

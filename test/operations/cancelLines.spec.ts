import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { BuiltFile, House } from '../helpers/builders'

import { newID, readMany } from '../../src/database/bulk'
import { takeNumbers } from '../../src/database/takeNumbers'
import { cancelLines } from '../../src/operations/cancelLines'
import {
  aHouse,
  aMemberOfStaff,
  aRenewedFile,
  aReservedFile,
  aRun,
  aRunRow,
  aSoldFile,
  aTicket,
  PRICES,
} from '../helpers/builders'
import { codeOf } from '../helpers/codeOf'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
let house: House
let next = 0

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await aHouse({ payload, rows: 10, seatsPerRow: 10 })
})
afterAll(() => stop())

/** A seat of the first category that no other test uses. */
const aSeat = () => house.seats[next++]!
const full = PRICES.full.first

const cancel = (lineIDs: string[], more: Partial<Parameters<typeof cancelLines>[0]> = {}) =>
  cancelLines({ lineIDs, payload, requestedBy: 'public', ...more })
const read = (collection: 'files' | 'journal' | 'lines' | 'orders' | 'tickets', where: object) =>
  readMany({ collection, payload, sort: 'id', where: where as never })
const seatsOf = (file: BuiltFile) =>
  readMany({ collection: 'seat-allocations', payload, where: { file: file.id } })

describe('cancelling lines', () => {
  it('should write an order that takes the amount back, with who asked for it and why', async () => {
    const user = await aMemberOfStaff({ house })
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }] })
    const [order] = await cancel(file.lines, {
      cause: 'moved abroad',
      requestedBy: 'institution',
      user: { id: user.id, name: 'Casey Kern' },
    })
    expect(order).toMatchObject({ amount: -full, fileID: file.id })
    expect(await read('orders', { id: order!.id })).toEqual([
      expect.objectContaining({
        amount: -full,
        cause: 'moved abroad',
        channel: house.channels.boxOffice,
        file: file.id,
        kind: 'cancellation',
        number: order!.number,
        numberKey: `${house.institution}:${order!.number}`,
        requestedBy: 'institution',
        searchKey: String(order!.number),
        user: user.id,
      }),
    ])
    const lines = await read('lines', { file: file.id })
    expect(lines).toHaveLength(3)
    for (const line of lines)
      expect(line).toMatchObject({ cancelledBy: order!.id, state: 'cancelled' })
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({ balance: -full, paid: full, status: 'cancelled', total: 0 }),
    ])
  })

  it('should tell the journal of the file', async () => {
    const file = await aReservedFile({ house, subscriptions: [{ seat: aSeat() }] })
    const [order] = await cancel(file.lines, { user: null })
    expect(await read('journal', { action: 'cancel', file: file.id })).toEqual([
      expect.objectContaining({
        after: {
          balance: 0,
          lines: 1,
          order: order!.number,
          paid: 0,
          status: 'cancelled',
          total: 0,
        },
        before: { balance: full, paid: 0, status: 'reserved', total: full },
        document: file.id,
        documentTitle: String(file.number),
        noun: 'files',
      }),
    ])
  })

  it('should free the seats for others', async () => {
    const seat = aSeat()
    const file = await aSoldFile({ house, subscriptions: [{ seat }] })
    await cancel(file.lines)
    expect((await seatsOf(file)).map(({ state }) => state)).toEqual(['released', 'released'])
    const other = await aSoldFile({ house, subscriptions: [{ seat }] })
    expect((await seatsOf(other)).map(({ state }) => state)).toEqual(['sold', 'sold'])
  })

  it('should leave the rest of the file as it is', async () => {
    const file = await aSoldFile({
      house,
      subscriptions: [{ seat: aSeat() }, { seat: aSeat() }, {}],
    })
    await cancel([file.lines[1]!])
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({
        balance: -full,
        paid: 2 * full + PRICES.full.none,
        status: 'sold',
        total: full + PRICES.full.none,
      }),
    ])
    const states = (await seatsOf(file)).map(({ state }) => state).sort()
    expect(states).toEqual(['released', 'released', 'sold', 'sold'])
  })

  it('should void the tickets of what is cancelled', async () => {
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }, { seat: aSeat() }] })
    const gone = await aTicket({ file, house, line: file.lines[0]! })
    const kept = await aTicket({ file, house, line: file.lines[1]!, state: 'printed' })
    await cancel([file.lines[0]!])
    expect(await read('tickets', { id: [gone, kept] })).toEqual([
      expect.objectContaining({ id: gone, state: 'void' }),
      expect.objectContaining({ id: kept, state: 'printed' }),
    ])
  })

  it('should let a subscription be renewed again once its renewal is cancelled', async () => {
    const seat = aSeat()
    const origin = await aSoldFile({ house, subscriptions: [{ seat }] })
    const renew = () => aRenewedFile({ house, origin: origin.lines[0]!, subscription: { seat } })
    const renewed = await renew()
    await expect(renew()).rejects.toThrow()
    await cancel(renewed.lines)
    const [line] = await read('lines', { id: renewed.lines })
    expect(line!.renewalKey).toBe(
      `renew:${origin.lines[0]}:${house.seasons.next.id}:undone:${line!.id}`,
    )
    const again = await renew()
    expect(await read('files', { id: again.id })).toHaveLength(1)
  })

  it('should cancel what a run made, file by file, in the name of another run', async () => {
    const run = await aRun({ house })
    const undo = await aRun({ house, kind: 'renewal-undo' })
    const files: BuiltFile[] = []
    for (let i = 0; i < 5; i++) {
      const seat = aSeat()
      const file = await aReservedFile({ house, run, subscriptions: [{ seat }, {}] })
      for (const line of file.lines)
        await aRunRow({ house, item: line, newFile: file.id, newLine: line, run })
      files.push(file)
    }
    const first = await takeNumbers({ count: 5, key: `order:${house.institution}`, payload })
    const orders = await cancel(
      files.flatMap(({ lines }) => lines),
      { cause: 'renewalUndone', numbers: { order: first }, run: undo },
    )
    expect(orders.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4].map((i) => first + i))
    expect(orders.map(({ amount }) => amount)).toEqual(Array(5).fill(-full - PRICES.full.none))
    expect(new Set(orders.map(({ fileID }) => fileID))).toEqual(new Set(files.map(({ id }) => id)))
    for (const order of await read('orders', { id: orders.map(({ id }) => id) }))
      expect(order).toMatchObject({ cause: 'renewalUndone', run: undo })
    for (const file of await read('files', { id: files.map(({ id }) => id) }))
      expect(file).toMatchObject({ balance: 0, status: 'cancelled', total: 0 })
  })

  it('should do nothing when there is nothing to do', async () => {
    expect(await cancel([])).toEqual([])
  })
})

describe('refusing to cancel', () => {
  it('should refuse what is cancelled already, and change nothing', async () => {
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }, { seat: aSeat() }] })
    await cancel([file.lines[0]!])
    const before = [await read('lines', { file: file.id }), await read('orders', { file: file.id })]
    expect(await codeOf(cancel(file.lines))).toBe('conflict')
    expect([
      await read('lines', { file: file.id }),
      await read('orders', { file: file.id }),
    ]).toEqual(before)
  })

  it('should refuse a performance without its subscription', async () => {
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }] })
    const [performance] = await read('lines', { file: file.id, kind: 'performance' })
    expect(await codeOf(cancel([performance!.id]))).toBe('invalidInput')
  })

  it('should refuse what is not there', async () => {
    const file = await aSoldFile({ house, subscriptions: [{}] })
    expect(await codeOf(cancel([...file.lines, newID(payload)]))).toBe('notFound')
  })

  it('should refuse lines of two institutions', async () => {
    const other = await aHouse({ payload, rows: 1, seatsPerRow: 1 })
    const own = await aSoldFile({ house, subscriptions: [{}] })
    const foreign = await aSoldFile({ house: other, subscriptions: [{}] })
    expect(await codeOf(cancel([...own.lines, ...foreign.lines]))).toBe('otherInstitution')
  })

  it('should not let somebody of another institution or site know that the line exists', async () => {
    const other = await aHouse({ payload, rows: 1, seatsPerRow: 1 })
    const site = await aHouse({ institution: house.institution, payload, rows: 1, seatsPerRow: 1 })
    const file = await aSoldFile({ house, subscriptions: [{}] })
    const as = async (staff: Parameters<typeof aMemberOfStaff>[0]) => {
      const { id } = await aMemberOfStaff(staff)
      const user = await payload.findByID({ id, collection: 'users', depth: 0 })
      return codeOf(
        cancel(file.lines, { req: { user: { ...user, collection: 'users' } as never } }),
      )
    }
    expect(await as({ house: other })).toBe('notFound')
    expect(await as({ house, sites: [site.site] })).toBe('notFound')
    expect(await as({ house, sites: [house.site] })).toBe('done')
  })
})

describe('cancelling at the same time', () => {
  it('should cancel a line once, whoever asks how often', async () => {
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }] })
    const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(cancel(file.lines))))
    expect(answers.sort()).toEqual([...Array(5).fill('conflict'), 'done'])
    expect(await read('orders', { file: file.id, kind: 'cancellation' })).toHaveLength(1)
  })

  it('should see that the last of several free lines has gone', async () => {
    // Amounts of nothing: the file's total does not change, only its status in the end.
    const file = await aSoldFile({
      house,
      subscriptions: Array.from({ length: 4 }, () => ({ amount: 0 })),
    })
    // Numbers taken beforehand, as a batch does: the counter does not make them wait for each other.
    const first = await takeNumbers({ count: 4, key: `order:${house.institution}`, payload })
    await Promise.all(
      file.lines.map((line, i) => cancel([line], { numbers: { order: first + i } })),
    )
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({ status: 'cancelled', total: 0 }),
    ])
  })

  it('should undo everything when the last step fails', async () => {
    const file = await aSoldFile({ house, subscriptions: [{ seat: aSeat() }] })
    // An order number that is taken.
    const [order] = await read('orders', { file: file.id })
    await expect(cancel(file.lines, { numbers: { order: order!.number } })).rejects.toThrow()
    expect(await read('lines', { file: file.id, state: 'cancelled' })).toEqual([])
    expect((await seatsOf(file)).map(({ state }) => state)).toEqual(['sold', 'sold'])
  })
})

import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { BuiltFile, House } from '../helpers/builders'

import { newID, readMany } from '../../src/database/bulk'
import { cancelLines } from '../../src/operations/cancelLines'
import { sellReservation } from '../../src/operations/sellReservation'
import { aHouse, aMemberOfStaff, aReservedFile, aSoldFile, PRICES } from '../helpers/builders'
import { codeOf } from '../helpers/codeOf'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
let house: House
let next = 0

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await aHouse({ payload, rows: 4, seatsPerRow: 10 })
})
afterAll(() => stop())

const aSeat = () => house.seats[next++]!
const full = PRICES.full.first

const sell = (fileIDs: string[], more: Partial<Parameters<typeof sellReservation>[0]> = {}) =>
  sellReservation({ fileIDs, payload, requestedBy: 'public', ...more })
const read = (
  collection: 'files' | 'journal' | 'lines' | 'orders' | 'seat-allocations',
  where: object,
) => readMany({ collection, payload, sort: 'id', where: where as never })
const statesOf = async (file: BuiltFile, collection: 'lines' | 'seat-allocations') => [
  ...new Set((await read(collection, { file: file.id })).map(({ state }) => state)),
]

describe('selling a reservation', () => {
  it('should write a sale of nothing more, and sell its lines and seats', async () => {
    const user = await aMemberOfStaff({ house })
    const file = await aReservedFile({ house, subscriptions: [{ seat: aSeat() }, {}] })
    const [order] = await sell([file.id], { user: { id: user.id, name: 'Casey Kern' } })
    expect(await read('orders', { id: order!.id })).toEqual([
      expect.objectContaining({
        amount: 0,
        cause: 'reservationSold',
        file: file.id,
        kind: 'sale',
        number: order!.number,
        requestedBy: 'public',
        user: user.id,
      }),
    ])
    expect(await statesOf(file, 'lines')).toEqual(['sold'])
    expect(await statesOf(file, 'seat-allocations')).toEqual(['sold'])
    const total = full + PRICES.full.none
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({ balance: total, paid: 0, status: 'sold', total }),
    ])
    expect(await read('journal', { action: 'sell', file: file.id })).toEqual([
      expect.objectContaining({
        after: { balance: total, lines: 2, order: order!.number, paid: 0, status: 'sold', total },
        before: { balance: total, paid: 0, status: 'reserved', total },
        userName: 'Casey Kern',
      }),
    ])
  })

  it('should sell only the named part of it', async () => {
    const file = await aReservedFile({
      house,
      subscriptions: [{ seat: aSeat() }, { seat: aSeat() }],
    })
    await sell([file.id], { lineIDs: [file.lines[0]!] })
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({ status: 'mixed' }),
    ])
    const [sold, reserved] = await read('lines', { file: file.id, kind: 'subscription' })
    expect([sold!.state, reserved!.state]).toEqual(['sold', 'reserved'])
    expect((await statesOf(file, 'seat-allocations')).sort()).toEqual(['reserved', 'sold'])
    await sell([file.id])
    expect(await read('files', { id: file.id })).toEqual([
      expect.objectContaining({ status: 'sold' }),
    ])
  })

  it('should leave what is cancelled cancelled', async () => {
    const file = await aReservedFile({
      house,
      subscriptions: [{ seat: aSeat() }, { seat: aSeat() }],
    })
    await cancelLines({ lineIDs: [file.lines[0]!], payload, requestedBy: 'public' })
    await sell([file.id])
    const [cancelled, sold] = await read('lines', { file: file.id, kind: 'subscription' })
    expect([cancelled!.state, sold!.state]).toEqual(['cancelled', 'sold'])
  })

  it('should sell several files, an order each', async () => {
    const files = [
      await aReservedFile({ house, subscriptions: [{ seat: aSeat() }] }),
      await aReservedFile({ house, subscriptions: [{}] }),
    ]
    const orders = await sell(files.map(({ id }) => id))
    expect(orders.map(({ fileID }) => fileID).sort()).toEqual(files.map(({ id }) => id).sort())
    expect(orders[1]!.number).toBe(orders[0]!.number + 1)
    expect(await sell([])).toEqual([])
  })
})

describe('refusing to sell', () => {
  it('should refuse a file without a reservation, and sell none of the others', async () => {
    const sold = await aSoldFile({ house, subscriptions: [{}] })
    const reserved = await aReservedFile({ house, subscriptions: [{}] })
    expect(await codeOf(sell([reserved.id, sold.id]))).toBe('nothingReserved')
    expect(await statesOf(reserved, 'lines')).toEqual(['reserved'])
  })

  it('should refuse a line that is sold or cancelled already', async () => {
    const file = await aReservedFile({ house, subscriptions: [{}, {}, {}] })
    const [sold, cancelled] = file.lines as [string, string]
    await sell([file.id], { lineIDs: [sold] })
    await cancelLines({ lineIDs: [cancelled], payload, requestedBy: 'public' })
    expect(await codeOf(sell([file.id], { lineIDs: [sold] }))).toBe('conflict')
    expect(await codeOf(sell([file.id], { lineIDs: [cancelled] }))).toBe('conflict')
  })

  it('should refuse what is not there, or is of another file', async () => {
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const other = await aReservedFile({ house, subscriptions: [{}] })
    expect(await codeOf(sell([newID(payload)]))).toBe('notFound')
    expect(await codeOf(sell([file.id], { lineIDs: other.lines }))).toBe('notFound')
  })

  it('should not let somebody of another institution know that the file exists', async () => {
    const neighbour = await aHouse({ payload, rows: 1, seatsPerRow: 1 })
    const { id } = await aMemberOfStaff({ house: neighbour })
    const user = await payload.findByID({ id, collection: 'users', depth: 0 })
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const req = { user: { ...user, collection: 'users' } as never }
    expect(await codeOf(sell([file.id], { req }))).toBe('notFound')
    const foreign = await aReservedFile({ house: neighbour, subscriptions: [{}] })
    expect(await codeOf(sell([file.id, foreign.id]))).toBe('otherInstitution')
  })

  it('should sell a reservation once, whoever asks how often', async () => {
    const file = await aReservedFile({ house, subscriptions: [{ seat: aSeat() }] })
    const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(sell([file.id]))))
    expect(answers.sort()).toEqual(['done', ...Array(5).fill('nothingReserved')])
    expect(await read('orders', { file: file.id })).toHaveLength(2)
  })
})

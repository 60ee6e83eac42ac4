import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { fileTotals, recomputeFiles } from '../../src/operations/fileStatus'
import { verify } from '../../src/operations/verify'
import { aHouse, aReservedFile, aSoldFile, PRICES } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

const state = fc.constantFrom('cancelled', 'charging', 'reserved', 'sold')
const amount = fc.integer({ max: 1_000_000, min: -1_000_000 })

describe('the totals of a file', () => {
  it('should add up orders and what has come in', () => {
    expect(
      fileTotals({
        lines: [],
        orders: [{ amount: 200 }, { amount: 0 }, { amount: -50 }],
        payments: [{ paid: 120 }, { paid: -20 }, { paid: 0 }],
      }),
    ).toMatchObject({ balance: 50, paid: 100, total: 150 })
  })

  it.each([
    ['reserved', ['reserved', 'cancelled']],
    ['sold', ['sold', 'sold']],
    ['charging', ['charging', 'cancelled']],
    ['mixed', ['charging', 'reserved']],
    ['mixed', ['sold', 'reserved']],
    ['cancelled', ['cancelled']],
    ['cancelled', []],
  ])('should be %s when its lines are %j', (status, states) => {
    const lines = states.map((one) => ({ kind: 'subscription', state: one }))
    expect(fileTotals({ lines, orders: [], payments: [] }).status).toBe(status)
  })

  it('should ask subscriptions and fees how far it is sold, not performances', () => {
    const lines = [
      { kind: 'subscription', state: 'sold' },
      { kind: 'performance', state: 'reserved' },
    ]
    expect(fileTotals({ lines, orders: [], payments: [] }).status).toBe('sold')
    const fee = { kind: 'fee', state: 'reserved' }
    expect(fileTotals({ lines: [...lines, fee], orders: [], payments: [] }).status).toBe('mixed')
  })

  it('should owe exactly what is not paid, whatever the ledger', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom('fee', 'subscription'), state })),
        fc.array(fc.record({ amount })),
        fc.array(fc.record({ paid: amount })),
        (lines, orders, payments) => {
          const totals = fileTotals({ lines, orders, payments })
          expect(totals.balance + totals.paid).toBe(totals.total)
          const open = lines.filter((line) => line.state !== 'cancelled')
          expect(totals.status === 'cancelled').toBe(open.length === 0)
        },
      ),
    )
  })
})

describe('recomputing files', () => {
  let payload: Payload
  let stop: () => Promise<void>
  let house: House

  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
    house = await aHouse({ payload })
  })
  afterAll(() => stop())

  const stored = async (id: string) =>
    (await readMany({ collection: 'files', payload, where: { id } }))[0]!

  it('should bring what is stored into step with the ledger', async () => {
    const [first, second] = house.seats
    const sold = await aSoldFile({ house, subscriptions: [{ seat: first }] })
    const reserved = await aReservedFile({ house, subscriptions: [{ seat: second }] })
    await updateMany({
      collection: 'files',
      data: { balance: 1, paid: 2, status: 'mixed', total: 3 },
      payload,
      where: { id: [sold.id, reserved.id] },
    })
    const changes = await recomputeFiles({ fileIDs: [sold.id, reserved.id], payload })
    const full = PRICES.full.first
    expect(await stored(sold.id)).toMatchObject({
      balance: 0,
      paid: full,
      status: 'sold',
      total: full,
    })
    expect(await stored(reserved.id)).toMatchObject({
      balance: full,
      paid: 0,
      status: 'reserved',
      total: full,
    })
    expect(changes.get(sold.id)).toEqual({
      after: { balance: 0, paid: full, status: 'sold', total: full },
      before: { balance: 1, paid: 2, status: 'mixed', total: 3 },
    })
    expect((await verify({ payload })).findings).toEqual([])
  })

  it('should not write what is right already', async () => {
    const { id } = await aSoldFile({ house, subscriptions: [{}] })
    await updateMany({
      collection: 'files',
      data: { updatedAt: '2020-01-01T00:00:00.000Z' },
      payload,
      where: { id },
    })
    const { updatedAt } = await stored(id)
    await recomputeFiles({ fileIDs: [id], payload })
    expect((await stored(id)).updatedAt).toBe(updatedAt)
  })
})

import type { PayloadRequest } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import fc from 'fast-check'

import type { OpenInstalment } from '../../src/operations/payments/coverInstalments'
import type { House } from '../helpers/builders'

import { updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { cancelLines } from '../../src/operations/cancelLines'
import { recomputeFiles } from '../../src/operations/fileStatus'
import { bookPayment } from '../../src/operations/payments/bookPayment'
import {
  coverInstalments,
  PAID_OTHERWISE,
  partsOf,
  uncoverInstalments,
} from '../../src/operations/payments/coverInstalments'
import { recomputePayments } from '../../src/operations/payments/recomputePayments'
import { takeBackPayment } from '../../src/operations/payments/takeBackPayment'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import {
  refuseOthersBookings,
  takeableBack,
} from '../../src/plugins/payments/operations/takeableBack'
import { dayIn } from '../../src/utilities/dayIn'
import { loadNoted } from '../../src/plugins/payments/views/loadNoted'
import { aHouse, aReservedFile, aSoldFile, aTicket, PRICES } from '../helpers/builders'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { aFailedPlan, aFailure, requestOf } from './aFailedPayment'

type Started = Awaited<ReturnType<typeof startPayload>>

const REASON = 'Typed on the wrong file'

let started: Started

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const { one, read } = readerOf(() => started.payload)

describe('a payment that was noted by mistake', () => {
  let house: House
  beforeEach(async () => {
    house = await aHouse({ payload: started.payload, plugins: ['payments'] })
  })
  const book = (fileID: string, amount: number) =>
    bookPayment({ amount, fileID, key: randomUUID(), method: 'cash', payload: started.payload })
  const takeBack = (paymentID: string, req?: PayloadRequest) =>
    takeBackPayment({ payload: started.payload, paymentID, reason: REASON, req })

  it('should be countered, never deleted, and what it had sold be reserved again', async () => {
    const due = PRICES.full.none
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const failure = await aFailure(house, { amount: due, file })
    const first = await book(file.id, 3000)
    await book(file.id, due - 3000)
    expect(await one('files', file.id)).toMatchObject({ balance: 0, status: 'sold' })

    const req = await requestOf(house, 'salesManager')
    const [, told] = (await loadNoted({ file: await one('files', file.id), req })).noted
    expect(told!.title).toMatch(/^CHF.30\.00, Cash, /)
    expect(told!.consequences.join(' ')).toContain('becomes a reservation again')
    // Two at once: it is countered once.
    const answers = await Promise.all([
      codeOf(takeBack(first, req)),
      codeOf(takeBack(first, await requestOf(house, 'accountant'))),
    ])
    expect(answers.sort()).toEqual(['alreadyTakenBack', 'done'])

    expect(await one('files', file.id)).toMatchObject({
      balance: 3000,
      paid: due - 3000,
      status: 'reserved',
    })
    const payments = await read('payments', { file: file.id })
    expect(payments.map(({ amount, paid, state }) => [amount, paid, state])).toEqual([
      [3000, 3000, 'reversed'],
      [due - 3000, due - 3000, 'paid'],
      [-3000, -3000, 'reversed'],
    ])
    expect(payments[2]).toMatchObject({ method: 'cash', refundOf: first })
    const orders = await read('orders', { file: file.id })
    expect(orders.map(({ amount, cause, kind }) => [kind, amount && true, cause])).toEqual([
      ['reservation', true, null],
      ['sale', 0, 'reservationSold'],
      ['reservation', 0, 'bookingTakenBack'],
    ])
    expect(await one('payment-failures', failure.id)).toMatchObject({
      amount: 3000,
      closedAt: null,
      state: 'open',
    })
    const [noted] = await read('journal', { action: 'takeBack', file: file.id })
    expect(noted).toMatchObject({
      after: { amount: -3000, method: 'cash', reason: REASON },
      user: req.user!.id,
    })
    // What is paid after all is sold again.
    await book(file.id, 3000)
    expect(await one('files', file.id)).toMatchObject({ balance: 0, status: 'sold' })
    expect(await one('payment-failures', failure.id)).toMatchObject({ state: 'paid' })
  })

  it('should leave sold what somebody holds a ticket of', async () => {
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const payment = await book(file.id, PRICES.full.none)
    const [performance] = await read('lines', { file: file.id, kind: 'performance' })
    await aTicket({ file, house, line: performance!.id })
    await takeBack(payment)
    expect(await one('files', file.id)).toMatchObject({
      balance: PRICES.full.none,
      status: 'sold',
    })
  })

  const PLAN = [
    [3000, 'paid', null],
    [2500, 'failed', 'declinedForNow'],
    [2500, 'planned', null],
  ]

  it('should give back to a plan what it stood for, in whatever order, and charge nothing by it', async () => {
    const { failure, file, parts, states } = await aFailedPlan(house)
    expect(await states()).toEqual(PLAN)
    const booked = [await book(file.id, 500), await book(file.id, 2000), await book(file.id, 2500)]
    expect(await states()).toEqual([
      PLAN[0],
      [2000, 'cancelled', PAID_OTHERWISE],
      [2500, 'cancelled', PAID_OTHERWISE],
    ])
    expect(await one('payment-failures', failure.id)).toMatchObject({ state: 'paid' })

    await takeBack(booked[0]!)
    expect(await states()).toEqual([
      PLAN[0],
      [500, 'failed', 'declinedForNow'],
      [2500, 'cancelled', PAID_OTHERWISE],
    ])
    expect(await one('payment-failures', failure.id)).toMatchObject({ amount: 500, state: 'open' })
    await takeBack(booked[2]!)
    await takeBack(booked[1]!)
    expect(await states()).toEqual(PLAN)
    expect(await one('payment-failures', failure.id)).toMatchObject({
      amount: 2500,
      cause: 'declinedForNow',
      state: 'open',
    })
    expect(await one('files', file.id)).toMatchObject({ balance: 5000, status: 'sold' })
    // What has failed waits for a person, however long ago its next attempt was due.
    expect(await one('instalments', parts[1].id)).toMatchObject({ nextAttemptAt: null })
  })

  it('should list what fell due meanwhile, charge nobody, and have reminders begin anew', async () => {
    const { failure, file, parts, states } = await aFailedPlan(house, '2026-11-01')
    const payment = await book(file.id, 5000)
    const before = new Date().toISOString()
    await takeBack(payment)
    expect(await states()).toEqual([PLAN[0], PLAN[1], [2500, 'failed', 'bookingTakenBack']])
    expect(await read('payment-failures', { file: file.id, state: 'open' })).toMatchObject([
      { id: failure.id, amount: 2500 },
      { amount: 2500, cause: 'bookingTakenBack', instalment: parts[2].id },
    ])
    const listed = await read('payment-failures', { file: file.id })
    for (const { failedAt } of listed) expect(failedAt >= before).toBe(true)
    await chargeDue({ payload: started.payload })
    expect(await read('charges', { file: file.id })).toEqual([])
    expect(await one('files', file.id)).toMatchObject({ balance: 5000, status: 'sold' })
  })

  it('should list what is owed again beside an instalment that was charged meanwhile', async () => {
    const { failure, file, parts, states } = await aFailedPlan(house)
    const payment = await book(file.id, 500)
    expect(await states()).toEqual([PLAN[0], [2000, 'failed', 'declinedForNow'], PLAN[2]])
    // The rest of it is charged again, and arrives.
    await updateMany({
      collection: 'instalments',
      data: { paidAt: '2026-11-20T10:00:00.000Z', reason: null, state: 'paid' },
      payload: started.payload,
      where: { id: parts[1].id },
    })
    await updateMany({
      collection: 'payment-failures' as 'sites',
      data: { closedAt: '2026-11-20T10:00:00.000Z', state: 'paid' },
      payload: started.payload,
      where: { id: failure.id },
    })
    await inTransaction({
      payload: started.payload,
      work: async (req) => {
        const args = { payload: started.payload, req }
        await recomputePayments({ ...args, paymentIDs: [parts[0].payment] })
        await recomputeFiles({ ...args, fileIDs: [file.id] })
      },
    })
    expect(await one('files', file.id)).toMatchObject({ balance: 2500 })

    await takeBack(payment)
    expect(await states()).toEqual([
      PLAN[0],
      [2000, 'paid', null],
      PLAN[2],
      [500, 'failed', 'bookingTakenBack'],
    ])
    expect(await one('payments', parts[0].payment)).toMatchObject({ amount: 8000, instalments: 4 })
    expect(await one('files', file.id)).toMatchObject({ balance: 3000 })
    expect(await read('payment-failures', { file: file.id, state: 'open' })).toMatchObject([
      { amount: 500, cause: 'bookingTakenBack' },
    ])
    // Noted once more, it stands for that one.
    await book(file.id, 500)
    expect((await states()).at(-1)).toEqual([500, 'cancelled', PAID_OTHERWISE])
    expect(await read('payment-failures', { file: file.id, state: 'open' })).toEqual([])
  })

  it('should open nothing again on a file that was cancelled since, and say so before', async () => {
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const failure = await aFailure(house, { amount: PRICES.full.none, file })
    const payment = await book(file.id, PRICES.full.none)
    const lines = await read('lines', { file: file.id, kind: 'subscription' })
    await cancelLines({
      cause: 'other',
      lineIDs: lines.map(({ id }) => id),
      payload: started.payload,
      requestedBy: 'public',
    })
    const cancelled = await one('files', file.id)
    expect(cancelled).toMatchObject({ balance: -PRICES.full.none, status: 'cancelled' })
    const {
      noted: [told],
    } = await loadNoted({
      file: cancelled,
      req: await requestOf(house, 'administrator'),
    })
    expect(told!.consequences.join(' ')).toContain('The file has been cancelled since')
    await takeBack(payment)
    expect(await one('files', file.id)).toMatchObject({ balance: 0, paid: 0, status: 'cancelled' })
    expect(await one('payment-failures', failure.id)).toMatchObject({ state: 'paid' })
  })

  it('should be refused for what nobody has noted, and for what is out of reach', async () => {
    const file = await aSoldFile({ house, subscriptions: [{}] })
    const [imported] = await read('payments', { file: file.id })
    expect(await codeOf(takeBack(imported!.id))).toBe('notBooked')
    const reserved = await aReservedFile({ house, subscriptions: [{}] })
    const payment = await book(reserved.id, 100)
    const stranger = await aHouse({ payload: started.payload, plugins: ['payments'] })
    expect(await codeOf(takeBack(payment, await requestOf(stranger, 'administrator')))).toBe(
      'notFound',
    )
    const second = await aHouse({ institution: house.institution, payload: started.payload })
    const elsewhere = await requestOf(house, 'administrator', [second.site])
    expect(await codeOf(takeBack(payment, elsewhere))).toBe('notFound')
  })

  it('should be for a cashier to take back on the same day, if it is their own and the last that happened', async () => {
    const cashier = await requestOf(house, 'cashier')
    const note = (fileID: string, req: PayloadRequest) =>
      bookPayment({
        amount: 1000,
        fileID,
        key: randomUUID(),
        method: 'cash',
        payload: started.payload,
        req,
      })
    const isTaken = async (paymentID: string, req: PayloadRequest) => {
      const own = { ...req, transactionID: undefined } as PayloadRequest
      return codeOf(
        inTransaction({
          payload: started.payload,
          req: own,
          work: async (inside) => {
            await refuseOthersBookings({ paymentID, req: inside })
            await takeBack(paymentID, inside)
          },
        }),
      )
    }
    const offered = async (fileID: string, req: PayloadRequest) => {
      const { hasOthers, noted } = await loadNoted({ file: await one('files', fileID), req })
      return { hasOthers, ids: noted.map(({ id }) => id) }
    }
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const first = await note(file.id, cashier)
    const second = await note(file.id, cashier)
    expect(await offered(file.id, cashier)).toEqual({ hasOthers: true, ids: [second] })
    expect(await isTaken(first, cashier)).toBe('takeBackByOthers')
    const colleague = await requestOf(house, 'cashier')
    expect(await offered(file.id, colleague)).toEqual({ hasOthers: true, ids: [] })
    expect(await isTaken(second, colleague)).toBe('takeBackByOthers')
    const timeZone = 'Europe/Zurich'
    const tomorrow = new Date(Date.now() + 24 * 3600_000)
    const later = { fileID: file.id, now: tomorrow, req: cashier, timeZone }
    expect(await takeableBack(later)).toEqual(new Set())
    expect(await isTaken(second, cashier)).toBe('done')
    // It was countered: that has happened since.
    expect(await isTaken(first, cashier)).toBe('takeBackByOthers')
    expect(await isTaken(first, await requestOf(house, 'accountant'))).toBe('done')

    // The sale that the payment itself brought about does not stand in the way; a ticket does.
    const whole = await aReservedFile({ house, subscriptions: [{}] })
    const payment = await bookPayment({
      amount: PRICES.full.none,
      fileID: whole.id,
      key: randomUUID(),
      method: 'cash',
      payload: started.payload,
      req: cashier,
    })
    expect(await one('files', whole.id)).toMatchObject({ status: 'sold' })
    expect(await offered(whole.id, cashier)).toEqual({ hasOthers: false, ids: [payment] })
    const [performance] = await read('lines', { file: whole.id, kind: 'performance' })
    await aTicket({ file: whole, house, line: performance!.id })
    expect(await offered(whole.id, cashier)).toEqual({ hasOthers: true, ids: [] })
    expect(await isTaken(payment, cashier)).toBe('takeBackByOthers')
    expect(await offered(whole.id, await requestOf(house, 'marketing'))).toEqual({
      hasOthers: true,
      ids: [],
    })
  })

  it.each([
    ['2026-09-30T22:00:01Z', 'planned'],
    ['2026-10-01T21:59:59Z', 'planned'],
    ['2026-10-01T22:00:00Z', 'failed'],
  ])('should leave to a person what is late, which nothing is on its own day: %s', (now, state) => {
    const part = {
      id: '1',
      amount: 5000,
      // The first of October in Zurich, from its first moment on.
      dueAt: '2026-09-30T22:00:00.000Z',
      payment: 'p',
      reason: PAID_OTHERWISE,
      state: 'cancelled',
    }
    const { changes } = uncoverInstalments({
      covered: [{ id: '1', by: 5000, reason: null, state: 'planned' }],
      instalments: [part],
      isoDay: (at) => dayIn(at, 'Europe/Zurich'),
      missing: 5000,
      now: new Date(now),
    })
    expect(changes).toMatchObject([{ amount: 5000, state }])
  })

  it('should leave any plan as it was, whatever was noted and taken back in whatever order', () => {
    const now = new Date('2026-11-27T10:00:00Z')
    const aPlan = fc.array(
      fc.record({
        amount: fc.integer({ max: 5000, min: 1 }),
        state: fc.constantFrom('failed', 'planned', 'returned'),
      }),
      { maxLength: 6, minLength: 1 },
    )
    fc.assert(
      fc.property(
        aPlan,
        fc.array(fc.integer({ max: 9000, min: 1 }), { maxLength: 6, minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        (plan, amounts, picks) => {
          const before: OpenInstalment[] = plan.map(({ amount, state }, i) => ({
            id: String(i),
            amount,
            dueAt: `2027-0${i + 1}-01T08:00:00.000Z`,
            payment: 'p',
            reason: state === 'planned' ? null : 'declined',
            state,
          }))
          const parts = before.map((part) => ({ ...part }))
          const isOpen = ({ state }: OpenInstalment) => state !== 'cancelled'
          const sum = () => parts.filter(isOpen).reduce((all, { amount }) => all + amount, 0)
          let due = sum()
          const noted: { amount: number; covered: ReturnType<typeof partsOf> }[] = []
          for (const wanted of amounts) {
            const amount = Math.min(wanted, due)
            if (!amount) continue
            due -= amount
            const cover = coverInstalments(parts.filter(isOpen), sum() - due)
            noted.push({ amount, covered: partsOf(cover) })
            for (const { id } of cover.cancelled)
              Object.assign(parts[Number(id)]!, { reason: PAID_OTHERWISE, state: 'cancelled' })
            if (cover.lowered)
              parts[Number(cover.lowered.instalment.id)]!.amount -= cover.lowered.by
          }
          while (noted.length) {
            const at = picks.next().value! % noted.length
            const [{ amount, covered }] = noted.splice(at, 1) as [(typeof noted)[number]]
            due += amount
            const { changes, others } = uncoverInstalments({
              covered,
              instalments: parts,
              isoDay: (at) => dayIn(at, 'UTC'),
              missing: due - sum(),
              now,
            })
            expect(others).toEqual([])
            for (const { id, ...change } of changes)
              Object.assign(parts[Number(id)]!, {
                amount: change.amount,
                reason: change.reason,
                state: change.state,
              })
            expect(sum()).toBe(due)
          }
          expect(parts).toEqual(before)
        },
      ),
    )
  })
})

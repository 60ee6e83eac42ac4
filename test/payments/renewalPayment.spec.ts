import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { Run } from '../../src/jobs/runs/types'
import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'
import type { Failure } from '../../src/plugins/payments/operations/reminders/standingOf'

import { createLocalReq } from 'payload'

import { insertMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { recomputeFiles } from '../../src/operations/fileStatus'
import { recomputePayments } from '../../src/operations/payments/recomputePayments'
import { recountRuns } from '../../src/operations/payments/runResults'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { standingOf } from '../../src/plugins/payments/operations/reminders/standingOf'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { startUndo } from '../../src/plugins/renewal/operations/startUndo'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { aBatch, finish, start } from '../renewal/aBatch'
import { requestOf } from './aFailedPayment'
import {
  anAutomaticSubscriber,
  aPayingHouse,
  aStoredCard,
  aStoredMandate,
  renewAndCharge as renewIn,
  sendCharges,
} from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'
import { aSoldFile, aSubscriber } from '../helpers/builders'

type Started = Awaited<ReturnType<typeof startPayload>>

let started: Started
let fake: FakeProvider
let house: PayingHouse

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
})
beforeEach(async () => {
  house = await aPayingHouse({ fake, payload: started.payload })
})
afterAll(async () => {
  await started.stop()
  await fake.stop()
})

const { read } = readerOf(() => started.payload)

const renewAndCharge = (changes: Record<string, unknown> = {}) => renewIn(house, changes)

/** Parts last year's payment of a file after the fact, and says how each part came out. */
const planLastYear = async (file: string, states: string[]) => {
  const { payload } = house
  const [payment] = await read('payments', { file })
  const amount = Number(payment!.amount) / states.length
  await inTransaction({
    payload,
    work: async (req) => {
      await insertMany({
        collection: 'instalments',
        docs: states.map((state, i) => ({
          amount,
          attempts: 0,
          contact: payment!.contact,
          dueAt: new Date().toISOString(),
          file,
          index: i + 1,
          instalmentKey: `${payment!.id}:${i + 1}`,
          institution: house.institution,
          paidAt: state === 'paid' ? new Date().toISOString() : null,
          payment: payment!.id,
          site: house.site,
          state,
        })),
        payload,
        req,
      })
      await recomputePayments({ payload, paymentIDs: [payment!.id], req })
      await recomputeFiles({ fileIDs: [file], payload, req })
    },
  })
}

const undo = async (run: Run) => {
  const req = await createLocalReq({}, house.payload)
  return finish(house, await startUndo({ payload: house.payload, req, run }))
}

const chargesOf = async () =>
  (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)

describe('a renewal that is paid by itself', () => {
  it('should sell what the stored card has paid, and have exactly that in the books of the provider', async () => {
    const { alias, payer } = await anAutomaticSubscriber({ house })
    const { counts, rows } = await renewAndCharge()
    expect(counts).toMatchObject({ files: 1, 'reason:sameSeat': 1, sold: 1 })
    expect(counts.charging ?? 0).toBe(0)
    expect(rows).toEqual([
      expect.objectContaining({ outcome: 'sold', payment: 'card', reason: 'sameSeat' }),
    ])
    const [file] = await read('files', { id: rows[0]!.newFile })
    expect(file).toMatchObject({ balance: 0, paid: 21_000, status: 'sold', total: 21_000 })
    expect(await read('payments', { file: file!.id })).toEqual([
      expect.objectContaining({
        alias,
        amount: 21_000,
        contact: payer,
        paid: 21_000,
        state: 'paid',
      }),
    ])
    expect(await chargesOf()).toEqual([
      expect.objectContaining({ amount: 21_000, currency: 'CHF', customer: payer, status: 'paid' }),
    ])
  })

  it('should charge the first of as many instalments as last year, and plan the others', async () => {
    await anAutomaticSubscriber({ house, instalments: 4 })
    const { rows } = await renewAndCharge()
    const parts = await read('instalments', { file: rows[0]!.newFile }, 'index')
    expect(parts.map(({ amount, state }) => [amount, state])).toEqual([
      [5250, 'paid'],
      [5250, 'planned'],
      [5250, 'planned'],
      [5250, 'planned'],
    ])
    expect((await read('files', { id: rows[0]!.newFile }))[0]).toMatchObject({
      balance: 15_750,
      paid: 5250,
      status: 'sold',
    })
  })

  it('should be paid like last year also while the plan of last year goes on', async () => {
    const { file } = await anAutomaticSubscriber({ house, instalments: 3 })
    await planLastYear(file.id, ['paid', 'failed', 'planned'])
    const { rows } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'sold', payment: 'cardInstalments' })
    expect(
      (await read('instalments', { file: rows[0]!.newFile }, 'index')).map(
        ({ amount, state }) => `${amount} ${state}`,
      ),
    ).toEqual(['7000 paid', '7000 planned', '7000 planned'])
  })

  it('should show every decision in a simulation, without a call and without a charge', async () => {
    await anAutomaticSubscriber({ house, instalments: 3 })
    const before = await chargesOf()
    const { rows } = await finish(
      house,
      await start(house, await aBatch(house), { simulation: true }),
    )
    expect(rows[0]).toMatchObject({
      details: {
        label: 'Visa •••• 4242',
        schedule: [{ amount: 7000 }, { amount: 7000 }, { amount: 7000 }],
      },
      newFile: null,
      outcome: 'sold',
      payment: 'cardInstalments',
    })
    expect(await chargesOf()).toEqual(before)
    expect(await read('charges', { institution: house.institution })).toEqual([])
  })

  it('should leave no order at all when the setting is nothing, and say why', async () => {
    const { file, payer } = await anAutomaticSubscriber({ card: 'hard', house })
    const { counts, rows } = await renewAndCharge({ onFailure: 'nothing' })
    expect(counts).toMatchObject({ failed: 1, 'reason:declined': 1 })
    expect(counts.files ?? 0).toBe(0)
    expect(rows[0]).toMatchObject({ newFile: null, outcome: 'failed', reason: 'declined' })
    const season = { season: house.seasons.next.id }
    expect(await read('files', season)).toEqual([])
    expect(await read('lines', season)).toEqual([])
    const [performance] = house.seasons.next.performances
    expect(await read('seat-allocations', { performance })).toEqual([])
    expect(await read('payment-failures', { contact: payer })).toEqual([
      expect.objectContaining({
        amount: 21_000,
        cause: 'declined',
        file: file.id,
        instalment: null,
        state: 'open',
      }),
    ])
    expect(await read('journal', { action: 'chargeFailed', file: file.id })).toHaveLength(1)
    // Nothing stands in the way of another try with another card.
    await aStoredCard({ contact: payer, house })
    const again = await renewAndCharge({ name: 'Again', onFailure: 'nothing' })
    expect(again.counts).toMatchObject({ sold: 1 })
    expect(await read('payment-failures', { contact: payer })).toEqual([
      expect.objectContaining({ state: 'paid' }),
    ])
  })

  it('should make a reservation with the reason and the deadline when the setting is reservation', async () => {
    const { payer } = await anAutomaticSubscriber({ card: 'soft', house, instalments: 2 })
    const { counts, rows, run } = await renewAndCharge({ onFailure: 'reservation' })
    expect(counts).toMatchObject({ files: 1, 'reason:declinedForNow': 1, reserved: 1 })
    const [file] = await read('files', { id: rows[0]!.newFile })
    expect(file).toMatchObject({ balance: 21_000, paid: 0, status: 'reserved' })
    expect(new Date(file!.paymentDeadline).toISOString()).toBe(
      new Date(run.settings.paymentDeadline).toISOString(),
    )
    expect((await read('orders', { file: file!.id })).map(({ kind }) => kind)).toEqual([
      'reservation',
    ])
    expect(
      (await read('instalments', { file: file!.id }, 'index')).map(({ state }) => state),
    ).toEqual(['failed', 'cancelled'])
    expect(await read('payment-failures', { contact: payer })).toEqual([
      expect.objectContaining({ cause: 'declinedForNow', file: file!.id, state: 'open' }),
    ])
  })

  it.each([
    ['expired', 'aliasExpired'],
    ['hard', 'declined'],
    ['needsCustomer', 'needsCustomer'],
    ['none', 'noAlias'],
    ['soft', 'declinedForNow'],
  ] as const)('should tell a card that is %s by the reason %s', async (card, reason) => {
    await anAutomaticSubscriber({ card, house })
    const { rows } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'reserved', reason, seatReason: 'sameSeat' })
  })

  it('should tell an alias that has expired without asking anybody', async () => {
    await anAutomaticSubscriber({ expiry: '12/26', house })
    await started.payload.db.updateMany({
      collection: 'aliases',
      data: { expiresAt: '2020-01-01T00:00:00.000Z' },
      where: { institution: { equals: house.institution } },
    } as never)
    const { rows } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'reserved', reason: 'aliasExpired' })
    expect(await chargesOf()).toEqual([])
  })

  it('should sell by direct debit at once, and make a reservation of it when the bank refuses days later', async () => {
    const payer = await aSubscriber({ house })
    const mandate = await aStoredMandate({
      contact: payer,
      house,
      iban: 'DE35370400440532013002',
    })
    await aSoldFile({
      house,
      payer,
      payment: { mandate, method: 'directDebit' },
      subscriptions: [
        { seat: house.seats[0], shipmentMode: house.shipmentModes.post, subscription: 'automatic' },
      ],
    })
    const { rows, run } = await renewAndCharge()
    const fileID = rows[0]!.newFile
    expect(rows[0]).toMatchObject({ outcome: 'sold', payment: 'directDebit' })
    expect((await read('files', { id: fileID }))[0]).toMatchObject({ paid: 0, status: 'sold' })
    const [charge] = await read('charges', { file: fileID })
    expect(charge).toMatchObject({ state: 'pending' })
    await fake.settle(charge!.reference, 'declined')
    // Its message was lost; it is asked about.
    await sendCharges(house, new Date(Date.now() + 86_400_000))
    await recountRuns({ payload: house.payload })
    expect((await read('files', { id: fileID }))[0]).toMatchObject({
      balance: 21_000,
      status: 'reserved',
    })
    const [row] = await read('run-rows', { run: run.id })
    expect(row).toMatchObject({ outcome: 'reserved' })
    expect((await read('runs', { id: run.id }))[0]!.counts).toMatchObject({ reserved: 1, sold: 0 })
  })

  it('should charge again with the new card, and make a sale of the reservation', async () => {
    const { payer } = await anAutomaticSubscriber({ card: 'expired', house, instalments: 3 })
    const { rows } = await renewAndCharge()
    await aStoredCard({ contact: payer, house })
    const [failure] = await read('payment-failures', { contact: payer })
    await chargeAgain({ failureID: failure!.id, payload: house.payload })
    await expect(
      chargeAgain({ failureID: failure!.id, payload: house.payload }),
    ).rejects.toMatchObject({ data: { code: 'alreadyCharging' } })
    await sendCharges(house)
    expect((await read('files', { id: rows[0]!.newFile }))[0]).toMatchObject({
      balance: 14_000,
      paid: 7000,
      status: 'sold',
    })
    expect((await read('payment-failures', { id: failure!.id }))[0]).toMatchObject({
      state: 'paid',
    })
  })

  it('should charge again in as many parts as last year what was refused without asking anybody', async () => {
    const { payer } = await anAutomaticSubscriber({ expiry: '12/26', house, instalments: 4 })
    await updateMany({
      collection: 'aliases',
      data: { expiresAt: '2020-01-01T00:00:00.000Z' },
      payload: house.payload,
      where: { institution: house.institution },
    })
    // Nothing but instalments is offered here.
    await updateMany({
      collection: 'payment-methods' as 'sites',
      data: { active: false },
      payload: house.payload,
      where: { id: house.methods.card },
    })
    const { rows } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'reserved', reason: 'aliasExpired' })
    const failures = (await read('payment-failures', { contact: payer })) as unknown as Failure[]
    const { id } = failures[0]!
    // That is where a link has the new card stored.
    expect((await standingOf({ failures, payload: house.payload })).get(id)).toMatchObject({
      method: 'cardInstalments',
    })
    await aStoredCard({ contact: payer, house })
    await chargeAgain({ failureID: id, payload: house.payload })
    await sendCharges(house)
    const parts = await read('instalments', { file: rows[0]!.newFile }, 'index')
    expect(parts.map(({ amount, state }) => [amount, state])).toEqual([
      [5250, 'paid'],
      [5250, 'planned'],
      [5250, 'planned'],
      [5250, 'planned'],
    ])
    expect(await chargesOf()).toEqual([expect.objectContaining({ amount: 5250, status: 'paid' })])
  })

  it('should charge again by the mandate that was entered where there was none, and by no card', async () => {
    const payer = await aSubscriber({ house })
    await aStoredCard({ contact: payer, house })
    const another = await aStoredMandate({ contact: payer, house })
    await aSoldFile({
      house,
      payer,
      payment: { instalments: 2, mandateReference: 'LOST', method: 'directDebit' },
      subscriptions: [
        { seat: house.seats[0], shipmentMode: house.shipmentModes.post, subscription: 'automatic' },
      ],
    })
    const { rows } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'reserved', reason: 'noMandate' })
    const req = await requestOf(house, 'cashier')
    const listed = async () => (await loadFailedPayments({ req })).failures[0]!
    expect(await listed()).toMatchObject({ cannotCharge: 'noMandate', mayCharge: false })
    const { id } = await listed()
    const again = () => chargeAgain({ failureID: id, payload: house.payload })
    await expect(again()).rejects.toMatchObject({ data: { code: 'noStoredMeans' } })
    const mandate = await aStoredMandate({ contact: payer, house, iban: 'AT611904300234573201' })
    expect(await listed()).toMatchObject({ cannotCharge: null, mayCharge: true, step: 'charge' })
    await again()
    const [charge] = await read('charges', { file: rows[0]!.newFile })
    expect(charge).toMatchObject({ alias: null, amount: 10_500, mandate })
    expect(mandate).not.toBe(another)
    await sendCharges(house)
    await fake.settle(charge!.reference, 'paid')
    await sendCharges(house, new Date(Date.now() + 86_400_000))
    expect((await read('files', { id: rows[0]!.newFile }))[0]).toMatchObject({
      balance: 10_500,
      status: 'sold',
    })
  })
})

describe('undoing a renewal that was to be paid by itself', () => {
  it('should take back what was planned, with its fees', async () => {
    house = await aPayingHouse({
      fake,
      method: { feePerOrder: 500, firstAfterDays: 30, firstDue: 'afterDays' },
      payload: started.payload,
    })
    await anAutomaticSubscriber({ house, instalments: 2 })
    const { rows, run } = await renewAndCharge()
    const where = { file: rows[0]!.newFile }
    expect((await read('files', { id: where.file }))[0]).toMatchObject({
      balance: 21_500,
      status: 'sold',
    })
    expect((await undo(run)).counts).toMatchObject({ undone: 1 })
    expect((await read('files', { id: where.file }))[0]).toMatchObject({
      balance: 0,
      status: 'cancelled',
    })
    for (const collection of ['instalments', 'lines', 'payments'])
      for (const { state } of await read(collection, where)) expect(state).toBe('cancelled')
    expect((await renewAndCharge({ name: 'Again' })).counts).toMatchObject({ sold: 1 })
  })

  it('should take back the reservation that a declined card has left', async () => {
    const { payer } = await anAutomaticSubscriber({ card: 'hard', house })
    const { rows, run } = await renewAndCharge()
    expect(rows[0]).toMatchObject({ outcome: 'reserved', reason: 'declined' })
    expect((await undo(run)).counts).toMatchObject({ undone: 1 })
    expect((await read('files', { id: rows[0]!.newFile }))[0]!.status).toBe('cancelled')
    expect((await read('payment-failures', { contact: payer }))[0]!.state).not.toBe('open')
  })

  it('should keep what is paid, and what is still under way', async () => {
    await anAutomaticSubscriber({ house })
    const payer = await aSubscriber({ house })
    const mandate = await aStoredMandate({ contact: payer, house })
    await aSoldFile({
      house,
      payer,
      payment: { mandate, method: 'directDebit' },
      subscriptions: [
        { seat: house.seats[1], shipmentMode: house.shipmentModes.post, subscription: 'automatic' },
      ],
    })
    const { run } = await renewAndCharge()
    expect((await undo(run)).counts).toMatchObject({
      kept: 2,
      'reason:touchedPaid': 1,
      'reason:touchedPending': 1,
    })
  })
})

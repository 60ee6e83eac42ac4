import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'

import { readMany } from '../../src/database/bulk'
import { runLane } from '../../src/jobs/runs/runLane'
import { recountRuns } from '../../src/operations/payments/runResults'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { startPayload } from '../helpers/startPayload'
import { aBatch, finish, start } from '../renewal/aBatch'
import {
  anAutomaticSubscriber,
  aPayingHouse,
  aStoredCard,
  aStoredMandate,
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

const read = (collection: string, where: object, sort?: string) =>
  readMany({
    collection: collection as 'sites',
    payload: started.payload,
    sort,
    where: where as never,
  })

/** Renews with the charges sent while the run waits for them. */
const renewAndCharge = async (changes: Record<string, unknown> = {}) => {
  const runID = await start(house, await aBatch(house, changes))
  const ended = new AbortController()
  const lane = runLane({ payload: house.payload, runID }).finally(() => ended.abort())
  while (!ended.signal.aborted) {
    await sendCharges(house)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await lane
  await recountRuns({ payload: house.payload })
  return finish(house, runID)
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
})

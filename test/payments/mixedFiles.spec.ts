import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import type { Row } from '../../src/database/bulk'
import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'

import { updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { cardDeclinedFrom } from '../../src/fake-provider/testMeans'
import { bookPayment } from '../../src/operations/payments/bookPayment'
import { reserveInstead } from '../../src/operations/payments/settleSale'
import { sellReservation } from '../../src/operations/sellReservation'
import { verify } from '../../src/operations/verify'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { standingOf } from '../../src/plugins/payments/operations/reminders/standingOf'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { requestOf } from './aFailedPayment'
import {
  aDebitedSubscriber,
  anAutomaticSubscriber,
  aPayingHouse,
  aStoredCard,
  CARDS,
  renewAndCharge,
  renewOnly,
  sendCharges,
} from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'

type Started = Awaited<ReturnType<typeof startPayload>>

const DAY_MS = 86_400_000
/** What either subscription of the file costs. */
const PRICE = 21_000

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

const { one, read } = readerOf(() => started.payload)

const chargesOf = async () =>
  (await fake.ledger()).charges.filter(
    ({ merchant, status }) => merchant === house.code && status === 'paid',
  )

/** The new file of the next season, and its subscriptions by kind. */
const renewed = async () => {
  const [file] = await read('files', { season: house.seasons.next.id })
  const lines = await read('lines', { file: file!.id, kind: 'subscription' })
  const of = (subscription: 'automatic' | 'seated') =>
    lines.find((line) => line.subscription === house.seasons.next.subscriptions[subscription])
  return { automatic: of('automatic'), file: file!, other: of('seated') }
}

const statesOf = async () => {
  const { automatic, file, other } = await renewed()
  return [file.status, automatic?.state, other?.state]
}

const failuresOf = (where: object = { state: ['charging', 'open'] }) =>
  read('payment-failures', { institution: house.institution, ...where }, 'failedAt')

const again = (failureID: string) => codeOf(chargeAgain({ failureID, payload: started.payload }))

const aSoundLedger = async () =>
  expect((await verify({ payload: started.payload })).findings).toEqual([])

describe('a file that is partly charged and partly reserved', () => {
  it.each([
    ['was declined', 'expired'],
    ['could not be charged', 'none'],
  ] as const)('should be charged again for what %s only', async (_what, card) => {
    // A reservation costs no fee of the payment.
    house = await aPayingHouse({ fake, method: { feePerOrder: 500 }, payload: started.payload })
    const { payer } = await anAutomaticSubscriber({ beside: 1, card, house, instalments: 3 })
    await renewAndCharge(house)
    expect(await statesOf()).toEqual(['reserved', 'reserved', 'reserved'])
    const [failure] = await failuresOf()
    const claimed = async () =>
      (await standingOf({ failures: (await failuresOf()) as never, payload: started.payload })).get(
        failure!.id,
      )
    expect(await claimed()).toMatchObject({ amount: PRICE, state: 'owed' })
    await aStoredCard({ contact: payer, house })
    expect(await again(failure!.id)).toBe('done')
    expect(await again(failure!.id)).toBe('alreadyCharging')
    await sendCharges(house)
    expect(await statesOf()).toEqual(['mixed', 'sold', 'reserved'])
    const { file } = await renewed()
    const charged = (await chargesOf()).reduce((sum, { amount }) => sum + amount, 0)
    expect(file).toMatchObject({ balance: 2 * PRICE - charged, paid: charged })
    expect((await one('payment-failures', failure!.id)).state).toBe('paid')
    await chargeDue({ now: new Date(Date.now() + 90 * DAY_MS), payload: started.payload })
    await sendCharges(house)
    const all = await chargesOf()
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(PRICE)
    // The other one is paid by its owner, at the counter.
    await bookPayment({
      amount: PRICE,
      fileID: file.id,
      key: randomUUID(),
      method: 'cash',
      payload: started.payload,
    })
    expect(await statesOf()).toEqual(['sold', 'sold', 'sold'])
    await aSoundLedger()
  })

  /** The automatic one is sold in three parts of which two have failed, each with an entry; a good card is stored since. */
  const aFailedPlan = async () => {
    const { payer } = await anAutomaticSubscriber({
      beside: 1,
      card: 'none',
      house,
      instalments: 3,
    })
    await aStoredCard({ contact: payer, house, number: cardDeclinedFrom(2) })
    await renewAndCharge(house)
    expect(await statesOf()).toEqual(['mixed', 'sold', 'reserved'])
    await chargeDue({ now: new Date(Date.now() + 70 * DAY_MS), payload: started.payload })
    await sendCharges(house)
    await aStoredCard({ contact: payer, house })
    const failures = await failuresOf()
    expect(failures.map(({ amount }) => amount)).toEqual([7000, 7000])
    return failures as [Row, Row]
  }
  const sumOfCharges = async () => (await chargesOf()).reduce((sum, { amount }) => sum + amount, 0)

  it('should be charged for each failed instalment of what is sold, once', async () => {
    const failures = await aFailedPlan()
    const claims = await standingOf({ failures: failures as never, payload: started.payload })
    expect([...claims.values()].map(({ amount }) => amount)).toEqual([7000, 7000])
    for (const { id } of failures) expect(await again(id)).toBe('done')
    for (const { id } of failures) expect(await again(id)).toBe('alreadyCharging')
    await sendCharges(house)
    expect(await sumOfCharges()).toBe(PRICE)
    expect(await statesOf()).toEqual(['mixed', 'sold', 'reserved'])
    expect(await failuresOf()).toEqual([])
    await aSoundLedger()
  })

  it('should be planned anew once, for all that failed, when it has become a reservation', async () => {
    const [first, second] = await aFailedPlan()
    await inTransaction({
      payload: started.payload,
      work: (req) =>
        reserveInstead({
          deadline: new Date(Date.now() + 30 * DAY_MS).toISOString(),
          fileID: first.file,
          key: first.id,
          payload: started.payload,
          paymentID: first.payment,
          reason: 'declined',
          req,
        }),
    })
    expect(await statesOf()).toEqual(['reserved', 'reserved', 'reserved'])
    // One of them is at the bank: what it takes is not planned once more.
    const become = (state: string) =>
      updateMany({
        collection: 'instalments',
        data: { state },
        payload: started.payload,
        where: { id: second.instalment },
      })
    await become('pending')
    expect(await again(first.id)).toBe('alreadyCharging')
    await become('failed')
    const req = await requestOf(house, 'cashier')
    const offered = async () =>
      (await loadFailedPayments({ req })).failures.filter(({ mayCharge }) => mayCharge).length
    expect(await offered()).toBe(2)
    const answers = await Promise.all([again(first.id), again(second.id)])
    expect(answers.sort()).toEqual(['done', 'nothingDue'])
    expect(await offered()).toBe(0)
    await sendCharges(house)
    expect(await statesOf()).toEqual(['mixed', 'sold', 'reserved'])
    await chargeDue({ now: new Date(Date.now() + 90 * DAY_MS), payload: started.payload })
    await sendCharges(house)
    expect(await sumOfCharges()).toBe(PRICE)
    expect(await failuresOf()).toEqual([])
    expect((await renewed()).file).toMatchObject({ balance: PRICE, paid: PRICE })
    await aSoundLedger()
  })

  it('should not be charged for later parts while the first is not paid', async () => {
    const { payer } = await anAutomaticSubscriber({
      beside: 1,
      card: 'none',
      house,
      instalments: 3,
    })
    await renewAndCharge(house)
    await aStoredCard({ contact: payer, house, number: CARDS.hard })
    const [failure] = await failuresOf()
    expect(await again(failure!.id)).toBe('done')
    await sendCharges(house)
    const { file, other } = await renewed()
    await sellReservation({
      fileIDs: [file.id],
      lineIDs: [other!.id],
      payload: started.payload,
      requestedBy: 'public',
    })
    expect(await statesOf()).toEqual(['mixed', 'reserved', 'sold'])
    const tried = () => read('charges', { institution: house.institution })
    expect(await tried()).toHaveLength(1)
    await chargeDue({ now: new Date(Date.now() + 90 * DAY_MS), payload: started.payload })
    expect(await tried()).toHaveLength(1)
  })

  const bookCash = async () =>
    bookPayment({
      amount: PRICE,
      fileID: (await renewed()).file.id,
      key: randomUUID(),
      method: 'cash',
      payload: started.payload,
    })

  it('should keep what was paid for the other one when nothing is to be made of a charge that is declined', async () => {
    const { file: origin, payer } = await anAutomaticSubscriber({ beside: 1, card: 'hard', house })
    await renewOnly(house, { onFailure: 'nothing' })
    expect(await statesOf()).toEqual(['mixed', 'charging', 'reserved'])
    await bookCash()
    expect(await statesOf()).toEqual(['mixed', 'charging', 'sold'])
    await sendCharges(house)
    expect(await statesOf()).toEqual(['sold', undefined, 'sold'])
    const { file } = await renewed()
    expect(file).toMatchObject({ balance: 0, paid: PRICE, total: PRICE })
    expect(await read('payments', { file: file.id })).toMatchObject([
      { method: 'cash', paid: PRICE },
    ])
    expect(await read('instalments', { file: file.id })).toEqual([])
    expect(await failuresOf({ contact: payer })).toMatchObject([
      { file: origin.id, payment: null, state: 'open' },
    ])
    await aSoundLedger()
  })

  it('should still count as made when only the charged part of it came to nothing', async () => {
    const { file: origin } = await anAutomaticSubscriber({ beside: 1, card: 'hard', house })
    const { counts, rows } = await renewAndCharge(house, { onFailure: 'nothing' })
    expect(counts).toMatchObject({ failed: 1, files: 1, reserved: 1 })
    const { file } = await renewed()
    expect(rows.map(({ newFile, outcome }) => [outcome, newFile]).sort()).toEqual([
      ['failed', null],
      ['reserved', file.id],
    ])
    expect(await failuresOf()).toMatchObject([{ file: origin.id }])
    await aSoundLedger()
  })

  it.each([
    ['alone', undefined],
    ['beside a reservation', 1],
  ] as const)(
    'should collect no more of a direct debit that the bank rejects, %s, and be renewed anew',
    async (_how, beside) => {
      const { file: origin, payer } = await aDebitedSubscriber({
        beside,
        house,
        iban: 'DE35370400440532013002',
        instalments: 3,
      })
      await renewAndCharge(house, { onFailure: 'nothing' })
      const reserved = beside && 'reserved'
      expect(await statesOf()).toEqual([beside ? 'mixed' : 'sold', 'sold', reserved])
      const { file } = await renewed()
      const [charge] = await read('charges', { file: file.id })
      await fake.settle(charge!.reference, 'declined')
      await sendCharges(house, new Date(Date.now() + DAY_MS))
      expect(await statesOf()).toEqual([beside ? 'reserved' : 'cancelled', 'cancelled', reserved])
      const parts = await read('instalments', { file: file.id }, 'index')
      expect(parts.map(({ state }) => state)).toEqual(['failed', 'cancelled', 'cancelled'])
      await chargeDue({ now: new Date(Date.now() + 90 * DAY_MS), payload: started.payload })
      expect(await read('charges', { institution: house.institution })).toHaveLength(1)
      expect(await one('charges', charge!.id)).toMatchObject({ file: file.id, state: 'declined' })
      expect(await failuresOf()).toMatchObject([
        { contact: payer, file: origin.id, instalment: null, payment: null, state: 'open' },
      ])
      await aSoundLedger()

      // Staff can close it, or the next run goes on with the same entry.
      const req = await requestOf(house, 'cashier')
      expect((await loadFailedPayments({ req })).failures).toMatchObject([
        { mayCharge: false, mayClose: true },
      ])
      await renewAndCharge(house, { name: 'Again', onFailure: 'nothing' })
      const [next] = await read('charges', { institution: house.institution, state: 'pending' })
      await fake.settle(next!.reference, 'paid')
      await sendCharges(house, new Date(Date.now() + DAY_MS))
      expect(await failuresOf({})).toMatchObject([{ file: next!.file, state: 'paid' }])
    },
  )

  it.each([
    ['nothing', 'sold', 'cancelled'],
    ['reservation', 'mixed', 'reserved'],
  ] as const)(
    'should keep sold what was paid at the counter when a bank rejects the rest: %s',
    async (onFailure, status, state) => {
      const iban = 'DE35370400440532013002'
      await aDebitedSubscriber({ beside: 1, house, iban, instalments: 3 })
      await renewAndCharge(house, { onFailure })
      await bookCash()
      expect(await statesOf()).toEqual(['sold', 'sold', 'sold'])
      const [charge] = await read('charges', { institution: house.institution })
      await fake.settle(charge!.reference, 'declined')
      await sendCharges(house, new Date(Date.now() + DAY_MS))
      expect(await statesOf()).toEqual([status, state, 'sold'])
      expect((await renewed()).file).toMatchObject({
        balance: state === 'reserved' ? PRICE : 0,
        paid: PRICE,
      })
      await aSoundLedger()
      if (state === 'cancelled') return

      // It is planned anew, and sold when the bank pays.
      const [failure] = await failuresOf()
      expect(await again(failure!.id)).toBe('done')
      const planned = await read('instalments', {
        file: failure!.file,
        state: ['pending', 'planned'],
      })
      expect(planned.reduce((sum, { amount }) => sum + amount, 0)).toBe(PRICE)
      await sendCharges(house)
      const [next] = await read('charges', { institution: house.institution, state: 'pending' })
      await fake.settle(next!.reference, 'paid')
      await sendCharges(house, new Date(Date.now() + DAY_MS))
      expect(await statesOf()).toEqual(['sold', 'sold', 'sold'])
      await aSoundLedger()
    },
  )
})

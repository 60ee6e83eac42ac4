import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import type { Row } from '../../src/database/bulk'
import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'

import { closeFailure } from '../../src/plugins/payments/operations/closeFailure'
import { refundPayment } from '../../src/plugins/payments/operations/refundPayment'
import { fakeKind } from '../../src/plugins/payments/providers/fake'
import { loadRefundable } from '../../src/plugins/payments/views/loadRefundable'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { engine } from '../helpers/testDatabase'
import { startLane } from '../renewal/startLane'
import { requestOf } from './aFailedPayment'
import { anAutomaticSubscriber, aPayingHouse, renewOnly, sendCharges } from './aPayingHouse'
import { receiveFor } from './receiveFor'
import { startFakeProvider } from './startFakeProvider'

type Started = Awaited<ReturnType<typeof startPayload>>

let started: Started
let fake: FakeProvider

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
})
afterAll(async () => {
  await started.stop()
  await fake.stop()
})

const { one, read } = readerOf(() => started.payload)

describe('a refund', () => {
  let house: PayingHouse
  beforeEach(async () => {
    house = await aPayingHouse({ fake, payload: started.payload, timeoutMS: 500 })
  })
  const ownRefunds = async () =>
    (await fake.ledger()).refunds.filter(({ merchant }) => merchant === house.code)
  /** Somebody renewed and paid by card. @returns the charge, sent and paid */
  const aPaidCharge = async () => {
    await anAutomaticSubscriber({ house })
    const { id } = await renewOnly(house)
    await sendCharges(house)
    return one('charges', id)
  }
  const refund = async (charge: Row, amount: number, key = randomUUID()) =>
    refundPayment({
      amount,
      chargeID: charge.id,
      key,
      payload: house.payload,
      req: await requestOf(house, 'salesManager'),
    })
  /** What the provider tells of a charge or refund by a webhook. */
  const tell = (
    { kind, providerID, reference }: Row,
    status: 'declined' | 'paid' | 'returned',
    more = {},
  ) => receiveFor(house, { kind, providerID, reference, status, ...more })
  const offered = async (file: string) =>
    (
      await loadRefundable({
        file: { id: file, site: house.site },
        req: await requestOf(house, 'accountant'),
      })
    ).map(({ id, left }) => [id, left])
  const failuresOf = async (file: string) =>
    (await read('payment-failures', { file }, 'failedAt')).map(({ amount, cause, state }) => [
      amount,
      cause,
      state,
    ])
  /** Beside the entry of the renewal that came to nothing. */
  const lateOf = async ({ file }: Row) =>
    (await failuresOf(file)).filter(([, cause]) => cause !== 'declined')
  /** A renewal that was declined, came to nothing, and was paid after all. @returns the charge */
  const aLateCharge = async () => {
    await anAutomaticSubscriber({ house })
    const charge = await renewOnly(house, { onFailure: 'nothing' })
    const { reference } = charge
    await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
    // The provider has taken it, and nobody knows yet.
    await sendCharges(house)
    const [taken] = (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)
    const known = { ...charge, providerID: taken!.id }
    await tell(known, 'declined')
    await tell(known, 'paid')
    expect(await one('charges', charge.id)).toMatchObject({
      payment: null,
      reason: 'paidTooLate',
      state: 'paid',
    })
    return one('charges', charge.id)
  }

  /** Every place before and after the sending; on MongoDB the one where it has left and nobody knows. */
  it.each(
    engine === 'sqlite'
      ? ['afterClaim', 'beforeSend', 'afterSend', 'beforeCommit', 'afterSettle']
      : ['afterSend'],
  )(
    'should go back once when the power fails at outbox:%s',
    async (point) => {
      const charge = await aPaidCharge()
      const id = await refund(charge, 5000)
      const worker = await startLane({
        crashAt: `outbox:${point}`,
        program: 'chargeWorker',
        runID: charge.run,
        uri: started.uri,
      })
      // It ends there and says nothing: a place that is never passed would be no test.
      expect(await worker.ended).toBeNull()
      const limit = Date.now() + 45_000
      while ((await one('charges', id)).state !== 'paid' && Date.now() < limit) {
        await sendCharges(house)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      expect(await one('charges', id)).toMatchObject({ kind: 'refund', state: 'paid' })
      expect(await ownRefunds()).toMatchObject([{ amount: 5000, status: 'paid' }])
      expect(await one('files', charge.file)).toMatchObject({ paid: Number(charge.amount) - 5000 })
    },
    60_000,
  )

  it('should be pending while nobody knows the answer, and count once it is there', async () => {
    await anAutomaticSubscriber({ house })
    const { id: chargeID, file } = await renewOnly(house)
    await sendCharges(house)
    const req = await requestOf(house, 'accountant')
    expect(await loadRefundable({ file: { id: file, site: house.site }, req })).toMatchObject([
      { id: chargeID, isByFile: false, isTooLate: false, left: 21_000 },
    ])
    const key = randomUUID()
    const refund = () => refundPayment({ amount: 5000, chargeID, key, payload: house.payload, req })
    // The same click twice, and its answer lost.
    const ids = await Promise.all([refund(), refund()])
    const [refundID] = ids
    expect(new Set([...ids, await refund()]).size).toBe(1)
    const { payment, reference } = await one('charges', refundID)
    await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
    await sendCharges(house)
    expect(await one('payments', payment)).toMatchObject({ paid: 0, state: 'pending' })
    expect(await one('files', file)).toMatchObject({ balance: 0, paid: 21_000 })
    expect(await loadRefundable({ file: { id: file, site: house.site }, req })).toMatchObject([
      { left: 16_000 },
    ])

    for (let i = 1; i < 5 && (await one('charges', refundID)).state !== 'paid'; i++)
      await sendCharges(house, new Date(Date.now() + i * 120_000))
    expect(await one('payments', payment)).toMatchObject({ paid: -5000, state: 'refunded' })
    expect(await one('files', file)).toMatchObject({ balance: 5000, paid: 16_000 })
    expect((await ownRefunds()).map(({ amount }) => amount)).toEqual([5000])
    const noted = await read('journal', { action: 'refund', file }, 'createdAt')
    expect(noted.map(({ after, user }) => [after.amount, after.state, Boolean(user)])).toEqual([
      [-5000, 'pending', true],
      [-5000, 'refunded', false],
    ])
  })

  it('should be asked about with the charge that it gives back', async () => {
    const charge = await aPaidCharge()
    const { reference } = await one('charges', await refund(charge, 5000))
    await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
    const { open } = fakeKind
    const asked: unknown[] = []
    fakeKind.open = (args) => {
      const provider = open(args)
      return {
        ...provider,
        lookup: (about) => {
          if (about.reference === reference) asked.push([about.kind, about.chargeID])
          return provider.lookup(about)
        },
      }
    }
    try {
      await sendCharges(house)
      await sendCharges(house, new Date(Date.now() + 120_000))
    } finally {
      fakeKind.open = open
    }
    expect(charge.providerID).toEqual(expect.any(String))
    expect(asked).toEqual([['refund', charge.providerID]])
  })

  it('should not be sent when the bank has taken the money back before', async () => {
    const charge = await aPaidCharge()
    const id = await refund(charge, 21_000)
    await tell(charge, 'returned')
    await sendCharges(house)
    expect(await one('charges', id)).toMatchObject({ reason: 'returned', state: 'declined' })
    expect(await ownRefunds()).toEqual([])
    expect(await one('files', charge.file)).toMatchObject({ balance: 21_000, paid: 0 })
    // What is owed is on the list, and no refund that somebody would make up for.
    expect(await failuresOf(charge.file)).toEqual([[21_000, 'returned', 'open']])
    expect(await offered(charge.file)).toEqual([])
  })

  it('should count no more when it comes back after all, and be settled by the next', async () => {
    const charge = await aPaidCharge()
    const id = await refund(charge, 5000)
    await sendCharges(house)
    const sent = await one('charges', id)
    expect(sent).toMatchObject({ state: 'paid' })
    await tell(sent, 'declined', { decline: 'hard' })
    await tell(sent, 'declined', { decline: 'hard' })
    await tell(sent, 'paid')
    expect(await one('charges', id)).toMatchObject({ state: 'returned' })
    expect(await one('payments', sent.payment)).toMatchObject({ paid: 0, state: 'failed' })
    expect(await one('files', charge.file)).toMatchObject({ balance: 0, paid: 21_000 })
    expect(await failuresOf(charge.file)).toEqual([[5000, 'refundRefused', 'open']])
    expect(await offered(charge.file)).toEqual([[charge.id, 21_000]])

    await refund(charge, 2000)
    await sendCharges(house)
    expect(await failuresOf(charge.file)).toEqual([[3000, 'refundRefused', 'open']])
    await refund(charge, 3000)
    await sendCharges(house)
    expect(await failuresOf(charge.file)).toMatchObject([
      [expect.any(Number), 'refundRefused', 'closed'],
    ])
    expect(await one('files', charge.file)).toMatchObject({ balance: 5000, paid: 16_000 })
  })

  it('should not be believed to have arrived when that is older news than its refusal', async () => {
    const charge = await aPaidCharge()
    const id = await refund(charge, 5000)
    const { reference } = await one('charges', id)
    await fake.script({ fault: 'timeoutBefore', how: 'cut', match: { reference }, times: 1 })
    await sendCharges(house)
    const sent = { ...(await one('charges', id)), providerID: 're_1' }
    const at = (second: number) => ({ occurredAt: `2026-10-01T10:00:0${second}.000Z` })
    await tell(sent, 'declined', { decline: 'hard', ...at(2) })
    await tell(sent, 'paid', at(1))
    expect(await one('charges', id)).toMatchObject({ state: 'declined' })
    expect(await failuresOf(charge.file)).toEqual([[5000, 'refundRefused', 'open']])
    await tell(sent, 'paid', at(3))
    expect(await one('charges', id)).toMatchObject({ state: 'paid' })
  })

  it('should take one key for one amount', async () => {
    const charge = await aPaidCharge()
    const key = randomUUID()
    const id = await refund(charge, 1000, key)
    expect(await refund(charge, 1000, key)).toBe(id)
    expect(await codeOf(refund(charge, 2000, key))).toBe('conflict')
    expect((await read('charges', { refundOf: charge.id })).map(({ amount }) => amount)).toEqual([
      1000,
    ])
  })

  it('should give back what came too late beside the ledger, and settle its entry', async () => {
    const charge = await aLateCharge()
    const before = await one('files', charge.file)
    expect(await offered(charge.file)).toEqual([[charge.id, 21_000]])
    for (const amount of [1000, 20_000]) {
      await refund(charge, amount)
      await sendCharges(house)
      expect(await lateOf(charge)).toMatchObject([
        amount === 1000
          ? [20_000, 'paidTooLate', 'open']
          : [expect.any(Number), 'paidTooLate', 'closed'],
      ])
    }
    expect((await ownRefunds()).map(({ amount }) => amount).sort()).toEqual([1000, 20_000])
    expect(await one('files', charge.file)).toMatchObject({
      balance: before.balance,
      paid: before.paid,
    })
  })

  it('should keep one entry for what came too late, when its refund is refused at once or after all', async () => {
    const charge = await aLateCharge()
    await fake.script({ fault: 'hard', match: { kind: 'refund' }, times: 1 })
    const refused = await refund(charge, 21_000)
    await sendCharges(house)
    expect(await one('charges', refused)).toMatchObject({ state: 'declined' })
    expect(await lateOf(charge)).toEqual([[21_000, 'paidTooLate', 'open']])

    const id = await refund(charge, 21_000)
    await sendCharges(house)
    expect(await lateOf(charge)).toMatchObject([[expect.any(Number), 'paidTooLate', 'closed']])
    await tell(await one('charges', id), 'declined', { decline: 'hard' })
    expect(await lateOf(charge)).toEqual([[21_000, 'paidTooLate', 'open']])
  })

  it('should not be made of what a person says went back in another way', async () => {
    const charge = await aLateCharge()
    const [entry] = await read('payment-failures', { cause: 'paidTooLate', file: charge.file })
    const req = await requestOf(house, 'accountant')
    const close = () =>
      closeFailure({
        failureID: entry!.id,
        payload: house.payload,
        reason: 'Transferred on Monday',
        req,
      })
    // Nobody transfers what may be on its way already.
    await fake.script({ fault: 'hard', match: { kind: 'refund' }, times: 1 })
    await refund(charge, 21_000)
    expect(await codeOf(close())).toBe('refundUnderWay')
    await sendCharges(house)
    await close()
    expect(await offered(charge.file)).toEqual([])
    expect(await codeOf(refund(charge, 21_000))).toBe('conflict')
    await sendCharges(house)
    expect((await ownRefunds()).map(({ status }) => status)).toEqual(['failed'])
    // The bank taking it back changes nothing that was settled by a person.
    await tell(charge, 'returned')
    expect(await lateOf(charge)).toMatchObject([[expect.any(Number), 'paidTooLate', 'closed']])
  })
})

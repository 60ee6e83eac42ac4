import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/builders'

import { countMany, readMany } from '../../src/database/bulk'
import { storeMandates } from '../../src/operations/payments/storedMeans'
import { aHouse, aReservedFile, aSoldFile, aSubscriber, aTicket } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { CREDITOR } from '../payments/aDebitHouse'
import { aBatch, finish, renew, start, stopRenewal } from './aBatch'
import { createLocalReq } from 'payload'

type Started = Awaited<ReturnType<typeof startPayload>>

let started: Started
const house = (): Promise<House> =>
  aHouse({ payload: started.payload, plugins: ['renewal', 'payments'] })

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const fileOf = (id: string) =>
  readMany({ collection: 'files', payload: started.payload, where: { id } }).then(([file]) => file!)

describe('a renewal', () => {
  it('should reserve a subscription without automatic renewal on the same seat at the new price, with a deadline', async () => {
    const own = await house()
    const file = await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'seated' }],
    })
    const { counts, rows } = await renew(own)
    expect(counts).toMatchObject({ files: 1, 'reason:sameSeat': 1, reserved: 1 })
    expect(rows[0]).toMatchObject({
      fileNumber: file.number,
      outcome: 'reserved',
      priceAfter: 21_000,
      priceBefore: 20_000,
      reason: 'sameSeat',
      seatAfter: own.seats[0]!.label,
      seatBefore: own.seats[0]!.label,
    })
    const fresh = await fileOf(rows[0]!.newFile)
    expect(fresh).toMatchObject({
      balance: 21_000,
      paid: 0,
      payer: file.payer,
      status: 'reserved',
      total: 21_000,
    })
    expect(new Date(fresh.paymentDeadline).getTime()).toBeGreaterThan(Date.now())
  })

  it('should load the card that is there, and none where nobody knows which of several', async () => {
    const own = await house()
    for (const cards of [1, 2]) {
      const file = await aSoldFile({
        house: own,
        subscriptions: [
          {
            seat: own.seats[cards],
            shipmentMode: own.shipmentModes.newCard,
            subscription: 'seated',
          },
        ],
      })
      for (let i = 0; i < cards; i++)
        await aTicket({ file, house: own, line: file.lines[0]!, medium: 'card' })
    }
    const { rows } = await renew(own)
    expect(rows.map(({ shipmentMode }) => shipmentMode)).toEqual(['Load on existing card', 'Post'])
  })

  it('should take the error behaviour for automatic ones where nothing can be charged', async () => {
    const own = await house()
    await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'automatic' }],
    })
    const nothing = await renew(own, { onFailure: 'nothing' })
    expect(nothing.counts).toMatchObject({ failed: 1, 'reason:noChargeableMethod': 1 })
    expect(nothing.rows[0]!.newFile).toBeNull()
    const reservation = await renew(own, { name: 'Second' })
    expect(reservation.counts).toMatchObject({ 'reason:noChargeableMethod': 1, reserved: 1 })
  })

  it('should sell automatic ones by the mandate of last year, in as many instalments', async () => {
    const own = await house()
    const doc = (collection: string, data: object) =>
      own.payload.create({
        collection: collection as 'sites',
        data: { institution: own.institution, ...data } as never,
      })
    // Goes to the bank in a file: nobody is asked, and the sale stands.
    const account = await doc('payment-accounts', {
      name: 'Bank',
      provider: 'sepaFile',
      ...CREDITOR,
    })
    await doc('payment-methods', {
      name: 'Direct debit',
      account: account.id,
      code: 'DD',
      firstDue: 'afterDays',
      kind: 'directDebit',
      maxInstalments: 10,
      site: own.site,
      uses: ['renewal'],
    })
    const payer = await aSubscriber({ house: own })
    const req = await createLocalReq({}, own.payload)
    const [mandate] = await storeMandates({
      mandates: [
        {
          account: String(account.id),
          contact: payer,
          institution: own.institution,
          reference: 'RUM-1',
        },
      ],
      payload: own.payload,
      req,
    })
    await aSoldFile({
      house: own,
      payer,
      payment: { instalments: 3, mandate, mandateReference: 'RUM-1', method: 'directDebit' },
      subscriptions: [
        { seat: own.seats[0], shipmentMode: own.shipmentModes.post, subscription: 'automatic' },
      ],
    })
    const { counts, rows } = await renew(own)
    expect(counts).toMatchObject({ sold: 1 })
    expect(rows[0]).toMatchObject({ outcome: 'sold', payment: 'directDebit', reason: 'sameSeat' })
    const of = (collection: 'instalments' | 'payments') =>
      readMany({
        collection,
        payload: own.payload,
        sort: collection === 'instalments' ? 'index' : undefined,
        where: { file: rows[0]!.newFile },
      })
    expect(await of('payments')).toEqual([
      expect.objectContaining({
        amount: 21_000,
        instalments: 3,
        mandate,
        mandateReference: 'RUM-1',
        method: 'directDebit',
        state: 'planned',
      }),
    ])
    expect((await of('instalments')).map(({ amount, state }) => [amount, state])).toEqual([
      [7_000, 'planned'],
      [7_000, 'planned'],
      [7_000, 'planned'],
    ])
    expect(await fileOf(rows[0]!.newFile)).toMatchObject({ status: 'sold' })
  })

  it('should let who pays decide for all, and a beneficiary for their own', async () => {
    const own = await house()
    const [payer, other, stopped] = await Promise.all(
      ['A', 'B', 'C'].map((lastName) => aSubscriber({ house: own, lastName })),
    )
    const three = (from: number) =>
      [payer, other, stopped].map((beneficiary, i) => ({
        beneficiary,
        seat: own.seats[from + i],
        subscription: 'automatic' as const,
      }))
    await aSoldFile({ house: own, payer, subscriptions: three(0) })
    await stopRenewal(own, stopped!)
    const own2 = await renew(own, { simulation: true })
    expect(own2.rows.map(({ reason }) => reason).sort()).toEqual([
      'noChargeableMethod',
      'noChargeableMethod',
      'stoppedByBeneficiary',
    ])
    await stopRenewal(own, payer!)
    const all = await renew(own)
    expect(all.counts).toMatchObject({ notRenewed: 3, 'reason:stoppedByPayer': 3 })
    expect(all.counts.files ?? 0).toBe(0)
  })

  it('should heed the criterion for automatic renewal only, and the one of the mapping row instead of the batch’s', async () => {
    const own = await house()
    const payer = await aSubscriber({ house: own })
    await aSoldFile({
      house: own,
      payer,
      subscriptions: [
        { seat: own.seats[0], subscription: 'automatic' },
        { seat: own.seats[1], subscription: 'seated' },
      ],
    })
    await stopRenewal(own, payer)
    const { id: special } = await own.payload.create({
      collection: 'criteria',
      data: {
        name: 'Stop subscription 1',
        code: 'stop-1',
        institution: own.institution,
        kind: 'yesNo',
      } as never,
    })
    const general = await renew(own, { simulation: true })
    expect(general.rows.map(({ reason }) => reason).sort()).toEqual(['sameSeat', 'stoppedByPayer'])
    const mapping = [
      {
        criterion: special,
        origin: own.seasons.last.subscriptions.automatic,
        target: own.seasons.next.subscriptions.automatic,
      },
    ]
    const specific = await renew(own, { mapping, simulation: true })
    expect(specific.rows.map(({ reason }) => reason).sort()).toEqual([
      'noChargeableMethod',
      'sameSeat',
    ])
  })

  it('should list what is unmapped and not guess', async () => {
    const own = await house()
    await aSoldFile({ house: own, subscriptions: [{ subscription: 'unseated' }] })
    const mapping = [{ origin: own.seasons.last.subscriptions.unseated, target: null }]
    const { counts } = await renew(own, { mapping })
    expect(counts).toMatchObject({ notRenewed: 1, 'reason:unmapped': 1 })
  })

  it('should renew places without numbers', async () => {
    const own = await house()
    await aSoldFile({ house: own, subscriptions: [{ subscription: 'unseated' }] })
    expect((await renew(own)).counts).toMatchObject({ 'reason:renewedWithoutSeat': 1, reserved: 1 })
  })

  it('should write nothing in a simulation, and foresee what the run then does', async () => {
    const own = await house()
    for (let i = 0; i < 6; i++)
      await aSoldFile({
        house: own,
        subscriptions: [{ seat: own.seats[i], subscription: 'seated' }],
      })
    // Two of them lose their seats to somebody in the new season.
    await aReservedFile({
      house: own,
      season: own.seasons.next,
      subscriptions: [{ seat: own.seats[1], subscription: 'seated' }],
    })
    await aReservedFile({
      house: own,
      season: own.seasons.next,
      subscriptions: [{ seat: own.seats[4], subscription: 'seated' }],
    })
    const files = () =>
      countMany({ collection: 'files', payload: own.payload, where: { site: own.site } })
    const before = await files()
    const simulated = await renew(own, { simulation: true })
    expect(await files()).toBe(before)
    const live = await renew(own, { name: 'Live' })
    const told = ({ rows }: typeof live) =>
      rows
        .map(({ item, outcome, priceAfter, reason, seatAfter }) => [
          item,
          outcome,
          reason,
          seatAfter,
          priceAfter,
        ])
        .sort()
    expect(told(live)).toEqual(told(simulated))
    expect(live.counts).toMatchObject({ 'reason:otherSeat': 2, 'reason:sameSeat': 4 })
  })

  it('should go down the ladder: same seat, preferred seat, best of the category, none', async () => {
    const own = await aHouse({
      payload: started.payload,
      plugins: ['renewal'],
      rows: 2,
      seatsPerRow: 4,
    })
    const first = own.seats.filter(({ category }) => category === own.categories.first)
    const payer = await aSubscriber({ house: own })
    const file = await aSoldFile({
      house: own,
      payer,
      subscriptions: [{ seat: first[0], subscription: 'seated' }],
    })
    await own.payload.update({
      id: first[0]!.id,
      collection: 'seats',
      data: { blocked: true } as never,
    })
    const try_ = async () => (await renew(own, { name: 'Try', simulation: true })).rows[0]!
    expect((await try_()).reason).toBe('otherSeat')
    const wish = await own.payload.create({
      collection: 'preferred-seats',
      data: {
        contact: payer,
        institution: own.institution,
        seat: first[3]!.id,
        venue: own.venue,
      } as never,
    })
    expect(await try_()).toMatchObject({ reason: 'preferredSeat', seatAfter: first[3]!.label })
    // A preferred seat of another category is no reason to charge another price.
    const second = own.seats.find(({ category }) => category === own.categories.second)!
    await own.payload.update({
      id: wish.id,
      collection: 'preferred-seats',
      data: { seat: second.id } as never,
    })
    expect((await try_()).reason).toBe('otherSeat')
    for (const seat of first.slice(1))
      await own.payload.update({
        id: seat.id,
        collection: 'seats',
        data: { blocked: true } as never,
      })
    expect(await try_()).toMatchObject({
      fileNumber: file.number,
      outcome: 'failed',
      reason: 'noSeatLeft',
    })
  })

  it('should keep the seats of those who wait for the second pass for themselves', async () => {
    const own = await house()
    // A couple of whom one keeps the seat; somebody else who loses theirs must not get it.
    const loser = await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'seated' }],
    })
    const couple = await aSoldFile({
      house: own,
      subscriptions: [
        { seat: own.seats[1], subscription: 'seated' },
        { seat: own.seats[2], subscription: 'seated' },
      ],
    })
    for (const seat of [own.seats[0]!, own.seats[2]!])
      await own.payload.update({
        id: seat.id,
        collection: 'seats',
        data: { blocked: true } as never,
      })
    const { rows } = await renew(own)
    const of = (line: string) => rows.find(({ item }) => item === line)!
    expect(of(couple.lines[0]!)).toMatchObject({ reason: 'sameSeat' })
    expect(of(loser.lines[0]!).seatAfter).not.toBe(own.seats[1]!.label)
  })

  it('should say so when the new season has no price, and renew it once there is one', async () => {
    const own = await house()
    await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'seated', tariff: 'reduced' }],
    })
    const [price] = await readMany({
      collection: 'prices',
      payload: own.payload,
      where: {
        priceCategory: own.categories.first,
        subscription: own.seasons.next.subscriptions.seated,
        tariff: own.tariffs.reduced,
      },
    })
    await own.payload.delete({ id: price!.id, collection: 'prices' })
    const batchID = await aBatch(own)
    expect((await finish(own, await start(own, batchID))).counts).toMatchObject({
      failed: 1,
      'reason:noPrice': 1,
    })
    const { id, createdAt, updatedAt, ...data } = price!
    await own.payload.create({ collection: 'prices', data: data as never })
    expect((await finish(own, await start(own, batchID))).counts).toMatchObject({ reserved: 1 })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import type { Role } from '../../src/access/roles'
import type { House } from '../helpers/builders'

import { newID } from '../../src/database/bulk'
import { cancelLines } from '../../src/operations/cancelLines'
import { bookPayment } from '../../src/operations/payments/bookPayment'
import { PAID_OTHERWISE } from '../../src/operations/payments/coverInstalments'
import { remindDue } from '../../src/plugins/payments/jobs/remindDue'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { tokenContext } from '../../src/plugins/payments/operations/reminders/linkTokens'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { mayOpenFailedPayments } from '../../src/plugins/payments/views/mayOpenFailedPayments'
import { seal } from '../../src/utilities/seal'
import { aHouse, aReservedFile, aSoldFile, aSubscriber, PRICES } from '../helpers/builders'
import { countQuestions } from '../helpers/countQuestions'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { aCard, aFailedPlan, aFailure, insert, requestOf } from './aFailedPayment'

type Started = Awaited<ReturnType<typeof startPayload>>

let started: Started
let house: House
let stranger: House

beforeAll(async () => {
  started = await startPayload()
})
beforeEach(async () => {
  house = await aHouse({ payload: started.payload, plugins: ['payments'] })
  stranger = await aHouse({ payload: started.payload, plugins: ['payments'] })
})
afterAll(() => started.stop())

const as = (role: Role, of = house, sites: string[] = []) => requestOf(of, role, sites)
const questionsOf = async (work: () => Promise<unknown>) => {
  // Which sites have the plugin is asked once for a request.
  await work()
  return countQuestions(started.payload, work)
}

describe('the page of failed payments', () => {
  it('should count by cause and add up each currency', async () => {
    await aFailure(house)
    await aFailure(house, { amount: 500 })
    await aFailure(house, { amount: 900, currency: 'EUR' })
    await aFailure(house, { amount: 300, cause: 'aliasExpired', state: 'charging' })
    await aFailure(house, { amount: 999, state: 'paid' })
    await aFailure(stranger, { amount: 111 })
    const { groups } = await loadFailedPayments({ req: await as('accountant') })
    expect(groups).toEqual([
      {
        amounts: [
          { amount: 7500, currency: 'CHF' },
          { amount: 900, currency: 'EUR' },
        ],
        cause: 'declined',
        count: 3,
      },
      { amounts: [{ amount: 300, currency: 'CHF' }], cause: 'aliasExpired', count: 1 },
    ])
  })

  it('should list who, why, how much, for which file and from which card', async () => {
    const payer = await aSubscriber({ house, lastName: 'Keller' })
    const alias = await aCard(house, payer, '2026-09-01T00:00:00.000Z')
    const failure = await aFailure(house, { alias, attempts: 2, contact: payer })
    await aFailure(stranger)
    const { failures, hasMore } = await loadFailedPayments({ req: await as('cashier') })
    expect(hasMore).toBe(false)
    expect(failures).toEqual([
      {
        id: failure.id,
        amount: 7000,
        attempts: 2,
        cannotCharge: 'noChargeableMethod',
        card: 'Visa •••• 4242, 08/26',
        cause: 'declined',
        contact: { id: payer, name: expect.stringContaining('Keller'), hasEmail: false },
        currency: 'CHF',
        failedAt: '2026-11-02T10:00:00.000Z',
        file: { id: failure.file, number: failure.number },
        isCharging: false,
        link: null,
        mandate: null,
        mayCharge: false,
        mayClose: false,
        mayRemind: true,
        site: house.site,
        step: 'cause',
        timeZone: 'Europe/Zurich',
      },
    ])
  })

  it('should be a list that tells until when a card is valid, but to marketing staff', async () => {
    const payer = await aSubscriber({ house })
    const alias = await aCard(house, payer, '2026-09-01T00:00:00.000Z')
    await aFailure(house, { alias, contact: payer })
    const listed = async (role: Role) => {
      const { docs } = await started.payload.find({
        collection: 'payment-failures' as 'sites',
        depth: 0,
        overrideAccess: false,
        req: await as(role),
        where: { state: { in: ['open', 'charging'] } },
      })
      return docs.map((doc) => (doc as unknown as { cardExpiresAt?: string }).cardExpiresAt)
    }
    expect(await listed('cashier')).toEqual(['2026-09-01T00:00:00.000Z'])
    expect(await listed('marketing')).toEqual([undefined])
  })

  it('should list one cause alone, from the newest, and say when there are more', async () => {
    const older = await aFailure(house, { failedAt: '2026-10-01T10:00:00.000Z' })
    const newer = await aFailure(house)
    await aFailure(house, { cause: 'noAlias' })
    const req = await as('administrator')
    const one = await loadFailedPayments({ cause: 'declined', req })
    expect(one.failures.map(({ id }) => id)).toEqual([newer.id, older.id])
    expect(one.groups).toHaveLength(2)
    expect(await loadFailedPayments({ cause: 'declined', limit: 1, req })).toMatchObject({
      failures: [{ id: newer.id }],
      hasMore: true,
    })
  })

  describe('offering to charge again', () => {
    let account: string
    beforeEach(async () => {
      account = await insert('payment-accounts', house, {
        name: 'Practice',
        active: true,
        provider: 'fake',
      })
      for (const kind of ['card', 'directDebit'])
        await started.payload.create({
          collection: 'payment-methods' as 'sites',
          data: {
            name: kind,
            account,
            code: kind,
            institution: house.institution,
            kind,
            site: house.site,
            uses: ['renewal'],
          } as never,
        })
    })

    const aCardOf = (contact: string, changes: Record<string, unknown> = {}) =>
      aCard(house, contact, '2049-01-01T00:00:00.000Z', { account, ...changes })
    const offers = async (role: Role) => {
      const { failures } = await loadFailedPayments({ req: await as(role) })
      return failures.filter(({ mayCharge }) => mayCharge).map(({ id }) => id)
    }

    it('should be for what can be charged, to those who may', async () => {
      const reserved = await aFailure(house)
      const { payer } = reserved
      await aCardOf(payer)
      const sold = await aSoldFile({ house, payer, subscriptions: [{}] })
      // Nothing was made of it: that is run again, not charged.
      await aFailure(house, { file: sold })
      await aFailure(house, { contact: payer, state: 'charging' })
      await aFailure(house, { cause: 'paidTooLate', contact: payer })
      await aFailure(house, { cause: 'refundRefused', contact: payer })
      for (const role of ['administrator', 'salesManager', 'cashier'] as const)
        expect(await offers(role)).toEqual([reserved.id])
      expect(await offers('marketing')).toEqual([])
      expect(await offers('accountant')).toEqual([])
    })

    it('should say what to do instead where nothing is stored that can be charged', async () => {
      const none = await aFailure(house)
      const expired = await aFailure(house)
      await aCardOf(expired.payer, { expiresAt: '2026-01-01T00:00:00.000Z' })
      const replaced = await aFailure(house)
      await aCardOf(replaced.payer, { state: 'replaced' })
      const elsewhere = await aFailure(house)
      await aCard(house, elsewhere.payer, '2049-01-01T00:00:00.000Z')
      const byDebit = await aFailure(house, { cause: 'noMandate' })
      const good = await aFailure(house)
      await aCardOf(good.payer)
      const revoked = await aFailure(house, { cause: 'aliasRevoked' })
      await aCardOf(revoked.payer, { state: 'revoked' })
      const renewed = await aFailure(house, { cause: 'aliasRevoked' })
      await aCardOf(renewed.payer)
      const told = async (role: Role) => {
        const { failures } = await loadFailedPayments({ req: await as(role) })
        return Object.fromEntries(
          failures.map(({ id, cannotCharge, mayCharge }) => [id, cannotCharge ?? mayCharge]),
        )
      }
      expect(await told('cashier')).toEqual({
        [byDebit.id]: 'noMandate',
        [elsewhere.id]: 'noAlias',
        [expired.id]: 'aliasExpired',
        [good.id]: true,
        [none.id]: 'noAlias',
        [renewed.id]: true,
        [replaced.id]: 'aliasExpired',
        [revoked.id]: 'aliasRevoked',
      })
      // Of what is to be done the row speaks once.
      const steps = async (role: Role) => {
        const { failures } = await loadFailedPayments({ req: await as(role) })
        const of = ({ id }: { id: string }) => failures.find((row) => row.id === id)!.step
        return [of(revoked), of(renewed), of(good)]
      }
      expect(await steps('cashier')).toEqual(['cannotCharge', 'charge', 'cause'])
      expect(await steps('marketing')).toEqual(['cause', 'cause', 'cause'])
      // Whoever cannot charge learns nothing about stored cards here.
      expect(new Set(Object.values(await told('marketing')))).toEqual(new Set([false]))
      for (const { id } of [none, expired, replaced, elsewhere])
        await expect(
          chargeAgain({ failureID: id, payload: started.payload }),
        ).rejects.toMatchObject({ data: { code: 'noStoredMeans' } })
    })

    it('should ask the same number of questions for many', async () => {
      const req = await as('cashier')
      const aFew = async (count: number) => {
        for (let i = 0; i < count; i++) await aCardOf((await aFailure(house)).payer)
      }
      await aFew(1)
      const few = await questionsOf(() => loadFailedPayments({ req }))
      await aFew(4)
      expect(await questionsOf(() => loadFailedPayments({ req }))).toBe(few)
    })
  })

  it('should show nothing of a site out of reach, or where the plugin is off', async () => {
    const second = await aHouse({
      institution: house.institution,
      payload: started.payload,
      plugins: ['renewal'],
    })
    await aFailure(house)
    await aFailure(second)
    expect((await loadFailedPayments({ req: await as('cashier') })).failures).toHaveLength(1)
    const elsewhere = await as('cashier', house, [second.site])
    expect(await loadFailedPayments({ req: elsewhere })).toEqual({
      failures: [],
      groups: [],
      hasMore: false,
    })
    expect(await mayOpenFailedPayments(elsewhere)).toBe(false)
    expect(await mayOpenFailedPayments(await as('marketing'))).toBe(true)
    expect(await mayOpenFailedPayments(await as('catalogueEditor'))).toBe(false)
  })
})

describe('a failed payment that is paid in another way', () => {
  const { read } = readerOf(() => started.payload)
  const book = (fileID: string, amount: number, key: string = randomUUID()) =>
    bookPayment({ amount, fileID, key, method: 'cash', payload: started.payload })
  const stateOf = async ({ id }: { id: string }) => {
    const [failure] = await read('payment-failures', { id })
    return { amount: failure!.amount, state: failure!.state }
  }
  const told = async (file: string) =>
    (await read('journal', { action: ['pay', 'settleFailure'], file }))
      .map(({ action, after }) => [action, after.amount, after.state])
      .sort()

  /** A reminder of it that waits to be sent, of a plan that would go on. */
  const aReminder = async (failure: { id: string; payer: string }) => {
    await started.payload.create({
      collection: 'reminder-plans' as 'sites',
      data: { name: 'Plan', institution: house.institution, site: house.site } as never,
    })
    const account = await insert('payment-accounts', house, { name: 'P', provider: 'fake' })
    const link = await insert('card-links', house, {
      account,
      contact: failure.payer,
      expiresAt: '2049-01-01T00:00:00.000Z',
      failure: failure.id,
      mailState: 'waiting',
      reminderKey: `${failure.id}:1`,
      site: house.site,
      state: 'open',
      tokenHash: newID(started.payload),
    })
    await insert('outbox', house, {
      attempts: 0,
      content: {
        token: seal(randomUUID(), tokenContext({ id: link, institution: house.institution })),
      },
      key: `card-link:${link}`,
      kind: 'card-mail',
      site: house.site,
      state: 'waiting',
      subject: link,
    })
    return link
  }

  it('should be settled without a plan, once all is paid, and be reminded of no more', async () => {
    const due = PRICES.full.none
    const failure = await aFailure(house, { amount: due })
    const link = await aReminder(failure)

    await book(failure.file, 3000)
    expect(await stateOf(failure)).toEqual({ amount: due - 3000, state: 'open' })
    await expect(book(failure.file, due - 2999)).rejects.toMatchObject({
      data: { code: 'paymentTooHigh' },
    })
    const key = randomUUID()
    // The same click twice, and its answer lost.
    const rest = () => book(failure.file, due - 3000, key)
    const ids = await Promise.all([rest(), rest()])
    expect(new Set([...ids, await rest()]).size).toBe(1)

    expect(await stateOf(failure)).toEqual({ amount: due - 3000, state: 'paid' })
    expect((await read('files', { id: failure.file }))[0]).toMatchObject({
      balance: 0,
      paid: due,
      status: 'sold',
    })
    expect(await told(failure.file)).toEqual([
      ['pay', 3000, undefined],
      ['pay', due - 3000, undefined],
      ['settleFailure', due - 3000, 'paid'],
    ])
    expect((await read('card-links', { id: link }))[0]).toMatchObject({
      mailState: 'cancelled',
      paidAt: expect.any(String),
    })
    await remindDue({ now: new Date('2027-06-01'), payload: started.payload })
    expect(await read('card-links', { failure: failure.id })).toHaveLength(1)
    await expect(book(failure.file, 1)).rejects.toMatchObject({ data: { code: 'nothingDue' } })
    await expect(
      chargeAgain({ failureID: failure.id, payload: started.payload }),
    ).rejects.toMatchObject({ data: { code: 'nothingDue' } })
  })

  it('should be settled in a plan that goes on, and nothing be charged that this money stands for', async () => {
    const { change, failure, file, parts, states } = await aFailedPlan(house)
    await book(file.id, 500)
    expect(await states()).toEqual([
      [3000, 'paid', null],
      [2000, 'failed', 'declinedForNow'],
      [2500, 'planned', null],
    ])
    expect(await stateOf(failure)).toEqual({ amount: 2000, state: 'open' })
    await book(file.id, 2000)
    expect(await states()).toEqual([
      [3000, 'paid', null],
      [2000, 'cancelled', PAID_OTHERWISE],
      [2500, 'planned', null],
    ])
    expect(await stateOf(failure)).toEqual({ amount: 2000, state: 'paid' })
    expect(await told(file.id)).toEqual([
      ['pay', 2000, undefined],
      ['pay', 500, undefined],
      ['settleFailure', 2000, 'paid'],
    ])
    // What is being charged is not taken a second time at the counter.
    await change(parts[2].id, { state: 'pending' })
    await expect(book(file.id, 1)).rejects.toMatchObject({ data: { code: 'alreadyCharging' } })
    await change(parts[2].id, { state: 'planned' })
    await book(file.id, 2500)
    expect(await states()).toEqual([
      [3000, 'paid', null],
      [2000, 'cancelled', PAID_OTHERWISE],
      [2500, 'cancelled', PAID_OTHERWISE],
    ])
    expect((await read('files', { id: file.id }))[0]).toMatchObject({ balance: 0, status: 'sold' })
  })

  it('should be closed when the file is cancelled, but never where the house owes the money', async () => {
    const file = await aReservedFile({ house, subscriptions: [{}] })
    const cancelled = await aFailure(house, { file })
    const owed = await aFailure(house, { cause: 'paidTooLate', file })
    const lines = await read('lines', { file: file.id, kind: 'subscription' })
    await cancelLines({
      cause: 'other',
      lineIDs: lines.map(({ id }) => id),
      payload: started.payload,
      requestedBy: 'public',
    })
    expect(await stateOf(cancelled)).toMatchObject({ state: 'cancelled' })
    await started.payload.create({
      collection: 'reminder-plans' as 'sites',
      data: { name: 'Plan', institution: house.institution, site: house.site } as never,
    })
    await remindDue({ now: new Date('2027-06-01'), payload: started.payload })
    expect(await stateOf(owed)).toMatchObject({ state: 'open' })
  })
})

import type { PayloadRequest } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import { createLocalReq } from 'payload'

import type { Role } from '../../src/access/roles'
import type { Row } from '../../src/database/bulk'
import type { House } from '../helpers/builders'

import { insertMany, newID, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { cancelLines } from '../../src/operations/cancelLines'
import { recomputeFiles } from '../../src/operations/fileStatus'
import { bookPayment } from '../../src/operations/payments/bookPayment'
import { recomputePayments } from '../../src/operations/payments/recomputePayments'
import { storeCards } from '../../src/operations/payments/storedMeans'
import { remindDue } from '../../src/plugins/payments/jobs/remindDue'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { loadForecast } from '../../src/plugins/payments/operations/loadForecast'
import { warnOfExpiry } from '../../src/plugins/payments/operations/reminders/warnOfExpiry'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { loadMailings } from '../../src/plugins/payments/views/loadMailings'
import { mayOpenFailedPayments } from '../../src/plugins/payments/views/mayOpenFailedPayments'
import {
  aHouse,
  aMemberOfStaff,
  aReservedFile,
  aSoldFile,
  aSubscriber,
  PRICES,
} from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

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

const insert = async (collection: string, of: House, doc: Record<string, unknown>) => {
  const id = newID(started.payload)
  await insertMany({
    collection: collection as 'sites',
    docs: [{ id, institution: of.institution, ...doc }],
    payload: started.payload,
  })
  return id
}

/** A request of a member of staff of the house. */
const as = async (role: Role, of = house, sites: string[] = []): Promise<PayloadRequest> => {
  const { id } = await aMemberOfStaff({ house: of, roles: [role], sites })
  const user = await started.payload.findByID({ id, collection: 'users', depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } as never }, started.payload)
}

const aCard = async (
  of: House,
  contact: string,
  expiresAt: string,
  changes: Record<string, unknown> = {},
) =>
  insert('aliases', of, {
    account:
      changes.account ??
      (await insert('payment-accounts', of, { name: 'Practice', provider: 'fake' })),
    brand: 'visa',
    contact,
    expiresAt,
    last4: '4242',
    state: 'active',
    title: 'Visa •••• 4242',
    token: 'sealed',
    tokenKey: newID(started.payload),
    ...changes,
  })

const aFailure = async (of: House, changes: Record<string, unknown> = {}) => {
  const { id: file, number, payer } = await aReservedFile({ house: of, subscriptions: [{}] })
  const id = await insert('payment-failures', of, {
    amount: 7000,
    attempts: 1,
    cause: 'declined',
    contact: payer,
    currency: 'CHF',
    failedAt: '2026-11-02T10:00:00.000Z',
    failureKey: newID(started.payload),
    file,
    site: of.site,
    stage: 0,
    state: 'open',
    ...changes,
  })
  return { id, file, number, payer }
}

/** How many questions the database is asked: by Payload, and on SQLite also in bulk. */
const questionsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const db = started.payload.db as { reader?: object } & typeof started.payload.db
  const { find, reader } = db
  let count = 0
  if (reader)
    db.reader = new Proxy(reader, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          count++
          return value.apply(target, args)
        }
      },
    })
  db.find = ((args: Parameters<typeof find>[0]) => {
    count++
    return find.call(db, args)
  }) as typeof find
  try {
    await work()
  } finally {
    Object.assign(db, { find, ...(reader && { reader }) })
  }
  return count
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
        contact: { id: payer, name: expect.stringContaining('Keller') },
        currency: 'CHF',
        failedAt: '2026-11-02T10:00:00.000Z',
        file: { id: failure.file, number: failure.number },
        isCharging: false,
        mandate: null,
        mayCharge: false,
        mayRemind: true,
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
      await aFailure(house, { contact: payer, file: sold.id })
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
        [replaced.id]: 'aliasExpired',
      })
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
  const read = (collection: string, where: object) =>
    readMany({
      collection: collection as 'sites',
      payload: started.payload,
      sort: 'id',
      where: where as never,
    })
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
      content: {},
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

  /** A sold file in three instalments, of which the second has failed. */
  const aFailedPlan = async () => {
    const file = await aSoldFile({
      house,
      payment: {
        method: 'cardInstalments',
        schedule: ['2026-09-01', '2026-10-01', '2049-11-01'].map((day, i) => ({
          amount: i ? 2500 : 3000,
          dueAt: `${day}T08:00:00.000Z`,
        })),
        state: 'planned',
      },
      subscriptions: [{}],
    })
    const parts = await readMany({
      collection: 'instalments',
      payload: started.payload,
      sort: 'index',
      where: { file: file.id },
    })
    const [first, second, third] = parts as [Row, Row, Row]
    const change = (id: string, data: Record<string, unknown>) =>
      updateMany({ collection: 'instalments', data, payload: started.payload, where: { id } })
    await change(first.id, { paidAt: '2026-09-01T08:00:00.000Z', state: 'paid' })
    await change(second.id, {
      nextAttemptAt: '2026-10-04T08:00:00.000Z',
      reason: 'declinedForNow',
      state: 'failed',
    })
    await inTransaction({
      payload: started.payload,
      work: async (req) => {
        const args = { payload: started.payload, req }
        await recomputePayments({ ...args, paymentIDs: [first.payment] })
        await recomputeFiles({ ...args, fileIDs: [file.id] })
      },
    })
    const failure = await aFailure(house, {
      amount: 2500,
      cause: 'declinedForNow',
      contact: file.payer,
      file: file.id,
      instalment: second.id,
      payment: first.payment,
    })
    const states = async () =>
      (
        await readMany({
          collection: 'instalments',
          payload: started.payload,
          sort: 'index',
          where: { file: file.id },
        })
      ).map(({ amount, state }) => [amount, state])
    return { change, failure, file, states, third }
  }

  it('should be settled in a plan that goes on, and nothing be charged that this money stands for', async () => {
    const { change, failure, file, states, third } = await aFailedPlan()
    await book(file.id, 500)
    expect(await states()).toEqual([
      [3000, 'paid'],
      [2000, 'failed'],
      [2500, 'planned'],
    ])
    expect(await stateOf(failure)).toEqual({ amount: 2000, state: 'open' })
    await book(file.id, 2000)
    expect(await states()).toEqual([
      [3000, 'paid'],
      [2000, 'cancelled'],
      [2500, 'planned'],
    ])
    expect(await stateOf(failure)).toEqual({ amount: 2000, state: 'paid' })
    expect(await told(file.id)).toEqual([
      ['pay', 2000, undefined],
      ['pay', 500, undefined],
      ['settleFailure', 2000, 'paid'],
    ])
    // What is being charged is not taken a second time at the counter.
    await change(third.id, { state: 'pending' })
    await expect(book(file.id, 1)).rejects.toMatchObject({ data: { code: 'alreadyCharging' } })
    await change(third.id, { state: 'planned' })
    await book(file.id, 2500)
    expect(await states()).toEqual([
      [3000, 'paid'],
      [2000, 'cancelled'],
      [2500, 'cancelled'],
    ])
    expect((await read('files', { id: file.id }))[0]).toMatchObject({ balance: 0, status: 'sold' })
  })

  it('should be closed when the file is cancelled, but never where the house owes the money', async () => {
    const cancelled = await aFailure(house)
    const owed = await aFailure(house, { cause: 'paidTooLate', file: cancelled.file })
    const lines = await read('lines', { file: cancelled.file, kind: 'subscription' })
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

describe('the forecast', () => {
  /** A sold file whose payment has planned instalments on those days, on a card that expires then. */
  const aPlan = async (
    of: House,
    expiresAt: string,
    days: string[],
    { account, state = 'planned', ...person }: Record<string, unknown> = {},
  ) => {
    const {
      id: file,
      number,
      payer,
    } = await aSoldFile({
      house: of,
      payer: await aSubscriber({ house: of, ...person }),
      payment: null,
      subscriptions: [{}],
    })
    const alias = await aCard(of, payer, expiresAt, account ? { account } : {})
    const base = { contact: payer, file, site: of.site }
    const payment = await insert('payments', of, {
      ...base,
      alias,
      amount: 1000 * days.length,
      chargeKey: newID(started.payload),
      instalments: days.length,
      method: 'cardInstalments',
      paid: 0,
      state,
    })
    const instalments: string[] = []
    for (const [index, dueAt] of days.entries())
      instalments.push(
        await insert('instalments', of, {
          ...base,
          amount: 1000,
          attempts: 0,
          dueAt,
          index: index + 1,
          instalmentKey: newID(started.payload),
          payment,
          state,
        }),
      )
    return { alias, file, instalments, number, payer }
  }
  const DAYS = ['2027-01-05T08:00:00.000Z', '2027-02-05T08:00:00.000Z', '2027-03-05T08:00:00.000Z']

  it('should tell each card with the first instalment that it will not outlast', async () => {
    const plan = await aPlan(house, '2027-02-01T00:00:00.000Z', DAYS)
    await aPlan(house, '2027-04-01T00:00:00.000Z', DAYS)
    await aPlan(house, '2026-12-01T00:00:00.000Z', DAYS, { state: 'pending' })
    await aPlan(stranger, '2027-01-01T00:00:00.000Z', DAYS)
    expect(await loadForecast({ req: await as('cashier') })).toEqual({
      cards: [
        {
          id: plan.alias,
          amount: 1000,
          askedAt: null,
          card: 'Visa •••• 4242, 01/27',
          contact: { id: plan.payer, name: expect.stringContaining('Meier') },
          currency: 'CHF',
          dueAt: DAYS[1],
          file: { id: plan.file, number: plan.number },
          further: 1,
          instalment: plan.instalments[1],
          method: 'cardInstalments',
          site: house.site,
          timeZone: 'Europe/Zurich',
        },
      ],
      hasMore: false,
    })
  })

  it('should begin with the most urgent, and ask the same number of questions for many', async () => {
    const later = await aPlan(house, '2027-02-01T00:00:00.000Z', DAYS)
    const req = await as('administrator')
    const questions = () => questionsOf(() => loadForecast({ req }))
    const few = await questions()
    const urgent = await aPlan(house, '2027-01-01T00:00:00.000Z', DAYS)
    for (let i = 0; i < 3; i++) await aPlan(house, '2027-03-01T00:00:00.000Z', DAYS)
    expect(few).toBeGreaterThan(0)
    expect(await questions()).toBe(few)
    expect(await loadForecast({ limit: 2, req })).toMatchObject({
      cards: [{ id: urgent.alias }, { id: later.alias }],
      hasMore: true,
    })
  })

  it('should not be there for a role that may not see stored cards', async () => {
    await aPlan(house, '2027-02-01T00:00:00.000Z', DAYS)
    expect(await loadForecast({ req: await as('marketing') })).toBeNull()
  })

  describe('warning before a card expires', () => {
    const SOON = '2027-02-01T00:00:00.000Z'
    let account: string
    beforeEach(async () => {
      account = await insert('payment-accounts', house, {
        name: 'Practice',
        active: true,
        provider: 'fake',
      })
      await started.payload.create({
        collection: 'payment-methods' as 'sites',
        data: {
          name: 'Card in instalments',
          account,
          code: 'cards',
          institution: house.institution,
          kind: 'cardInstalments',
          maxInstalments: 3,
          site: house.site,
          uses: ['renewal'],
        } as never,
      })
    })

    it('should ask each once for a card and an instalment, whoever clicks, and count it', async () => {
      const [one, two] = [
        await aPlan(house, SOON, DAYS, { account, email: 'one@customer.test', language: 'en' }),
        await aPlan(house, SOON, DAYS, { account, email: 'two@customer.test' }),
      ]
      const silent = await aPlan(house, SOON, DAYS, { account, email: null })
      const lasting = await aPlan(house, '2049-01-01T00:00:00.000Z', DAYS, { account })
      const foreign = await aPlan(stranger, SOON, DAYS)
      const req = await as('cashier')
      const warn = (cardIDs: string[], key: string = randomUUID()) =>
        warnOfExpiry({ cardIDs, key, payload: started.payload, req })
      await expect(warn([foreign.alias])).rejects.toMatchObject({ data: { code: 'notFound' } })
      await expect(warn([lasting.alias])).rejects.toMatchObject({ data: { code: 'nothingDue' } })

      const key = randomUUID()
      const sent = { sent: 2, skipped: { noEmail: 1, nothingDue: 1 } }
      const all = [one.alias, two.alias, silent.alias, lasting.alias]
      expect(await warn(all, key)).toEqual(sent)
      // The same click once more.
      expect(await warn(all, key)).toMatchObject({ sent: 2 })
      await expect(warn([one.alias])).rejects.toMatchObject({ data: { code: 'alreadyAsked' } })

      const { cards } = (await loadForecast({ req }))!
      expect(new Map(cards.map(({ id, askedAt }) => [id, Boolean(askedAt)]))).toEqual(
        new Map([
          [one.alias, true],
          [two.alias, true],
          [silent.alias, false],
        ]),
      )
      const [mailing, ...others] = await loadMailings({ req })
      expect(others).toEqual([])
      const links = await readMany({
        collection: 'card-links' as 'sites',
        payload: started.payload,
        where: { mailing: mailing!.id },
      })
      expect(links.map(({ contact }) => contact).sort()).toEqual([one.payer, two.payer].sort())
      const mails = await readMany({
        collection: 'outbox',
        payload: started.payload,
        where: { subject: links.map(({ id }) => id) },
      })
      const mail = mails.find(({ content }) => content.mail.to === 'one@customer.test')!.content
        .mail
      expect(mail.subject).toContain('your card is about to expire')
      // The first instalment that it will not outlast, on its day at the house.
      expect(mail.text).toContain('On 5 Feb 2027 we will charge CHF\u00a010.00')
      const noted = await readMany({
        collection: 'journal',
        payload: started.payload,
        where: { action: 'remind', file: [one.file, two.file] },
      })
      expect(noted).toHaveLength(2)
    })

    it('should be over once a new card is stored, which is charged in the place of the former', async () => {
      const { alias, file, payer } = await aPlan(house, SOON, DAYS, { account })
      const req = await as('cashier')
      expect((await loadForecast({ req }))!.cards).toHaveLength(1)
      const [card] = await inTransaction({
        payload: started.payload,
        work: (own) =>
          storeCards({
            cards: [
              {
                account,
                brand: 'visa',
                contact: payer,
                expMonth: 12,
                expYear: 2049,
                institution: house.institution,
                last4: '1111',
                token: 'another',
              },
            ],
            payload: started.payload,
            replaces: true,
            req: own,
          }),
      })
      expect((await loadForecast({ req }))!.cards).toEqual([])
      const [payment] = await readMany({
        collection: 'payments',
        payload: started.payload,
        where: { file },
      })
      expect(payment!.alias).toBe(card)
      const [former] = await readMany({
        collection: 'aliases',
        payload: started.payload,
        where: { id: alias },
      })
      expect(former!.state).toBe('replaced')
    })
  })
})

import type { PayloadRequest } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import type { Role } from '../../src/access/roles'
import type { House } from '../helpers/builders'

import { insertMany, newID } from '../../src/database/bulk'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { loadForecast } from '../../src/plugins/payments/views/loadForecast'
import { mayOpenFailedPayments } from '../../src/plugins/payments/views/mayOpenFailedPayments'
import { aHouse, aMemberOfStaff, aReservedFile, aSoldFile, aSubscriber } from '../helpers/builders'
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

const aCard = async (of: House, contact: string, expiresAt: string) => {
  const account = await insert('payment-accounts', of, { name: 'Practice', provider: 'fake' })
  return insert('aliases', of, {
    account,
    brand: 'visa',
    contact,
    expiresAt,
    last4: '4242',
    state: 'active',
    title: 'Visa •••• 4242',
    token: 'sealed',
    tokenKey: newID(started.payload),
  })
}

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
        card: 'Visa •••• 4242, 08/26',
        cause: 'declined',
        contact: { id: payer, name: expect.stringContaining('Keller') },
        currency: 'CHF',
        failedAt: '2026-11-02T10:00:00.000Z',
        file: { id: failure.file, number: failure.number },
        isCharging: false,
        mandate: null,
        mayCharge: true,
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

  it('should offer to charge again only what can be charged, to those who may', async () => {
    const offers = async (role: Role) => {
      const { failures } = await loadFailedPayments({ req: await as(role) })
      return failures.filter(({ mayCharge }) => mayCharge).map(({ id }) => id)
    }
    const reserved = await aFailure(house)
    const sold = await aSoldFile({ house, subscriptions: [{}] })
    // Nothing was made of it: that is run again, not charged.
    await aFailure(house, { file: sold.id })
    await aFailure(house, { state: 'charging' })
    await aFailure(house, { cause: 'paidTooLate' })
    await aFailure(house, { cause: 'refundRefused' })
    for (const role of ['administrator', 'salesManager', 'cashier'] as const)
      expect(await offers(role)).toEqual([reserved.id])
    expect(await offers('marketing')).toEqual([])
    expect(await offers('accountant')).toEqual([])
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

describe('the forecast', () => {
  /** A sold file whose payment has planned instalments on those days, on a card that expires then. */
  const aPlan = async (of: House, expiresAt: string, days: string[], state = 'planned') => {
    const {
      id: file,
      number,
      payer,
    } = await aSoldFile({
      house: of,
      payment: null,
      subscriptions: [{}],
    })
    const alias = await aCard(of, payer, expiresAt)
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
    for (const [index, dueAt] of days.entries())
      await insert('instalments', of, {
        ...base,
        amount: 1000,
        attempts: 0,
        dueAt,
        index: index + 1,
        instalmentKey: newID(started.payload),
        payment,
        state,
      })
    return { alias, file, number, payer }
  }
  const DAYS = ['2027-01-05T08:00:00.000Z', '2027-02-05T08:00:00.000Z', '2027-03-05T08:00:00.000Z']

  it('should tell each card with the first instalment that it will not outlast', async () => {
    const plan = await aPlan(house, '2027-02-01T00:00:00.000Z', DAYS)
    await aPlan(house, '2027-04-01T00:00:00.000Z', DAYS)
    await aPlan(house, '2026-12-01T00:00:00.000Z', DAYS, 'pending')
    await aPlan(stranger, '2027-01-01T00:00:00.000Z', DAYS)
    expect(await loadForecast({ req: await as('cashier') })).toEqual({
      cards: [
        {
          id: plan.alias,
          amount: 1000,
          card: 'Visa •••• 4242, 01/27',
          contact: { id: plan.payer, name: expect.stringContaining('Meier') },
          currency: 'CHF',
          dueAt: DAYS[1],
          file: { id: plan.file, number: plan.number },
          further: 1,
          timeZone: 'Europe/Zurich',
        },
      ],
      hasMore: false,
    })
  })

  it('should begin with the most urgent, and ask the same number of questions for many', async () => {
    const later = await aPlan(house, '2027-02-01T00:00:00.000Z', DAYS)
    const req = await as('administrator')
    const { find } = started.payload.db
    const questions = async () => {
      let count = 0
      started.payload.db.find = ((args: Parameters<typeof find>[0]) => {
        count++
        return find.call(started.payload.db, args)
      }) as typeof find
      try {
        await loadForecast({ req })
      } finally {
        started.payload.db.find = find
      }
      return count
    }
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
})

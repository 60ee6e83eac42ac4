import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import type { Role } from '../../src/access/roles'
import type { House } from '../helpers/builders'

import { newID, readMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { storeCards } from '../../src/operations/payments/storedMeans'
import { loadForecast } from '../../src/plugins/payments/operations/loadForecast'
import { warnOfExpiry } from '../../src/plugins/payments/operations/reminders/warnOfExpiry'
import { loadMailings } from '../../src/plugins/payments/views/loadMailings'
import { aHouse, aSoldFile, aSubscriber } from '../helpers/builders'
import { countQuestions } from '../helpers/countQuestions'
import { startPayload } from '../helpers/startPayload'
import { aCard, insert, requestOf } from './aFailedPayment'

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

const as = (role: Role) => requestOf(house, role)
const questionsOf = async (work: () => Promise<unknown>) => {
  // Which sites have the plugin is asked once for a request.
  await work()
  return countQuestions(started.payload, work)
}

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

  it('should tell a card that ends the day before an instalment, whose day begins before it ends in UTC', async () => {
    const zurich = ['2026-12-31T23:00:00.000Z', '2027-01-31T23:00:00.000Z']
    const plan = await aPlan(house, '2027-02-01T00:00:00.000Z', zurich)
    await aPlan(house, '2027-02-01T00:00:00.000Z', ['2027-01-30T23:00:00.000Z'])
    const { cards } = (await loadForecast({ req: await as('cashier') }))!
    expect(cards.map(({ id, dueAt }) => [id, dueAt])).toEqual([[plan.alias, zurich[1]]])
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
      const sent = {
        sent: 2,
        skipped: { noEmail: 1, nothingDue: 1 },
        withoutEmail: [expect.objectContaining({ id: expect.any(String) })],
      }
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

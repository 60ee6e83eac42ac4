import type { PayloadRequest } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { FakeProvider } from './startFakeProvider'

import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { BOOKING_TAKEN_BACK, PAID_OTHERWISE } from '../../src/operations/payments/coverInstalments'
import { openToken } from '../../src/operations/payments/storedMeans'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import { revokeKind } from '../../src/plugins/payments/jobs/revokeOutbox'
import { PAID_TOO_LATE } from '../../src/plugins/payments/operations/chargeStates'
import { closeFailure } from '../../src/plugins/payments/operations/closeFailure'
import { revokeMeans } from '../../src/plugins/payments/operations/revokeMeans'
import { translations } from '../../src/plugins/payments/translations'
import { causeText } from '../../src/plugins/payments/translations/causeText'
import { loadRevocable } from '../../src/plugins/payments/views/loadRevocable'
import { loadRevoked } from '../../src/plugins/payments/views/loadRevoked'
import { aHouse } from '../helpers/builders'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { engine } from '../helpers/testDatabase'
import { startLane } from '../renewal/startLane'
import { aDebitHouse, aDebtor } from './aDebitHouse'
import { requestOf } from './aFailedPayment'
import {
  anAutomaticSubscriber,
  aPayingHouse,
  aStoredCard,
  renewOnly,
  sendCharges,
} from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'

type Started = Awaited<ReturnType<typeof startPayload>>

const DAY_MS = 86_400_000
const REASON = 'Typed on the wrong file'

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

describe('a card or mandate', () => {
  /** Every place before and after the sending; on MongoDB the one where it has left and nobody knows. */
  it.each(
    engine === 'sqlite'
      ? ['afterClaim', 'beforeSend', 'afterSend', 'beforeCommit', 'afterSettle']
      : ['afterSend'],
  )(
    'should be forgotten by the provider when the power fails at outbox:%s',
    async (point) => {
      const house = await aPayingHouse({ fake, payload: started.payload })
      const { alias, payer } = await anAutomaticSubscriber({ house })
      const stored = await one('aliases', alias!)
      const { run } = await renewOnly(house)
      await sendCharges(house)
      const req = await requestOf(house, 'salesManager')
      await revokeMeans({ id: alias!, collection: 'aliases', payload: started.payload, req })
      const worker = await startLane({
        crashAt: `outbox:${point}`,
        program: 'chargeWorker',
        runID: run,
        uri: started.uri,
      })
      expect(await worker.ended).toBeNull()
      const limit = Date.now() + 45_000
      const row = async () => (await read('outbox', { kind: revokeKind, subject: alias! }))[0]!
      while ((await row()).state !== 'done' && Date.now() < limit) {
        await drainOutbox({ kind: revokeKind, payload: started.payload })
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      expect(await row()).toMatchObject({ state: 'done' })
      const charged = house.provider.chargeAlias({
        alias: openToken(stored.token, stored as never),
        amount: 100,
        currency: 'CHF',
        customer: payer,
        key: `${alias}-${point}`,
        reference: point.toUpperCase(),
        sequence: 'once',
      } as never)
      expect(await charged).toMatchObject({ status: 'declined' })
    },
    60_000,
  )

  it('should say what hangs on it before it is revoked, and be revoked once, also by staff of one site', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const [soon, later] = [40, 70].map((days) => new Date(Date.now() + days * DAY_MS))
    const { mandate, payer, reference } = await aDebtor({
      due: [soon!.toISOString(), later!.toISOString()],
      house,
    })
    const cashier = await (await house.person(['cashier'], { sites: [house.site] })).req()
    const told = async (req = cashier) =>
      loadRevocable({ collection: 'mandates', req, where: { contact: { equals: payer } } })
    expect(await told()).toMatchObject([
      { id: mandate, title: `Mandate ${reference}, AT61 •••• 3201` },
    ])
    const said = async () => (await told())[0]!.consequences.join(' ')
    expect(await said()).toMatch(
      /^2 instalments, together €200\.00, still hang on it, the next due on .* until a new mandate/,
    )
    const newer = (await started.payload.create({
      collection: 'mandates',
      data: {
        contact: payer,
        signedOn: new Date(Date.now() - DAY_MS).toISOString(),
        typedIBAN: 'DE89370400440532013000',
      } as never,
      depth: 0,
      overrideAccess: false,
      req: await house.people.second.req(),
    })) as unknown as { reference: string }
    const [, former] = await told()
    expect(former!.consequences.join(' ')).toContain(
      `From now on they are collected by the mandate ${newer.reference}.`,
    )
    // Of another site's instalments one learns how many, not how much.
    const second = await aHouse({ institution: house.institution, payload: started.payload })
    const elsewhere = await (await house.person(['cashier'], { sites: [second.site] })).req()
    expect((await told(elsewhere))[1]!.consequences[0]).toBe(
      'At other sites 2 more instalments hang on it.',
    )
    expect(await told(await (await house.person(['marketing'])).req())).toEqual([])

    const revoke = (req: PayloadRequest) =>
      revokeMeans({ id: mandate, collection: 'mandates', payload: started.payload, req })
    const stranger = await aHouse({ payload: started.payload, plugins: ['payments'] })
    expect(await codeOf(revoke(await requestOf(stranger, 'administrator')))).toBe('notFound')
    const answers = await Promise.all([codeOf(revoke(cashier)), codeOf(revoke(cashier))])
    expect(answers.sort()).toEqual(['conflict', 'done'])
    expect(await one('mandates', mandate)).toMatchObject({ state: 'revoked' })
    expect(await read('journal', { document: mandate })).toMatchObject([
      {
        action: 'update',
        after: { state: 'revoked' },
        before: { state: 'active' },
        documentTitle: reference,
        user: cashier.user!.id,
      },
    ])
    expect((await told()).map(({ title }) => title)).toEqual([
      `Mandate ${newer.reference}, DE89 •••• 3000`,
    ])
    const revoked = (req: PayloadRequest) => loadRevoked({ contactID: payer, req })
    expect(await revoked(cashier)).toEqual([
      {
        id: mandate,
        collection: 'mandates',
        title: expect.stringMatching(
          `^Mandate ${reference}, AT61 •••• 3201: revoked on .*${new Date().getUTCFullYear()}$`,
        ),
      },
    ])
    expect(await revoked(await (await house.person(['marketing'])).req())).toEqual([])
  })

  it('should be forgotten at the provider, and charged no more', async () => {
    const house = await aPayingHouse({ fake, payload: started.payload })
    const { payer } = await anAutomaticSubscriber({ house, instalments: 2 })
    const charge = await renewOnly(house)
    await sendCharges(house)
    const alias = await aStoredCard({ contact: payer, house })
    const req = await requestOf(house, 'cashier')
    const [card] = await loadRevocable({
      collection: 'aliases',
      req,
      where: { id: { equals: alias } },
    })
    expect(card!.consequences.join(' ')).toMatch(
      /^One instalment of CHF.105\.00 still hangs on it, .* It will fail on its day .* unless the person stores a new card/,
    )
    await revokeMeans({ id: alias, collection: 'aliases', payload: house.payload, req })
    await drainOutbox({ kind: 'revoke-means', payload: house.payload })
    expect(await read('outbox', { kind: 'revoke-means', subject: alias })).toMatchObject([
      { state: 'done' },
    ])
    await chargeDue({ now: new Date(Date.now() + 40 * DAY_MS), payload: house.payload })
    await sendCharges(house)
    expect(await read('payment-failures', { file: charge.file, state: 'open' })).toMatchObject([
      { amount: 10_500, cause: 'aliasRevoked' },
    ])
    const own = (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)
    expect(own).toHaveLength(1)
  })
})

describe('why an instalment is not paid', () => {
  it.each(['de', 'en', 'fr'] as const)('should be said in words in %s', (language) => {
    const t = (key: string): string =>
      key
        .split(':')
        .reduce<any>((texts, part) => texts?.[part], translations[language] as object) ?? key
    for (const code of [
      BOOKING_TAKEN_BACK,
      PAID_OTHERWISE,
      PAID_TOO_LATE,
      'aliasRevoked',
      'declined',
    ])
      expect(causeText(code, t)).toMatch(/^\p{Lu}.* .*\.$/u)
  })

  it('should be said in words in lists and on pages', () => {
    for (const [slug, name] of [
      ['charges', 'reason'],
      ['instalments', 'reason'],
      ['payment-failures', 'cause'],
    ] as const) {
      const field = started.payload.collections[slug]!.config.flattenedFields.find(
        (one) => one.name === name,
      )
      expect(Object.keys(field?.admin?.components ?? {}).sort()).toEqual(['Cell', 'Field'])
    }
  })
})

describe('a failed payment that was settled otherwise', () => {
  it('should be closed by hand with a reason only where no file can tell', async () => {
    const house = await aPayingHouse({ fake, payload: started.payload })
    await anAutomaticSubscriber({ card: 'hard', house })
    await renewOnly(house, { onFailure: 'nothing' })
    await sendCharges(house)
    const [nothing] = await read('payment-failures', { institution: house.institution })
    expect(nothing).toMatchObject({ instalment: null, state: 'open' })
    const req = await requestOf(house, 'cashier')
    const close = (failureID: string, asker = req) =>
      closeFailure({ failureID, payload: started.payload, reason: REASON, req: asker })
    const stranger = await aHouse({ payload: started.payload, plugins: ['payments'] })
    expect(await codeOf(close(nothing!.id, await requestOf(stranger, 'cashier')))).toBe('notFound')
    const answers = await Promise.all([codeOf(close(nothing!.id)), codeOf(close(nothing!.id))])
    expect(answers.sort()).toEqual(['conflict', 'done'])
    expect(await one('payment-failures', nothing!.id)).toMatchObject({
      closedAt: expect.any(String),
      state: 'closed',
    })
    const [noted] = await read('journal', { action: 'settleFailure', document: nothing!.id })
    expect(noted).toMatchObject({ after: { reason: REASON, state: 'closed' }, user: req.user!.id })

    const { payer } = await anAutomaticSubscriber({ card: 'hard', house, seat: 1 })
    await renewOnly(house, { name: 'Other', onFailure: 'reservation' })
    await sendCharges(house)
    const [owed] = await read('payment-failures', { contact: payer })
    expect(await codeOf(close(owed!.id))).toBe('stillOwed')
  })
})

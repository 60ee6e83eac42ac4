import type { SendEmailOptions } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import { handleEndpoints } from 'payload'

import type { Role } from '../../src/access/roles'
import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'

import { readMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { bookPayment } from '../../src/operations/payments/bookPayment'
import { takeBackPayment } from '../../src/operations/payments/takeBackPayment'
import { proposeSite } from '../../src/plugins/payments/components/proposeSite'
import { askAboutSetups } from '../../src/plugins/payments/jobs/askAboutSetups'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import { remindDue } from '../../src/plugins/payments/jobs/remindDue'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import {
  askForCard,
  remindOfFailures,
} from '../../src/plugins/payments/operations/reminders/remindByHand'
import { withdrawLink } from '../../src/plugins/payments/operations/reminders/withdrawLink'
import { loadFailedPayments } from '../../src/plugins/payments/views/loadFailedPayments'
import { aSubscriber } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { startLane } from '../renewal/startLane'
import { aCard, requestOf } from './aFailedPayment'
import {
  anAutomaticSubscriber,
  aPayingHouse,
  aStoredCard,
  CARDS,
  renewAndCharge,
  sendCharges,
} from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'
import { submitForm } from './storeMeans'

const DAY_MS = 86_400_000

let started: Awaited<ReturnType<typeof startPayload>>
let fake: FakeProvider
let house: PayingHouse
let sent: SendEmailOptions[] = []
/** Where the customers of a test come from. */
let address: string
let tests = 0

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
  started.payload.sendEmail = async (mail) => {
    sent.push(mail)
    return { messageID: String(mail.messageId) }
  }
})
beforeEach(async () => {
  // What another test has left waiting is not this one's.
  await updateMany({
    collection: 'reminder-plans' as 'sites',
    data: { active: false },
    payload: started.payload,
    where: {},
  })
  await sendMails()
  sent = []
  address = `192.0.2.${++tests}`
  house = await aPayingHouse({ fake, payload: started.payload })
})
afterAll(async () => {
  await started.stop()
  await fake.stop()
})

const read = (collection: string, where: object = { site: house.site }, sort = 'id') =>
  readMany({
    collection: collection as 'sites',
    payload: started.payload,
    sort,
    where: where as never,
  })

/** People whose renewal became a reservation because their card has expired; in their order. */
const someFailures = async (...people: Record<string, unknown>[]) => {
  const payers: string[] = []
  for (const [seat, person] of people.entries())
    payers.push(
      (
        await anAutomaticSubscriber({
          card: 'expired',
          email: `p${seat}@customer.test`,
          house,
          seat,
          ...person,
        })
      ).payer,
    )
  await renewAndCharge(house)
  const failures = await read('payment-failures')
  return payers.map((payer) => failures.find(({ contact }) => contact === payer)!)
}

const byHand = async (failures: { id: string }[], key = randomUUID(), role: Role = 'marketing') =>
  inTransaction({
    payload: started.payload,
    req: await requestOf(house, role),
    work: (req) =>
      remindOfFailures({
        failureIDs: failures.map(({ id }) => id),
        key,
        payload: started.payload,
        req,
      }),
  })

const sendMails = () => drainOutbox({ kind: 'card-mail', payload: started.payload })
const at = (days: number) => new Date(Date.now() + days * DAY_MS + 60_000)
const remind = (days: number) => remindDue({ now: at(days), payload: started.payload })

const aPlan = (changes: Record<string, unknown> = {}) =>
  started.payload.create({
    collection: 'reminder-plans' as 'sites',
    data: { name: 'Plan', institution: house.institution, site: house.site, ...changes } as never,
  })

const tokenIn = (mail: SendEmailOptions): string => /\/card\/([\w-]+)/.exec(String(mail.text))![1]!

/** What a browser gets of the customer's page. */
const visit = async (token: string, { back = false, method = 'GET' } = {}) => {
  const response = await handleEndpoints({
    config: started.config,
    payloadInstanceCacheKey: started.uri,
    request: new Request(`http://localhost/api/payment/card/${token}${back ? '/back' : ''}`, {
      headers: { 'Accept-Language': 'en', 'X-Reprise-Client-IP': address },
      method,
    }),
  })
  return { html: await response.text(), status: response.status }
}

/** Goes to the provider's page by the button, and does something there. */
const atTheProvider = async (token: string, typed: Record<string, string>) => {
  const { html } = await visit(token, { method: 'POST' })
  const page = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)![1]!
  return submitForm(page, { name: 'Anna Meier', expiry: '12/49', ...typed })
}

const saves = (token: string, number: string = CARDS.good) =>
  atTheProvider(token, { action: 'save', number })

const figuresOf = async () => {
  const { docs } = await started.payload.find({
    collection: 'payment-mailings' as 'sites',
    overrideAccess: true,
    sort: 'createdAt',
    where: { site: { equals: house.site } },
  })
  return docs.map(({ bounced, opened, paid, sent: out, stored }: Record<string, any>) => ({
    bounced,
    opened,
    paid,
    sent: out,
    stored,
  }))
}

describe('a personal link', () => {
  it('should lead from the mail to a stored card that can be charged, and count each step', async () => {
    const [failure, other] = await someFailures({ language: 'fr' }, { email: null })
    const key = randomUUID()
    expect(await byHand([failure!, other!], key)).toEqual({
      sent: 1,
      skipped: { noEmail: 1 },
      withoutEmail: [{ id: expect.any(String), name: expect.stringMatching(/\S/) }],
    })
    await byHand([failure!, other!], key)
    // Nobody else to write to: they are named all the same, so that somebody finds out their address.
    expect(await byHand([other!])).toMatchObject({
      sent: 0,
      withoutEmail: [{ id: other!.contact }],
    })
    const { failures } = await loadFailedPayments({ req: await requestOf(house, 'cashier') })
    const rowOf = ({ id }: { id: string }) => failures.find((row) => row.id === id)!
    expect(rowOf(failure!).link).toMatch(/^Link sent on .+: not opened yet$/)
    expect(rowOf(other!)).toMatchObject({ contact: { hasEmail: false }, link: null })
    await sendMails()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      subject: expect.stringContaining('votre paiement n’a pas abouti'),
      to: { address: 'p0@customer.test' },
    })
    const token = tokenIn(sent[0]!)
    const stored = JSON.stringify([await read('outbox'), await read('card-links')])
    expect(stored).not.toContain(token)
    expect(await figuresOf()).toEqual([{ bounced: 0, opened: 0, paid: 0, sent: 1, stored: 0 }])

    const page = await visit(token)
    expect(page).toMatchObject({ html: expect.stringContaining('Pour Anna M.'), status: 200 })
    expect(page.html).toContain('<html lang="fr">')
    expect(page.html).toContain('210.00\u00a0CHF reste à payer')
    expect(page.html).not.toContain('Meier')
    expect((await visit(token, { back: true })).html).toContain('Enregistrer une nouvelle carte')

    const cancelled = await atTheProvider(token, { action: 'cancel' })
    expect(cancelled.headers.get('location')).toContain(`/card/${token}/back`)
    expect((await visit(token, { back: true })).html).toContain('Aucune carte n’a été enregistrée')

    await saves(token)
    const [first, second] = await Promise.all([
      visit(token, { back: true }),
      visit(token, { back: true }),
    ])
    for (const { html } of [
      first,
      second,
      await visit(token),
      await visit(token, { method: 'POST' }),
    ])
      expect(html).toContain('Votre carte Visa •••• 4242 est enregistrée')
    const cards = await read('aliases', { contact: failure!.contact }, 'createdAt')
    expect(cards.map(({ last4, state }) => [last4, state])).toEqual([
      ['0069', 'replaced'],
      ['4242', 'active'],
    ])
    expect(await figuresOf()).toEqual([{ bounced: 0, opened: 1, paid: 0, sent: 1, stored: 1 }])

    await chargeAgain({ failureID: failure!.id, payload: started.payload })
    expect((await visit(token)).html).toContain('en train d’être débitée de 210.00\u00a0CHF')
    await sendCharges(house)
    expect(await figuresOf()).toEqual([{ bounced: 0, opened: 1, paid: 1, sent: 1, stored: 1 }])
    expect((await visit(token)).html).toContain('Il n’y a plus rien à payer')
    expect((await read('files', { id: failure!.file }))[0]).toMatchObject({
      balance: 0,
      status: 'sold',
    })
    const actions = (await read('journal', { file: failure!.file })).map(({ action }) => action)
    expect(actions).toContain('remind')
  })

  it('should say the same of a wrong token, a withdrawn link and one whose time is over', async () => {
    const payer = await aSubscriber({ email: 'a@customer.test', house })
    const req = await requestOf(house, 'cashier')
    const ask = () =>
      inTransaction({
        payload: started.payload,
        req,
        work: (own) =>
          askForCard({
            contactID: payer,
            key: randomUUID(),
            payload: started.payload,
            req: own,
            siteID: house.site,
          }),
      })
    await ask()
    await ask()
    await sendMails()
    const [one, two] = await read('card-links')
    expect(sent.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Bitte hinterlegen Sie eine neue Karte'),
      expect.stringContaining('Bitte hinterlegen Sie eine neue Karte'),
    ])
    const tokens = sent.map(tokenIn)
    for (const token of tokens) expect((await visit(token)).status).toBe(200)
    await inTransaction({
      payload: started.payload,
      req,
      work: (own) => withdrawLink({ id: one!.id, payload: started.payload, req: own }),
    })
    await updateMany({
      collection: 'card-links' as 'sites',
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
      payload: started.payload,
      where: { id: two!.id },
    })
    const answers = await Promise.all(
      [...tokens, 'x'.repeat(43), `${tokens[0]}x`].flatMap((token) => [
        visit(token),
        visit(token, { method: 'POST' }),
        visit(token, { back: true }),
      ]),
    )
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1)
    expect(answers.every(({ status }) => status === 404)).toBe(true)
    expect(answers[0]!.html).toContain('This link is not valid, or no longer.')
    // Whoever goes on trying is not listened to for a while.
    await Promise.all(Array.from({ length: 40 }, (_, i) => visit(`guess${i}`)))
    expect((await visit('another')).status).toBe(429)
  })

  it('should find a card that was stored by somebody who never came back, and charge it where the plan says so', async () => {
    await aPlan({ chargeAtOnce: true })
    const [failure] = await someFailures({})
    await byHand([failure!])
    await sendMails()
    const token = tokenIn(sent[0]!)
    expect((await visit(token)).html).toContain(
      'Sobald die Karte hinterlegt ist, wird sie mit diesem Betrag belastet.',
    )
    await saves(token)
    await askAboutSetups({ now: new Date(), payload: started.payload })
    expect((await read('card-links'))[0]).toMatchObject({ state: 'open' })
    // The power fails when the provider has said what was stored; an hour later it is asked again.
    const worker = await startLane({
      crashAt: 'card:beforeStore',
      program: 'remindWorker',
      runID: at(0.1).toISOString(),
      uri: started.uri,
    })
    expect(await worker.ended).toBeNull()
    expect((await read('card-links'))[0]).toMatchObject({ state: 'open' })
    await askAboutSetups({ now: at(0.2), payload: started.payload })
    expect((await read('card-links'))[0]).toMatchObject({ state: 'used' })
    await sendCharges(house)
    expect((await read('payment-failures'))[0]).toMatchObject({ state: 'paid' })
    const charges = (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)
    expect(charges.map(({ status }) => status)).toEqual(['declined', 'paid'])
  })
})

describe('a link for a renewal that came to nothing', () => {
  it('should promise no charge and ask for no money', async () => {
    await aPlan({ chargeAtOnce: true })
    await anAutomaticSubscriber({ card: 'expired', email: 'n@customer.test', house })
    await renewAndCharge(house, { onFailure: 'nothing' })
    const [failure] = await read('payment-failures')
    await byHand([failure!])
    await sendMails()
    const token = tokenIn(sent[0]!)
    const asked = (await visit(token)).html
    expect(asked).toMatch(/konnte nicht erneuert werden, weil die Zahlung von CHF.210\.00 nicht/)
    expect(asked).not.toMatch(/wird sie mit diesem Betrag belastet|Offen sind/)
    await saves(token)
    const { html } = await visit(token, { back: true })
    expect(html).toContain('können wir die Erneuerung Ihres Abonnements noch einmal versuchen')
    expect(html).not.toMatch(/belasten|belastet/)
    expect(await read('charges', { site: house.site, state: 'open' })).toEqual([])
  })
})

describe('a reminder plan', () => {
  const stagesOf = async () =>
    (await read('card-links', { site: house.site }, 'createdAt')).map(({ contact, stage }) => [
      contact,
      stage,
    ])

  it('should remind at each stage once, of what is still owed, and hand over at the end', async () => {
    const [patient, pays, stores, unknown] = await someFailures({}, {}, {}, { email: null })
    await aPlan({ atEnd: 'cancel', endDays: 21 })
    await remind(0)
    expect(await stagesOf()).toEqual([])
    await remind(1)
    await remind(1)
    await sendMails()
    expect(await stagesOf()).toHaveLength(3)
    expect((await read('payment-failures', { id: patient!.id }))[0]).toMatchObject({
      nextStepAt: expect.any(String),
      stage: 1,
    })

    // One pays, one has stored a card that nobody has charged yet.
    await aStoredCard({ contact: pays!.contact, house })
    await chargeAgain({ failureID: pays!.id, payload: started.payload })
    await aStoredCard({ contact: stores!.contact, house })
    await remind(7)
    await sendCharges(house)
    await remind(7)
    await remind(14)
    await sendMails()
    const later = (await stagesOf()).slice(3)
    expect(later).toEqual([
      [patient!.contact, 2],
      [patient!.contact, 3],
    ])
    expect(sent).toHaveLength(5)
    expect(await figuresOf()).toEqual([
      { bounced: 0, opened: 0, paid: 1, sent: 3, stored: 0 },
      { bounced: 0, opened: 0, paid: 0, sent: 1, stored: 0 },
      { bounced: 0, opened: 0, paid: 0, sent: 1, stored: 0 },
    ])

    await remind(20)
    expect((await read('files', { id: patient!.file }))[0]).toMatchObject({ status: 'reserved' })
    await Promise.all([remind(21), remind(21)])
    expect((await read('files', { id: patient!.file }))[0]).toMatchObject({
      balance: 0,
      status: 'cancelled',
    })
    const states = await Promise.all(
      [patient, pays, stores, unknown].map(
        async (one) => (await read('payment-failures', { id: one!.id }))[0]!.state,
      ),
    )
    expect(states).toEqual(['cancelled', 'paid', 'open', 'open'])
    const handed = (await read('journal', { file: patient!.file })).filter(
      ({ action }) => action === 'handOver',
    )
    expect(handed).toEqual([
      expect.objectContaining({ after: { reminders: 3, status: 'cancelled' } }),
    ])
    await remind(60)
    expect(await stagesOf()).toHaveLength(5)
  })

  it('should not catch up on several stages at once after a pause', async () => {
    const [failure] = await someFailures({})
    await aPlan()
    await remind(40)
    await remind(40)
    expect(await stagesOf()).toEqual([[failure!.contact, 1]])
    await remind(45)
    expect(await stagesOf()).toHaveLength(1)
    await remind(46)
    expect(await stagesOf()).toHaveLength(2)
  })

  it('should not be silenced by a card that cannot be charged for it', async () => {
    const [failure] = await someFailures({})
    await aPlan()
    await remind(1)
    // Stored since, for another house or another provider.
    await aCard(house, failure!.contact, '2049-01-01T00:00:00.000Z')
    await remind(7)
    expect(await stagesOf()).toEqual([1, 2].map((stage) => [failure!.contact, stage]))
    await aStoredCard({ contact: failure!.contact, house })
    await remind(14)
    expect(await stagesOf()).toHaveLength(2)
  })

  it('should take back a reminder that still waits when the money comes in', async () => {
    const [failure] = await someFailures({})
    await aPlan()
    await remind(1)
    await aStoredCard({ contact: failure!.contact, house })
    await chargeAgain({ failureID: failure!.id, payload: started.payload })
    await sendCharges(house)
    await sendMails()
    expect(sent).toEqual([])
    expect((await read('card-links'))[0]).toMatchObject({ mailState: 'cancelled' })
  })

  it('should begin anew with the first reminder when the payment that settled it is taken back', async () => {
    const [failure] = await someFailures({})
    await aPlan()
    await remind(1)
    await remind(7)
    await sendMails()
    const all = [failure!.contact]
    expect(await stagesOf()).toEqual([1, 2].map((stage) => [...all, stage]))
    const { payload } = started
    const paymentID = await bookPayment({
      amount: Number(failure!.amount),
      fileID: failure!.file,
      key: randomUUID(),
      method: 'cash',
      payload,
    })
    await takeBackPayment({ payload, paymentID, reason: 'Typed on the wrong file' })
    await remind(0)
    expect(await stagesOf()).toHaveLength(2)
    await remind(1)
    await remind(6)
    await remind(7)
    await sendMails()
    expect(await stagesOf()).toEqual([1, 2, 1, 2].map((stage) => [...all, stage]))
    expect(sent).toHaveLength(4)
  })

  it('should begin anew when another card is declined, and take nothing away unannounced', async () => {
    const [failure] = await someFailures({})
    await aPlan({ atEnd: 'cancel', endDays: 21 })
    for (const day of [1, 7, 14]) await remind(day)
    await sendMails()
    await aStoredCard({ contact: failure!.contact, house, number: CARDS.hard })
    await chargeAgain({ failureID: failure!.id, payload: started.payload })
    await sendCharges(house)
    const state = async () => (await read('payment-failures', { id: failure!.id }))[0]
    expect(await state()).toMatchObject({ nextStepAt: null, stage: 0, state: 'open' })
    await remind(21)
    await remind(22)
    await sendMails()
    expect(await stagesOf()).toEqual([1, 2, 3, 1].map((stage) => [failure!.contact, stage]))
    expect((await read('files', { id: failure!.file }))[0]).toMatchObject({ status: 'reserved' })
  })

  it('should make a reservation with a deadline of what was sold, when its instalment stays unpaid', async () => {
    const { payer } = await anAutomaticSubscriber({
      email: 'i@customer.test',
      house,
      instalments: 3,
    })
    await renewAndCharge(house)
    const [payment] = await read('payments', { contact: payer, state: 'planned' })
    const alias = await aStoredCard({ contact: payer, house, number: CARDS.hard })
    await updateMany({
      collection: 'payments',
      data: { alias },
      payload: started.payload,
      where: { id: payment!.id },
    })
    await chargeDue({ now: at(40), payload: started.payload })
    await sendCharges(house)
    const [failure] = await read('payment-failures')
    expect(failure).toMatchObject({ cause: 'declined', state: 'open' })
    await aPlan({
      atEnd: 'reserve',
      deadlineDays: 10,
      endDays: 3,
      stages: [{ days: 1, mail: 'payment-reminder-last' }],
    })
    await remind(1)
    // A mail that did not leave is no reason to take anything away.
    await remind(3)
    expect((await read('files', { id: failure!.file }))[0]).toMatchObject({ status: 'sold' })
    await sendMails()
    await remind(4)
    const [file] = await read('files', { id: failure!.file })
    expect(file).toMatchObject({ balance: 14_000, paid: 7000, status: 'reserved' })
    expect(new Date(file!.paymentDeadline).getTime()).toBeGreaterThan(at(13).getTime())
    expect((await read('payment-failures'))[0]).toMatchObject({ state: 'reserved' })
    expect((await visit(tokenIn(sent[0]!))).html).toContain('CHF\u00a0140.00 (Dossier')
    await chargeDue({ now: at(200), payload: started.payload })
    expect(await read('charges', { file: file!.id, state: 'open' })).toEqual([])
  })

  it('should send each once by several workers, whenever the power fails', async () => {
    const failures = await someFailures({}, {}, {})
    await aPlan()
    for (const crashAt of ['remind:beforeCommit', 'remind:afterCommit']) {
      const worker = await startLane({
        crashAt,
        program: 'remindWorker',
        runID: at(1).toISOString(),
        uri: started.uri,
      })
      // It ends there and says nothing: a place that is never passed would be no test.
      expect(await worker.ended).toBeNull()
      const isWritten = crashAt === 'remind:afterCommit'
      expect(await read('card-links')).toHaveLength(isWritten ? failures.length : 0)
    }
    await Promise.all([remind(1), remind(1), remind(1)])
    await Promise.all([sendMails(), sendMails()])
    expect(sent.map(({ to }) => (to as { address: string }).address).sort()).toEqual(
      failures.map((_, i) => `p${i}@customer.test`),
    )
    await Promise.all([remind(7), remind(7), remind(7)])
    // Several processes have written them, and ids of MongoDB are in order within one of them only.
    const links = await read('card-links', { site: house.site }, 'stage')
    expect(links.map(({ mailState, stage }) => [mailState, stage])).toEqual([
      ...failures.map(() => ['sent', 1]),
      ...failures.map(() => ['waiting', 2]),
    ])
  })
})

describe('the site that a link is for', () => {
  const [theatre, opera] = [{ id: 'theatre' }, { id: 'opera' }]
  const both = [theatre, opera]

  it('should be proposed where it is likely, and else be chosen by the person', () => {
    expect(proposeSite({ sites: [opera] })).toBe('opera')
    expect(proposeSite({ cameFrom: 'opera', failed: 'theatre', sites: both })).toBe('opera')
    expect(proposeSite({ cameFrom: 'elsewhere', failed: 'theatre', sites: both })).toBe('theatre')
    expect(proposeSite({ cameFrom: null, failed: 'elsewhere', sites: both })).toBe('')
  })
})

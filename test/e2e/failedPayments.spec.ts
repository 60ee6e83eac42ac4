import type { Page } from 'puppeteer-core'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { TestBrowser } from '../helpers/browser'
import { mailsIn } from '../helpers/mailsIn'
import type { Payer } from '../helpers/e2e/payersFile'
import type { E2EServer } from '../helpers/e2e/startServer'
import type { FakeProvider } from '../payments/startFakeProvider'

import { findBarriers, seeText, startBrowser, waitUntil } from '../helpers/browser'
import { barriersOn } from '../helpers/e2e/barriers'
import { bringIn, untilRun } from '../helpers/e2e/bringIn'
import { keepScreenshot, openDesk, press, settle, visit } from '../helpers/e2e/desk'
import { writePayersFile } from '../helpers/e2e/payersFile'
import { rawKeysOn } from '../helpers/e2e/rawKeys'
import { startServer } from '../helpers/e2e/startServer'
import { CARDS } from '../payments/aPayingHouse'
import { startFakeProvider } from '../payments/startFakeProvider'

/** The theatre has renewed and charged its subscribers; each test goes on where the one before has stopped. */
let admin: string
let browser: TestBrowser
let fake: FakeProvider
let page: Page
let problems: string[]
let server: E2EServer
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-failed-payments-'))

const now = new Date()
/** The month in so many months, as the theatre writes it. */
const monthIn = (months: number): string => {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return `${String(day.getUTCMonth() + 1).padStart(2, '0')}.${day.getUTCFullYear()}`
}

/** A month as it stands on a card: "08/26". */
const printed = (month: string): string => month.replace(/\.\d\d/, '/')

/** Who renews, and what their card does. */
const people: ({ number?: string } & Payer)[] = [
  { number: CARDS.expired, payerEmail: 'anna@customer.example', payerFirstName: 'Anna' },
  { number: CARDS.hard, payerEmail: 'bernd@customer.example', payerFirstName: 'Bernd' },
  { number: CARDS.hard, payerEmail: 'carla@customer.example', payerFirstName: 'Carla' },
  { payerEmail: 'dora@customer.example', payerFirstName: 'Dora' },
  {
    cardExpiry: monthIn(1),
    instalments: '4',
    number: CARDS.good,
    payerEmail: 'emil@customer.example',
    payerFirstName: 'Emil',
    paymentMethod: 'Kreditkarte in Raten',
  },
]

beforeAll(async () => {
  ;[server, fake, browser] = await Promise.all([startServer(), startFakeProvider(), startBrowser()])
  admin = await server.logIn('admin@dreiland.example')
  await setUp()
  ;({ page, problems } = await openDesk({ browser, email: 'sales@dreiland.example', server }))
}, 180_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
  await fake?.stop()
  rmSync(folder, { force: true, recursive: true })
}, 30_000)

const make = async (collection: string, body: Record<string, unknown>): Promise<string> => {
  const answer = await server.ask({ body, method: 'POST', path: `/${collection}`, token: admin })
  if (answer.status !== 201) throw new Error(`${collection}: ${answer.text}`)
  return answer.body.doc.id
}

/** Cards are charged at the practice provider, last season comes in with its cards, and is renewed. */
const setUp = async () => {
  const keys = { secretKey: 'sk_failed_payments', webhookSecret: 'whsec_failed_payments' }
  await fake.openAccount({ id: 'e2e', ...keys })
  const { id: site, batch } = server.house.group.sites.theater!
  const account = await make('payment-accounts', {
    name: 'Practice',
    address: fake.address,
    provider: 'fake',
    ...keys,
  })
  for (const kind of ['card', 'cardInstalments'])
    await make('payment-methods', {
      name: kind,
      account,
      code: kind,
      kind,
      maxInstalments: 10,
      site,
      uses: ['renewal'],
    })
  const payers = people.map(({ number, ...payer }) => ({
    ...payer,
    payerLanguage: 'en',
    ...(number && {
      aliasReference: `old-${payer.payerFirstName}`,
      cardBrand: 'visa',
      cardExpiry: payer.cardExpiry ?? monthIn(30),
      cardLast4: number.slice(-4),
    }),
  }))
  await fake.takeOver(
    ...people.flatMap(({ number, payerFirstName }) =>
      number
        ? [
            {
              expMonth: 12,
              expYear: 2049,
              kind: 'card' as const,
              merchant: 'e2e',
              number: number.replaceAll(' ', ''),
              token: `old-${payerFirstName}`,
            },
          ]
        : [],
    ),
  )
  const file = writePayersFile({ folder, payers, server })
  await bringIn({ code: 'theater', file, server, token: admin })
  const batchID = await make('renewal-batches?depth=0', {
    ...batch,
    onFailure: 'reservation',
    when: 'byHand',
  })
  const { body } = await server.ask({
    body: { simulation: false },
    method: 'POST',
    path: `/renewal/batches/${batchID}/start`,
    token: admin,
  })
  await untilRun({ id: body.runID, server, state: 'done', token: admin })
}

const openFailures = () => visit(page, `${server.base}/admin/failed-payments`)
/** The rows of a table of the page, by its heading. */
const rowsBelow = (heading: string): Promise<string[]> =>
  page.$$eval(
    '.failed-payments h2',
    (headings, wanted) => {
      let place: Element | null | undefined = headings.find((one) => one.textContent === wanted)
      while (place && !place.querySelector('tbody')) place = place.nextElementSibling
      return [...(place?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].map((row) =>
        row.innerText.replace(/\s+/g, ' ').trim(),
      )
    },
    heading,
  )
const rowOf = async (heading: string, name: string): Promise<string> =>
  (await rowsBelow(heading)).find((row) => row.includes(name)) ?? ''
/** Does something in the row of a person, as soon as it is there. */
const inRowOf = async (name: string, selector: string) => {
  const element = await waitUntil(
    page,
    (wanted, what) =>
      [...document.querySelectorAll('.failed-payments tbody tr')]
        .find((row) => row.textContent?.includes(wanted) && row.querySelector(what))
        ?.querySelector<HTMLElement>(what),
    name,
    selector,
  )
  await (element as unknown as { click: () => Promise<void> }).click()
}
const sendTicked = async (name: 'cards' | 'failures') => {
  await page.click(`#send-links-${name}`)
  await press(page, 'Send link for a new card', '.confirmation-modal')
}

/** The link in the latest mail to somebody, as a mail program shows it. */
const linkFor = async (recipient: string): Promise<string> => {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    for (const mail of mailsIn(server.mails)) {
      const link = /http:\/\/localhost:\d+\/card\/[\w-]+/.exec(mail.replace(/=\r?\n/g, ''))
      if (link && mail.includes(recipient)) return link[0]
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`No mail came for ${recipient}.`)
}

describe('the page of failed payments', () => {
  it('should tell by cause what failed, and offer to charge again where a card is stored', async () => {
    await openFailures()
    expect((await rowsBelow('By cause')).map((row) => row.replace(/ CHF.*/, ''))).toEqual([
      'The bank declined the payment. 2',
      'The stored card has expired. 1',
      'The payer has not stored a card. 1',
    ])
    expect(await rowOf('To work on', 'Muster Bernd')).toContain('Charge again')
    const dora = await rowOf('To work on', 'Muster Dora')
    expect(dora).toContain('No card is stored. Send the link.')
    expect(dora).not.toContain('Charge again')
    expect(await barriersOn(page, { kind: 'page', ours: ['.failed-payments'] })).toEqual([])
    await keepScreenshot(page, 'failed-payments')
    // However far down a long list one is, what sends the links stays in reach.
    const { height, width } = page.viewport()!
    await page.setViewport({ height: 300, width })
    const isInReach = await page.$eval('#send-links-failures', (button) => {
      document.querySelector('form tbody tr:last-child')!.scrollIntoView({ block: 'end' })
      const { bottom, top } = button.getBoundingClientRect()
      return scrollY > 0 && top >= 0 && bottom <= innerHeight
    })
    expect(isInReach).toBe(true)
    await page.setViewport({ height, width })

    await press(page, 'The bank declined the payment.', '.failed-payments')
    await waitUntil(page, () => location.search.includes('cause=declined'))
    await waitUntil(page, () => !document.body.innerText.includes('Muster Dora'))
    expect((await rowsBelow('To work on')).map((row) => row.split(' ')[1]).sort()).toEqual([
      'Bernd',
      'Carla',
    ])
    await press(page, 'All causes', '.failed-payments')
    await seeText(page, 'Muster Dora')
  }, 60_000)

  it('should lead to the saved list, with until when each card is good', async () => {
    await press(page, 'As a list, to filter and sort', '.failed-payments')
    await page.waitForSelector('.table tbody tr')
    await settle(page, 300)
    const listed = await page.$$eval('.table tbody tr', (rows) =>
      (rows as HTMLElement[]).map((row) => row.innerText.replace(/\s+/g, ' ')),
    )
    expect(listed).toHaveLength(4)
    expect(listed.join('\n')).toContain('The bank declined the payment.')
    // The month that stands on the card, wherever the browser is.
    const shown = printed(monthIn(30))
    expect(listed.filter((row) => row.includes(shown))).toHaveLength(3)
  }, 60_000)

  it('should send a personal link, by which the customer stores a card that is charged again', async () => {
    await openFailures()
    await inRowOf('Muster Anna', 'input[name=failures]')
    await sendTicked('failures')
    await seeText(page, '1 link is on its way.')
    await seeText(page, 'Link sent on')
    const link = await linkFor('anna@customer.example')

    const customer = await browser.open({ width: 400 })
    await customer.page.goto(link)
    await seeText(customer.page, 'For Anna M.')
    expect(await findBarriers(customer.page)).toEqual([])
    await press(customer.page, 'Store a new card', 'form')
    await customer.page.waitForSelector('#number')
    await customer.page.type('#number', CARDS.good)
    await customer.page.type('#expiry', '12/49')
    await customer.page.type('#name', 'Muster Anna')
    await press(customer.page, 'Store', 'form')
    await seeText(customer.page, 'Your card Visa •••• 4242 is stored.')
    expect(customer.page.url()).toContain(`${link}/back`)
    expect(await findBarriers(customer.page)).toEqual([])
    expect(customer.problems).toEqual([])

    await openFailures()
    await untilMailing(/ 1 0 1 1 0$/)
    await inRowOf('Muster Anna', 'button')
    await seeText(page, 'for Muster Anna: the card or account')
    await press(page, 'Charge again', '.confirmation-modal')
    await seeText(page, 'The charge is on its way.')
    await untilGone('Muster Anna')
    await untilMailing(/ 1 0 1 1 1$/)
    const { balance, status } = await fileOf('Anna')
    expect({ balance, status }).toEqual({ balance: 0, status: 'sold' })
    await customer.page.goto(link)
    await seeText(customer.page, 'Nothing is due any more.')
  }, 90_000)

  it('should be rid of what is paid at the counter, and have it again when that was a mistake', async () => {
    const { id } = await fileOf('Bernd')
    await visit(page, `${server.base}/admin/collections/files/${id}`)
    await press(page, 'Note a payment', '.file-page')
    await page.waitForSelector('.book-payment')
    expect(await barriersOn(page, { kind: 'form', ours: ['.file-page__header'] })).toEqual([])
    await press(page, 'Note', '.book-payment')
    await seeText(page, 'The payment is noted.')
    await seeText(page, 'Failed payment settled')
    expect(await fileOf('Bernd')).toMatchObject({ balance: 0, status: 'sold' })

    await press(page, 'Take back noted payment', '.file-page')
    await seeText(page, 'becomes a reservation again')
    expect(await barriersOn(page, { kind: 'form', ours: ['.file-page__header'] })).toEqual([])
    await page.type('.reason-form input', 'Typed on the wrong file')
    await press(page, 'Take back noted payment', '.reason-form')
    await seeText(page, 'The payment is taken back.')
    await seeText(page, 'Typed on the wrong file')
    expect((await fileOf('Bernd')).status).toBe('reserved')
    await openFailures()
    expect(await rowOf('To work on', 'Muster Bernd')).not.toBe('')
    const { balance: amount } = await fileOf('Bernd')
    await server.ask({
      body: { amount, key: randomUUID(), method: 'cash' },
      method: 'POST',
      path: `/payment/files/${id}/payments`,
      token: admin,
    })
    await openFailures()
    expect(await rowOf('To work on', 'Muster Bernd')).toBe('')
    expect(await rowOf('To work on', 'Muster Carla')).not.toBe('')
  }, 60_000)

  it('should give back what was charged, in part, after saying what follows', async () => {
    const { id, total } = await fileOf('Anna')
    await visit(page, `${server.base}/admin/collections/files/${id}`)
    await press(page, 'Refund', '.file-page')
    await page.waitForSelector('#refund-form input')
    const left = await page.$eval('#refund-form input', ({ value }) => value)
    const refused = async (typed: string, why: string) => {
      await typeAmount(typed)
      await seeText(page, why)
      expect(await isRefundGrey()).toBe(true)
    }
    await refused('a lot', 'That is not an amount.')
    await refused('0', 'more than zero, at most')
    await refused(`1${left}`, 'more than what is left of this payment')
    expect(await page.$eval('.book-payment__refusal', ({ textContent }) => textContent)).toContain(
      left,
    )
    await typeAmount('12.50')
    await waitUntil(page, () => !document.querySelector('.book-payment__refusal')?.textContent)
    await press(page, 'Refund', '#refund-form')
    await seeText(page, 'will be due again on this file')
    await press(page, 'Refund', '.confirmation-modal')
    await seeText(page, 'The refund is on its way.')
    for (const end = Date.now() + 30_000; (await fileOf('Anna')).balance !== 1250;)
      if (Date.now() > end) throw new Error('The refund was not booked.')
      else await new Promise((resolve) => setTimeout(resolve, 250))
    expect(await fileOf('Anna')).toMatchObject({ paid: total - 1250, status: 'sold' })
    // Nobody has to load the page again to see it.
    await seeText(page, 'Refunded')
  }, 60_000)

  it('should ask for a new card before an instalment that the card will not outlast, once', async () => {
    await openFailures()
    const heading = 'Cards that expire before an instalment'
    const before = await rowOf(heading, 'Muster Emil')
    expect(before).toContain(`Visa •••• 4242, ${printed(monthIn(1))}`)
    expect(before).toMatch(/–$/)
    await inRowOf('Muster Emil', 'input[name=cards]')
    await sendTicked('cards')
    await seeText(page, '1 link is on its way.')
    await waitUntil(page, () => !document.querySelector('input[name=cards]'))
    expect(await rowOf(heading, 'Muster Emil')).not.toMatch(/–$/)
    expect(await linkFor('emil@customer.example')).toContain('/card/')
    await untilMailing(/ 1 0 0 0 0$/)
    expect(problems).toEqual([])
  }, 60_000)
})

describe('the page of a contact', () => {
  it('should tell what is stored, and revoke it after saying what hangs on it', async () => {
    const { payer } = await fileOf('Emil')
    await visit(page, `${server.base}/admin/collections/contacts/${payer}`)
    await press(page, 'Revoke card', '.means-panel')
    await seeText(page, '3 instalments, together')
    await press(page, 'Revoke card', '.confirmation-modal')
    await seeText(page, 'is revoked.')
    await waitUntil(page, () => !document.querySelector('.means-panel button'))
    expect(await page.$eval('.means-panel__revoked', ({ textContent }) => textContent)).toContain(
      'revoked on',
    )
  }, 60_000)

  it('should send them a link, and tell what became of the last', async () => {
    const { payer } = await fileOf('Anna')
    await visit(page, `${server.base}/admin/collections/contacts/${payer}`)
    await seeText(page, 'card stored')
    await press(page, 'Send link for a new card', '.card-link-panel')
    await seeText(page, '1 link is on its way.')
    await seeText(page, 'not opened yet')
    expect(
      await barriersOn(page, { kind: 'joins', ours: ['.card-link-panel', '.means-panel'] }),
    ).toEqual([])
    expect(problems).toEqual([])
  }, 60_000)
})

describe('the texts', () => {
  it.each(['de', 'fr'] as const)(
    'should all be translated in %s',
    async (language) => {
      const desk = await openDesk({ browser, email: 'sales@dreiland.example', language, server })
      const { id } = await fileOf('Carla')
      for (const address of [
        '/failed-payments',
        '/collections/payment-failures',
        `/collections/files/${id}`,
      ]) {
        await visit(desk.page, `${server.base}/admin${address}`)
        expect({ address, keys: await rawKeysOn(desk.page) }).toEqual({ address, keys: [] })
        if (address === '/failed-payments')
          expect(await desk.page.title()).toBe(
            {
              de: 'Fehlgeschlagene Zahlungen bearbeiten · Reprise',
              fr: 'Traiter les règlements échoués · Reprise',
            }[language],
          )
      }
      expect(desk.problems).toEqual([])
    },
    60_000,
  )
})

const typeAmount = async (amount: string) => {
  await page.click('#refund-form input', { count: 3 })
  await page.type('#refund-form input', amount)
}
const isRefundGrey = (): Promise<boolean> =>
  page.$eval('#refund-form button[type=submit]', (button) => (button as HTMLButtonElement).disabled)

/** The renewed file of somebody. */
const fileOf = async (firstName: string): Promise<Record<string, any>> => {
  const { seasons } = server.house.group.sites.theater!
  const query = `where[payer.firstName][equals]=${firstName}&where[season][equals]=${seasons.next}`
  const { body } = await server.ask({ path: `/files?depth=0&${query}`, token: admin })
  return body.docs[0]
}

/** Opens the page until it shows what is to come. */
const until = async (isThere: () => Promise<boolean>, what: string) => {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    await openFailures()
    if (await isThere()) return
  }
  throw new Error(`In vain: ${what}`)
}
const untilGone = (name: string) =>
  until(async () => !(await rowOf('To work on', name)), `${name} is still there.`)
/** Waits for the figures of the latest mailing: sent, not delivered, opened, stored, paid. */
const untilMailing = (figures: RegExp) =>
  until(async () => figures.test((await rowsBelow('Mailings'))[0] ?? ''), String(figures))

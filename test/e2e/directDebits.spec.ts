import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'fs'
import path from 'path'

import type { ElementHandle, Page } from 'puppeteer-core'
import type { OpenPage, TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { groupBy } from '../../src/utilities/groupBy'
import { seeText, startBrowser, waitUntil } from '../helpers/browser'
import { barriersOn } from '../helpers/e2e/barriers'
import { contentOf, openBank, renewConcertHall } from '../helpers/e2e/debitBank'
import { openDesk, pick, press, refusalAt, save, typeDate, visit } from '../helpers/e2e/desk'
import { rawKeysOn } from '../helpers/e2e/rawKeys'
import { MEGABYTE, sendLarge, sendReport } from '../helpers/e2e/sendReport'
import { startServer } from '../helpers/e2e/startServer'
import { statement } from '../payments/bankReports'

type Desk = { token: string } & OpenPage

/** An accountant prepares, the sales manager releases; each test goes on where the one before has stopped. */
let browser: TestBrowser
let fileID: string
let first: Desk
let isStuck = false
let second: Desk
let server: E2EServer

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  await openBank(server)
  second = await openDesk({ browser, email: 'sales@dreiland.example', server })
  first = await openDesk({ browser, email: 'accounts@dreiland.example', server })
  await renewConcertHall({ server, token: second.token })
}, 180_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
}, 30_000)

/** A step of the way: without the ones before it there is nothing to see. */
const step = (name: string, walk: () => Promise<void>, limit?: number) =>
  it(
    name,
    async () => {
      if (isStuck) throw new Error('An earlier step has failed.')
      isStuck = true
      await walk()
      isStuck = false
    },
    limit,
  )

const overview = () => `${server.base}/admin/direct-debits`
const filePage = () => `${overview()}?file=${fileID}`

/** The charges of the file, as the API shows them. */
const charges = async (): Promise<Record<string, any>[]> =>
  (
    await server.ask({
      path: `/charges?depth=0&limit=0&sort=reference&where[debitFile][equals]=${fileID}`,
      token: second.token,
    })
  ).body.docs

/** The cells of the row of a table that holds a text. */
const cellsOf = (page: Page, text: string): Promise<string[]> =>
  page.$$eval(
    '.failed-payments tr',
    (rows, wanted) =>
      [
        ...((rows as HTMLElement[])
          .find((row) => row.innerText.includes(wanted))
          ?.querySelectorAll<HTMLElement>('th, td') ?? []),
      ].map((cell) => cell.innerText.trim()),
    text,
  )

/** Gives the page a file of the bank as a person does, and waits for what it says. */
const readIn = async ({ page }: Desk, { name, xml }: { name: string; xml: string }) => {
  const file = path.join(server.folder, name)
  writeFileSync(file, xml)
  await visit(page, overview())
  const input = (await page.waitForSelector('#debits-report')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(file)
  await press(page, 'Read in')
}

describe('direct debits by file, from what is due to what comes back', () => {
  step('should show what is due, and put it into a file', async () => {
    const { page } = first
    await visit(page, `${server.base}/admin`)
    await visit(
      page,
      await page.$eval('#nav-direct-debits', (link) => (link as HTMLAnchorElement).href),
    )
    await seeText(page, 'What is due')
    await seeText(page, 'Konzerthaus Seetal · Hausbank')
    expect(await barriersOn(page, { kind: 'page', ours: ['.direct-debits'] })).toEqual([])
    await press(page, 'Prepare file')
    await waitUntil(page, () =>
      /\d+ collections, [^,]*\d[^ ]* together, are put into a file\./.test(
        document.querySelector<HTMLElement>('.confirmation-modal')?.innerText ?? '',
      ),
    )
    await press(page, 'Prepare file', '.confirmation-modal')
    await waitUntil(page, () => new URLSearchParams(location.search).has('file'))
    await seeText(page, 'The file is prepared.')
    fileID = new URL(page.url()).searchParams.get('file')!
    await seeText(page, 'Prepared')
    expect((await charges()).length).toBeGreaterThan(5)
  })

  step('should not let its maker release it, nor anybody download it before', async () => {
    const { page, token } = first
    await seeText(page, 'You have prepared this file. A second person releases it.')
    expect(
      await page.$$eval('.direct-debits button', (buttons) =>
        buttons.map((button) => button.innerText.trim()),
      ),
    ).not.toContain('Release')
    expect(await barriersOn(page, { kind: 'page', ours: ['.direct-debits'] })).toEqual([])
    const release = await server.ask({
      body: {},
      method: 'POST',
      path: `/payment/debits/${fileID}/release`,
      token,
    })
    expect(release.status).toBe(403)
    expect(release.body.errors[0]).toMatchObject({
      data: { code: 'secondPersonNeeded' },
      message: 'Whoever has prepared a file cannot release it.',
    })
    expect((await server.ask({ path: `/payment/debits/${fileID}/file`, token })).status).toBe(409)
  })

  step('should be released by a second person, and downloaded for the bank', async () => {
    const { page } = second
    await visit(page, filePage())
    await press(page, 'Release')
    await seeText(page, 'This cannot be taken back here.')
    await press(page, 'Release', '.confirmation-modal')
    await seeText(page, 'Download for the bank')
    const session = await page.createCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      browserContextId: page.browserContext().id,
      downloadPath: server.folder,
    })
    const title = await page.$eval('.direct-debits h1', (heading) => heading.textContent!)
    const messageID = title.split(' ').at(-1)!
    await press(page, 'Download for the bank')
    const saved = path.join(server.folder, `${messageID}.xml`)
    for (let tries = 0; tries < 100 && !existsSync(saved); tries++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    const xml = readFileSync(saved, 'utf8')
    const { counts, texts } = await contentOf(xml)
    const all = await charges()
    expect(counts.get('CstmrDrctDbtInitn')).toBe(1)
    expect(counts.get('DrctDbtTxInf')).toBe(all.length)
    expect(texts.get('MsgId')).toEqual([messageID])
    expect([...texts.get('EndToEndId')!].sort()).toEqual(
      all.map(({ reference }) => reference).sort(),
    )
    expect(all.map(({ state }) => state)).toEqual(all.map(() => 'pending'))
  })

  step('should read in what the bank says, once', async () => {
    const all = await charges()
    const parts = groupBy(all, ({ partID }) => partID as string)
    const [back] = all
    const report = {
      name: 'camt054.xml',
      xml: statement({
        credits: [...parts].map(([partID, list]) => ({
          amount: list.reduce((sum, { amount }) => sum + amount, 0),
          partID,
        })),
        returns: [{ amount: back!.amount, code: 'AC04', reference: back!.reference }],
      }),
    }
    await readIn(second, report)
    await seeText(
      second.page,
      `Credited: ${all.length} · returned: 1 · known before: 0 · not found: 0 · other bookings: 0`,
    )
    await readIn(second, report)
    await seeText(second.page, 'returned: 0 · known before:')
  })

  step('should show the instalment as owed again, with the reason in words', async () => {
    const { page } = second
    const all = await charges()
    const [back] = all
    expect(all.filter(({ state }) => state === 'paid')).toHaveLength(all.length - 1)
    // A button of Payload's is too pale while one points at it.
    await page.mouse.move(0, 0)
    await visit(page, filePage())
    expect(await barriersOn(page, { kind: 'page', ours: ['.direct-debits'] })).toEqual([])
    const cells = await cellsOf(page, back!.reference)
    expect(cells.join(' ')).toContain('Came back')
    expect(cells.join(' ')).toContain('The account is closed.')
    const { body: instalment } = await server.ask({
      path: `/instalments/${back!.instalment}?depth=0`,
      token: second.token,
    })
    expect(instalment).toMatchObject({ reason: 'accountClosed', state: 'returned' })
    await visit(page, `${server.base}/admin/failed-payments`)
    const { body: contact } = await server.ask({
      path: `/contacts/${back!.contact}?depth=0`,
      token: second.token,
    })
    const failed = (await cellsOf(page, contact.displayName)).join(' ')
    expect(failed).toContain('The account is closed.')
    expect(failed).toContain('Ask for a new account with a new mandate.')
    expect(await barriersOn(page, { kind: 'page', ours: ['.failed-payments'] })).toEqual([])
    expect(first.problems.concat(second.problems)).toEqual([])
  })

  step('should refuse a file that is none of the bank, in a sentence', async () => {
    await readIn(second, { name: 'letter.xml', xml: '<letter>Dear bank</letter>' })
    await seeText(second.page, 'This is no bank file; it begins with “letter”.')
    await seeText(second.page, 'Nothing was booked.')
  })
})

describe('a file of which the bank says nothing', () => {
  /** Releases another file, with the collections of the next months. */
  const releaseAnother = async () => {
    const { body } = await server.ask({
      path: '/payment-accounts?depth=0&where[provider][equals]=sepaFile',
      token: first.token,
    })
    const prepared = await server.ask({
      body: {
        account: body.docs[0].id,
        site: server.house.group.sites.konzerthaus!.id,
        until: `${new Date().getFullYear() + 2}-12-31`,
      },
      method: 'POST',
      path: '/payment/debits',
      token: first.token,
    })
    expect(prepared.text).toContain('fileID')
    fileID = prepared.body.fileID
    const path = `/payment/debits/${fileID}/release`
    expect((await server.ask({ body: {}, method: 'POST', path, token: second.token })).status).toBe(
      200,
    )
  }

  step('should have a collection decided by a person, who sees what became of it', async () => {
    const { page } = first
    await releaseAnother()
    await visit(page, filePage())
    const offered = () =>
      page.$$eval('.direct-debits button', (buttons) =>
        buttons.map((button) => button.innerText.trim()),
      )
    // Before the day of the collection nobody can say anything of it.
    expect(await offered()).toEqual(['Was not handed in'])
    server.passCollectionDay(fileID)
    await visit(page, filePage())
    expect(await offered()).toContain('The money came in')
    await press(page, 'It did not come in', '.direct-debits')
    await page.waitForSelector('.reason-form input')
    expect(await barriersOn(page, { kind: 'page', ours: ['.direct-debits'] })).toEqual([])
    await page.type('.reason-form input', 'Asked at the bank')
    await press(page, 'It did not come in', '.reason-form')
    await seeText(page, 'It will be owed again in a moment.')
    const decided = async () => (await charges()).find(({ state }) => state !== 'pending')
    for (let tries = 0; tries < 50 && !(await decided()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 200))
    await visit(page, filePage())
    const cells = (await cellsOf(page, (await decided())!.reference)).join(' ')
    expect(cells).toContain('Came back, not credited')
    expect(cells).toContain('The money did not come in, as somebody has noted by hand.')
    expect(cells).not.toContain('It did not come in')
  })

  step('should be due again when somebody says that it was not handed in', async () => {
    const { page } = first
    await press(page, 'Was not handed in')
    await seeText(page, 'Only where your bank has not got this file')
    await press(page, 'Was not handed in', '.confirmation-modal')
    await seeText(page, 'Everything that was under way will be due again in a moment.')
    const isUnderWay = async () => (await charges()).some(({ state }) => state === 'pending')
    for (let tries = 0; tries < 50 && (await isUnderWay()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 200))
    await visit(page, filePage())
    await seeText(page, 'The file was not handed in at the bank.')
    expect(
      await page.$$eval('.direct-debits button', (buttons) =>
        buttons.map((button) => button.innerText.trim()),
      ),
    ).not.toContain('Was not handed in')
    expect(first.problems).toEqual([])
  })
})

describe('a mandate signed on paper', () => {
  const texts = {
    de: {
      future: 'Das Unterschriftsdatum liegt in der Zukunft. Nehmen Sie das Datum auf dem Formular.',
      good: 'Die IBAN ist richtig geschrieben.',
      taken: 'Diese Mandatsreferenz gibt es schon.',
      wrong: 'Die IBAN stimmt nicht.',
    },
    en: {
      future: 'The signature is in the future. Take the date on the form.',
      good: 'The IBAN is written correctly.',
      taken: 'There is a mandate of this reference already.',
      wrong: 'The IBAN is wrong.',
    },
    fr: {
      future: 'La signature est dans le futur. Prenez la date du formulaire.',
      good: 'L’IBAN est correctement écrit.',
      taken: 'Cette référence de mandat existe déjà.',
      wrong: 'L’IBAN est faux.',
    },
  }

  it.each(['de', 'en', 'fr'] as const)(
    'should be refused at the field or entered, in %s',
    async (language) => {
      const { future, good, taken, wrong } = texts[language]
      const { page, problems } = await openDesk({
        browser,
        email: 'sales@dreiland.example',
        language,
        server,
      })
      const known = (await server.ask({ path: '/mandates?depth=1&limit=1', token: second.token }))
        .body.docs[0]
      await visit(page, `${server.base}/admin/collections/mandates/create`)
      await pick(page, 'contact', known.contact.displayName)
      expect(
        await page.$eval('#field-account', (box) => (box as HTMLSelectElement).value),
      ).not.toBe('')
      await page.waitForSelector('#field-typedIBAN')
      const iban = async (text: string) => {
        await page.click('#field-typedIBAN', { count: 3 })
        await page.type('#field-typedIBAN', text)
      }
      // As soon as there are as many signs as an Austrian account has.
      await iban('AT61 1904 3002 3457 320')
      expect(await page.$eval('#field-typedIBAN-said', (said) => said.textContent)).toBe('')
      await page.type('#field-typedIBAN', '2')
      await seeText(page, wrong)
      await page.type('#field-reference', known.reference)
      await typeDate(page, 'signedOn', `01.02.${new Date().getFullYear() + 1}`)
      expect(await save(page, 'mandates')).toBe(400)
      expect(await refusalAt(page, 'typedIBAN')).toBe(wrong)
      expect(await refusalAt(page, 'signedOn')).toBe(future)
      expect(await refusalAt(page, 'reference')).toContain(taken)
      expect(await barriersOn(page, { kind: 'form', ours: ['.mandate-field'] })).toEqual([])
      await iban('at611904300234573201')
      await seeText(page, good)
      await typeDate(page, 'signedOn', `01.02.${new Date().getFullYear()}`)
      await page.click('#field-reference', { count: 3 })
      await page.keyboard.press('Backspace')
      expect(await save(page, 'mandates')).toBe(201)
      await page.waitForSelector('#field-maskedIBAN')
      expect(await page.$eval('#field-maskedIBAN', (box) => (box as HTMLInputElement).value)).toBe(
        'AT61 •••• 3201',
      )
      expect(
        await page.$eval('#field-reference', (box) => (box as HTMLInputElement).value),
      ).toMatch(/^\d+-\d+$/)
      const html = await page.content()
      expect(html.replace(/\s/g, '')).not.toContain('1904300234573201')
      expect(await rawKeysOn(page)).toEqual([])
      // Refused on purpose, which the browser notes.
      expect(problems.filter((problem) => !problem.includes('400'))).toEqual([])
    },
    60_000,
  )
})

describe('a large file of the bank', () => {
  it('should be read as it arrives: what is wrong with it is said long before its end', async () => {
    const { answer, sent } = await sendLarge({
      brokenAt: 2,
      megabytes: 100,
      server,
      token: second.token,
    })
    expect(answer.errors[0]).toMatchObject({
      data: { code: 'bankFileRefused' },
      message: 'The file is damaged or incomplete.',
    })
    // What the machine keeps between the two sides is a few megabytes.
    expect(sent).toBeLessThan(30)
  })

  const atFullLength = process.env.CAMPAIGN === 'full' ? it : it.skip
  atFullLength(
    'should be read to its end without ever lying in memory',
    async () => {
      const small = await sendLarge({ megabytes: 30, server, token: second.token })
      const large = await sendLarge({ megabytes: 100, server, token: second.token })
      // All of it was read: each row is some other booking.
      expect(large.answer.counts.others).toBe(large.rows)
      // Garbage is collected late; a file that lay in memory would come on top, as text and as bytes.
      expect(large.peak - small.peak).toBeLessThan(250)
    },
    120_000,
  )

  it('should be refused before it is read where it is larger than the house allows', async () => {
    const answer = await sendReport({
      length: 201 * MEGABYTE,
      pieces: [],
      server,
      token: second.token,
    })
    expect(answer).toMatchObject({
      body: { errors: [{ data: { code: 'tooLarge' } }] },
      status: 413,
    })
  })
})

describe('the pages', () => {
  it.each(['de', 'fr'] as const)(
    'should have no text without a translation in %s',
    async (language) => {
      const desk = await openDesk({ browser, email: 'admin@dreiland.example', language, server })
      for (const address of [overview(), filePage(), `${server.base}/admin/failed-payments`]) {
        await visit(desk.page, address)
        expect({ address, keys: await rawKeysOn(desk.page) }).toEqual({ address, keys: [] })
      }
      expect(desk.problems).toEqual([])
    },
    60_000,
  )
})

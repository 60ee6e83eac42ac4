import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync, writeFileSync } from 'fs'
import path from 'path'

import type { ElementHandle, Page } from 'puppeteer-core'
import type { TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { seeText, startBrowser, waitUntil } from '../helpers/browser'
import { barriersOn } from '../helpers/e2e/barriers'
import {
  keepScreenshot,
  openDesk,
  pick,
  press,
  refusalAt,
  rowsOf,
  save,
  seeRunEnd,
  settle,
  typeDate,
  visit,
} from '../helpers/e2e/desk'
import { PASSWORD, startServer } from '../helpers/e2e/startServer'

/** One house goes from an empty panel to a renewed season, by hand; each test goes on where the one before has stopped. */
let admin: string
let batchID: string
let isStuck = false
let browser: TestBrowser
let newFile: string
let page: Page
let problems: string[]
let renewal: string
let server: E2EServer
const seats = () => server.house.group.sites.konzerthaus!
const nextYear = new Date().getFullYear() + 1

const runPage = (id: string) => `${server.base}/admin/collections/runs/${id}`
const upload = async (file: string): Promise<void> => {
  const input = await page.waitForSelector('input[type=file]')
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
}
const groupCount = (text: string): Promise<number> =>
  page.$$eval(
    '.run-groups button',
    (buttons, wanted) =>
      Number(
        buttons.find((one) => one.textContent?.includes(wanted))?.querySelector('strong')
          ?.textContent ?? 0,
      ),
    text,
  )

/** A step of the way: without the ones before it there is nothing to see. */
const step = (name: string, walk: () => Promise<void>) =>
  it(name, async () => {
    if (isStuck) throw new Error('An earlier step has failed.')
    isStuck = true
    await walk()
    isStuck = false
  })

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  ;({ page, problems } = await browser.open({ height: 1000, width: 1360 }))
  page.setDefaultTimeout(60_000)
  admin = await server.logIn('admin@dreiland.example')
}, 150_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
}, 30_000)

describe('a season, from the file of the old system to the renewed one', () => {
  step('should let a member of staff log in', async () => {
    await visit(page, `${server.base}/admin`)
    await page.waitForSelector('#field-email')
    expect(await barriersOn(page, { kind: 'login' })).toEqual([])
    await page.type('#field-email', 'sales@dreiland.example')
    await page.type('#field-password', PASSWORD)
    await page.click('button[type=submit]')
    await page.waitForSelector('.modular-dashboard')
    await settle(page, 500)
    expect(await barriersOn(page, { kind: 'dashboard' })).toEqual([])
  })

  step('should keep nothing of a file with card numbers, and say where they are', async () => {
    const file = path.join(path.dirname(server.badFile), 'karten.csv')
    const [headers, line] = readFileSync(server.badFile, 'utf8').split('\r\n')
    // The last column is for remarks.
    writeFileSync(file, `${headers}\r\n${line!.replace(/;[^;]*$/, '')};4111 1111 1111 1111\r\n`)
    await visit(page, `${server.base}/admin/collections/subscriber-imports/create`)
    await pick(page, 'site', 'Stadttheater Rheinfels')
    await pick(page, 'season', seasonName(await seasonOf('theater')))
    await upload(file)
    expect(await save(page, 'subscriber-imports')).toBe(400)
    await seeText(page, 'The file holds payment card numbers: “Bemerkungen” (line 2).')
    await seeText(page, 'Delete the column or the numbers from the file')
    const { body } = await server.ask({ path: '/subscriber-imports', token: admin })
    expect(body.totalDocs).toBe(0)
  })

  step(
    'should report each bad line of a file with its number and reason, and import nothing',
    async () => {
      await page.click('.file-field__remove')
      await upload(server.badFile)
      expect(await save(page, 'subscriber-imports')).toBe(201)
      await page.waitForSelector('.import-panel__buttons')
      expect(await barriersOn(page, { kind: 'form', ours: ['.import-panel'] })).toEqual([])
      await press(page, 'Check the file')
      await seeRunEnd(page)
      const lines = (await rowsOf(page)).map(([line]) => Number(line))
      expect(lines).toEqual(server.mistakes.map(({ lineNumber }) => lineNumber))
      await seeText(page, '“petra.keller(at)example.com” is no e-mail address.')
      expect(await barriersOn(page, { kind: 'document', ours: ['.run-page'] })).toEqual([])
      const { body } = await server.ask({ path: '/files?limit=1', token: admin })
      expect(body.totalDocs).toBe(0)
    },
  )

  step('should import the good file after its check', async () => {
    await visit(page, `${server.base}/admin/collections/subscriber-imports/create`)
    await pick(page, 'site', 'Konzerthaus Seetal')
    await pick(page, 'season', seasonName(await seasonOf('konzerthaus')))
    await upload(server.files.konzerthaus!)
    await pick(page, 'criterion', 'Automatische Verlängerung stoppen')
    expect(await save(page, 'subscriber-imports')).toBe(201)
    await press(page, 'Check the file')
    await seeRunEnd(page)
    await seeText(page, 'In order')
    expect(await groupCount('In order')).toBe(300)
    const before = new URL(page.url()).pathname
    await press(page, 'Import the good files')
    await seeRunEnd(page, before)
    expect(await groupCount('Imported')).toBe(300)
  })

  step(
    'should propose the mapping of a new batch and say what will happen in numbers',
    async () => {
      await visit(page, `${server.base}/admin/batches`)
      await seeText(page, 'No batch here.')
      await press(page, 'New batch')
      await page.waitForSelector('#field-name')
      await page.type('#field-name', 'Concert season, first round')
      await pick(page, 'site', 'Konzerthaus Seetal')
      await pick(page, 'originSeason', seasonName(await seasonOf('konzerthaus')))
      await pick(page, 'targetSeason', seasonName(await seasonOf('konzerthaus', 'next')))
      await pick(page, 'salesChannel', 'Abo-Verlängerung')
      await typeDate(page, 'paymentDeadline', '01.02.2020')
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'paymentDeadline')).toBe('The payment deadline is in the past.')
      await typeDate(page, 'paymentDeadline', `01.03.${nextYear}`)
      expect(await save(page, 'renewal-batches')).toBe(201)
      batchID = page.url().split('/').at(-1)!
      for (const label of [
        'Großer Zyklus → Großer Zyklus',
        'Sonntagsmatineen → Matineen am Sonntag',
        'Vollpreis → Vollpreis',
      ])
        await seeText(page, label)
      await seeText(page, 'The termination criterion is missing')
      await press(page, 'Simulate')
      await waitUntil(page, () =>
        document
          .querySelector<HTMLElement>('[data-sonner-toaster]')
          ?.innerText.includes(
            'No shipment modes are chosen; automatic sales need them. Choose at least one under “Available shipment modes”.',
          ),
      )

      await pick(page, 'criterion', 'Automatische Verlängerung stoppen')
      await pick(page, 'shipmentModes', 'Postversand')
      await pick(page, 'shipmentModes', 'Zu Hause drucken')
      await pick(page, 'fallbackShipmentMode', 'Zu Hause drucken')
      await seeText(page, 'Save the batch first.')
      expect(await save(page, 'renewal-batches')).toBe(200)
      await waitUntil(page, () =>
        /^\d+ subscriptions will be renewed\. (?!.*no target).*\d (is|are) not renewed, because/.test(
          document.querySelector('.renewal-check p')?.textContent ?? '',
        ),
      )
      await waitUntil(
        page,
        () => !document.body.innerText.includes('The termination criterion is missing'),
      )
      expect(await barriersOn(page, { kind: 'form', ours: ['.renewal-check'] })).toEqual([])
      await keepScreenshot(page, 'batch')
    },
  )

  step('should simulate and show the results by reason', async () => {
    await press(page, 'Simulate')
    const id = await seeRunEnd(page)
    await seeText(page, 'Simulation: nothing was written.')
    const stopped = await groupCount('Stopped: the payer')
    expect(stopped).toBeGreaterThan(0)
    await press(page, `${stopped}`, '.run-groups')
    await seeText(page, `${stopped} rows`)
    const csv = await server.ask({
      path: `/run/${id}/rows.csv?reason=stoppedByPayer`,
      token: admin,
    })
    expect(csv.text.startsWith('\ufeffOld file;Who and what;Result;Reason;')).toBe(true)
    expect(csv.text.trim().split('\r\n')).toHaveLength(stopped + 1)
    const { body } = await server.ask({
      path: `/orders?where[kind][equals]=reservation`,
      token: admin,
    })
    expect(body.totalDocs).toBe(0)
  })

  step('should renew for real, show how far it is, and lead to the new files', async () => {
    const before = new URL(page.url()).pathname
    await press(page, 'Start for real')
    await seeText(page, 'This creates reservations and sales in the new season.')
    await press(page, 'Start', '.confirmation-modal')
    renewal = await seeRunEnd(page, before)
    expect(await page.$eval('[role=progressbar]', (bar) => bar.getAttribute('aria-valuenow'))).toBe(
      '100',
    )
    expect(await groupCount('Renewed on the same seat.')).toBeGreaterThan(0)
    expect(await barriersOn(page, { kind: 'document', ours: ['.run-page'] })).toEqual([])
    await keepScreenshot(page, 'run')
    newFile = await page.$$eval('.run-rows td:nth-child(5) a', ([link]) =>
      link!.getAttribute('href')!,
    )
    await visit(page, `${server.base}${newFile}`)
    await page.waitForSelector('.file-page')
    await seeText(page, 'Renewed from')
    await seeText(page, 'Abo-Verlängerung')
    expect(await barriersOn(page, { kind: 'document', ours: ['.file-page'] })).toEqual([])
    await keepScreenshot(page, 'file')
  })

  step('should run the failed again once their cause is mended', async () => {
    await visit(page, runPage(renewal))
    const failed = await groupCount('Failed')
    expect(failed).toBeGreaterThan(0)
    expect(await groupCount('No seat is left')).toBe(failed)
    await addSeats()
    await press(page, `Run the failed again (${failed})`)
    await press(page, 'Start', '.confirmation-modal')
    await seeRunEnd(page, new URL(runPage(renewal)).pathname)
    expect(await groupCount('Reserved')).toBe(failed)
    expect(await groupCount('Failed')).toBe(0)
  })

  step('should undo what nobody has touched, and list what stays and why', async () => {
    const touched = newFile.split('/').at(-1)!
    const number = (await server.ask({ path: `/files/${touched}?depth=0`, token: admin })).body
      .number
    const change = await server.ask({
      body: { remarks },
      method: 'PATCH',
      path: `/files/${touched}`,
      token: admin,
    })
    expect(change.status).toBe(200)
    await visit(page, runPage(renewal))
    await press(page, 'Undo the run')
    await press(page, 'Undo the run', '.confirmation-modal')
    await seeRunEnd(page, new URL(runPage(renewal)).pathname)
    expect(await groupCount('The file has been changed since.')).toBeGreaterThan(0)
    await press(page, `${await groupCount('Kept')}`, '.run-groups__outcomes li:last-child')
    await seeText(page, String(number))
    await seeText(page, 'Undo · Konzerthaus Seetal')
    await visit(page, `${server.base}/admin/batches?tab=done`)
    await seeText(page, 'Undo · Done')
    await press(page, 'Undo · Done')
    await press(page, 'To the run taken back')
    await waitUntil(page, (id) => location.pathname.endsWith(id), renewal)
  })

  step('should list batches and runs, and show the halls', async () => {
    await visit(page, `${server.base}/admin/batches`)
    await seeText(page, 'Concert season, first round')
    expect(await barriersOn(page, { kind: 'page', ours: ['.batches'] })).toEqual([])
    await keepScreenshot(page, 'batches')
    await visit(page, `${server.base}/admin`)
    await seeText(page, 'Latest runs')
    await visit(
      page,
      `${server.base}/admin/collections/venues/${seats().venues['GS-NEU']}/seat-map`,
    )
    await page.waitForSelector('.seat-map')
    await settle(page, 500)
    expect(await barriersOn(page, { kind: 'document', ours: ['.seat-map'] })).toEqual([])
    await keepScreenshot(page, 'seat-map')
    for (const [language, address, name] of [
      ['de', runPage(renewal), 'run-de'],
      ['fr', `${server.base}/admin/collections/renewal-batches/${batchID}`, 'batch-fr'],
    ] as const) {
      const desk = await openDesk({ browser, email: 'sales@dreiland.example', language, server })
      await visit(desk.page, address)
      await seeText(desk.page, language === 'de' ? 'Ergebnisse nach Grund' : 'seront renouvelés')
      await keepScreenshot(desk.page, name)
      expect(desk.problems).toEqual([])
    }
    // The deadline in the past and the start that was refused are answers with 400 and 409.
    expect(problems.filter((problem) => !/status of 4(00|09|22)/.test(problem))).toEqual([])
  })
})

/** What somebody has written on a file: rich text of one paragraph. */
const remarks = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'text',
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
            text: 'Wants to talk first.',
            version: 1,
          },
        ],
        direction: null,
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        version: 1,
      },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
}

const seasonOf = (code: string, which: 'last' | 'next' = 'last') =>
  server.ask({
    path: `/seasons/${server.house.group.sites[code]!.seasons[which]}?depth=0`,
    token: admin,
  })

const seasonName = ({ body }: { body: { name: string } }): string => body.name

/** The house finds room: a row of chairs more in each price category of the rebuilt hall. */
const addSeats = async (): Promise<void> => {
  const venue = seats().venues['GS-NEU']!
  const { body } = await server.ask({
    path: `/price-categories?depth=0&limit=20&where[venue][equals]=${venue}`,
    token: admin,
  })
  const create = body.docs.flatMap(({ id }: { id: string }, row: number) =>
    Array.from({ length: 12 }, (_, i) => ({
      block: 'Zusatz',
      blocked: false,
      number: String(i + 1),
      priceCategory: id,
      row: String(row + 1),
      x: (i - 5.5) * 11,
      y: 340 + row * 11,
    })),
  )
  const answer = await server.ask({
    body: { create },
    method: 'POST',
    path: `/seat-maps/venues/${venue}`,
    token: admin,
  })
  expect(answer.status).toBe(200)
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Page } from 'puppeteer-core'
import type { TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { seeText, startBrowser, waitUntil } from '../helpers/browser'
import { barriersOn } from '../helpers/e2e/barriers'
import { bringIn, untilRun } from '../helpers/e2e/bringIn'
import { keepScreenshot, openDesk, pick, press, save, typeDate, visit } from '../helpers/e2e/desk'
import { rawKeysOn } from '../helpers/e2e/rawKeys'
import { startServer } from '../helpers/e2e/startServer'

/** The club renews; each test goes on where the one before has stopped. */
const BATCH = 'Renouvellement du club'
const nextYear = new Date().getFullYear() + 1

let batchID: string
let browser: TestBrowser
let page: Page
let problems: string[]
let runID: string
let server: E2EServer
let token: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  ;({ page, problems, token } = await openDesk({
    browser,
    email: 'sales@dreiland.example',
    server,
  }))
  // Somebody whose clock is not the one of the site.
  await page.emulateTimezone('UTC')
  await bringIn({ code: 'club', server, token })
  const { body } = await server.ask({
    body: {
      ...server.house.group.sites.club!.batch,
      name: BATCH,
      onFailure: 'reservation',
      paymentDeadline: `${nextYear}-03-01T12:00:00.000Z`,
      when: 'byHand',
    },
    method: 'POST',
    path: '/renewal-batches?depth=0',
    token,
  })
  batchID = body.doc.id
}, 180_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
}, 30_000)

const batchPage = () => `${server.base}/admin/collections/renewal-batches/${batchID}`
const runPage = () => `${server.base}/admin/collections/runs/${runID}`
const openTab = (tab: string) => visit(page, `${server.base}/admin/batches?tab=${tab}`)
const batchRow = () =>
  page.$$eval(
    '.batches tr',
    (rows, name) =>
      (rows as HTMLElement[]).find((row) => row.innerText.includes(name))?.innerText ?? '',
    BATCH,
  )

describe('a schedule', () => {
  it('should begin once at a date and time, which the list shows in the time of the site', async () => {
    await openTab('scheduled')
    await seeText(page, 'Nothing is scheduled.')
    await visit(page, batchPage())
    await pick(page, 'when', 'Once at a date and time')
    await page.waitForSelector('#field-startAt input')
    await typeDate(page, 'startAt', `01.02.${nextYear} 20:00`)
    await seeText(page, `In the time of the site: 1 Feb ${nextYear}, 21:00 (Europe/Paris).`)
    expect(await save(page, 'renewal-batches')).toBe(200)
    await press(page, 'Schedule')
    await seeText(page, `Scheduled for 1 Feb ${nextYear}, 21:00 (Europe/Paris).`)
    await openTab('scheduled')
    expect(await batchRow()).toContain(`Scheduled for 1 Feb ${nextYear}, 21:00, simulation only`)
  })

  it('should be repeated, and tell the next time', async () => {
    await visit(page, batchPage())
    await pick(page, 'when', 'Repeated')
    await page.waitForSelector('#field-every')
    await pick(page, 'every', 'Every day')
    // The day is long past; the hour counts.
    await typeDate(page, 'startAt', '01.02.2024 20:00')
    expect(await save(page, 'renewal-batches')).toBe(200)
    // It is not to start at the old date, and nobody has asked for the new one.
    await seeText(page, 'Not scheduled: ')
    await press(page, 'Schedule')
    await seeText(page, 'Scheduled for ')
    const { body } = await server.ask({ path: `/renewal-batches/${batchID}?depth=0`, token })
    const next = new Date(body.nextRunAt)
    expect(next.getTime()).toBeGreaterThan(Date.now())
    expect(next.getTime()).toBeLessThan(Date.now() + 25 * 3_600_000)
    const atSite = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Paris',
    }).format(next)
    expect(atSite).toMatch(/, 21:00$/)
    await openTab('scheduled')
    expect(await batchRow()).toContain(`Scheduled for ${atSite}, then every day, simulation only`)
  })

  it('should be cancelled', async () => {
    await visit(page, batchPage())
    await press(page, 'Take off the schedule')
    await waitUntil(page, () => !document.body.innerText.includes('Scheduled for '))
    await openTab('scheduled')
    await seeText(page, 'Nothing is scheduled.')
    expect((await server.ask({ path: `/renewal-batches/${batchID}`, token })).body.nextRunAt).toBe(
      null,
    )
    await visit(page, batchPage())
    await pick(page, 'when', 'Start by hand')
    expect(await save(page, 'renewal-batches')).toBe(200)
  })
})

describe('a run while it goes on', () => {
  it('should say before it begins how much it will be, and then how far it is and when it ends', async () => {
    await press(page, 'Start')
    await waitUntil(page, () =>
      /\d+ subscriptions will be renewed\./.test(
        document.querySelector<HTMLElement>('.confirmation-modal')?.innerText ?? '',
      ),
    )
    await press(page, 'Start', '.confirmation-modal')
    await waitUntil(page, () => location.pathname.includes('/collections/runs/'))
    runID = new URL(page.url()).pathname.split('/').at(-1)!
    const held = await server.holdRun(runID)
    try {
      const { body } = await server.ask({ path: `/run/${runID}/progress`, token })
      const { processed, total } = body
      expect(processed).toBeLessThan(total)
      await openTab('running')
      await seeText(page, `Files: ${processed} of ${total}`)
      await seeText(page, 'Expected to end at ')
      expect(await batchRow()).toMatch(/Running[\s\S]*\d+ reserved/)
      expect(
        await page.$eval('.batches [role=progressbar]', (bar) =>
          Number(bar.getAttribute('aria-valuenow')),
        ),
      ).toBe(Math.round((processed / total) * 100))
      expect(await barriersOn(page, { kind: 'page', ours: ['.batches'] })).toEqual([])
      await keepScreenshot(page, 'running')
      await visit(page, runPage()).catch(() => undefined)
      await seeText(page, `Files: ${processed} of ${total}`)
      await seeText(page, 'Expected to end at ')
      await press(page, 'Stop')
    } finally {
      held.letGo()
    }
  }, 60_000)

  it('should stop after the files in hand, from the panel, and go on where it was', async () => {
    await untilRun({ id: runID, server, state: 'stopped', token })
    await seeText(page, 'Stopped')
    const { body: stopped } = await server.ask({ path: `/run/${runID}/progress`, token })
    expect(stopped.processed).toBeLessThan(stopped.total)
    await seeText(page, `Files: ${stopped.processed} of ${stopped.total}`)
    await press(page, 'Go on')
    await untilRun({ id: runID, server, state: 'done', token })
    await seeText(page, `Files: ${stopped.total} of ${stopped.total}`)
    await openTab('done')
    expect(await batchRow()).toMatch(/Done[\s\S]*\d+ reserved, \d+ not renewed/)
    const { body } = await server.ask({
      path: `/lines?limit=0&where[kind][equals]=subscription&where[season][equals]=${server.house.group.sites.club!.seasons.next}`,
      token,
    })
    const { body: rows } = await server.ask({ path: `/run/${runID}/rows?outcome=reserved`, token })
    // Stopping and going on has renewed nothing twice.
    expect(body.totalDocs).toBe(rows.total)
  }, 60_000)
})

describe('the pages', () => {
  it('should be readable in the dark', async () => {
    await page.browserContext().setCookie({
      name: 'payload-theme',
      domain: 'localhost',
      path: '/',
      value: 'dark',
    })
    for (const [address, place, kind] of [
      [runPage(), '.run-page', 'document'],
      [batchPage(), '.renewal-check', 'form'],
      [`${server.base}/admin/batches?tab=done`, '.batches', 'page'],
    ] as const) {
      await visit(page, address)
      await page.waitForSelector(place)
      expect(await page.$eval('html', (html) => html.getAttribute('data-theme'))).toBe('dark')
      if (kind === 'document') await page.waitForSelector('.run-rows tbody tr')
      expect(await barriersOn(page, { kind, ours: [place] })).toEqual([])
    }
    expect(problems).toEqual([])
  }, 60_000)

  it.each(['de', 'fr'] as const)(
    'should have no text without a translation in %s',
    async (language) => {
      const desk = await openDesk({
        browser,
        email: 'admin@dreiland.example',
        language,
        server,
      })
      const first = async (path: string): Promise<string> =>
        (await server.ask({ path: `${path}?limit=1&depth=0`, token: desk.token })).body.docs[0].id
      const files = await first('/files')
      const venue = server.house.group.sites.club!.venues
      for (const address of [
        '',
        '/batches?tab=new',
        '/batches?tab=done',
        '/collections/renewal-batches/create',
        `/collections/renewal-batches/${batchID}`,
        '/collections/subscriber-imports/create',
        `/collections/subscriber-imports/${await first('/subscriber-imports')}`,
        '/collections/runs',
        `/collections/runs/${runID}`,
        '/collections/files',
        `/collections/files/${files}`,
        '/collections/contacts',
        `/collections/contacts/${await first('/contacts')}`,
        '/collections/journal?sort=createdAt',
        `/collections/journal/${await first('/journal')}`,
        '/collections/sites/create',
        `/collections/venues/${Object.values(venue)[0]}/seat-map`,
      ]) {
        await visit(desk.page, `${server.base}/admin${address}`)
        if (address.startsWith('/batches'))
          expect(await desk.page.title()).toBe(
            `${{ de: 'Stapel', fr: 'Batch' }[language]} · Reprise`,
          )
        if (address.startsWith('/collections/journal?')) {
          const authors = await desk.page.$$eval('tbody .cell-userName', (cells) =>
            cells.map((cell) => cell.textContent),
          )
          // The first of a house is made by the program, which has a name too.
          expect(authors).toContain('Reprise')
          expect(authors.filter((name) => !name || name.startsWith('<'))).toEqual([])
        }
        expect({ address, keys: await rawKeysOn(desk.page) }).toEqual({ address, keys: [] })
      }
      expect(desk.problems).toEqual([])
    },
    120_000,
  )
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { seeText, startBrowser } from '../helpers/browser'
import { openDesk, pick, refusalAt, save, typeDate, typeInto, visit } from '../helpers/e2e/desk'
import { startServer } from '../helpers/e2e/startServer'

/** Stands in the name of a batch of the one institution, and must never reach the other. */
const CANARY = 'Kanarienvogel-7731'

let batchID: string
let browser: TestBrowser
let sales: string
let server: E2EServer

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  sales = await server.logIn('sales@dreiland.example')
  // The site that the cashier below works at.
  const { batch } = server.house.group.sites.theater!
  const { body, status } = await server.ask({
    body: { ...batch, name: CANARY, onFailure: 'reservation', when: 'byHand' },
    method: 'POST',
    path: '/renewal-batches?depth=0',
    token: sales,
  })
  expect(status).toBe(201)
  batchID = body.doc.id
}, 150_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
}, 30_000)

const address = () => `${server.base}/admin/collections/renewal-batches/${batchID}`

/** Each attempt at a desk of its own: a form that was changed asks before it lets one go. */
const openBatch = async (language: 'de' | 'en' | 'fr') => {
  const { page } = await openDesk({ browser, email: 'sales@dreiland.example', language, server })
  await visit(page, address())
  return page
}

describe('a batch that cannot be right', () => {
  it.each([
    {
      deadline: 'Die Zahlungsfrist liegt in der Vergangenheit.',
      file: 'Das Dossier 999999 gibt es an diesem Standort nicht.',
      itself: 'Ein Abonnement kann nicht auf sich selbst verlängert werden.',
      language: 'de' as const,
      step: 'Wählen Sie ein Datum in der Zukunft.',
    },
    {
      deadline: 'The payment deadline is in the past.',
      file: 'There is no file 999999 at this site.',
      itself: 'A subscription cannot be renewed into itself.',
      language: 'en' as const,
      step: 'Choose a date in the future.',
    },
    {
      deadline: 'Le délai de paiement est dans le passé.',
      file: 'Le dossier 999999 n’existe pas sur ce site.',
      itself: 'Un abonnement ne peut pas être renouvelé en lui-même.',
      language: 'fr' as const,
      step: 'Choisissez une date future.',
    },
  ])(
    'should be refused at the field, with the next step, in $language',
    async ({ deadline, file, itself, language, step }) => {
      let page = await openBatch(language)
      await typeDate(page, 'paymentDeadline', '01.02.2020')
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'paymentDeadline')).toBe(deadline)
      await seeText(page, step)

      page = await openBatch(language)
      await typeInto(page, '#field-fileNumbers', '999999')
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'fileNumbers')).toBe(file)

      page = await openBatch(language)
      const season = await page.$eval(
        '#field-originSeason .relationship--single-value__text',
        (text) => text.textContent!,
      )
      await pick(page, 'targetSeason', season)
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'targetSeason')).toBe(itself)
    },
  )
})

describe('people who may not start a batch', () => {
  it('should see it, without the buttons that start and change it', async () => {
    const { page, token } = await openDesk({
      browser,
      email: 'kasse@dreiland.example',
      server,
    })
    await visit(page, `${server.base}/admin/batches`)
    await seeText(page, CANARY)
    expect(
      await page.$$eval('main a', (links) => links.map((link) => link.textContent)),
    ).not.toContain('New batch')
    await visit(page, address())
    await page.waitForSelector('.renewal-check')
    expect(await page.$('.renewal-controls')).toBeNull()
    expect(await page.$('#action-save')).toBeNull()
    for (const path of ['start', 'schedule', 'unschedule']) {
      const answer = await server.ask({
        body: {},
        method: 'POST',
        path: `/renewal/batches/${batchID}/${path}`,
        token,
      })
      expect(answer.status).toBe(403)
    }
  })
})

describe('the other institution', () => {
  it('should see nothing of it, on no page and in no answer', async () => {
    const { page, token } = await openDesk({
      browser,
      email: 'admin@lindenhof.example',
      server,
    })
    for (const path of [
      '/admin',
      '/admin/batches',
      `/admin/collections/renewal-batches/${batchID}`,
    ]) {
      await visit(page, `${server.base}${path}`)
      expect(await page.content()).not.toContain(CANARY)
    }
    for (const [method, path, status] of [
      ['GET', `/renewal-batches/${batchID}`, 404],
      ['GET', `/renewal/batches/${batchID}/check`, 404],
      ['POST', `/renewal/batches/${batchID}/start`, 404],
      // Payload answers so to every id that is not the person's to change, whether it exists or not.
      ['PATCH', `/renewal-batches/${batchID}`, 403],
    ] as const) {
      const answer = await server.ask({
        body: method === 'GET' ? undefined : {},
        method,
        path,
        token,
      })
      expect({ path, status: answer.status }).toEqual({ path, status })
      expect(answer.text).not.toContain(CANARY)
    }
    const { text } = await server.ask({ path: '/renewal-batches', token })
    expect(text).not.toContain(CANARY)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { seeText, startBrowser, waitUntil } from '../helpers/browser'
import {
  openDesk,
  pick,
  press,
  refusalAt,
  save,
  typeDate,
  typeInto,
  visit,
} from '../helpers/e2e/desk'
import { bringIn } from '../helpers/e2e/bringIn'
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

describe('seasons and seats that cannot be right', () => {
  /** A new season of the theatre that begins before the last one has ended. */
  const overlap = 'Zwischenspiel'
  beforeAll(async () => {
    const admin = await server.logIn('admin@dreiland.example')
    const { id, batch, seasons } = server.house.group.sites.theater!
    const { body: last } = await server.ask({ path: `/seasons/${seasons.last}`, token: admin })
    const { status } = await server.ask({
      body: {
        name: overlap,
        code: 'zwischen',
        endsOn: new Date(new Date(last.endsOn).getTime() + 90 * 86_400_000).toISOString(),
        institution: batch.institution,
        site: id,
        startsOn: last.endsOn,
      },
      method: 'POST',
      path: '/seasons',
      token: admin,
    })
    expect(status).toBe(201)
  })

  it.each([
    {
      add: 'Plätze hinzufügen',
      language: 'de' as const,
      otherSite: 'Das gehört zu einem anderen Standort.',
      otherSiteStep: 'Wählen Sie einen Eintrag desselben Standorts.',
      overlaps: 'Ausgangs- und Zielsaison überschneiden sich.',
      overlapStep: 'Wählen Sie eine Zielsaison, die nach der Ausgangssaison beginnt.',
      seats: /^Es gäbe zwei Plätze mit dem Namen .+\. Geben Sie eine andere Nummer/,
    },
    {
      add: 'Add seats',
      language: 'en' as const,
      otherSite: 'This belongs to another site.',
      otherSiteStep: 'Choose an entry of the same site.',
      overlaps: 'Origin and target season overlap.',
      overlapStep: 'Choose a target season that begins after the origin season.',
      seats: /^There would be two seats named .+\. Enter another number/,
    },
    {
      add: 'Ajouter des places',
      language: 'fr' as const,
      otherSite: 'Ceci appartient à un autre site.',
      otherSiteStep: 'Choisissez une entrée du même site.',
      overlaps: 'Les saisons d’origine et cible se chevauchent.',
      overlapStep: 'Choisissez une saison cible qui commence après la saison d’origine.',
      seats: /^Il y aurait deux places nommées .+\. Saisissez un autre numéro/,
    },
  ])(
    'should be refused where they are typed, in $language',
    async (texts) => {
      let page = await openBatch(texts.language)
      await pick(page, 'targetSeason', overlap)
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'targetSeason')).toBe(texts.overlaps)
      await seeText(page, texts.overlapStep)

      // The picker offers no other site's seasons; who has chosen them before the site is told so.
      ;({ page } = await openDesk({
        browser,
        email: 'sales@dreiland.example',
        language: texts.language,
        server,
      }))
      await visit(page, `${server.base}/admin/collections/renewal-batches/create`)
      await typeInto(page, '#field-name', CANARY)
      await pick(page, 'site', 'Konzerthaus Seetal')
      await pick(page, 'originSeason', await seasonName('konzerthaus', 'last'))
      await pick(page, 'targetSeason', await seasonName('konzerthaus', 'next'))
      await pick(page, 'salesChannel', 'Abo-Verlängerung')
      await typeDate(page, 'paymentDeadline', `01.03.${new Date().getFullYear() + 1}`)
      await pick(page, 'site', 'Stadttheater Rheinfels')
      expect(await save(page, 'renewal-batches')).toBe(400)
      expect(await refusalAt(page, 'originSeason')).toBe(texts.otherSite)
      await seeText(page, texts.otherSiteStep)

      const { page: hall } = await openDesk({
        browser,
        email: 'admin@dreiland.example',
        language: texts.language,
        server,
      })
      const [venue] = Object.values(server.house.group.sites.theater!.venues)
      const { body } = await server.ask({
        path: `/seats?depth=0&limit=1&where[venue][equals]=${venue}`,
        token: sales,
      })
      const { block, number, priceCategory, row } = body.docs[0]
      await visit(hall, `${server.base}/admin/collections/venues/${venue}/seat-map`)
      const panel = (await hall.waitForSelector('details.venue-seats__panel'))!
      await panel.evaluate((details) => ((details as HTMLDetailsElement).open = true))
      const entries = await panel.$$('input')
      for (const [i, text] of [block, '1', '1', row, number].entries()) {
        await entries[i]!.click({ count: 3 })
        await entries[i]!.type(text)
      }
      await (await panel.$$('select'))[1]!.select(priceCategory)
      await press(hall, texts.add, 'details.venue-seats__panel')
      await hall.waitForSelector('.venue-seats__panel [aria-invalid=true]')
      expect(await hall.$eval('.venue-seats__refusal', (refusal) => refusal.textContent)).toMatch(
        texts.seats,
      )
    },
    60_000,
  )
})

const seasonName = async (code: string, which: 'last' | 'next'): Promise<string> =>
  (
    await server.ask({
      path: `/seasons/${server.house.group.sites[code]!.seasons[which]}?depth=0`,
      token: sales,
    })
  ).body.name

describe('remarks that two people write at once', () => {
  it('should both be there to see when the second saves, and none be lost', async () => {
    const { page, token } = await openDesk({ browser, email: 'admin@dreiland.example', server })
    await bringIn({ code: 'konzerthaus', server, token })
    const { body } = await server.ask({ path: '/files?depth=0&limit=1', token })
    const path = `/files/${body.docs[0].id}?depth=0`
    const editor = '.file-page__remarks [contenteditable=true]'
    const stored = async () => JSON.stringify((await server.ask({ path, token })).body.remarks.root)
    await visit(page, `${server.base}/admin/collections/files/${body.docs[0].id}`)
    await page.waitForSelector(editor)
    await page.click(editor)
    await page.keyboard.type('In a wheelchair.')
    const paragraph = {
      type: 'paragraph',
      children: [textNode('Calls back on Friday.')],
      version: 1,
    }
    const remarks = {
      root: { type: 'root', children: [paragraph], format: '', indent: 0, version: 1 },
    }
    expect((await server.ask({ body: { remarks }, method: 'PATCH', path, token })).status).toBe(200)
    expect(await save(page, 'files')).toBe(409)
    await seeText(page, 'Somebody else has saved other remarks meanwhile.')
    expect(await page.$eval('.file-page__their-remarks', (box) => box.textContent)).toContain(
      'Calls back on Friday.',
    )
    expect(await page.$eval(editor, (box) => box.textContent)).toContain('In a wheelchair.')
    await page.waitForSelector('[data-unsaved]')
    expect(await stored()).toContain('Calls back on Friday.')
    await page.click(editor)
    await page.keyboard.press('End')
    await page.keyboard.type(' Friday.')
    // The message lies over the button for a while.
    await waitUntil(page, () => !document.querySelector('[data-sonner-toast]'))
    expect(await save(page, 'files')).toBe(200)
    expect(await page.$('.file-page__their-remarks')).toBeNull()
    await page.click(editor)
    await page.keyboard.press('End')
    await page.keyboard.type(' Twice.')
    expect(await save(page, 'files')).toBe(200)
    expect(await stored()).toContain('In a wheelchair. Friday. Twice.')
  }, 120_000)
})

describe('a form that two people have open', () => {
  it('should not take back what the other has saved, and save again once it was reloaded', async () => {
    const desk = { browser, email: 'admin@dreiland.example', server }
    // One after the other: of two log-ins of one account at the same moment Payload keeps one.
    const first = await openDesk(desk)
    const second = await openDesk(desk)
    const { token } = second
    const { body } = await server.ask({ path: '/tariffs?depth=0&limit=1', token })
    const path = `/tariffs/${body.docs[0].id}?depth=0`
    const stored = async () => (await server.ask({ path, token })).body
    const { code } = await stored()
    for (const { page } of [first, second])
      await visit(page, `${server.base}/admin/collections/tariffs/${body.docs[0].id}`)
    // Payload asks once, as one begins to type, whether there is something new.
    await typeInto(second.page, '#field-code', `${code}2`)
    for (const name of ['Students', 'Students and pupils']) {
      await typeInto(first.page, '#field-name', name)
      expect(await save(first.page, 'tariffs')).toBe(200)
    }
    expect(await save(second.page, 'tariffs')).toBe(409)
    await seeText(second.page, 'This has been changed since you opened it.')
    await seeText(second.page, 'reload the page and enter it again.')
    expect(await stored()).toMatchObject({ name: 'Students and pupils', code })
    second.page.on('dialog', (dialog) => void dialog.accept())
    await visit(second.page, second.page.url())
    await typeInto(second.page, '#field-code', `${code}2`)
    expect(await save(second.page, 'tariffs')).toBe(200)
    expect(await stored()).toMatchObject({ name: 'Students and pupils', code: `${code}2` })
  }, 120_000)
})

describe('a list from which somebody deletes what is in use', () => {
  it('should leave it, and say by what it is used', async () => {
    const { page: list } = await openDesk({ browser, email: 'admin@dreiland.example', server })
    await visit(list, `${server.base}/admin/collections/tariffs?limit=100`)
    await list.waitForSelector('thead input[type=checkbox]')
    await list.click('thead input[type=checkbox]')
    await press(list, 'Delete', '.list-selection')
    await press(list, 'Confirm', '.confirmation-modal')
    await seeText(list, ' is in use: ')
    await seeText(list, 'Leave it, or first delete what uses it.')
  }, 90_000)
})

const textNode = (text: string) => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  version: 1,
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

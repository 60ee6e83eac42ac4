import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Page } from 'puppeteer-core'
import type { TestBrowser } from '../helpers/browser'
import type { E2EServer } from '../helpers/e2e/startServer'

import { seeText, startBrowser, waitUntil } from '../helpers/browser'
import { barriersOn } from '../helpers/e2e/barriers'
import { openDesk, pick, press, refusalAt, save, typeInto, visit } from '../helpers/e2e/desk'
import { startServer } from '../helpers/e2e/startServer'

let browser: TestBrowser
let page: Page
let problems: string[]
let server: E2EServer

beforeAll(async () => {
  server = await startServer()
  browser = await startBrowser()
  const opened = await openDesk({ browser, email: 'admin@dreiland.example', server })
  ;({ page, problems } = opened)
}, 240_000)

afterAll(async () => {
  await browser?.stop()
  await server?.stop()
})

/** What stands in the preview, which is a page of its own. */
const previewed = async (): Promise<string> => {
  const frame = await page.waitForSelector('.mail-text-panel iframe')
  return frame!.evaluate((element) => (element as HTMLIFrameElement).srcdoc)
}

describe('writing a mail text', () => {
  it('should list the placeholders, show the mail while it is written, and refuse an unknown placeholder', async () => {
    await visit(page, `${server.base}/admin/collections/mail-texts/create`)
    await seeText(page, 'Choose the e-mail first.')
    await pick(page, 'site', 'Konzerthaus')
    await pick(page, 'kind', 'End of a run')
    await seeText(page, '{{outcomes}}')
    await seeText(page, 'counts by outcome')
    expect(await previewed()).toContain('Hello Anna Muster')
    await press(page, 'Deutsch', '.mail-text-panel')
    await waitUntil(page, () =>
      document
        .querySelector<HTMLIFrameElement>('.mail-text-panel iframe')
        ?.srcdoc.includes('Guten Tag Anna Muster'),
    )
    await typeInto(page, '#field-de__subject', 'Fertig: {{wer}}')
    expect(await save(page, 'mail-texts')).toBe(400)
    expect(await refusalAt(page, 'de__subject')).toContain('{{wer}}')
    await typeInto(page, '#field-de__subject', 'Fertig: {{batch}}')
    await seeText(page, 'Fertig: Verlängerung 26/27')
    expect(await save(page, 'mail-texts')).toBe(201)
    expect(await barriersOn(page, { kind: 'richText', ours: ['.mail-text-panel'] })).toEqual([])
    expect(problems.filter((problem) => !/status of 400/.test(problem))).toEqual([])
  }, 180_000)
})

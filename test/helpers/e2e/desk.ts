import type { ClickOptions, ElementHandle, Page } from 'puppeteer-core'

import { mkdirSync } from 'fs'
import path from 'path'
import { TimeoutError } from 'puppeteer-core'

import type { TestBrowser } from '../browser'
import type { E2EServer } from './startServer'

import { waitUntil } from '../browser'

const root = path.resolve(import.meta.dirname, '../../..')

/** A page at which somebody is logged in already. */
export const openDesk = async ({
  browser,
  email,
  language = 'en',
  server,
}: {
  browser: TestBrowser
  email: string
  language?: 'de' | 'en' | 'fr'
  server: E2EServer
}) => {
  const opened = await browser.open({ height: 1000, language, width: 1360 })
  const value = await server.logIn(email)
  await opened.page
    .browserContext()
    .setCookie(
      { name: 'payload-token', domain: 'localhost', path: '/', value },
      { name: 'payload-lng', domain: 'localhost', path: '/', value: language },
    )
  opened.page.setDefaultTimeout(60_000)
  return { ...opened, token: value }
}

/** Opens a page of the panel and waits until it has settled. */
export const visit = async (page: Page, url: string): Promise<void> => {
  await page.goto(url, { waitUntil: 'networkidle2' })
}

/**
 * Waits until the page asks the server nothing any more, for at most ten seconds: what a page asked that was left meanwhile may be
 * counted for ever. Whatever comes next waits for what it needs.
 *
 * @param idleMS so long is quiet enough, in milliseconds
 */
export const settle = async (page: Page, idleMS: number): Promise<void> =>
  page.waitForNetworkIdle({ idleTime: idleMS, timeout: 10_000 }).catch((err: unknown) => {
    if (!(err instanceof TimeoutError)) throw err
  })

/** Clicks a place once the page's script answers for it: before, the click would be lost, however long one waits for what follows. */
const clickAt = async (page: Page, selector: string, options?: ClickOptions): Promise<void> => {
  await waitUntil(
    page,
    (where) =>
      Object.keys(document.querySelector(where) ?? {}).some((key) =>
        key.startsWith('__reactProps'),
      ),
    selector,
  )
  await page.click(selector, options)
}

/** Chooses in a picker of Payload, by typing as a person does. */
export const pick = async (page: Page, field: string, text: string): Promise<void> => {
  const place = `#field-${field}`
  // Payload draws a field when one comes near it.
  await page.waitForSelector('.document-fields')
  await page.evaluate((where) => {
    if (!document.querySelector(where)) scrollTo(0, document.body.scrollHeight)
  }, place)
  await clickAt(page, `${place} .rs__control`)
  await page.keyboard.type(text)
  await settle(page, 200)
  // Found and clicked in one go: the list may be drawn anew at any moment.
  await waitUntil(
    page,
    (wanted) => {
      const options = [...document.querySelectorAll<HTMLElement>('.rs__option')]
      const option = options.find((one) => one.textContent?.includes(wanted))
      option?.click()
      return Boolean(option)
    },
    text,
  )
  await waitUntil(
    page,
    (where, wanted) => document.querySelector(where)?.textContent?.includes(wanted),
    place,
    text,
  )
  // The pickers that depend on this one are told.
  await settle(page, 400)
}

/** Types into a field that may hold something already. */
export const typeInto = async (page: Page, selector: string, text: string): Promise<void> => {
  // Payload draws a field when one comes near it.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await clickAt(page, selector, { count: 3 })
  await page.keyboard.press('Backspace')
  await page.type(selector, text)
  await page.keyboard.press('Tab')
  await settle(page, 400)
}

/** Types a date, and closes the calendar that opens. */
export const typeDate = async (page: Page, field: string, text: string): Promise<void> => {
  await clickAt(page, `#field-${field} input`, { count: 3 })
  await page.type(`#field-${field} input`, text)
  await page.keyboard.press('Enter')
  // What the form asks the server while one types must not overtake what the server says to saving.
  await settle(page, 400)
}

/** Saves the form. @returns the status of the answer */
export const save = async (page: Page, collection: string): Promise<number> => {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        ['PATCH', 'POST'].includes(response.request().method()) &&
        new RegExp(`/api/${collection}(/[^/?]+)?(\\?|$)`).test(response.url()),
    ),
    clickAt(page, '#action-save:not([disabled])'),
  ])
  if (answer.ok() && answer.request().method() === 'POST')
    await waitUntil(page, () => !location.pathname.endsWith('/create'))
  await settle(page, 500)
  return answer.status()
}

/** Clicks a button by what stands on it, as soon as it can be clicked and, in the panel, its script answers. */
export const press = async (page: Page, text: string, within = 'body'): Promise<void> => {
  const button = (await waitUntil(
    page,
    (wanted, where) =>
      [...document.querySelectorAll<HTMLButtonElement>(`${where} button, ${where} a`)].find(
        (one) =>
          !one.disabled &&
          one.offsetParent &&
          one.innerText.trim().startsWith(wanted) &&
          (!location.pathname.startsWith('/admin') ||
            Object.keys(one).some((key) => key.startsWith('__reactProps'))),
      ),
    text,
    within,
  )) as ElementHandle<Element>
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await button.click()
}

/** Waits for the page of a run, and until the run has ended. @returns the run's id */
export const seeRunEnd = async (page: Page, before?: string): Promise<string> => {
  await waitUntil(
    page,
    (old) => location.pathname.includes('/collections/runs/') && location.pathname !== old,
    before ?? '',
  )
  await page.waitForSelector('.run-page')
  await waitUntil(page, () =>
    document.querySelector('.run-page__header')?.textContent?.includes('Done'),
  )
  await settle(page, 500)
  return page.url().split('/').at(-1)!
}

/** What stands at a field that was refused. */
export const refusalAt = async (page: Page, field: string): Promise<string> => {
  const place = `#field-${field}`
  await waitUntil(
    page,
    (where) => {
      const input = document.querySelector(where)
      const box = input?.closest('.field-type') ?? input
      return box?.querySelector('.field-error')?.textContent
    },
    place,
  )
  return page.$eval(place, (input) => {
    const box = input.closest('.field-type') ?? input
    return box.querySelector('.field-error')!.textContent!
  })
}

/** The rows of a run's page, cell by cell. */
export const rowsOf = async (page: Page): Promise<string[][]> => {
  await page.waitForSelector('.run-rows tbody tr')
  return page.$$eval('.run-rows tbody tr', (rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
  )
}

/** With SCREENSHOTS=1, keeps what is seen now for the documentation. */
export const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCREENSHOTS !== '1') return
  const folder = path.join(root, 'docs/screenshots')
  mkdirSync(folder, { recursive: true })
  // Messages that pass by are no part of the picture.
  await page.addStyleTag({ content: '[data-sonner-toaster] { display: none }' })
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: path.join(folder, `${name}.png`) as `${string}.png` })
}

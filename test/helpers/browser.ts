import type { Browser, EvaluateFunc, Page } from 'puppeteer-core'

import { execFile } from 'child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'fs'
import path from 'path'
import { launch } from 'puppeteer-core'
import { promisify } from 'util'

/** A page, and what was wrong with it so far. */
export type OpenPage = {
  page: Page
  /** Errors in the console and in scripts, and requests to any other host than this machine. */
  problems: string[]
}

export type TestBrowser = {
  /** A page with cookies of its own, as another person at another desk. */
  open: (args?: {
    height?: number
    language?: 'de' | 'en' | 'fr'
    width?: number
  }) => Promise<OpenPage>
  stop: () => Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const cache = path.join(root, '.cache')

/**
 * Starts a Chromium: the one that `CHROMIUM_PATH` names, else the one that comes by npm, which needs nothing that is installed on the
 * machine.
 */
export const startBrowser = async (): Promise<TestBrowser> => {
  const given = process.env.CHROMIUM_PATH
  const unpacked = given ? undefined : await unpackChromium()
  const browser = await launch({
    args: [
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--font-render-hinting=none',
      // Chromium refuses to start as root with its sandbox, and only then.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, ...unpacked?.env },
    executablePath: given ?? unpacked!.executablePath,
    headless: given ? true : 'shell',
  })
  return { open: (args) => openPage({ ...args, browser }), stop: () => browser.close() }
}

/**
 * Waits until something holds in a page, and looks ten times a second: by itself Puppeteer looks at each frame, which keeps a processor
 * busy.
 *
 * @param holds runs in the page, with `args`
 * @returns what it gave in the end
 */
export const waitUntil = <Args extends unknown[], Holds extends EvaluateFunc<Args>>(
  page: Page,
  holds: Holds,
  ...args: Args
) => page.waitForFunction(holds, { polling: 100 }, ...args)

/** Waits until the page shows a text. */
export const seeText = async (page: Page, text: string): Promise<void> => {
  await waitUntil(page, (wanted) => document.body?.innerText.includes(wanted), text)
}

/** Clicks what a screen reader would call by this name: a button, a link, a field. */
export const clickOn = (page: Page, name: string): Promise<void> =>
  page.locator(`::-p-aria(${name})`).click()

/** Keeps a picture of the page. @returns the file */
export const takePicture = async (page: Page, name: string): Promise<string> => {
  const folder = path.join(cache, 'pictures')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.png`)
  await page.screenshot({ fullPage: true, path: file as `${string}.png` })
  return file
}

/**
 * Looks for barriers with axe.
 *
 * @param ignored rules that do not count, with a reason beside the call
 * @returns each rule that is broken with the places, nothing when all is well
 */
export const findBarriers = async (
  page: Page,
  { ignored = [] }: { ignored?: string[] } = {},
): Promise<string[]> => {
  await page.evaluate(readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async (rules) => {
    type Result = { id: string; help: string; nodes: { target: string[] }[] }
    const { axe } = globalThis as unknown as {
      axe: { run: (where: Document, options: object) => Promise<{ violations: Result[] }> }
    }
    const { violations } = await axe.run(document, {
      rules: Object.fromEntries(rules.map((id) => [id, { enabled: false }])),
    })
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(', ')})`,
    )
  }, ignored)
}

const openPage = async ({
  browser,
  height = 900,
  language = 'en',
  width = 1280,
}: {
  browser: Browser
  height?: number
  language?: string
  width?: number
}): Promise<OpenPage> => {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  const problems: string[] = []
  await page.setViewport({ height, width })
  await page.setExtraHTTPHeaders({ 'Accept-Language': language })
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (err) => void problems.push(`script: ${(err as Error).message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
      problems.push(`request to ${hostname}`)
  })
  return { page, problems }
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into a folder of the project that only this user can write to: the package itself uses a
 * fixed place in the folder for temporary files, and runs whatever lies there.
 */
const unpackChromium = async () => {
  const bin = path.join(root, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(path.join(bin, 'package.json'), 'utf8'))
  const folder = path.join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    const part = mkdtempSync(`${folder}.`)
    const script = `
      import { inflate } from '@sparticuz/chromium'
      for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'])
        await inflate(${JSON.stringify(path.join(bin, 'bin'))} + '/' + name)
    `
    const args = ['--input-type=module', '--eval', script]
    const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: part }
    await promisify(execFile)(process.execPath, args, { cwd: root, env })
    chmodSync(path.join(part, 'chromium'), 0o700)
    writeFileSync(
      path.join(part, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    )
    try {
      renameSync(part, folder)
    } catch (err) {
      // Another test process was first.
      rmSync(part, { force: true, recursive: true })
      if (!existsSync(folder)) throw err
    }
  }
  return {
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      // Without a set of fonts on the machine there would be no letters.
      ...(!existsSync('/etc/fonts/fonts.conf') && {
        FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      }),
    },
    executablePath: path.join(folder, 'chromium'),
  }
}

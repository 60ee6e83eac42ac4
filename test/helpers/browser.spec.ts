import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'fs'
import { createServer } from 'http'

import type { AddressInfo } from 'net'

import type { TestBrowser } from './browser'

import { clickOn, findBarriers, seeText, startBrowser, takePicture } from './browser'

const PAGE = `<!doctype html><html lang="de"><head><title>Kasse</title></head><body><main><h1>Grüezi, Änna</h1>
  <button onclick="document.querySelector('p').textContent = 'Danke schön'">Bezahlen</button><p></p></main></body></html>`

let browser: TestBrowser
let url: string
const server = createServer((request, response) => {
  const isBad = request.url === '/bad'
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(
    isBad ? PAGE.replace('<button', '<img src="http://gravatar.example/a.png"><button') : PAGE,
  )
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.stop()
  await new Promise((resolve) => server.close(resolve))
})

describe('the browser of the tests', () => {
  it('should show a page, be clicked, and take a picture with letters in it', async () => {
    const { page, problems } = await browser.open({ language: 'de' })
    await page.goto(url)
    await seeText(page, 'Grüezi, Änna')
    await clickOn(page, 'Bezahlen')
    await seeText(page, 'Danke schön')
    const written = readFileSync(await takePicture(page, 'browser'))
    await page.evaluate(() => (document.body.style.color = 'white'))
    const blank = readFileSync(await takePicture(page, 'browser-blank'))
    expect(written.subarray(1, 4).toString()).toBe('PNG')
    expect(written.equals(blank)).toBe(false)
    expect(await findBarriers(page, { ignored: ['color-contrast'] })).toEqual([])
    expect(problems).toEqual([])
  })

  it('should notice barriers, errors and calls to other hosts', async () => {
    const { page, problems } = await browser.open()
    await page.goto(`${url}/bad`)
    await page.evaluate(() => console.error('broken'))
    expect(await findBarriers(page)).toEqual([expect.stringContaining('image-alt')])
    expect(problems).toContain('console: broken')
    expect(problems).toContain('request to gravatar.example')
  })
})

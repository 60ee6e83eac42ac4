import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer } from 'http'

import type { Server } from 'http'
import type { AddressInfo } from 'net'

import type { Houses, Person } from './startHouses'

import { rightBodyFor } from './plantHouse'
import { startHouses } from './startHouses'

let administrator: Person
let houses: Houses
let inside: Server
const reached: string[] = []

beforeAll(async () => {
  houses = await startHouses()
  administrator = houses.people['an administrator']!
  // What only the machine itself may speak to.
  inside = createServer((req, res) => {
    reached.push(req.url!)
    res.setHeader('Content-Type', 'text/csv')
    res.end('Name\ninside\n')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
}, 120_000)

afterAll(async () => {
  await houses.stop()
  inside.close()
})

const addresses = () => {
  const { port } = inside.address() as AddressInfo
  return [`http://127.0.0.1:${port}/a.csv`, `http://localhost:${port}/b.csv`, 'file:///etc/passwd']
}

describe('a file to import', () => {
  it('should not be fetched from anywhere for anybody', async () => {
    const { ask, everything, first, payload } = houses
    /** Where the files of all are; what is planted has no address yet. */
    const imports = async () =>
      (JSON.parse((await everything())['subscriber-imports']!) as Record<string, unknown>[]).map(
        ({ _objectKey, filename, prefix }) => [filename, prefix, _objectKey],
      )
    const before = await imports()
    const body = await rightBodyFor({ ...first, slug: 'subscriber-imports', payload })
    const id = first.ids['subscriber-imports']
    for (const url of addresses()) {
      const src = encodeURIComponent(url)
      const file = { ...body, filename: 'a.csv', url }
      for (const [method, route, sent] of [
        ['GET', `/subscriber-imports/paste-url?src=${src}`],
        ['GET', `/subscriber-imports/paste-url/${id}?src=${src}`],
        ['POST', '/subscriber-imports', file],
        ['POST', '/subscriber-imports', { ...file, thumbnailURL: url, uploadEdits: {} }],
        ['PATCH', `/subscriber-imports/${id}`, { filename: 'a.csv', url }],
      ] as const) {
        const { body: said, status, text } = await ask(administrator, route, { body: sent, method })
        // A change of the document is taken; the file is none of it.
        if (method !== 'PATCH') expect([method, route, status]).toEqual([method, route, 400])
        if (method === 'POST') expect(said.errors[0].data.field).toBe('url')
        expect(text).not.toMatch(/inside|root:/)
      }
    }
    expect(reached).toEqual([])
    expect(await imports()).toEqual(before)
  })

  it.each([
    ['../../etc/passwd'],
    ['..%2f..%2fetc%2fpasswd'],
    ['%2e%2e/%2e%2e/reprise.db'],
    ['....//reprise.db'],
    ['/etc/passwd'],
    ['a%00.csv'],
  ])('should not be reached by a path: %s', async (name) => {
    const { ask } = houses
    for (const as of [administrator, null]) {
      const { status, text } = await ask(as, `/subscriber-imports/file/${name}`)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(/root:|SQLite/)
    }
  })

  it('should be handed out to its house, as something to keep and not to open', async () => {
    const { ask, first, people } = houses
    const route = `/subscriber-imports/file/${first.canary}.csv`
    const { headers, status, text } = await ask(administrator, route)
    expect(status).toBe(200)
    expect(text).toContain(first.canary)
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    for (const name of ['a cashier', 'a stranger']) {
      const refused = await ask(people[name], route)
      expect([401, 403, 404]).toContain(refused.status)
      expect(refused.text).not.toContain(first.canary)
    }
  })
})

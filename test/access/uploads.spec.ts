import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'fs'
import { createServer } from 'http'
import path from 'path'

import type { Server } from 'http'
import type { AddressInfo } from 'net'

import type { Houses, Person } from './startHouses'

import { copiesInTemporaryFolder } from '../helpers/copiesInTemporaryFolder'
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

describe('a file with payment card numbers', () => {
  const CARD = '4111 1111 1111 1111'
  const cards = `Meier;${CARD};\n`.repeat(4)
  const list = `Name;Karte;Notiz\n${cards}Huber;;zahlt mit ${CARD}\n`

  const sendFile = async (
    as: null | Person | undefined,
    {
      id,
      name = 'subscribers.csv',
      content = list,
    }: { id?: string; name?: string; content?: Buffer<ArrayBuffer> | string },
  ) => {
    const { first, payload, send } = houses
    const slug = 'subscriber-imports'
    const form = new FormData()
    const body = id ? {} : await rightBodyFor({ ...first, slug, payload })
    form.set('_payload', JSON.stringify(body))
    form.set('file', new File([content], name, { type: 'text/csv' }))
    return send(as, `/${slug}${id ? `/${id}` : ''}`, { method: id ? 'PATCH' : 'POST', text: form })
  }
  /** All files that are stored, with what is in them. */
  const files = () => {
    const uploads = process.env.UPLOAD_FOLDER!
    return (readdirSync(uploads, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(path.join(uploads, name), 'utf8')])
  }
  /** All that is kept: documents, files, and the copies that this process reads from. */
  const kept = async () => {
    const documents = await houses.everything()
    return { copies: copiesInTemporaryFolder(), documents, files: files() }
  }

  it('should be refused with the columns and lines, and nothing of it be kept', async () => {
    const { first } = houses
    const before = await kept()
    for (const id of [undefined, first.ids['subscriber-imports']]) {
      const { body, status, text } = await sendFile(administrator, { id })
      const { code, field } = body.errors[0].data
      expect([status, code, field]).toEqual([400, 'cardNumbersInFile', 'file'])
      expect(body.errors[0].message).toBe(
        'The file holds payment card numbers: “Karte” (line 2, 3, 4 and 1 more); “Notiz” (line 6). It was not kept. Delete the column or the numbers from the file, and upload it anew; long numbers that are no cards, such as bar codes, are not needed either. For stored cards, give the alias of your payment provider.',
      )
      expect(text).not.toMatch(/4111|1111/)
    }
    // What should have been replaced is there as it was.
    expect(await kept()).toEqual(before)
  })

  it.each([
    ['its name', { name: '4111111111111111.csv', content: 'Name\nMeier\n' }],
    [
      'a name that is repeated nowhere',
      { name: '4111111111111111.csv', content: Buffer.from([0x41, 0]) },
    ],
    ['an old workbook', { content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) }],
    ['a cell that is never closed', { content: `Name\n"${CARD}\n` }],
  ])('should be refused where nobody can say what is in it: %s', async (_, args) => {
    const before = await kept()
    const { body, status, text } = await sendFile(administrator, args)
    expect([status, body.errors[0].data.field]).toEqual([400, 'file'])
    expect(['cardNumbersInFile', 'importFileRefused']).toContain(body.errors[0].data.code)
    expect(text).not.toMatch(/4111|1111/)
    expect(await kept()).toEqual(before)
  })

  it('should not be looked into for those who may not bring it', async () => {
    const { people } = houses
    for (const name of ['a cashier', 'a stranger']) {
      const { body, status } = await sendFile(people[name], {})
      expect([401, 403]).toContain(status)
      expect(body.errors[0].data?.code).not.toBe('cardNumbersInFile')
    }
  })

  it('should not keep others from writing while it is looked for', async () => {
    const { first, payload } = houses
    const line = `Meier;${'x'.repeat(100)};CH93 0076 2011 6238 5295 7\n`
    let isOver = false
    const uploading = sendFile(administrator, {
      content: `Name;Notiz;IBAN\n${line.repeat(100_000)}`,
    }).finally(() => (isOver = true))
    // The private copy is there: the file is being looked through.
    while (!isOver && !copiesInTemporaryFolder().length)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await payload.update({
      id: first.ids.contacts!,
      collection: 'contacts',
      data: { city: 'Bern' } as never,
      overrideAccess: true,
    })
    expect(isOver).toBe(false)
    expect((await uploading).status).toBe(201)
  }, 60_000)
})

import type { FlattenedField, Where } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Houses, Person } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { findMisshapen } from '../../src/hooks/shapes/findMisshapen'
import { bodyFor, fieldsOf } from './plantHouse'
import { startHouses } from './startHouses'

let administrator: Person
let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
  administrator = houses.people['an administrator']!
}, 120_000)

afterAll(() => houses.stop())

/** What an error says: its status, and code and field of the first entry. */
const refusal = ({ body, status }: { body: any; status: number }) => {
  const { code, field } = body?.errors?.[0]?.data ?? {}
  return { code, field, status }
}

/** Wrong for the field, and with whatever a database might take for an instruction. */
const wrongFor = ({ type }: FlattenedField): unknown[] => {
  switch (type) {
    case 'array':
      return [{ $push: {} }, ['text'], 'text']
    case 'group':
    case 'tab':
      return ['text', [{}]]
    case 'join':
    case 'json':
      return []
    case 'relationship':
    case 'upload':
      return [{ $ne: null }, [[]], true]
    default:
      return [{ $set: 1 }, { toString: 1 }, [{ a: 1 }]]
  }
}

/** What Payload knows of the file itself, and takes from no request. */
const OF_THE_FILE = ['_objectKey', 'filename', 'prefix', 'url']

const isWritten = (field: FlattenedField) =>
  !('virtual' in field && field.virtual) && !OF_THE_FILE.includes(field.name)

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

const collectionFields = () =>
  Object.keys(permissions).flatMap((slug) =>
    fieldsOf(houses.payload, slug)
      .filter(isWritten)
      .map((field) => ({ slug, field })),
  )

describe('a value that is not of the kind its field holds', () => {
  it('should be found in every field of every collection', () => {
    const { payload } = houses
    let tried = 0
    for (const { slug, field } of collectionFields())
      for (const value of wrongFor(field)) {
        tried++
        const found = findMisshapen(fieldsOf(payload, slug), { [field.name]: value })
        expect([slug, field.name, value, found?.split('.')[0]]).toEqual([
          slug,
          field.name,
          value,
          field.name,
        ])
      }
    expect(tried).toBeGreaterThan(500)
  })

  it('should not be found in a right document', () => {
    const { first, payload } = houses
    for (const slug of Object.keys(permissions)) {
      const body = bodyFor({ ...first, slug, payload })
      expect([slug, findMisshapen(fieldsOf(payload, slug), body)]).toEqual([slug, undefined])
    }
  })

  it('should be refused with the field, in every collection', async () => {
    const { ask, everything, first } = houses
    const before = await everything()
    const faults: string[] = []
    for (const { slug, field } of collectionFields()) {
      const [value] = wrongFor(field)
      if (value === undefined) continue
      const body = { [field.name]: value }
      const route = `/${slug}/${first.ids[slug]}`
      const answer = await ask(administrator, route, { body, method: 'PATCH' })
      const { code, field: named, status } = refusal(answer)
      const isRefused = status === 400 && code === 'invalidInput'
      if (!isRefused || named?.split('.')[0] !== field.name)
        faults.push(`${slug} ${JSON.stringify(body)}: ${status} ${answer.text}`)
    }
    expect(faults).toEqual([])
    expect(await everything()).toEqual(before)
  }, 120_000)

  it.each([
    ['POST', '/events', { name: { $set: 1 } }, 'name'],
    ['PATCH', '/events?where[id][exists]=true', { name: { $set: 1 } }, 'name'],
    ['POST', '/renewal-batches', { mapping: [{ origin: null }, 7] }, 'mapping'],
    ['POST', '/renewal-batches', { mapping: [{}, { target: { $ne: 1 } }] }, 'mapping.1.target'],
    ['POST', '/contacts', { city: {}, lastName: 'Meier' }, 'city'],
    ['POST', '/contacts', JSON.parse('{"__proto__": {"institution": "x"}}'), '__proto__'],
    ['POST', '/contacts', { $set: { number: 1 }, lastName: 'Meier' }, '$set'],
    ['POST', '/contacts', { lastName: 'Meier', 'number.$inc': 1 }, 'number.$inc'],
    ['POST', '/renewal-batches', { mapping: [{ $unset: { id: 1 } }] }, 'mapping.0.$unset'],
    ['POST', '/contacts', { lastName: 'Meier', remarks: 'text' }, 'remarks'],
    ['POST', '/contacts', { lastName: 'Meier', remarks: { root: 5 } }, 'remarks'],
    [
      'POST',
      '/contacts',
      { lastName: 'Meier', remarks: { root: { type: 'root', children: [{ type: 'a' }, null] } } },
      'remarks',
    ],
    ['POST', '/seasons', { endsOn: '99999-01-01' }, 'endsOn'],
    ['POST', '/users', { email: 'a@b.test', password: { length: 99 } }, 'password'],
  ])('should be refused wherever it stands: %s %s %j', async (method, route, body, field) => {
    const { ask } = houses
    const answer = await ask(administrator, route, { body, method })
    expect(refusal(answer)).toEqual({ code: 'invalidInput', field, status: 400 })
    expect(answer.body.errors[0].message).toBe(
      'This entry is not possible. Correct the marked field.',
    )
  })

  it.each(['remarks', 'nothing'])(
    'should be refused where it is deeper than any: %s',
    async (key) => {
      const { send } = houses
      const text = `{"${key}":${deep(20_000)}}`
      const answer = await send(administrator, '/contacts', { method: 'POST', text })
      expect(refusal(answer)).toEqual({ code: 'invalidInput', field: key, status: 400 })
    },
  )

  it('should be refused where it is deeper than any outside of documents as well', async () => {
    const { send } = houses
    const root = `${'{"children":['.repeat(20_000)}${']}'.repeat(20_000)}`
    const text = `{"kind":"run-ended","language":"de","body":{"root":${root}}}`
    const answer = await send(administrator, '/mail-previews', { method: 'POST', text })
    expect(refusal(answer)).toEqual({ code: 'invalidInput', field: 'body', status: 400 })
  })

  it.each(['[]', '[{"name":"x"}]', '"text"', '5', 'null', 'true', '{', ''])(
    'should be refused as a whole: %s',
    async (text) => {
      const { first, send } = houses
      const faults: string[] = []
      for (const [method, route] of [
        ['PATCH', `/events/${first.ids.events}`],
        ['POST', '/events'],
        ['PATCH', '/events?where[id][exists]=true'],
        ['POST', '/users'],
        ['POST', '/users/login'],
        ['POST', '/users/forgot-password'],
      ] as const) {
        const { status } = await send(administrator, route, { method, text })
        if (status >= 500) faults.push(`${method} ${route}: ${status}`)
      }
      expect(faults).toEqual([])
    },
  )
})

describe('an id that is none', () => {
  it('should be of nobody, on either engine', async () => {
    const { ask, first } = houses
    for (const id of ['x', '$ne', 'a'.repeat(500), '000000000000000000000000', 7]) {
      const body = { season: id }
      const answer = await ask(administrator, `/subscriptions/${first.ids.subscriptions}`, {
        body,
        method: 'PATCH',
      })
      const { code, field } = refusal(answer)
      expect([id, code, field]).toEqual([id, 'otherInstitution', 'season'])
    }
  })
})

describe('a question that no database can answer', () => {
  it.each([
    ['page=-1', 'page'],
    ['page=abc', 'page'],
    ['page=1e300', 'page'],
    ['page=Infinity', 'page'],
    ['page=1.5', 'page'],
    ['limit=abc', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1e300', 'limit'],
    ['limit=Infinity', 'limit'],
    ['sort=-', 'sort'],
    ['sort=lastName.$where', 'sort'],
    ['sort[a]=b', undefined],
    ['where=x', 'where'],
    ['where[id][in][a]=1', 'where.id'],
    ['where[id][equals][$ne]=1', 'where.id'],
    ['where[id][equals][]=1', 'where.id'],
    ['where[createdAt][equals][$gt]=', 'where.createdAt'],
    ['where[lastName][near]=1,2', 'where.lastName'],
    ['where[lastName][like][$regex]=a', 'where.lastName'],
    ['where[number][greater_than]=abc', 'where.number'],
    ['where[number][in]=1,b', 'where.number'],
    ['where[number][all]=1', 'where.number'],
    ['where[lastName][all][]=Meier', 'where.lastName'],
    ['where[number][like]=1&where[number][equals]=2', 'where.number'],
    ['where[files.number][equals]=NaN', 'where.files.number'],
    ['where[or][0][number][equals][$gt]=0', 'where.number'],
    ['joins[files][sort]=$x', 'joins.files.sort'],
    ['joins[files][where][number][equals]=x', 'joins.files.where.number'],
    ['joins[files][limit]=-1', 'joins.files.limit'],
    ['joins[files][page]=1e300', 'joins.files.page'],
    ['joins=x', undefined],
    ['page=', undefined],
    ['limit=', undefined],
    ['limit=0', undefined],
    ['page=1000000000&limit=1000000000', undefined],
    ['select=1', undefined],
    ['populate=x', undefined],
    ['depth=abc', undefined],
    ['where[lastName][like]=(((((', undefined],
    ['where[lastName][contains]=[a-', undefined],
    ['where[unknown][equals]=1', undefined],
    ['where[$where]=1', undefined],
    ['where[createdAt][less_than]=notadate', 'where.createdAt'],
    ['where[createdAt][less_than]=2026-01-01', undefined],
    ['where[number][in]=1,2', undefined],
    ['where[number][equals]=', undefined],
    ['sort=-number,lastName', undefined],
  ])('should be refused as one, or not minded: %s', async (query, field) => {
    const { ask } = houses
    const questions = ['/contacts', '/contacts/count'].map((path) => `${path}?depth=0&${query}`)
    // What is about the list alone is nothing to those who count.
    if (/^(?:page|limit|sort|joins)/.test(query)) questions.pop()
    for (const route of questions) {
      const answer = await ask(administrator, route)
      expect([route, answer.status < 500]).toEqual([route, true])
      if (field) expect(refusal(answer)).toEqual({ code: 'invalidInput', field, status: 400 })
    }
  })
})

describe('a question as the admin panel asks it', () => {
  const found = async (slug: string, query: string): Promise<{ id: string; number: number }[]> => {
    const { body, status } = await houses.ask(administrator, `/${slug}?depth=0&limit=0&${query}`)
    expect([query, status]).toEqual([query, 200])
    return body.docs
  }

  it.each(['files', 'orders', 'tickets', 'contacts'])(
    'should find by number whatever text is looked for among %s',
    async (slug) => {
      const all = await found(slug, '')
      const { number } = all[0]!
      const same = all.filter((one) => one.number === number)
      const others = all.filter((one) => one.number !== number)
      for (const operator of ['like', 'contains']) {
        for (const text of ['M%C3%BCller', '12-', 'null', '', 'Infinity'])
          expect(await found(slug, `where[and][0][number][${operator}]=${text}`)).toEqual([])
        expect(await found(slug, `where[and][0][number][${operator}]=+${number}`)).toEqual(same)
      }
      expect(await found(slug, 'where[number][not_like]=M%C3%BCller')).toEqual(all)
      expect(await found(slug, `where[number][not_like]=${number}`)).toEqual(others)
    },
  )

  it('should take a list that has been emptied for one without entries', async () => {
    const all = await found('contacts', '')
    expect(all.length).toBeGreaterThan(0)
    for (const name of ['id', 'number', 'lastName', 'createdAt', 'institution']) {
      expect([name, await found('contacts', `where[${name}][in]=`)]).toEqual([name, []])
      expect([name, await found('contacts', `where[${name}][not_in]=`)]).toEqual([name, all])
    }
    expect(await found('files', 'where[status][in]=')).toEqual([])
  })

  it('should be understood in the lists of the panel as well', async () => {
    const { payload } = houses
    const user = await payload.findByID({ id: administrator.id, collection: 'users' })
    const count = async (where: Where) => {
      const args = { collection: 'tickets', overrideAccess: false, user, where } as const
      return (await payload.find(args)).totalDocs
    }
    const all = await count({})
    expect(all).toBeGreaterThan(0)
    expect(await count({ number: { like: 'Müller' } })).toBe(0)
    expect(await count({ or: [{ and: [{ number: { in: '' } }] }] })).toBe(0)
    expect(await count({ createdAt: { in: '' } })).toBe(0)
    expect(await count({ state: { not_in: '' } })).toBe(all)
    // Of an address that somebody kept: nothing is made of it, and the list is shown.
    expect(await count({ or: [''] } as never)).toBe(all)
  })
})

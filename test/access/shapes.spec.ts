import type { FlattenedField } from 'payload'

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
    case 'richText':
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

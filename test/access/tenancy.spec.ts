import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Answer, Houses } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { bodyFor, fieldsOf } from './plantHouse'
import { peopleOfA, startHouses } from './startHouses'

/** Everybody's own: asked for by a key, never by an id, so it has a test of its own. */
const PREFERENCES = 'payload-preferences'

/** What no member of staff has anything to do with. Any other collection needs its row in the permission table. */
const INTERNAL = ['agenda-jobs', 'counters', 'payload-kv', 'payload-migrations', PREFERENCES]

let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
}, 120_000)

afterAll(() => houses.stop())

type Question = {
  name: string
  body?: unknown
  method?: string
  /** Whether it is about one document by its id, where only 403 and 404 will do. */
  oneByID?: boolean
  route: string
}

/** All that can be asked of a collection about the documents of the other institution. */
const questionsAbout = (slug: string): Question[] => {
  const { other, payload } = houses
  const { canary, ids } = other
  const id = ids[slug]!
  const { upload, versions } = payload.collections[slug]!.config
  const body = bodyFor({ slug, canary, ids, payload })
  const theirs = `where[id][equals]=${id}`
  const pointingThere = fieldsOf(payload, slug).some(
    ({ name, type }) => type === 'relationship' && name !== 'institution',
  )
  const ownWords = {
    ...bodyFor({ slug, canary: houses.first.canary, ids, payload }),
    institution: houses.first.ids.institutions,
  }
  const byTenant = fieldsOf(payload, slug).some(({ name }) => name === 'institution')
    ? [
        `where[institution][equals]=${ids.institutions}`,
        `where[institution.name][contains]=${canary}`,
        `where[or][0][id][equals]=${id}&where[or][1][institution][equals]=${ids.institutions}`,
      ]
    : []
  return [
    ...[theirs, ...byTenant].flatMap((where) => [
      { name: 'find', route: `?depth=3&${where}` },
      { name: 'count', route: `/count?${where}` },
    ]),
    { name: 'find by id', oneByID: true, route: `/${id}?depth=3` },
    {
      name: 'find by id, with a choice of fields',
      oneByID: true,
      route: `/${id}?depth=3&select[id]=true${pointsTo(slug)
        .map((to) => `&populate[${to}][name]=true`)
        .join('')}`,
    },
    { name: 'distinct', oneByID: true, route: `/distinct?field=id&${theirs}` },
    { name: 'create there', body, route: '' },
    ...(pointingThere
      ? [{ name: 'create here with what is theirs', body: ownWords, route: '' }]
      : []),
    { name: 'update', body: {}, method: 'PATCH', oneByID: true, route: `/${id}` },
    { name: 'bulk update', body: {}, method: 'PATCH', route: `?${theirs}` },
    { name: 'delete', method: 'DELETE', oneByID: true, route: `/${id}` },
    { name: 'bulk delete', method: 'DELETE', route: `?${theirs}` },
    { name: 'duplicate', body: {}, oneByID: true, route: `/${id}/duplicate` },
    ...(versions
      ? [
          { name: 'versions', route: `/versions?where[parent][equals]=${id}` },
          { name: 'restore', body: {}, oneByID: true, route: `/versions/${id}` },
        ]
      : []),
    ...(upload ? [{ name: 'file', oneByID: true, route: `/file/${canary}.csv` }] : []),
    ...fieldsOf(payload, slug)
      .filter(({ type }) => type === 'join')
      .map((field) => ({
        name: `join ${field.name}`,
        oneByID: true,
        route: `/${id}?joins[${field.name}][limit]=10&depth=2`,
      })),
  ]
}

const pointsTo = (slug: string): string[] =>
  fieldsOf(houses.payload, slug).flatMap((field) =>
    field.type === 'relationship' ? [field.relationTo].flat() : [],
  )

const isEmpty = ({ body, text }: Answer): boolean =>
  body?.docs?.length === 0 || body?.totalDocs === 0 || text === 'null'

/** What is wrong with an answer, or nothing. */
const faultOf = (question: Question, answer: Answer): string | undefined => {
  if (answer.text.includes(houses.other.canary)) return 'shows the canary'
  // 501 says that there is no such endpoint.
  if (answer.status === 501) return undefined
  if (answer.status >= 500) return `fails with ${answer.status}`
  if (question.oneByID && ![401, 403, 404].includes(answer.status) && !isEmpty(answer))
    return `answers ${answer.status}`
  if (answer.status < 400 && !isEmpty(answer)) return `answers ${answer.status} ${answer.text}`
  return undefined
}

const collections = () => houses.payload.config.collections.map(({ slug }) => slug)

describe('the matrix', () => {
  it('should know every collection', () => {
    expect(
      collections()
        .filter((slug) => !permissions[slug])
        .sort(),
    ).toEqual(INTERNAL)
    expect(Object.keys(permissions).filter((slug) => !collections().includes(slug))).toEqual([])
  })

  it('should bite: who belongs there sees the canary in each of them', async () => {
    const { ask, other, person } = houses
    const theirs = await person({ institution: other.ids.institutions, roles: ['administrator'] })
    const blind: string[] = []
    for (const slug of Object.keys(permissions)) {
      const { text } = await ask(theirs, `/${slug}/${other.ids[slug]}?depth=1`)
      if (!text.includes(other.canary)) blind.push(slug)
    }
    expect(blind).toEqual(
      Object.keys(permissions).filter((slug) => !permissions[slug]!.read.length),
    )
  })
})

describe('another institution', () => {
  it.each(Object.keys(peopleOfA))(
    'should be closed to %s',
    async (name) => {
      const { ask, everything, other, people } = houses
      const before = await everything(other.ids.institutions)
      const faults: string[] = []
      for (const slug of collections().filter((one) => one !== PREFERENCES))
        for (const question of questionsAbout(slug)) {
          const answer = await ask(people[name], `/${slug}${question.route}`, question)
          const fault = faultOf(question, answer)
          if (fault) faults.push(`${question.name} ${slug} ${fault}`)
        }
      expect(faults).toEqual([])
      expect(await everything(other.ids.institutions)).toEqual(before)
    },
    180_000,
  )

  it('should give no right to a document, nor say what is in it', async () => {
    const { ask, first, other, people } = houses
    const rights = async (name: string, slug: string, id: string) => {
      const { body, text } = await ask(people[name], `/${slug}/access/${id}`, { body: {} })
      return { given: ['delete', 'read', 'update'].filter((right) => body[right]), text }
    }
    const faults: string[] = []
    for (const name of Object.keys(peopleOfA))
      for (const slug of Object.keys(permissions)) {
        const { given, text } = await rights(name, slug, other.ids[slug]!)
        if (given.length || text.includes(other.canary)) faults.push(`${slug} for ${name}: ${text}`)
      }
    expect(faults).toEqual([])
    // The control: on what is one's own there are some.
    const own = await rights('an administrator', 'venues', first.ids.venues!)
    expect(own.given).toEqual(['delete', 'read', 'update'])
  })

  it('should keep its preferences', async () => {
    const { ask, everything, other, people } = houses
    const before = await everything()
    const route = `/${PREFERENCES}/${other.canary}`
    for (const name of Object.keys(peopleOfA)) {
      const { text } = await ask(people[name], route)
      expect(text).not.toContain(other.ids.users)
      await ask(people[name], route, { method: 'DELETE' })
    }
    expect((await everything())[PREFERENCES]).toBe(before[PREFERENCES])
  })

  it('should not be found through the payer of a file of a document', async () => {
    const { ask, first, other, people } = houses
    const by = ({ canary }: Houses['first']) =>
      `/lines?depth=0&where[file.payer.lastName][equals]=${canary}`
    for (const name of ['an administrator', 'a cashier']) {
      expect((await ask(people[name], by(other))).body.totalDocs).toBe(0)
      // The control: such a question is answered.
      expect((await ask(people[name], by(first))).body.totalDocs).toBeGreaterThan(0)
    }
  })

  it('should not be found by the content of any field, nor through a relationship or an order', async () => {
    const { ask, other, people } = houses
    const asker = people['an administrator']
    const faults: string[] = []
    for (const slug of Object.keys(permissions))
      for (const path of pathsOf(slug)) {
        const content = await ask(
          asker,
          `/${slug}?depth=0&where[${path}][contains]=${other.canary}`,
        )
        const fault = faultOf({ name: path, route: '' }, content)
        if (fault) faults.push(`${slug} where ${path} ${fault}`)
        const sorted = await ask(asker, `/${slug}?depth=0&limit=0&sort=${path}`)
        if (sorted.text.includes(other.canary) || sorted.status >= 500)
          faults.push(`${slug} sort ${path} answers ${sorted.status}`)
      }
    expect(faults).toEqual([])
  }, 180_000)
})

/** The text fields of a collection, those of what it points to, and of what that points to. */
const pathsOf = (slug: string): string[] => {
  const texts = (of: string) =>
    fieldsOf(houses.payload, of)
      .filter(({ type }) => ['email', 'text', 'textarea'].includes(type))
      .map(({ name }) => name)
  const references = (of: string) =>
    fieldsOf(houses.payload, of).flatMap((field) =>
      field.type === 'relationship' && typeof field.relationTo === 'string'
        ? [{ name: field.name, to: field.relationTo }]
        : [],
    )
  const further = (of: string) =>
    references(of)
      .filter(({ name }) => !['institution', 'site'].includes(name))
      .slice(0, 1)
      .flatMap(({ name, to }) =>
        texts(to)
          .slice(0, 1)
          .map((text) => `${name}.${text}`),
      )
  return [
    ...texts(slug),
    ...references(slug).flatMap(({ name, to }) =>
      [...texts(to).slice(0, 2), ...further(to)].map((path) => `${name}.${path}`),
    ),
  ]
}

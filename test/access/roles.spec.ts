import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Role } from '../../src/access/roles'
import type { Answer, Houses, Person } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { allRoles } from '../../src/access/roles'
import { plant, rightBodyFor } from './plantHouse'
import { peopleOfA, startHouses } from './startHouses'

type Operation = 'create' | 'delete' | 'read' | 'update'

let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
}, 120_000)

afterAll(() => houses.stop())

const personOf = (role: Role): Person => {
  const [name] = Object.entries(peopleOfA).find(([, who]) => who?.role === role && !who.bound)!
  return houses.people[name]!
}

/** Whether a document is there, whoever may see it. */
const exists = async (slug: string, id: string): Promise<boolean> => {
  const where = { id: { equals: id } }
  return (await houses.payload.db.count({ collection: slug, where })).totalDocs === 1
}

/** What an operation that is allowed must have done, beside answering 2xx. */
const isDone: Record<
  Operation,
  (args: { id: string; slug: string; answer: Answer }) => boolean | Promise<boolean>
> = {
  create: ({ slug, answer }) => exists(slug, answer.body.doc.id),
  delete: async ({ id, slug }) => !(await exists(slug, id)),
  read: ({ id, answer }) => answer.body.id === id && answer.text.includes(houses.first.canary),
  update: ({ id, answer }) => answer.body.doc.id === id,
}

/** Asks for all four with what is right in every respect, about a document of their own. */
const askAll = async (asker: Person, slug: string) => {
  const { ask, askToCreate, first, payload } = houses
  const id = slug === 'institutions' ? first.ids[slug]! : await plant({ ...first, slug, payload })
  const change = await rightBodyFor({ ...first, slug, payload })
  const read = await ask(asker, `/${slug}/${id}?depth=0`)
  const update = await ask(asker, `/${slug}/${id}`, { body: change, method: 'PATCH' })
  const body = await rightBodyFor({ ...first, slug, payload })
  const create = await askToCreate(asker, slug, body)
  const remove = await ask(asker, `/${slug}/${id}`, { method: 'DELETE' })
  return { id, answers: { create, delete: remove, read, update } }
}

/** What is wrong with an answer, or nothing. */
const faultOf = async ({
  id,
  slug,
  answer,
  isAllowed,
  operation,
}: {
  id: string
  slug: string
  answer: Answer
  isAllowed: boolean
  operation: Operation
}): Promise<string | undefined> => {
  const { status, text } = answer
  if (!isAllowed) {
    if (![403, 404].includes(status)) return `is not allowed, and answers ${status} ${text}`
    return text.includes(houses.first.canary) ? 'is not allowed, and shows the canary' : undefined
  }
  if (status < 200 || status >= 300) return `is allowed, and answers ${status} ${text}`
  return (await isDone[operation]({ id, slug, answer })) ? undefined : `is allowed, and not done`
}

describe('the permission table', () => {
  it.each(allRoles)(
    'should be what is asked and done in every collection, by %s',
    async (role) => {
      const asker = personOf(role)
      const faults: string[] = []
      for (const [slug, permission] of Object.entries(permissions)) {
        const { id, answers } = await askAll(asker, slug)
        for (const operation of ['create', 'delete', 'read', 'update'] as const) {
          const isAllowed = permission[operation].includes(role)
          const answer = answers[operation]
          const fault = await faultOf({ id, slug, answer, isAllowed, operation })
          if (fault) faults.push(`${operation} ${slug} ${fault}`)
        }
        if (!permission.delete.includes(role) && !(await exists(slug, id)))
          faults.push(`delete ${slug} is not allowed, and done`)
      }
      expect(faults).toEqual([])
    },
    120_000,
  )

  it('should let strangers do nothing', async () => {
    const { ask, first } = houses
    const faults: string[] = []
    for (const slug of Object.keys(permissions)) {
      const id = first.ids[slug]
      for (const [method, route, body] of [
        ['GET', ''],
        ['GET', `/${id}`],
        ['GET', '/count'],
        ['POST', '', {}],
        ['PATCH', `/${id}`, {}],
        ['PATCH', `?where[id][equals]=${id}`, {}],
        ['DELETE', `/${id}`],
        ['DELETE', `?where[id][equals]=${id}`],
      ] as const) {
        const { status } = await ask(null, `/${slug}${route}`, { body, method })
        if (![401, 403, 404].includes(status)) faults.push(`${method} ${slug}${route}: ${status}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('should show the card or account of a row to those who may see stored cards, and to nobody else', async () => {
    const { ask, first, payload } = houses
    const CARD = 'Visa •••• 4242'
    const details = { label: CARD, schedule: [{ amount: 7000, dueAt: '2026-12-01T08:00:00.000Z' }] }
    const id = await plant({ ...first, slug: 'run-rows', data: { details }, payload })
    const run = first.ids.runs!
    for (const role of allRoles) {
      const asker = personOf(role)
      const answers = await Promise.all(
        [`/run/${run}/rows`, `/run/${run}/rows.csv`, `/run-rows/${id}`, '/run-rows?limit=0'].map(
          (route) => ask(asker, route),
        ),
      )
      const maySee = ['accountant', 'administrator', 'cashier', 'salesManager'].includes(role)
      expect([role, answers.map(({ status, text }) => [status, text.includes(CARD)])]).toEqual([
        role,
        [
          [200, maySee],
          // The file for spreadsheets has no column for it.
          [200, false],
          [200, maySee],
          [200, maySee],
        ],
      ])
      // How much on which day is paid is for all.
      for (const { text } of [answers[0]!, answers[2]!]) expect(text).toContain('7000')
    }
  })
})

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

/** What an administrator could delete if no document of a planted house led to it. */
const HELD = [
  'contacts',
  'criteria',
  'events',
  'payment-accounts',
  'payment-methods',
  'performances',
  'price-categories',
  'sales-channels',
  'seasons',
  'seats',
  'shipment-modes',
  'subscriptions',
  'tariffs',
  'venues',
]

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

  it('should not let an administrator delete what something else leads to', async () => {
    const { ask, payload } = houses
    const administrator = personOf('administrator')
    const stored = async () => {
      const docs = new Map<string, unknown>()
      // Accounts may go: who has left stays in the journal by name.
      for (const slug of Object.keys(permissions).filter((name) => name !== 'users'))
        for (const doc of (await payload.db.find({ collection: slug, joins: false, limit: 0 }))
          .docs)
          docs.set(`${slug} ${doc.id}`, doc)
      return docs
    }
    const before = await stored()
    const refused: string[] = []
    for (const [slug, permission] of Object.entries(permissions)) {
      if (slug === 'users' || !permission.delete.includes('administrator')) continue
      const one = await ask(administrator, `/${slug}/${houses.first.ids[slug]}`, {
        method: 'DELETE',
      })
      expect([slug, one.body.errors?.[0].data.code ?? one.status]).toEqual([
        slug,
        one.status === 409 ? 'inUse' : 200,
      ])
      if (one.status === 409) refused.push(slug)
    }
    expect(refused.sort()).toEqual(HELD)
    for (const [key, doc] of await stored()) {
      if (before.has(key)) expect([key, doc]).toEqual([key, before.get(key)])
    }
  }, 120_000)

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

  it('should not let anybody else find rows by that card or account, or sort by it', async () => {
    const { ask, first, payload } = houses
    const CARD = 'Visa •••• 0341'
    await plant({ ...first, slug: 'run-rows', data: { details: { label: CARD } }, payload })
    const questions = [
      ...['details.label', 'details'].flatMap((path) => [
        `?where[${path}][contains]=0341`,
        `?where[or][0][and][0][${path}][exists]=true`,
        `/count?where[${path}][contains]=0341`,
        `?sort=-${path}`,
        `?limit=0&sort=label,${path}`,
      ]),
      // The detail that all may see says nothing of the means, but the field holds both.
      '?where[details.schedule][exists]=true',
    ]
    for (const role of allRoles) {
      const maySee = ['accountant', 'administrator', 'cashier', 'salesManager'].includes(role)
      for (const question of questions) {
        const { status, text } = await ask(personOf(role), `/run-rows${question}`)
        if (!maySee) expect([question, [400, 403].includes(status)]).toEqual([question, true])
        if (!maySee) expect(text).not.toContain('0341')
      }
      const { body } = await ask(personOf(role), '/run-rows?where[details.label][contains]=0341')
      // The control: who may see it finds it.
      expect([role, body.totalDocs]).toEqual([role, maySee ? 1 : undefined])
    }
  })

  it('should show the mandate of a payment to those who may see mandates, and to nobody else', async () => {
    const { ask, first, payload } = houses
    const RUM = 'RUM-0815'
    const id = await plant({ ...first, slug: 'payments', data: { mandateReference: RUM }, payload })
    for (const role of allRoles) {
      const asker = personOf(role)
      const maySee = permissions.mandates!.read.includes(role)
      for (const route of [`/payments/${id}`, '/payments?limit=0']) {
        const { status, text } = await ask(asker, route)
        expect([role, route, status, text.includes(RUM)]).toEqual([role, route, 200, maySee])
      }
      for (const question of [
        `/payments?where[mandateReference][equals]=${RUM}`,
        '/payments?sort=mandateReference',
        `/instalments?where[payment.mandateReference][equals]=${RUM}`,
      ]) {
        const { status, text } = await ask(asker, question)
        expect([role, question, status === 200]).toEqual([role, question, maySee])
        if (!maySee) expect(text).not.toContain(RUM)
      }
    }
  })
})

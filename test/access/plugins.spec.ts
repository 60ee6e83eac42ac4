import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Houses, Person } from './startHouses'

import { definitionOf } from '../../src/endpoints/defineEndpoint'
import { startDueBatches } from '../../src/plugins/renewal/jobs/dueBatches'
import { startHouses } from './startHouses'

let administrator: Person
let bound: Person
let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
  administrator = houses.people['an administrator']!
  bound = houses.people['an administrator of one site']!
}, 120_000)

afterAll(() => houses.stop())

const COLLECTION: Record<string, string> = {
  renewal: 'renewal-batches',
  'subscriber-import': 'subscriber-imports',
}

const switchTo = async (house: Houses['first'], plugins: string[]) => {
  await houses.payload.db.updateOne({
    id: house.ids.sites!,
    collection: 'sites',
    data: { plugins },
  })
}

const ALL = Object.keys(COLLECTION)

describe.each(ALL)('%s, switched off for a site', (plugin) => {
  const slug = COLLECTION[plugin]!

  beforeAll(() =>
    switchTo(
      houses.first,
      ALL.filter((one) => one !== plugin),
    ),
  )
  afterAll(() => switchTo(houses.first, ALL))

  it('should answer for this site as if it were not there, and for others as ever', async () => {
    const { ask, first, payload, second } = houses
    let asked = 0
    for (const endpoint of payload.config.endpoints) {
      const definition = definitionOf(endpoint)
      if (definition?.plugin !== plugin) continue
      asked++
      const request = {
        body: definition.method === 'get' ? undefined : { mode: 'check' },
        method: definition.method.toUpperCase(),
      }
      const of = definition.path.includes('/runs/') ? 'runs' : slug
      const answer = (house: Houses['first']) =>
        ask(administrator, definition.path.replace(':id', house.ids[of]!), request)
      const off = await answer(first)
      expect([definition.path, off.status, off.body.errors[0].data.code]).toEqual([
        definition.path,
        404,
        'pluginOff',
      ])
      expect((await answer(second)).body.errors?.[0]?.data?.code).not.toBe('pluginOff')
    }
    expect(asked).toBeGreaterThan(0)
  })

  it('should neither show nor take its documents', async () => {
    const { ask, first, second } = houses
    const list = await ask(administrator, `/${slug}?depth=0&limit=0`)
    const ids = list.body.docs.map(({ id }: { id: string }) => id)
    expect(ids).toContain(second.ids[slug])
    expect(ids).not.toContain(first.ids[slug])
    const change = await ask(administrator, `/${slug}/${first.ids[slug]}`, {
      body: {},
      method: 'PATCH',
    })
    expect([403, 404]).toContain(change.status)
    const made = await ask(administrator, `/${slug}`, { body: { site: first.ids.sites } })
    expect(made.status).toBe(403)
    const elsewhere = await ask(administrator, `/${slug}`, { body: { site: second.ids.sites } })
    expect(elsewhere.status).toBe(400)
  })

  it('should leave the navigation of those who have it nowhere', async () => {
    const { ask } = houses
    const offered = async (person: Person) => {
      const { body } = await ask(person, '/access')
      return Boolean(body.collections?.[slug]?.read)
    }
    expect(await offered(bound)).toBe(false)
    expect(await offered(administrator)).toBe(true)
  })

  it('should have kept everything when it is switched on again', async () => {
    const { ask, first } = houses
    await switchTo(first, ALL)
    const { body, status } = await ask(bound, `/${slug}/${first.ids[slug]}?depth=0`)
    expect(status).toBe(200)
    expect(body.id).toBe(first.ids[slug])
  })
})

describe('everything that a person may do', () => {
  it('should be answered by reading the sites once, not for each collection', async () => {
    const { ask, payload } = houses
    const { find } = payload.db
    let reads = 0
    payload.db.find = ((args: Parameters<typeof find>[0]) => {
      if (args.collection === 'sites') reads++
      return find.call(payload.db, args)
    }) as typeof find
    try {
      expect((await ask(administrator, '/access')).status).toBe(200)
    } finally {
      payload.db.find = find
    }
    expect(reads).toBe(1)
  })
})

describe('a run whose plugin is switched off', () => {
  it('should be stopped if somebody says so, but go on only once it is on again', async () => {
    const { ask, first, payload } = houses
    const id = first.ids.runs!
    const change = (data: Record<string, unknown>) =>
      payload.db.updateOne({ id, collection: 'runs', data })
    const steer = (what: 'resume' | 'stop') =>
      ask(administrator, `/run/${id}/${what}`, { body: {} })
    const state = async () =>
      (await payload.findByID({ id, collection: 'runs', depth: 0 })).state as string
    const paymentDeadline = new Date(Date.now() + 86_400_000).toISOString()
    await change({ phase: 0, settings: { paymentDeadline }, state: 'running' })

    await switchTo(first, ['subscriber-import'])
    expect((await steer('stop')).status).toBe(200)
    expect(await state()).toBe('stopping')
    await change({ state: 'stopped' })
    const off = await steer('resume')
    expect([off.status, off.body.errors[0].data.code]).toEqual([404, 'pluginOff'])
    expect(await state()).toBe('stopped')

    await switchTo(first, ALL)
    expect((await steer('resume')).status).toBe(200)
    expect(await state()).not.toBe('stopped')
    await change({ settings: null, state: 'done' })
  })
})

describe('a batch that is due', () => {
  it('should wait with its date while renewal is off for its site', async () => {
    const { first, payload } = houses
    const due = new Date(Date.now() - 60_000).toISOString()
    const id = first.ids['renewal-batches']!
    const nextRunAt = async () => {
      const batch = await payload.findByID({
        id,
        collection: 'renewal-batches',
        depth: 0,
      })
      return batch.nextRunAt
    }
    const runs = async () =>
      (await payload.count({ collection: 'runs', where: { batch: { equals: id } } })).totalDocs
    await payload.db.updateOne({
      id,
      collection: 'renewal-batches',
      data: { nextRunAt: due, startedBy: administrator.id, state: 'scheduled' },
    })

    await switchTo(first, ['subscriber-import'])
    await startDueBatches({ payload })
    expect(await nextRunAt()).toBe(due)
    expect(await runs()).toBe(0)

    await switchTo(first, ALL)
    await startDueBatches({ payload })
    expect(await nextRunAt()).not.toBe(due)
    expect(await runs()).toBe(1)
  })
})

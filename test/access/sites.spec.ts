import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Role } from '../../src/access/roles'
import type { Houses, Person } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { bodyFor, fieldsOf, plant, rightBodyFor } from './plantHouse'
import { startHouses } from './startHouses'

let houses: Houses
let bound: Person

beforeAll(async () => {
  houses = await startHouses()
  bound = houses.people['an administrator of one site']!
}, 120_000)

afterAll(() => houses.stop())

const ofSites = () =>
  Object.keys(permissions).filter(
    (slug) =>
      slug !== 'journal' && fieldsOf(houses.payload, slug).some(({ name }) => name === 'site'),
  )

/** The code and the field of a refusal. */
const refusal = ({ body }: { body: any }) => {
  const { code, field } = body.errors?.[0]?.data ?? {}
  return { code, field }
}

describe('staff of one site', () => {
  it.each<Role>(['administrator', 'cashier'])(
    'should not see or change the documents of another, nor its entries in the journal: %s',
    async (role) => {
      const { ask, everything, first, people, person, second } = houses
      const staff = await person({ roles: [role], sites: [first.ids.sites!] })
      const before = await everything()
      const faults: string[] = []
      for (const slug of [...ofSites(), 'journal']) {
        const id = second.ids[slug]!
        for (const [method, route, body] of [
          ['GET', `?depth=2&limit=0`],
          ['GET', `/${id}?depth=2`],
          ['PATCH', `/${id}`, {}],
          ['PATCH', `?where[id][equals]=${id}`, {}],
          ['POST', `/${id}/duplicate`, {}],
          ['DELETE', `/${id}`],
          ['DELETE', `?where[id][equals]=${id}`],
        ] as const) {
          const {
            body: said,
            status,
            text,
          } = await ask(staff, `/${slug}${route}`, { body, method })
          const isShown = JSON.stringify(said?.docs ?? said).includes(id)
          if (isShown && method !== 'POST') faults.push(`${method} ${slug}${route} shows it`)
          if (status < 400 && said?.docs === undefined) faults.push(`${method} ${slug}: ${text}`)
        }
      }
      expect(faults).toEqual([])
      expect(await everything()).toEqual(before)
      // And the control: without the bond they are there.
      const { text } = await ask(people['an administrator'], `/venues/${second.ids.venues}`)
      expect(text).toContain(second.canary)
    },
    120_000,
  )

  it('should not see a change of another in the journal, which holds all of it, however little of the document was asked for', async () => {
    const { ask, payload, people, second } = houses
    const body = await rightBodyFor({ ...second, slug: 'events', payload })
    const little = 'depth=1&select[code]=true&populate[sites][name]=true'
    const as = people['an administrator']
    const id = (await ask(as, `/events?${little}`, { body })).body.doc.id
    const other = await plant({ ...second, slug: 'events', payload })
    for (const [method, route, change] of [
      ['PATCH', `/${id}?`, { name: 'Faust I' }],
      ['PATCH', `?where[id][equals]=${id}&`, { name: 'Faust II' }],
      ['DELETE', `/${id}?`],
      ['DELETE', `?where[id][equals]=${other}&`],
    ] as const) {
      const { status } = await ask(as, `/events${route}${little}`, { body: change, method })
      expect([method, route, status]).toEqual([method, route, 200])
    }
    const entriesOf = async (person: null | Person | undefined) =>
      (await ask(person, `/journal?depth=0&sort=createdAt&where[document][in]=${id},${other}`)).body
        .docs
    const entries = await entriesOf(as)
    const { season, site } = body
    const whole = { season, site }
    expect(entries).toMatchObject([
      { action: 'create', after: whole, site },
      { action: 'update', after: { name: 'Faust I' }, before: { name: body.name }, site },
      { action: 'update', after: { name: 'Faust II' }, before: { name: 'Faust I' }, site },
      { action: 'delete', before: { ...whole, name: 'Faust II' }, site },
      { action: 'delete', before: whole, site },
    ])
    // No field is said to have gone that was only not asked for.
    expect(Object.keys(entries[1].before)).toEqual(['name'])
    expect(await entriesOf(bound)).toEqual([])
  })

  it('should start, steer and read none of its batches, imports and runs', async () => {
    const { ask, everything, second } = houses
    const before = await everything()
    for (const [route, body] of [
      [`/renewal/batches/${second.ids['renewal-batches']}/check`],
      [`/renewal/batches/${second.ids['renewal-batches']}/start`, {}],
      [`/renewal/batches/${second.ids['renewal-batches']}/schedule`, {}],
      [`/subscriber-import/${second.ids['subscriber-imports']}/columns`],
      [`/subscriber-import/${second.ids['subscriber-imports']}/start`, { mode: 'check' }],
      [`/run/${second.ids.runs}/rows`],
      [`/run/${second.ids.runs}/rows.csv`],
      [`/run/${second.ids.runs}/resume`, {}],
      [`/renewal/runs/${second.ids.runs}/undo`, {}],
      [`/seat-maps/venues/${second.ids.venues}`, {}],
      [`/seat-maps/files/${second.ids.files}?performance=${second.ids.performances}`],
    ] as const) {
      const { status, text } = await ask(bound, route, { body })
      expect([route, status]).toEqual([route, 404])
      expect(text).not.toContain(second.canary)
    }
    expect(await everything()).toEqual(before)
  })

  it('should hand out no other site, nor look after an account that has one', async () => {
    const { ask, first, payload, people, person, second } = houses
    const colleague = await person({ roles: ['cashier'], sites: [first.ids.sites!] })
    const unbound = people['a cashier']!
    const change = (id: string, body: object) =>
      ask(bound, `/users/${id}`, { body, method: 'PATCH' })
    const account = { name: 'New', email: 'new@house.test', password: 'a long password' }

    expect((await change(colleague.id, { name: 'Renamed' })).status).toBe(200)
    for (const sites of [[], [second.ids.sites], [first.ids.sites, second.ids.sites]])
      for (const answer of [
        await change(colleague.id, { sites }),
        await change(bound.id, { sites }),
        await ask(bound, '/users', { body: { ...account, roles: ['cashier'], sites } }),
      ])
        expect(refusal(answer)).toEqual({ code: 'otherSite', field: 'sites' })
    expect([403, 404]).toContain((await change(unbound.id, { password: 'taken over!!' })).status)
    expect([403, 404]).toContain(
      (await ask(bound, `/users/${unbound.id}`, { method: 'DELETE' })).status,
    )
    expect(
      await payload.count({ collection: 'users', where: { id: { equals: unbound.id } } }),
    ).toEqual({
      totalDocs: 1,
    })
    const site = await ask(bound, `/sites/${second.ids.sites}`, {
      body: { plugins: [] },
      method: 'PATCH',
    })
    expect([403, 404]).toContain(site.status)
  })
})

describe('a relationship', () => {
  it('should not lead to another site or institution, from any collection, also inside arrays', async () => {
    const { ask, first, other, payload, people, second } = houses
    const faults: string[] = []
    let tried = 0
    for (const slug of Object.keys(permissions)) {
      if (!permissions[slug]!.create.includes('administrator')) continue
      if (payload.collections[slug]!.config.upload || slug === 'renewal-batches') continue
      for (const field of fieldsOf(payload, slug)) {
        if (field.type !== 'relationship' || typeof field.relationTo !== 'string') continue
        if (['institution', 'site'].includes(field.name)) continue
        if (field.access?.create) continue
        const isOfSite = fieldsOf(payload, field.relationTo).some(({ name }) => name === 'site')
        const base = bodyFor({ ...first, slug, payload })
        for (const [ids, code] of [
          [other.ids, 'otherInstitution'],
          ...(isOfSite && ofSites().includes(slug) ? [[second.ids, 'otherSite'] as const] : []),
        ] as const) {
          const id = ids[field.relationTo]
          const answer = await ask(people['an administrator'], `/${slug}`, {
            body: { ...base, [field.name]: field.hasMany ? [id] : id },
          })
          tried++
          const errors = (answer.body.errors ?? []) as any[]
          // The picker of the field refuses it by itself, or else the guard does, by its code.
          const isRefused =
            JSON.stringify(errors).includes(`"${field.name}"`) || refusal(answer).code === code
          if (answer.status < 400 || !isRefused)
            faults.push(`${slug}.${field.name}: ${answer.status} ${answer.text}`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(tried).toBeGreaterThan(20)
  }, 60_000)

  it('should not be changed to another site or institution either', async () => {
    const { ask, everything, first, other, people, second } = houses
    const before = await everything()
    for (const [slug, name, to] of [
      ['subscriptions', 'season', 'seasons'],
      ['subscriptions', 'venue', 'venues'],
      ['prices', 'tariff', 'tariffs'],
      ['seats', 'venue', 'venues'],
      ['performances', 'event', 'events'],
      ['points-of-sale', 'channels', 'sales-channels'],
    ] as const)
      for (const { ids } of [other, second]) {
        const value = name === 'channels' ? [ids[to]] : ids[to]
        const answer = await ask(people['an administrator'], `/${slug}/${first.ids[slug]}`, {
          body: { [name]: value },
          method: 'PATCH',
        })
        expect([slug, name, answer.status]).toEqual([slug, name, ids === other.ids ? 403 : 400])
        expect(refusal(answer).field).toBe(name)
      }
    expect(await everything()).toEqual(before)
  })

  it('should be refused in the mapping of a batch, with its field', async () => {
    const { ask, everything, first, other, payload, people, second } = houses
    const body = await rightBodyFor({ ...first, slug: 'renewal-batches', payload })
    const origin = await plant({
      ...first,
      slug: 'subscriptions',
      data: { season: body.originSeason },
      payload,
    })
    const before = await everything()
    const make = (row: Record<string, string | undefined>) =>
      ask(people['an administrator'], '/renewal-batches', {
        body: { ...body, mapping: [{ origin, ...row }] },
      })
    expect(refusal(await make({ target: second.ids.subscriptions }))).toEqual({
      code: 'otherSite',
      field: 'mapping.0.target',
    })
    expect(refusal(await make({ target: other.ids.subscriptions }))).toEqual({
      code: 'otherInstitution',
      field: 'mapping.0.target',
    })
    expect(refusal(await make({ origin: other.ids.subscriptions }))).toEqual({
      code: 'otherInstitution',
      field: 'mapping.0.origin',
    })
    expect(refusal(await make({ criterion: other.ids.criteria }))).toEqual({
      code: 'otherInstitution',
      field: 'mapping.0.criterion',
    })
    expect(await everything()).toEqual(before)
    // And the control: what is of the site is taken.
    const target = await plant({
      ...first,
      slug: 'subscriptions',
      data: { season: body.targetSeason },
      payload,
    })
    expect((await make({ target })).status).toBe(201)
  })

  it('should not tell by its refusal what is there elsewhere', async () => {
    const { ask, first, other, payload, people } = houses
    const body = await rightBodyFor({ ...first, slug: 'renewal-batches', payload })
    const asker = people['an administrator']
    // The file that the other institution has, and one that it has not.
    const said = []
    for (const fileNumbers of ['7', '8'])
      said.push(
        await ask(asker, '/renewal-batches', {
          body: { ...body, fileNumbers, site: other.ids.sites },
        }),
      )
    expect(said[0]!.status).toBe(403)
    expect(said[0]!.text).toBe(said[1]!.text)

    // An answer that the other institution's contact has given, and one that it has not.
    const { canary, ids } = other
    const criterion = await plant({ slug: 'criteria', canary, ids, payload })
    await payload.db.updateOne({
      id: ids['contact-answers']!,
      collection: 'contact-answers',
      data: { answerKey: `${ids.contacts}:${ids.criteria}` },
    })
    for (const about of [ids.criteria, criterion]) {
      const answer = await ask(asker, '/contact-answers', {
        body: {
          ...bodyFor({ ...first, slug: 'contact-answers', payload }),
          contact: ids.contacts,
          criterion: about,
        },
      })
      expect(refusal(answer).code).toBe('otherInstitution')
    }
  })

  it('should not move a document to another site', async () => {
    const { ask, first, payload, people, second } = houses
    await ask(people['an administrator'], `/venues/${first.ids.venues}`, {
      body: { site: second.ids.sites },
      method: 'PATCH',
    })
    const venue = await payload.findByID({ id: first.ids.venues!, collection: 'venues', depth: 0 })
    expect(venue.site).toBe(first.ids.sites)
  })

  it('should join only what the person reaches', async () => {
    const { ask, first, payload, people, second } = houses
    // A customer of both sites.
    await payload.db.updateOne({
      id: second.ids.files!,
      collection: 'files',
      data: { payer: first.ids.contacts },
    })
    const filesSeenBy = async (person: null | Person | undefined) => {
      const { body } = await ask(person, `/contacts/${first.ids.contacts}?depth=1`)
      return body.files.docs.map(({ id }: { id: string }) => id).sort()
    }
    expect(await filesSeenBy(bound)).toEqual([first.ids.files])
    expect(await filesSeenBy(people['an administrator'])).toEqual(
      [first.ids.files, second.ids.files].sort(),
    )
  })
})

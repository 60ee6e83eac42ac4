import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Houses, Person } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { startHouses } from './startHouses'

let administrator: Person
let cashier: Person
let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
  administrator = houses.people['an administrator']!
  cashier = houses.people['a cashier']!
}, 120_000)

afterAll(() => houses.stop())

/** An account as it lies in the database, with all that is never shown. */
const stored = async (id: string) => {
  const [doc] = (
    await houses.payload.db.find<Record<string, any>>({
      collection: 'users',
      joins: false,
      where: { id: { equals: id } },
    })
  ).docs
  return doc!
}

const SECRETS = ['aliasReference', 'hash', 'resetPasswordToken', 'salt', 'sessions']

describe('one’s own account', () => {
  it('should not be given roles, sites, another institution or what only the program writes', async () => {
    const { ask, other, second } = houses
    const before = await stored(cashier.id)
    for (const body of [
      { name: 'A', roles: ['administrator'] },
      { name: 'B', sites: [second.ids.sites] },
      { name: 'C', institution: other.ids.institutions },
      { name: 'D', hash: 'x', lockUntil: '2099-01-01', loginAttempts: 99, salt: 'x' },
      { name: 'E', resetPasswordExpiration: '2099-01-01', resetPasswordToken: 'x', sessions: [] },
      {
        id: other.ids.users,
        name: 'F',
        _verified: false,
        collection: 'x',
        createdAt: '2000-01-01',
      },
    ]) {
      const { status } = await ask(cashier, `/users/${cashier.id}`, { body, method: 'PATCH' })
      // Refused, or the name is taken and the rest is not.
      expect([200, 400, 403]).toContain(status)
    }
    const after = await stored(cashier.id)
    for (const key of [
      ...SECRETS,
      'createdAt',
      'id',
      'institution',
      'lockUntil',
      'loginAttempts',
      'roles',
      'sites',
    ])
      expect([key, after[key] ?? null]).toEqual([key, before[key] ?? null])
  })

  it('should not be changed by keys that look like paths or operators', async () => {
    const { ask, first, payload } = houses
    const before = await stored(cashier.id)
    for (const body of [
      { 'roles.0': 'administrator' },
      { $set: { roles: ['administrator'] } },
      { $push: { roles: 'administrator' } },
      { $set: { resetPasswordExpiration: '2099-01-01', resetPasswordToken: 'x' } },
      { $unset: { hash: 1 } },
      { $rename: { salt: 'name' } },
      { 'institution.$set': 'x' },
      { roles: { $set: ['administrator'] } },
      { name: { $set: 'x' } },
      { name: { $inc: 1 } },
      { '__proto__.roles': ['administrator'] },
      { constructor: { prototype: { roles: ['administrator'] } } },
    ]) {
      // Refused or ignored: nothing of it is written.
      const { status } = await ask(cashier, `/users/${cashier.id}`, { body, method: 'PATCH' })
      expect([body, status < 500]).toEqual([body, true])
    }
    const after = await stored(cashier.id)
    expect({ ...after, updatedAt: before.updatedAt }).toEqual(before)

    // Nor is a file by who may write its remarks alone.
    const file = await payload.findByID({ id: first.ids.files!, collection: 'files', depth: 0 })
    for (const body of [
      { balance: 0, number: 1, numberKey: 'x', paid: 9, total: 0 },
      { 'total.$inc': 5 },
      { total: { $inc: 5 } },
      { $set: { total: 0 } },
    ]) {
      const { status } = await ask(cashier, `/files/${file.id}`, { body, method: 'PATCH' })
      expect([body, status < 500]).toEqual([body, true])
    }
    const fileAfter = await payload.findByID({ id: file.id, collection: 'files', depth: 0 })
    for (const key of ['balance', 'number', 'numberKey', 'paid', 'total'] as const)
      expect([key, fileAfter[key]]).toEqual([key, file[key]])
  })

  it('should be the only one that a clerk changes', async () => {
    const { ask } = houses
    const { status } = await ask(cashier, `/users/${administrator.id}`, {
      body: { password: 'taken over!!' },
      method: 'PATCH',
    })
    expect([403, 404]).toContain(status)
    const bulk = await ask(cashier, '/users?where[id][exists]=true', {
      body: { name: 'All alike' },
      method: 'PATCH',
    })
    expect((bulk.body.docs ?? []).map(({ id }: { id: string }) => id)).not.toContain(
      administrator.id,
    )
    expect((await stored(administrator.id)).name).not.toBe('All alike')
    const copy = await ask(cashier, `/users/${administrator.id}/duplicate`, { body: {} })
    expect([403, 404]).toContain(copy.status)
  })
})

describe('unlocking', () => {
  it('should be the administrator’s, within their institution', async () => {
    const { ask, other, people, person } = houses
    const locked = await person({ roles: ['cashier'] })
    const stranger = await person({ institution: other.ids.institutions, roles: ['cashier'] })
    const unlock = (as: null | Person | undefined, { email }: Person) =>
      ask(as, '/users/unlock', { body: { email } })

    for (const [name, as] of Object.entries(people))
      if (!name.startsWith('an administrator')) expect((await unlock(as, locked)).status).toBe(403)
    // Of no site, so beyond who is bound to one.
    expect((await unlock(people['an administrator of one site'], locked)).status).toBe(403)
    expect((await unlock(administrator, stranger)).status).toBe(403)
    expect((await unlock(administrator, locked)).status).toBe(200)
  })
})

describe('what is never shown', () => {
  it('should be in no answer about any document, nor about oneself', async () => {
    const { ask, first } = houses
    const found: string[] = []
    let asker = administrator.id
    const look = (where: string, value: unknown): void => {
      if (Array.isArray(value)) return value.forEach((one) => look(where, one))
      if (!value || typeof value !== 'object') return
      for (const [key, inner] of Object.entries(value)) {
        // One sees where oneself is signed in, and of others an empty list.
        const isOwn = 'id' in value && String(value.id) === asker
        const isNone = Array.isArray(inner) && !inner.length
        if (SECRETS.includes(key) && !(key === 'sessions' && (isOwn || isNone)))
          found.push(`${where}: ${key}`)
        look(where, inner)
      }
    }
    for (const slug of Object.keys(permissions)) {
      const select = SECRETS.map((key) => `select[${key}]=true`).join('&')
      for (const route of [`?depth=3&limit=0`, `/${first.ids[slug]}?depth=3`, `?${select}`]) {
        const { body } = await ask(administrator, `/${slug}${route}`)
        look(`${slug}${route}`, body)
      }
    }
    look('me', (await ask(administrator, '/users/me')).body.user)
    look('refresh', (await ask(administrator, '/users/refresh-token', { body: {} })).body.user)
    const { email, password } = cashier
    asker = cashier.id
    look('login', (await ask(null, '/users/login', { body: { email, password } })).body)
    expect(found).toEqual([])
    // The control: there is something to show.
    expect((await stored(administrator.id)).hash).toBeTruthy()
  })

  it.each([
    ['users', 'hash'],
    ['users', 'salt'],
    ['users', 'resetPasswordToken'],
    ['payments', 'aliasReference'],
  ])(
    'should not be found out by asking for %s where %s begins with something, or by their order',
    async (slug, key) => {
      const { ask, first } = houses
      const guesses = [`${first.canary.slice(0, 3)}`, 'nothing like it']
      const answers = []
      for (const guess of guesses)
        answers.push(
          await ask(administrator, `/${slug}?depth=0&limit=0&where[${key}][like]=${guess}`),
        )
      const shown = answers.map(({ body, status }) => [
        status,
        body.docs?.map(({ id }: { id: string }) => id),
      ])
      // Whatever it says, it says the same for a right guess and a wrong one.
      expect(shown[0]).toEqual(shown[1])
      const order = async (sort: string) => {
        const { body, status } = await ask(administrator, `/${slug}?depth=0&limit=0&sort=${sort}`)
        return [status, body.docs?.map(({ id }: { id: string }) => id)]
      }
      expect(await order(key)).toEqual(await order(`-${key}`))
    },
  )

  it('should not be found out through a relationship', async () => {
    const { ask, first } = houses
    const answersTo = async (guess: string) => {
      const { body, status } = await ask(
        administrator,
        `/runs?depth=0&limit=0&where[startedBy.hash][like]=${guess}`,
      )
      return [status, body.docs?.length]
    }
    expect(await answersTo(first.canary.slice(0, 3))).toEqual(await answersTo('nothing like it'))
  })
})

describe('conditions that look like SQL', () => {
  it.each([
    ['contacts', 'remarks.root.children'],
    ['files', 'remarks.root'],
    ['runs', 'counts.note'],
    ['runs', 'settings.note'],
    ['journal', 'after.note'],
    ['contacts', 'lastName'],
  ])('should be harmless in %s on %s', async (slug, path) => {
    const { ask, everything, other } = houses
    const before = await everything()
    for (const operator of ['equals', 'like', 'contains', 'in', 'not_in', 'not_equals'])
      for (const word of [
        `'`,
        `' OR '1'='1`,
        `') OR 1=1 --`,
        `"; DROP TABLE contacts; --`,
        `\\' UNION SELECT hash FROM users --`,
        `%' OR '%'='`,
        `{"$gt":""}`,
      ]) {
        const { text } = await ask(
          administrator,
          `/${slug}?depth=0&limit=0&where[${encodeURIComponent(path)}][${operator}]=${encodeURIComponent(word)}`,
        )
        expect(text).not.toContain(other.canary)
        expect(text).not.toMatch(/syntax error|SQLITE_ERROR/i)
      }
    for (const bad of [`${path}') OR 1=1 --`, `${path}."; --`, `$where`, `__proto__`]) {
      const { text } = await ask(
        administrator,
        `/${slug}?depth=0&limit=0&where[${encodeURIComponent(bad)}][equals]=1`,
      )
      expect(text).not.toContain(other.canary)
    }
    expect(await everything()).toEqual(before)
  })
})

describe('doors that are not there', () => {
  it.each([
    ['POST', '/reorder'],
    ['GET', '/payload-jobs'],
    ['GET', '/payload-jobs/run'],
    ['GET', '/payload-jobs/handle-schedules'],
    ['POST', '/payload-jobs'],
    ['POST', '/graphql'],
    ['GET', '/graphql'],
    ['GET', '/graphql-playground'],
    ['POST', '/users/first-register'],
  ])('should not be found by anybody: %s %s', async (method, route) => {
    const { ask, everything, first, people } = houses
    const before = await everything()
    const body = {
      collectionSlug: 'sites',
      docsToMove: [first.ids.sites],
      email: 'first@house.test',
      newKeyWillBe: 'greater',
      orderableFieldName: '_order',
      password: 'a long password',
      query: '{ Users { docs { email } } }',
      target: { id: first.ids.sites, key: 'a0' },
    }
    for (const name of ['a stranger', 'a cashier', 'an administrator']) {
      const { status } = await ask(people[name], route, {
        body: method === 'POST' ? body : undefined,
        method,
      })
      expect([401, 403, 404, 501]).toContain(status)
    }
    expect(await everything()).toEqual(before)
  })
})

describe('logging out', () => {
  it('should end the token', async () => {
    const { ask, person } = houses
    const leaving = await person({ roles: ['administrator'] })
    expect((await ask(leaving, '/contacts')).status).toBe(200)
    expect((await ask(leaving, '/users/logout', { body: {} })).status).toBe(200)
    expect((await ask(leaving, '/contacts')).status).toBe(403)
    expect((await ask(leaving, '/openapi.json')).status).toBe(401)
    expect((await ask(leaving, '/users/me')).body.user).toBeNull()
    expect((await ask(leaving, '/users/refresh-token', { body: {} })).status).toBe(403)
  })
})

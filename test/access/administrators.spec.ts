import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/startHouse'

import { startHouse } from '../helpers/startHouse'

type Institution = Awaited<ReturnType<House['institution']>>
type Member = { id: string; token: string }

let house: House
let club: Institution
let theatre: Institution
let anna: Member

beforeAll(async () => {
  house = await startHouse()
  club = await house.institution('club')
  theatre = await house.institution('theatre')
  // Those of another house, and those of one site, do not count.
  await administrator({ institution: club.id })
})

afterAll(() => house.stop())

beforeEach(async () => {
  await house.payload.delete({
    collection: 'users',
    where: { institution: { equals: theatre.id } },
  })
  anna = await administrator()
  await administrator({ sites: [theatre.site.id] })
})

const administrator = async (who: { institution?: string; sites?: string[] } = {}) => {
  const { token, user } = await house.staff({
    institution: theatre.id,
    roles: ['administrator'],
    ...who,
  })
  return { id: user.id, token }
}

const change = (path: string, body: object, language?: 'de' | 'fr') =>
  house.ask({ body, language, method: 'PATCH', path: `/users${path}`, token: anna.token })

const remove = (path: string) =>
  house.ask({ method: 'DELETE', path: `/users${path}`, token: anna.token })

/** Whoever still looks after all of the theatre. */
const left = async () => {
  const { docs } = await house.payload.find({
    collection: 'users',
    depth: 0,
    where: { institution: { equals: theatre.id } },
  })
  return (docs as Record<string, any>[])
    .filter(({ roles, sites }) => roles.includes('administrator') && !sites?.length)
    .map(({ id }) => id)
}

const EVERYBODY = '?where[email][contains]=@house.test'

describe('the last administrator', () => {
  it('should not be deleted, demoted or bound to a site, not even by themselves', async () => {
    const demoted = await change(`/${anna.id}`, { roles: ['cashier'] })
    expect(demoted.status).toBe(409)
    expect(demoted.body.errors[0]).toMatchObject({
      data: { code: 'lastAdministrator', field: 'roles' },
      message:
        'Nobody else looks after the whole institution. First give somebody else the role of administrator, without binding them to sites.',
    })
    const bound = await change(`/${anna.id}`, { sites: [theatre.site.id] }, 'fr')
    expect(bound.body.errors[0].data).toMatchObject({ code: 'lastAdministrator', field: 'sites' })
    expect(bound.body.errors[0].message).toContain('Personne d’autre')
    expect((await remove(`/${anna.id}`)).body.errors[0].data.code).toBe('lastAdministrator')
    for (const answer of [
      await change(EVERYBODY, { roles: ['cashier'] }, 'de'),
      await remove(EVERYBODY),
    ]) {
      expect(answer.body.errors).toMatchObject([{ id: anna.id }])
      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].message).toMatch(/^(Niemand sonst|Nobody else) /)
    }
    expect(await left()).toEqual([anna.id])
    expect((await change(`/${anna.id}`, { name: 'Anna', roles: ['administrator'] })).status).toBe(
      200,
    )
  })

  it('should go once there is another one', async () => {
    const berta = await administrator()
    expect((await change(`/${anna.id}`, { roles: ['cashier'] })).status).toBe(200)
    expect(await left()).toEqual([berta.id])
  })

  it('should be left when all are bound in one request', async () => {
    const others = [await administrator(), await administrator()]
    const { body } = await change(EVERYBODY, { sites: [theatre.site.id] })
    expect(body.errors).toHaveLength(1)
    const [last] = await left()
    expect(await left()).toHaveLength(1)
    expect([anna, ...others].map(({ id }) => id)).toContain(last)
  })

  it('should be left when two leave at the same moment', async () => {
    const berta = await administrator()
    const leave = ({ id, token }: Member) =>
      house.ask({ body: { roles: ['cashier'] }, method: 'PATCH', path: `/users/${id}`, token })
    const answers = await Promise.all([leave(anna), leave(berta)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await left()).toHaveLength(1)
  })

  it('should be changed by whoever has the command line', async () => {
    await house.payload.update({
      id: anna.id,
      collection: 'users',
      data: { roles: ['cashier'] } as never,
    })
    expect(await left()).toEqual([])
  })
})

describe('a password that is set for somebody else', () => {
  it('should be in the journal, with who set it, but never what it is', async () => {
    const { id } = await administrator()
    const password = 'quite another horse'
    expect((await change(`/${id}`, { name: 'Berta', password })).status).toBe(200)
    expect((await change(`/${id}`, { name: 'Bertha' })).status).toBe(200)
    const { body } = await house.ask({
      path: `/journal?depth=0&sort=-createdAt&limit=2&where[document][equals]=${id}`,
      token: anna.token,
    })
    const [later, entry] = body.docs
    expect(entry).toMatchObject({
      action: 'update',
      after: { name: 'Berta', password: { exchanged: true } },
      user: anna.id,
    })
    expect(Object.keys(entry.after).sort()).toEqual(['name', 'password'])
    expect(Object.keys(entry.before)).toEqual(['name'])
    expect(later.after).toEqual({ name: 'Bertha' })
    expect(JSON.stringify(body)).not.toContain(password)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Houses } from './startHouses'

import { permissions } from '../../src/access/permissions'
import { allRoles } from '../../src/access/roles'
import { bodyFor, plant } from './plantHouse'
import { startHouses } from './startHouses'

const operations = ['create', 'delete', 'read', 'update'] as const

let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
}, 120_000)

afterAll(() => houses.stop())

describe('the permission table', () => {
  it('should be what is asked and answered in every collection, by every role', async () => {
    const { ask, first, payload, person } = houses
    const faults: string[] = []
    for (const role of allRoles) {
      const asker = await person({ roles: [role] })
      for (const [slug, permission] of Object.entries(permissions)) {
        const id =
          slug === 'institutions' ? first.ids[slug]! : await plant({ ...first, slug, payload })
        const read = await ask(asker, `/${slug}/${id}?depth=0`)
        const update = await ask(asker, `/${slug}/${id}`, { body: {}, method: 'PATCH' })
        const create = await ask(asker, `/${slug}`, { body: bodyFor({ ...first, slug, payload }) })
        const answers = {
          create,
          delete: await ask(asker, `/${slug}/${id}`, { method: 'DELETE' }),
          read,
          update,
        }
        for (const operation of operations) {
          const { status } = answers[operation]
          const isAdmitted = ![403, 404].includes(status)
          if (isAdmitted !== permission[operation].includes(role))
            faults.push(`${role} ${operation} ${slug}: ${status}`)
        }
      }
    }
    expect(faults).toEqual([])
  }, 240_000)

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
})

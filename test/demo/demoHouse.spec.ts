import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import { createLocalReq } from 'payload'

import type { DemoHouse } from '../../src/demo/catalogue'

import { countMany, readMany } from '../../src/database/bulk'
import { createDemoHouse } from '../../src/demo/catalogue'
import { prepareNewSeason } from '../../src/demo/prepareNewSeason'
import { writeSubscriberFiles } from '../../src/demo/subscribers'
import { startPayload } from '../helpers/startPayload'
import { bringIn } from './bringIn'

const PASSWORD = 'a password of the demo'
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-demo-'))

let house: DemoHouse
let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await createDemoHouse({ password: PASSWORD, payload })
})
afterAll(async () => {
  await stop()
  rmSync(folder, { force: true, recursive: true })
})

describe('the demo house', () => {
  it('should have its whole catalogue', async () => {
    const counts = Object.fromEntries(
      await Promise.all(
        (
          [
            'institutions',
            'performances',
            'seasons',
            'seats',
            'sites',
            'subscriptions',
            'users',
          ] as const
        ).map(async (collection) => [
          collection,
          await countMany({ collection, payload, where: {} }),
        ]),
      ),
    )
    expect(counts).toEqual({
      institutions: 2,
      performances: 142,
      seasons: 8,
      seats: 906 + 176 + 704 + 392 + 348 + 60,
      sites: 4,
      subscriptions: 28,
      users: 9,
    })
    const bare = await readMany({ collection: 'seats', payload, where: { label: null } })
    expect(bare).toEqual([])
  })

  it('should not be made twice, nor by half', async () => {
    await expect(createDemoHouse({ password: PASSWORD, payload })).rejects.toThrow()
    expect(await countMany({ collection: 'seats', payload, where: {} })).toBe(2586)
    expect(await countMany({ collection: 'institutions', payload, where: {} })).toBe(2)
  })

  it('should let everybody in, and nobody into the other institution', async () => {
    for (const { email } of [...house.group.users, ...house.neighbour.users]) {
      const { token, user } = await payload.login({
        collection: 'users',
        data: { email, password: PASSWORD } as never,
      })
      expect(token).toBeTruthy()
      const req = await createLocalReq({ user: { ...user, collection: 'users' } as never }, payload)
      const { docs } = await payload.find({ collection: 'sites', overrideAccess: false, req })
      const own = email.endsWith('lindenhof.example') ? house.neighbour : house.group
      const allowed = Object.values(own.sites).map(({ id }) => id)
      expect(docs.length).toBeGreaterThan(0)
      expect(docs.filter(({ id }) => !allowed.includes(String(id)))).toEqual([])
    }
  })

  it('should show the files of the internet only in its ticketshops', async () => {
    for (const { id, channels } of Object.values(house.group.sites)) {
      const { docs } = await payload.find({
        collection: 'points-of-sale',
        depth: 0,
        where: { and: [{ kind: { equals: 'ticketshop' } }, { site: { equals: id } }] },
      })
      expect(docs.map((point) => (point as { channels?: unknown }).channels)).toEqual([
        [channels.INTERNET],
      ])
    }
  })
})

describe('a small last season of the demo house', () => {
  it('should come in clean on either database', async () => {
    const files = await writeSubscriberFiles({ folder, scale: 0.02 })
    for (const { path: file, rows, site } of files) {
      const { counts } = await bringIn({
        file,
        mode: 'allOrNothing',
        payload,
        site: house.group.sites[site]!,
      })
      expect(counts).toMatchObject({ good: rows, imported: rows })
    }
    const { blockedSeats, stopped } = await prepareNewSeason({ house, payload })
    expect(blockedSeats).toBe(4)
    expect(stopped).toBeGreaterThan(0)
  })
})

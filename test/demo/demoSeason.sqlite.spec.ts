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
import { writeBadRowsFile } from '../../src/demo/writeBadRowsFile'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { readBatch } from '../../src/plugins/renewal/operations/readBatch'
import { startRenewal } from '../../src/plugins/renewal/operations/startRenewal'
import { startPayload } from '../helpers/startPayload'
import { bringIn } from './bringIn'

// The whole of three houses comes in and is renewed.
const LIMIT_MS = 180_000

const folder = mkdtempSync(path.join(tmpdir(), 'reprise-demo-'))

let house: DemoHouse
let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await createDemoHouse({ password: 'a password of the demo', payload })
}, LIMIT_MS)
afterAll(async () => {
  await stop()
  rmSync(folder, { force: true, recursive: true })
})

describe('last season of the demo house', () => {
  it(
    'should come in clean, each line of it',
    async () => {
      const files = await writeSubscriberFiles({ folder })
      for (const { path: file, rows, site } of files) {
        const { counts } = await bringIn({
          file,
          mode: 'allOrNothing',
          payload,
          site: house.group.sites[site]!,
        })
        expect(counts).toMatchObject({ good: rows, imported: rows })
      }
      expect(
        await countMany({ collection: 'lines', payload, where: { kind: 'subscription' } }),
      ).toBe(2100)
    },
    LIMIT_MS,
  )

  it(
    'should have the mistakes of the bad file where they are said to be',
    async () => {
      const file = path.join(folder, 'bad.csv')
      const mistakes = await writeBadRowsFile({ path: file })
      const { counts, runID } = await bringIn({
        file,
        mode: 'check',
        payload,
        site: house.group.sites.theater!,
      })
      expect(counts).toMatchObject({ good: 1, refused: 20 })
      const rows = await readMany({
        collection: 'run-rows',
        payload,
        select: ['item', 'reason'],
        where: { outcome: 'refused', run: runID },
      })
      const found = rows.map(({ item, reason }) => ({
        code: reason,
        lineNumber: Number(item),
      }))
      expect(found.sort((a, b) => a.lineNumber - b.lineNumber)).toEqual(mistakes)
    },
    LIMIT_MS,
  )

  it(
    'should have somebody on every step of the renewal',
    async () => {
      expect(await prepareNewSeason({ house, payload })).toMatchObject({
        blockedSeats: 4,
        duplicateCards: 3,
        stopped: 4,
      })
      const reasons = new Set<string>()
      for (const { name, batch, ownCriteria } of Object.values(house.group.sites)) {
        const { id } = await payload.create({
          collection: 'renewal-batches' as 'sites',
          data: {
            ...batch,
            name,
            mapping: Object.entries(ownCriteria).map(([origin, criterion]) => ({
              criterion,
              origin,
            })),
          } as never,
          depth: 0,
        })
        const req = await createLocalReq({}, payload)
        const ready = (await readBatch({ batchID: String(id), payload, req, trusted: true }))!
        const runID = await startRenewal({ batch: ready, payload, req, simulation: true })
        await runLane({ payload, runID })
        expect((await readRun(payload, runID))!.state).toBe('done')
        for (const row of await readMany({
          collection: 'run-rows',
          payload,
          select: ['reason'],
          where: { run: runID },
        }))
          reasons.add(row.reason)
      }
      for (const reason of [
        'noSeatLeft',
        'otherSeat',
        'preferredSeat',
        'renewedWithoutSeat',
        'sameSeat',
        'stoppedByBeneficiary',
        'stoppedByPayer',
        'unmapped',
      ])
        expect(reasons).toContain(reason)
    },
    LIMIT_MS,
  )
})

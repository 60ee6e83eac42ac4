import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { resumeRun } from '../../src/jobs/runs/createRun'
import { readRun } from '../../src/jobs/runs/runLane'
import { wordsOf } from '../../src/jobs/runs/wordsOf'
import { startDueBatches } from '../../src/plugins/renewal/jobs/dueBatches'
import { aHouse, aSoldFile } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { aBatch } from './aBatch'

let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

/** A batch whose date has come. @returns its id */
const aDueBatch = async (house: House, changes: Record<string, unknown> = {}): Promise<string> => {
  const scheduler = await house.payload.create({
    collection: 'users',
    data: {
      name: 'Anna',
      email: `${house.institution}@house.test`,
      institution: house.institution,
      password: 'correct horse battery',
      roles: ['salesManager'],
    } as never,
  })
  const id = await aBatch(house, {
    every: 'day',
    startAt: new Date(Date.now() - 60_000).toISOString(),
    when: 'repeat',
    ...changes,
  })
  await updateMany({
    collection: 'renewal-batches',
    data: {
      nextRunAt: new Date(Date.now() - 60_000).toISOString(),
      startedBy: scheduler.id,
      state: 'scheduled',
    },
    payload: house.payload,
    where: { id },
  })
  return id
}

const batchOf = async (id: string) =>
  (await readMany({ collection: 'renewal-batches', payload: started.payload, where: { id } }))[0]!

describe('a batch whose date has come', () => {
  it('should start, once, and wait for its next date', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
    const id = await aDueBatch(house)
    await startDueBatches({ payload: house.payload })
    await startDueBatches({ payload: house.payload })
    const runs = await readMany({
      collection: 'runs',
      payload: house.payload,
      where: { batch: id },
    })
    expect(runs).toHaveLength(1)
    const { lastRun, nextRunAt } = await batchOf(id)
    expect(lastRun).toBe(runs[0]!.id)
    expect(new Date(nextRunAt).getTime()).toBeGreaterThan(Date.now())
  })

  it('should leave a run that says in words why it cannot start, and that nobody can make go on', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({
      house,
      subscriptions: [{ seat: house.seats[0], subscription: 'automatic' }],
    })
    const id = await aDueBatch(house, { criterion: null })
    await startDueBatches({ payload: house.payload })
    const { lastRun, nextRunAt } = await batchOf(id)
    expect(new Date(nextRunAt).getTime()).toBeGreaterThan(Date.now())
    const run = (await readRun(house.payload, lastRun))!
    expect(run.state).toBe('failed')
    const req = await createLocalReq({ locale: 'en' }, house.payload)
    expect(wordsOf({ i18n: req.i18n, t: req.t as never }, run).error(run.error!)).toBe(
      'The termination criterion is missing; those who stopped would be renewed as well. Choose the termination criterion, for all or per row of the mapping.',
    )
    // Its settings never passed the check: those who stopped would be renewed.
    expect(await resumeRun({ payload: house.payload, run })).toBe(false)
  })

  it('should say so when the person who scheduled it is gone', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
    const id = await aDueBatch(house)
    await updateMany({
      collection: 'renewal-batches',
      data: { startedBy: null },
      payload: house.payload,
      where: { id },
    })
    await startDueBatches({ payload: house.payload })
    const run = (await readRun(house.payload, (await batchOf(id)).lastRun))!
    const req = await createLocalReq({}, house.payload)
    expect(wordsOf({ i18n: req.i18n, t: req.t as never }, run).error(run.error!)).toBe(
      'Who scheduled this batch has no account any more. Schedule it anew.',
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { resumeRun } from '../../src/jobs/runs/createRun'
import { runKindNamed } from '../../src/jobs/runs/runKinds'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { wordsOf } from '../../src/jobs/runs/wordsOf'
import { startDueBatches } from '../../src/plugins/renewal/jobs/dueBatches'
import { aHouse, aSoldFile } from '../helpers/builders'
import { startHouse } from '../helpers/startHouse'
import { aBatch, finish, start } from './aBatch'

let started: Awaited<ReturnType<typeof startHouse>>

beforeAll(async () => {
  started = await startHouse()
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

  it.each([
    ['by hand', { when: 'byHand' }],
    ['at another date', { startAt: new Date(Date.now() - 7_200_000).toISOString() }],
    ['at another pace', { every: 'week' }],
  ])(
    'should not start when it was changed to start %s, until it is scheduled again',
    async (_, changes) => {
      const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
      await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
      const id = await aDueBatch(house)
      const change = (data: Record<string, unknown>) =>
        house.payload.update({ id, collection: 'renewal-batches' as 'sites', data: data as never })
      await change({ name: 'Still scheduled', startAt: (await batchOf(id)).startAt })
      expect(await batchOf(id)).toMatchObject({ nextRunAt: expect.anything(), state: 'scheduled' })
      await change(changes)
      await startDueBatches({ payload: house.payload })
      expect(await batchOf(id)).toMatchObject({ lastRun: null, nextRunAt: null, state: 'new' })
    },
  )

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
    const [mail] = await readMany({
      collection: 'outbox',
      payload: house.payload,
      where: { subject: run.id },
    })
    expect(mail!.content.text).toContain('Es hat nichts begonnen. Öffnen Sie den Stapel')
    // Its settings never passed the check: those who stopped would be renewed.
    expect(await resumeRun({ payload: house.payload, run })).toBe(false)
  })

  it('should leave that run in one step with its next date, and once, whoever looks', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({
      house,
      subscriptions: [{ seat: house.seats[0], subscription: 'automatic' }],
    })
    const id = await aDueBatch(house, { criterion: null })
    const healthy = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({
      house: healthy,
      subscriptions: [{ seat: healthy.seats[0], subscription: 'seated' }],
    })
    const other = await aDueBatch(healthy)
    const before = await batchOf(id)
    const runs = () =>
      readMany({
        collection: 'runs',
        payload: house.payload,
        select: ['state'],
        where: { batch: id },
      })
    const kind = runKindNamed('renewal')
    const { notify } = kind
    kind.notify = () => {
      throw new Error('Killed before the end')
    }
    house.payload.logger.level = 'silent'
    await startDueBatches({ payload: house.payload })
    house.payload.logger.level = 'warn'
    kind.notify = notify
    // It keeps no other house from starting.
    expect((await batchOf(other)).state).toBe('running')
    // A run with these settings that a worker could take up would renew those who stopped.
    expect(await runs()).toEqual([])
    expect(await batchOf(id)).toEqual(before)
    await Promise.all([1, 2].map(() => startDueBatches({ payload: house.payload })))
    expect((await runs()).map(({ state }) => state)).toEqual(['failed'])
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

describe('a payment deadline that ends before the start', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

  it('should be refused where it is typed, with its field', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    const refused = (changes: Record<string, unknown>) =>
      aBatch(house, changes).then(
        () => null,
        (err) => [err.data?.code, err.data?.field],
      )
    const once = { paymentDeadline: inHours(48), when: 'once' }
    expect(await refused({ ...once, startAt: inHours(72) })).toEqual([
      'deadlineBeforeStart',
      'paymentDeadline',
    ])
    // By hand it is not known when; a date that was typed before does not count then.
    expect(await refused({ ...once, startAt: inHours(72), when: 'byHand' })).toBe(null)
    expect(await refused({ ...once, startAt: inHours(24) })).toBe(null)
    // Of a repeated batch the next start counts, not the first.
    expect(
      await refused({
        every: 'week',
        paymentDeadline: inHours(48),
        startAt: inHours(-24),
        when: 'repeat',
      }),
    ).toEqual(['deadlineBeforeStart', 'paymentDeadline'])
  })

  it('should be refused when it is scheduled, and told before', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
    const { token } = await started.staff({
      institution: house.institution,
      roles: ['salesManager'],
    })
    const id = await aBatch(house, { every: 'week', startAt: inHours(-24), when: 'repeat' })
    const schedule = () =>
      started.ask({ method: 'POST', path: `/renewal/batches/${id}/schedule`, token })
    // Time has passed since it was saved.
    await updateMany({
      collection: 'renewal-batches',
      data: { paymentDeadline: inHours(48) },
      payload: house.payload,
      where: { id },
    })
    const check = await started.ask({ path: `/renewal/batches/${id}/check`, token })
    expect(check.body.problems).toMatchObject([
      {
        field: 'paymentDeadline',
        isBlocking: true,
        message: 'The payment deadline ends before the batch starts.',
        nextStep: 'Choose a later payment deadline or an earlier start.',
      },
    ])
    expect(await schedule()).toMatchObject({
      body: {
        errors: [
          {
            data: {
              code: 'startRefused',
              field: 'paymentDeadline',
              nextStep: 'Choose a later payment deadline or an earlier start.',
            },
            message: 'The payment deadline ends before the batch starts.',
          },
        ],
      },
      status: 400,
    })
    await updateMany({
      collection: 'renewal-batches',
      data: { paymentDeadline: inHours(24 * 14) },
      payload: house.payload,
      where: { id },
    })
    expect((await schedule()).status).toBe(200)
  })
})

describe('a start that is refused', () => {
  it('should say what is missing and what to do, also where no check is seen', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    await aSoldFile({
      house,
      subscriptions: [{ seat: house.seats[0], subscription: 'seated' }],
    })
    const { token } = await started.staff({
      institution: house.institution,
      roles: ['salesManager'],
    })
    const id = await aBatch(house)
    const { run } = await finish(house, await start(house, id))
    await updateMany({
      collection: 'run-rows',
      data: { outcome: 'failed' },
      payload: house.payload,
      where: { run: run.id },
    })
    await house.payload.update({
      id: house.seasons.next.subscriptions.seated,
      collection: 'subscriptions',
      data: { name: 'Gold', performances: [] } as never,
    })
    for (const path of [`/renewal/batches/${id}/start`, `/renewal/runs/${run.id}/again`]) {
      const { body, status } = await started.ask({
        body: {},
        language: 'de',
        method: 'POST',
        path,
        token,
      })
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([
        {
          data: {
            code: 'startRefused',
            field: 'mapping',
            nextStep: 'Geben Sie dem Abonnement seine Vorstellungen, bevor Sie starten.',
          },
          message: '«Gold» hat noch keine Vorstellungen.',
        },
      ])
    }
  })
})

describe('a run that somebody stops and lets go on', () => {
  it('should say in the journal who did it, and nothing where it could not be done', async () => {
    const house = await aHouse({ payload: started.payload, plugins: ['renewal'] })
    const { payload } = house
    const { token, user } = await started.staff({
      institution: house.institution,
      roles: ['salesManager'],
    })
    const runID = await start(house, await aBatch(house))
    const steer = async (what: 'resume' | 'stop') => {
      const path = `/run/${runID}/${what}`
      return (await started.ask({ body: {}, method: 'POST', path, token })).status
    }
    expect(await steer('stop')).toBe(200)
    expect(await steer('stop')).toBe(409)
    await runLane({ payload, runID })
    expect(await steer('resume')).toBe(200)
    expect(await steer('resume')).toBe(409)
    const entries = await readMany({
      collection: 'journal',
      payload,
      sort: 'createdAt',
      where: { document: runID },
    })
    const entry = {
      action: 'update',
      documentTitle: 'Renewal',
      institution: house.institution,
      noun: 'runs',
      site: house.site,
      user: String(user.id),
      userName: 'salesManager',
    }
    expect(entries).toMatchObject([
      { ...entry, after: { state: 'stopping' }, before: { state: 'scheduled' } },
      { ...entry, after: { state: 'preparing' }, before: { state: 'stopped' } },
    ])
  })
})

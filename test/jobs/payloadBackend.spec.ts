import type { Agenda, JobParameters } from 'agenda'
import type { ChildProcess } from 'child_process'
import type { Payload } from 'payload'

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'

import type { TestDatabase } from '../helpers/testDatabase'

import { createAgenda, startAgenda, stopAgenda } from '../../src/jobs/startAgenda'
import { programOf } from '../helpers/programs'
import { createTestDatabase, engine } from '../helpers/testDatabase'
import { leaveMark, readMarks, startJobs } from './startJobs'

const MINUTE = 60_000
/** Fewer on MongoDB: what stands in for it on a machine without one is slow. */
const SHARED_JOBS = engine === 'sqlite' ? 200 : 60

let agendas: Agenda[] = []
let children: ChildProcess[] = []
let database: TestDatabase
let payload: Payload

beforeAll(async () => {
  database = createTestDatabase()
  payload = await startJobs(database.uri)
})

afterEach(async () => {
  children.forEach((child) => child.kill('SIGKILL'))
  await Promise.all(agendas.map((agenda) => stopAgenda({ agenda, limit: 2000 })))
  const agenda = makeAgenda()
  await agenda.cancelAll()
  agendas = []
  children = []
})

afterAll(async () => {
  await payload.destroy()
  await database.drop()
})

const makeAgenda = (): Agenda => {
  const agenda = createAgenda({ payload, processEvery: 100 })
  agendas.push(agenda)
  return agenda
}

/** The storage of a new Agenda, as each process has its own. */
const makeStorage = async () => {
  const agenda = makeAgenda()
  await agenda.ready
  return agenda.db
}

const aJob = (changes: Partial<JobParameters> = {}): JobParameters => ({
  name: 'job',
  type: 'normal',
  data: {},
  nextRunAt: new Date(Date.now() - 1000),
  priority: 0,
  ...changes,
})

/** How many jobs of a name are left, without reading them all. */
const countJobs = async (agenda: Agenda, name: string): Promise<number> =>
  (await agenda.queryJobs({ name, limit: 1 })).total

const until = async (isSo: () => boolean | Promise<boolean>, limit = 30_000): Promise<void> => {
  for (const end = Date.now() + limit; !(await isSo());) {
    if (Date.now() > end) throw new Error('It did not come about in time.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Starts a worker process and waits until it works. */
const startWorker = async (): Promise<{
  child: ChildProcess
  hasSaid: (word: string) => boolean
}> => {
  const child = spawn(process.execPath, [programOf('agendaWorker'), database.uri], {
    // The tables are there; two processes must not make them at once.
    env: { ...process.env, NODE_OPTIONS: '', PAYLOAD_MIGRATING: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const hasSaid = (word: string) => said.includes(`${word}\n`)
  await until(() => {
    if (child.exitCode !== null) throw new Error(`The worker ended with ${child.exitCode}: ${said}`)
    return hasSaid('ready')
  })
  return { child, hasSaid }
}

/** Takes the next job as a process does that looks for work now. */
const takeNext = async (
  storage: Agenda['db'],
  { name = 'job', lockLifetime = MINUTE }: { name?: string; lockLifetime?: number } = {},
) =>
  storage.getNextJobToRun(
    name,
    new Date(Date.now() + 100),
    new Date(Date.now() - lockLifetime),
    undefined,
    undefined,
  )

describe(`jobs on ${engine}`, () => {
  describe('taking a job', () => {
    it('should give each job to exactly one of many who look at once', async () => {
      const storages = await Promise.all([makeStorage(), makeStorage()])
      for (let item = 0; item < 10; item++) await storages[0].saveJob(aJob({ data: { item } }), {})
      const taken = await Promise.all(
        Array.from({ length: 30 }, (_, i) => takeNext(storages[i % 2]!)),
      )
      const ids = taken.filter((job) => job !== undefined).map((job) => String(job._id))
      expect(ids).toHaveLength(10)
      expect(new Set(ids).size).toBe(10)
    })

    it('should take the earliest first and of equally early ones the most urgent', async () => {
      const storage = await makeStorage()
      const early = new Date(Date.now() - 5000)
      const late = new Date(Date.now() - 1000)
      await storage.saveJob(aJob({ data: 'late and urgent', nextRunAt: late, priority: 20 }), {})
      await storage.saveJob(aJob({ data: 'early', nextRunAt: early, priority: -10 }), {})
      await storage.saveJob(aJob({ data: 'early and urgent', nextRunAt: early, priority: 10 }), {})
      const order = []
      for (let i = 0; i < 3; i++) order.push((await takeNext(storage))?.data)
      expect(order).toEqual(['early and urgent', 'early', 'late and urgent'])
      expect(await takeNext(storage)).toBeUndefined()
    })

    it('should not take what is switched off, not yet due or of another name', async () => {
      const storage = await makeStorage()
      const off = await storage.saveJob(aJob({ disabled: true }), {})
      await storage.saveJob(aJob({ nextRunAt: new Date(Date.now() + MINUTE) }), {})
      await storage.saveJob(aJob({ name: 'other' }), {})
      expect(await takeNext(storage)).toBeUndefined()
      expect(await storage.enableJobs({ id: off._id })).toBe(1)
      expect(await takeNext(storage)).toBeDefined()
    })

    it('should hand over a job whose lock has expired, to one only', async () => {
      const storages = await Promise.all([makeStorage(), makeStorage()])
      await storages[0].saveJob(aJob(), {})
      const first = await takeNext(storages[0])
      expect(await takeNext(storages[1])).toBeUndefined()
      await new Promise((resolve) => setTimeout(resolve, 60))
      const later = await Promise.all(
        Array.from({ length: 8 }, (_, i) => takeNext(storages[i % 2]!, { lockLifetime: 50 })),
      )
      const taken = later.filter((job) => job !== undefined)
      expect(taken.map((job) => job._id)).toEqual([first!._id])
      expect(taken[0]!.lockedAt!.getTime()).toBeGreaterThan(first!.lockedAt!.getTime())
    })

    it('should lock a job once until it is given back', async () => {
      const storage = await makeStorage()
      const job = await storage.saveJob(aJob(), {})
      const locks = await Promise.all([1, 2, 3, 4].map(() => storage.lockJob(job, {})))
      expect(locks.filter(Boolean)).toHaveLength(1)
      await storage.unlockJob(job)
      expect(await storage.lockJob(job, {})).toBeDefined()
      await storage.unlockJobs([job._id!])
      expect((await storage.getJobById(String(job._id)))?.lockedAt).toBeUndefined()
    })
  })

  describe('what may exist once', () => {
    it('should keep one repeated job when many processes ask for it at once', async () => {
      const many = Array.from({ length: 6 }, makeAgenda)
      await Promise.all(many.map((agenda) => agenda.every('1 hour', 'nightly')))
      await many[0]!.every('2 hours', 'nightly')
      const { jobs, total } = await many[0]!.queryJobs({ name: 'nightly' })
      expect(total).toBe(1)
      expect(jobs[0]!.repeatInterval).toBe('2 hours')
    })

    it('should keep one job of equal unique values and change it', async () => {
      const agenda = makeAgenda()
      const save = (value: number) =>
        agenda
          .create('letter', { to: 'x', value })
          .unique({ 'data.to': 'x' })
          .schedule(new Date(Date.now() + MINUTE))
          .save()
      await Promise.all([1, 2, 3, 4, 5, 6].map(save))
      await save(7)
      await agenda.create('letter', { to: 'y' }).unique({ 'data.to': 'y' }).save()
      const { jobs, total } = await agenda.queryJobs({ name: 'letter', data: { to: 'x' } })
      expect(total).toBe(1)
      expect(jobs[0]!.data).toEqual({ to: 'x', value: 7 })
      expect((await agenda.queryJobs({ name: 'letter' })).total).toBe(2)
    })

    it('should leave the first as it is with insertOnly', async () => {
      const agenda = makeAgenda()
      const save = (value: number) =>
        agenda.create('letter', { value }).unique({ 'data.to': 'x' }, { insertOnly: true }).save()
      const first = await save(1)
      const second = await save(2)
      expect(second.attrs._id).toEqual(first.attrs._id)
      const { jobs } = await agenda.queryJobs({ name: 'letter' })
      expect(jobs.map((job) => job.data)).toEqual([{ value: 1 }])
    })

    it('should refuse operators in unique values', async () => {
      const job = makeAgenda()
        .create('letter', {})
        .unique({ 'data.n': { $gt: 1 } })
      await expect(job.save()).rejects.toThrow('$gt')
    })
  })

  describe('working', () => {
    it('should run 50 jobs of which each is wanted now once each', async () => {
      const agenda = makeAgenda()
      agenda.define<{ item: number }>(
        'now',
        async ({ attrs }) => leaveMark({ item: attrs.data.item, job: 'now', payload }),
        { concurrency: 10 },
      )
      await Promise.all(Array.from({ length: 50 }, (_, item) => agenda.now('now', { item })))
      await startAgenda({ agenda })
      await until(async () => (await countJobs(agenda, 'now')) === 0)
      const items = (await readMarks(payload, 'now')).map(({ item }) => item)
      expect(items.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, item) => item))
    })

    it('should keep a failed job with its reason', async () => {
      const agenda = makeAgenda()
      agenda.define('broken', async () => {
        throw new Error('no paper')
      })
      await agenda.now('broken', {})
      await startAgenda({ agenda })
      const failed = () => agenda.queryJobs({ name: 'broken', state: 'failed' })
      await until(async () => (await failed()).total === 1)
      expect((await failed()).jobs[0]).toMatchObject({ failCount: 1, failReason: 'no paper' })
    })

    it(`should share ${SHARED_JOBS} jobs between two processes, each job run once`, async () => {
      const agenda = makeAgenda()
      const items = Array.from({ length: SHARED_JOBS }, (_, item) => item)
      const workers = await Promise.all([startWorker(), startWorker()])
      await Promise.all(items.map((item) => agenda.now('shared', { item })))
      await until(async () => (await countJobs(agenda, 'shared')) === 0, 3 * MINUTE)
      const marks = await readMarks(payload, 'shared')
      expect(marks.map(({ item }) => item).sort((a, b) => a - b)).toEqual(items)
      expect(new Set(marks.map((mark) => mark.process))).toEqual(
        new Set(workers.map(({ child }) => String(child.pid))),
      )
    }, 240_000)

    it('should run a job again whose process was killed in the middle, once its lock has run out', async () => {
      const { child, hasSaid } = await startWorker()
      const agenda = makeAgenda()
      await agenda.now('interrupted', {})
      await until(() => hasSaid('working'))
      child.kill('SIGKILL')
      const killedAt = Date.now()
      agenda.define('interrupted', async () => leaveMark({ job: 'interrupted', payload }), {
        lockLifetime: 2000,
      })
      await startAgenda({ agenda })
      await until(async () => (await countJobs(agenda, 'interrupted')) === 0)
      expect(Date.now() - killedAt).toBeGreaterThan(1000)
      const marks = await readMarks(payload, 'interrupted')
      expect(marks.map((mark) => mark.process).sort()).toEqual(
        [String(child.pid), String(process.pid)].sort(),
      )
    }, 60_000)
  })

  describe('stopping', () => {
    it('should let what runs finish, begin nothing more and give the rest back', async () => {
      const agenda = makeAgenda()
      let begun = 0
      let ended = 0
      agenda.define(
        'slow',
        async () => {
          begun++
          await new Promise((resolve) => setTimeout(resolve, 700))
          ended++
        },
        { concurrency: 2 },
      )
      await Promise.all(Array.from({ length: 6 }, () => agenda.now('slow', {})))
      await startAgenda({ agenda })
      await until(() => begun === 2)
      expect(await stopAgenda({ agenda, limit: 10_000 })).toEqual({ running: 0 })
      expect([begun, ended]).toEqual([2, 2])
      const { jobs } = await agenda.queryJobs({ name: 'slow' })
      expect(jobs.map((job) => job.lockedAt)).toEqual([undefined, undefined, undefined, undefined])
    })

    it('should not wait longer than the limit', async () => {
      const agenda = makeAgenda()
      let release!: () => void
      const released = new Promise<void>((resolve) => (release = resolve))
      let begun = false
      agenda.define('endless', async () => {
        begun = true
        await released
      })
      await agenda.now('endless', {})
      await startAgenda({ agenda })
      await until(() => begun)
      expect(await stopAgenda({ agenda, limit: 300 })).toEqual({ running: 1 })
      expect(await stopAgenda({ agenda })).toEqual({ running: 0 })
      release()
    })
  })

  if (engine === 'sqlite')
    it('should leave the lock and the time of a repeated job when it is asked for again', async () => {
      const agenda = makeAgenda()
      const storage = await makeStorage()
      await agenda.every('1 hour', 'nightly')
      const taken = await takeNext(storage, { name: 'nightly' })
      await makeAgenda().every('1 hour', 'nightly')
      const { jobs } = await agenda.queryJobs({ name: 'nightly' })
      expect(jobs[0]).toMatchObject({ lockedAt: taken!.lockedAt, nextRunAt: taken!.nextRunAt })
    })
})

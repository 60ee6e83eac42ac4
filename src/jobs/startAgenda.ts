import type { Payload } from 'payload'

import { Agenda } from 'agenda'
import { randomBytes } from 'crypto'
import { hostname } from 'os'

import { createMongoBackend } from './createMongoBackend'
import { createPayloadBackend } from './payloadBackend/createPayloadBackend'

/** A job whose process gives no sign for so long is run again by another; work that lasts longer calls `job.touch()`. */
const LOCK_LIFETIME_MS = 30_000

const CONCURRENCY_PER_JOB = 5
const CONCURRENCY = 20
const LOOK_AGAIN_MS = 25

type CreateArgs = {
  payload: Payload
  /** How often to look for work, in milliseconds. */
  processEvery?: number
}

/**
 * Makes the Agenda of this process on Payload's database. It schedules at once and works only once started, so a web
 * process has one too. Define jobs before starting: `agenda.define(name, handler, { concurrency, lockLifetime })`.
 *
 * Handlers reach everything through `payload` when they run, never through what they saw when they were defined. Agenda
 * delivers at least once; what must happen once has a unique key in the database. A one-off job that succeeds leaves
 * nothing behind, a failed one stays with its reason.
 */
export const createAgenda = ({ payload, processEvery = 2000 }: CreateArgs): Agenda => {
  const agenda = new Agenda({
    name: `${hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`,
    backend:
      payload.db.name === 'sqlite'
        ? createPayloadBackend({ payload })
        : createMongoBackend({ payload }),
    defaultConcurrency: CONCURRENCY_PER_JOB,
    defaultLockLifetime: LOCK_LIFETIME_MS,
    // A process takes only what it can begin now. Otherwise the first one takes everything, and Agenda counts a job
    // whose lock ran out while it waited as taken for ever.
    lockLimit: CONCURRENCY,
    maxConcurrency: CONCURRENCY,
    processEvery,
    removeOnComplete: true,
  })
  const define = agenda.define.bind(agenda)
  agenda.define = (name, handler, options) => {
    const concurrency = options?.concurrency ?? CONCURRENCY_PER_JOB
    define(name, handler, {
      ...options,
      lockLimit: Math.min(options?.lockLimit ?? concurrency, concurrency),
    })
  }
  agenda.on('error', (err: Error) => payload.logger.error({ err, msg: 'Agenda could not go on.' }))
  agenda.on('fail', (err: Error, job) =>
    payload.logger.error({ err, msg: `The job "${job.attrs.name}" failed.` }),
  )
  return agenda
}

/** Begins to work; comes back once the storage is ready. Starting twice is the same as once. */
export const startAgenda = async ({ agenda }: { agenda: Agenda }): Promise<void> => agenda.start()

/**
 * Takes no more jobs, gives back what was taken but not begun, and waits for what runs. The database stays open, so stop
 * before `payload.destroy()`.
 *
 * @param limit how long to wait, in milliseconds
 * @returns how many jobs still run; another process begins them again once their lock has run out
 */
export const stopAgenda = async ({
  agenda,
  limit = 20_000,
}: {
  agenda: Agenda
  limit?: number
}): Promise<{ running: number }> => {
  // Agenda's own `drain` never hears of a job that is removed when it ends, and keeps what has not begun.
  const { jobProcessor } = agenda as unknown as { jobProcessor?: { runningJobs: unknown[] } }
  if (!jobProcessor) return { running: 0 }
  const end = Date.now() + limit
  await agenda.stop(false)
  while (jobProcessor.runningJobs.length && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  return { running: jobProcessor.runningJobs.length }
}

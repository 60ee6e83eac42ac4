import type { ChildProcess } from 'child_process'
import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'
import { existsSync } from 'fs'

import { countMany, readMany, updateMany } from '../../src/database/bulk'
import { isTransient } from '../../src/database/inTransaction'
import { messageIDOf } from '../../src/jobs/mail/mailKind'
import { enqueue } from '../../src/operations/outbox'
import { mailsIn } from '../helpers/mailsIn'
import { startHouse } from '../helpers/startHouse'
import { engine } from '../helpers/testDatabase'
import { startSMTPServer } from '../helpers/smtpServer'
import { programOf } from '../helpers/programs'

/** Every crash point of the loop, at the first row that passes it; in the campaign (`npm run campaign`) also at the second. */
const isFull = process.env.CAMPAIGN === 'full'
const TIMES = isFull ? [1, 2] : [1]
const POINTS = ['afterClaim', 'beforeSend', 'afterSend', 'beforeCommit', 'afterSettle'].flatMap(
  (point) => TIMES.map((time) => `outbox:${point}#${time}`),
)
/** A process on the stand-in for MongoDB takes its time to start. */
const LIMIT_MS = 1_200_000
/** Where the mails go makes no difference to the database: on MongoDB the second way is for the campaign. */
const onEachEngine = isFull || engine === 'sqlite' ? it : it.skip
const FAR = new Date(Date.now() + 86_400_000).toISOString()
const PAST = new Date(0).toISOString()

let house: Awaited<ReturnType<typeof startHouse>>
let institution: string
let payload: Payload
let server: Awaited<ReturnType<typeof startSMTPServer>>
let uri: string
const children: ChildProcess[] = []

beforeAll(async () => {
  house = await startHouse()
  ;({ payload } = house)
  uri = process.env.DATABASE_URI!
  institution = (await house.institution('CRASH')).id
  server = await startSMTPServer()
}, 120_000)
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'))
  await server.stop()
  await house.stop()
})

const startWorker = (what: 'drain' | 'stay', env: Record<string, string>) => {
  const child = spawn(process.execPath, [programOf('mailWorker'), what], {
    // The tables are there; two processes must not make them at once.
    env: {
      ...process.env,
      DATABASE_URI: uri,
      NODE_ENV: 'test',
      NODE_OPTIONS: '',
      PAYLOAD_MIGRATING: 'true',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  // It may be dead already when something is said to it.
  child.stdin.on('error', () => undefined)
  return {
    begin: async () => {
      await until(() => said.includes('ready\n'), 240_000)
      child.stdin.write('go\n')
    },
    child,
    ended: new Promise<{ said: string; signal: null | string }>((resolve) =>
      child.on('close', (_, signal) => resolve({ said, signal })),
    ),
  }
}

const put = (keys: string[]) =>
  enqueue({
    payload,
    req: {},
    rows: keys.map((key) => ({
      content: { subject: `About ${key}`, text: 'Hello', to: 'anna@house.test' },
      institution,
      key,
      kind: 'mail',
    })),
  })

const until = async (isSo: () => boolean | Promise<boolean>, limit: number): Promise<void> => {
  for (const end = Date.now() + limit; !(await isSo());) {
    if (Date.now() > end) throw new Error('It did not come about in time.')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const stateOf = async (key: string): Promise<string> =>
  (await readMany({ collection: 'outbox', payload, where: { key } }))[0]!.state
const sending = () => countMany({ collection: 'outbox', payload, where: { state: 'sending' } })
/** Moves the leases. On MongoDB a process that was killed in its transaction holds the row for up to a minute. */
const lease = (leaseUntil: string) =>
  until(
    () =>
      updateMany({
        collection: 'outbox',
        data: { leaseUntil },
        payload,
        where: { state: 'sending' },
      }).then(
        () => true,
        (err: unknown) => {
          if (!isTransient(err)) throw err
          return false
        },
      ),
    120_000,
  )

/** Ends a worker at every point, with two mails in hand each time; then lets another follow up. @returns the keys by point */
const crashEverywhere = async (mode: string, env: Record<string, string>) => {
  const keysOf = new Map<string, string[]>()
  for (const point of POINTS) {
    const keys = [1, 2].map((i) => `${mode} ${point} ${i}`)
    keysOf.set(point, keys)
    await put(keys)
    const { said, signal } = await startWorker('drain', { ...env, CRASH_AT: point }).ended
    if (signal !== 'SIGKILL') throw new Error(`It did not crash at ${point}: ${said}`)
    // Nobody follows up before all have crashed.
    await lease(FAR)
  }
  await lease(PAST)
  const { said } = await startWorker('drain', env).ended
  expect(said).toContain('drained')
  expect(await sending()).toBe(0)
  return keysOf
}

describe('mails, when workers are killed', () => {
  it(
    'should send none twice by SMTP, and lose none without a row that says unknown',
    async () => {
      const keysOf = await crashEverywhere('smtp', { SMTP_URL: server.url })
      const faults: string[] = []
      for (const [point, keys] of keysOf)
        for (const key of keys) {
          const messageID = messageIDOf(key, 'reprise@localhost')
          const copies = server.taken.filter((mail) => mail.messageID === messageID).length
          const state = await stateOf(key)
          if (copies > 1) faults.push(`${key}: ${copies} copies`)
          if (state !== 'done' && state !== 'unknown') faults.push(`${key}: ${state}`)
          if (state === 'done' && copies !== 1) faults.push(`${key}: done, but not sent`)
          // Before the send nothing has left, after it everything.
          if (/afterClaim|beforeSend/.test(point) && point.endsWith('#1') && copies)
            faults.push(`${key}: sent before the crash`)
          if (/afterSettle/.test(point) && !copies && state !== 'unknown')
            faults.push(`${key}: lost`)
        }
      expect(faults).toEqual([])
      // Whoever was killed between the effect and its record left the doubt that staff are shown.
      const [afterSend] = await Promise.all(keysOf.get('outbox:afterSend#1')!.map(stateOf))
      expect(afterSend).toBe('unknown')
    },
    LIMIT_MS,
  )

  onEachEngine(
    'should leave one file for each in the mail folder, whatever happened',
    async () => {
      const keysOf = await crashEverywhere('folder', { SMTP_URL: '' })
      const folder = process.env.MAIL_FOLDER!
      const files = mailsIn(folder)
      const faults: string[] = []
      for (const key of [...keysOf.values()].flat()) {
        const messageID = messageIDOf(key, 'reprise@localhost')
        const copies = files.filter((content) => content.includes(messageID)).length
        const state = await stateOf(key)
        if (copies !== 1 || state !== 'done') faults.push(`${key}: ${copies} copies, ${state}`)
      }
      expect(faults).toEqual([])
      expect(existsSync(folder)).toBe(true)
    },
    LIMIT_MS,
  )

  it(
    'should go on within a minute after a worker was killed, without a hand',
    async () => {
      const dying = startWorker('stay', { CRASH_AT: 'outbox:beforeSend', SMTP_URL: '' })
      const next = startWorker('stay', { SMTP_URL: '' })
      await put(['abandoned'])
      await dying.begin()
      expect((await dying.ended).signal).toBe('SIGKILL')
      const killed = Date.now()
      expect(await stateOf('abandoned')).toBe('sending')
      await next.begin()
      await until(async () => (await stateOf('abandoned')) === 'done', 90_000)
      expect(Date.now() - killed).toBeLessThan(60_000)
      next.child.kill('SIGKILL')
      await next.ended
    },
    LIMIT_MS,
  )
})

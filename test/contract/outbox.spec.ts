import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { Outgoing } from '../../src/operations/outbox'
import type { OutboxKind, Outcome, SendArgs } from '../../src/jobs/outbox/types'

import { deleteMany, insertMany, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction, isDuplicateKey } from '../../src/database/inTransaction'
import { claimRows } from '../../src/jobs/outbox/claimRows'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { registerOutboxKind } from '../../src/jobs/outbox/outboxKinds'
import { cancelOutbox, enqueue } from '../../src/operations/outbox'
import { startHouse } from '../helpers/startHouse'

const HOUR = 3_600_000

let house: Awaited<ReturnType<typeof startHouse>>
let institution: string
let payload: Payload
/** What the kind of these tests was asked, in order, as `send <key>` or `recover <key>`. */
let asked: string[]
let send: (args: SendArgs) => Promise<Outcome>
let recover: (args: SendArgs) => Promise<Outcome>

const kind: Omit<OutboxKind, 'recover'> & Required<Pick<OutboxKind, 'recover'>> = {
  name: 'test',
  concurrency: 5,
  leaseMS: 600,
  recover: async (args) => {
    asked.push(`recover ${args.row.key}`)
    return recover(args)
  },
  send: async (args) => {
    asked.push(`send ${args.row.key}`)
    return send(args)
  },
}
const { recover: _recover, ...blindKind } = kind

beforeAll(async () => {
  house = await startHouse()
  payload = house.payload
  institution = (await house.institution('OUT')).id
})
afterAll(() => house.stop())
beforeEach(async () => {
  await deleteMany({ collection: 'outbox', payload, where: {} })
  asked = []
  send = async () => ({ answer: { ok: true }, state: 'done' })
  recover = async () => ({ state: 'done' })
  registerOutboxKind(kind)
  registerOutboxKind({ ...blindKind, name: 'blind' })
})

const put = (key: string, changes: Partial<Outgoing> = {}) =>
  inTransaction({
    payload,
    work: (req) =>
      enqueue({
        payload,
        req,
        rows: [{ content: { key }, institution, key, kind: 'test', ...changes }],
      }),
  })
const rowOf = async (key: string) =>
  (await readMany({ collection: 'outbox', payload, where: { key } }))[0]!
/** The row as a worker leaves it that was killed while it sent. */
const interrupt = (key: string, leaseUntil = new Date(Date.now() - 1000)) =>
  updateMany({
    collection: 'outbox',
    data: {
      attempts: 1,
      claimedBy: 'a dead worker',
      leaseUntil: leaseUntil.toISOString(),
      state: 'sending',
    },
    payload,
    where: { key },
  })
const later = (ms = HOUR) => new Date(Date.now() + ms)

describe('the outbox', () => {
  it('should send what is due, once, and keep the answer', async () => {
    await put('one')
    expect(await drainOutbox({ payload })).toEqual({ done: 1 })
    expect(await drainOutbox({ payload })).toEqual({})
    expect(asked).toEqual(['send one'])
    expect(await rowOf('one')).toMatchObject({
      answer: { ok: true },
      attempts: 1,
      dueAt: null,
      error: null,
      leaseUntil: null,
      sentAt: expect.any(String),
      state: 'done',
    })
  })

  it('should leave no row of a transaction that is rolled back', async () => {
    await expect(
      inTransaction({
        payload,
        work: async (req) => {
          await enqueue({
            payload,
            req,
            rows: [{ content: {}, institution, key: 'gone', kind: 'test' }],
          })
          throw new Error('the cause did not happen')
        },
      }),
    ).rejects.toThrow('the cause did not happen')
    expect(await rowOf('gone')).toBeUndefined()
    expect(await drainOutbox({ payload })).toEqual({})
  })

  it('should tell whoever enqueues a key again, and undo what goes with it', async () => {
    await put('twice')
    const again = inTransaction({
      payload,
      work: async (req) => {
        await insertMany({
          collection: 'counters',
          docs: [{ key: 'cause', value: 1 }],
          payload,
          req,
        })
        await enqueue({
          payload,
          req,
          rows: ['other', 'twice'].map((key) => ({ content: {}, institution, key, kind: 'test' })),
        })
      },
    })
    expect(isDuplicateKey(await again.catch((err) => err))).toBe(true)
    expect(await rowOf('other')).toBeUndefined()
    expect(
      await readMany({ collection: 'counters', payload, where: { key: 'cause' } }),
    ).toHaveLength(0)
  })

  it('should refuse a kind that nobody knows', async () => {
    await expect(put('unheard', { kind: 'pigeon' })).rejects.toThrow('pigeon')
  })

  it('should give a row to one of twenty workers that look at once', async () => {
    for (let i = 0; i < 5; i++) await put(`row ${i}`)
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        claimRows({ kind, limit: 5, payload, until: new Date(), worker: `worker ${i}` }),
      ),
    )
    const ids = claims.flat().map(({ row }) => row.id)
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
    expect((await rowOf('row 0')).attempts).toBe(1)
  })

  it('should send each of many once when twenty workers drain at once', async () => {
    // Longer than all of it takes: a lease that runs out is another test.
    registerOutboxKind({ ...kind, leaseMS: 30_000 })
    await inTransaction({
      payload,
      work: (req) =>
        enqueue({
          payload,
          req,
          rows: Array.from({ length: 60 }, (_, i) => ({
            content: {},
            institution,
            key: `many ${i}`,
            kind: 'test',
          })),
        }),
    })
    const drained = await Promise.all(Array.from({ length: 20 }, () => drainOutbox({ payload })))
    expect(drained.reduce((sum, { done = 0 }) => sum + done, 0)).toBe(60)
    expect(asked).toHaveLength(60)
    expect(new Set(asked).size).toBe(60)
  }, 120_000)

  it('should have several in hand at once, and no more than the kind allows', async () => {
    let inHand = 0
    let most = 0
    send = async () => {
      most = Math.max(most, ++inHand)
      await new Promise((resolve) => setTimeout(resolve, 50))
      inHand--
      return { state: 'done' }
    }
    for (let i = 0; i < 12; i++) await put(`wide ${i}`)
    await drainOutbox({ payload })
    expect(most).toBe(5)
  })

  it('should not send before its time', async () => {
    await put('early', { dueAt: later() })
    expect(await drainOutbox({ payload })).toEqual({})
    expect(await drainOutbox({ payload, until: later(2 * HOUR) })).toEqual({ done: 1 })
  })

  it('should send again from the time that the kind names', async () => {
    const dueAt = later()
    send = async () => ({ dueAt, error: 'come back later', state: 'retry' })
    await put('patient')
    await drainOutbox({ payload })
    expect(await rowOf('patient')).toMatchObject({
      attempts: 1,
      dueAt: dueAt.toISOString(),
      error: 'come back later',
      state: 'waiting',
    })
    expect(await drainOutbox({ payload })).toEqual({})
    send = async () => ({ state: 'done' })
    await drainOutbox({ payload, until: later(2 * HOUR) })
    expect(asked).toEqual(['send patient', 'send patient'])
    expect(await rowOf('patient')).toMatchObject({ attempts: 2, error: null, state: 'done' })
  })

  it('should end with what is refused for good', async () => {
    send = async () => ({ error: 'no such address', state: 'failed' })
    await put('refused')
    await drainOutbox({ payload, until: later() })
    expect(await drainOutbox({ payload, until: later() })).toEqual({})
    expect(await rowOf('refused')).toMatchObject({ error: 'no such address', state: 'failed' })
  })

  it('should ask about what is unknown, and send it again only when told to', async () => {
    send = async () => ({ dueAt: later(-1000), error: 'no answer', state: 'unknown' })
    recover = async ({ row }) =>
      row.attempts < 3
        ? { dueAt: later(-1000), error: 'still no answer', state: 'unknown' }
        : { dueAt: later(-1000), state: 'retry' }
    await put('doubtful')
    const until = later(1000)
    for (let i = 0; i < 3; i++) await drainOutbox({ payload, until })
    expect(asked).toEqual(['send doubtful', 'recover doubtful', 'recover doubtful'])
    send = async () => ({ state: 'done' })
    await drainOutbox({ payload })
    expect(asked[3]).toBe('send doubtful')
    expect((await rowOf('doubtful')).state).toBe('done')
  })

  it('should take an error of the kind for unknown, not for a failure', async () => {
    send = async () => {
      throw new Error('socket hang up')
    }
    await put('thrown')
    await put('thrown blindly', { kind: 'blind' })
    payload.logger.level = 'silent'
    await drainOutbox({ payload })
    payload.logger.level = 'warn'
    const asking = await rowOf('thrown')
    expect(asking).toMatchObject({ error: 'socket hang up', state: 'unknown' })
    expect(new Date(asking.dueAt).getTime()).toBeGreaterThan(Date.now())
    // Nobody could be asked: it waits for a person.
    expect(await rowOf('thrown blindly')).toMatchObject({ dueAt: null, state: 'unknown' })
    await drainOutbox({ kind: 'blind', payload, until: later(1000 * HOUR) })
    expect(asked.filter((one) => one === 'send thrown blindly')).toHaveLength(1)
  })

  it('should ask about what a worker left behind once its lease has run out', async () => {
    await put('left')
    await interrupt('left', later())
    expect(await drainOutbox({ payload })).toEqual({})
    await interrupt('left')
    expect(await drainOutbox({ payload })).toEqual({ done: 1 })
    expect(asked).toEqual(['recover left'])
  })

  it('should leave an interrupted row unknown where nobody can be asked', async () => {
    await put('blind', { kind: 'blind' })
    await interrupt('blind')
    expect(await drainOutbox({ payload })).toEqual({ unknown: 1 })
    expect(await drainOutbox({ payload, until: later() })).toEqual({})
    expect(asked).toEqual([])
    expect(await rowOf('blind')).toMatchObject({ dueAt: null, state: 'unknown' })
  })

  it('should keep its lease while it sends, however long that lasts', async () => {
    send = async () => {
      await new Promise((resolve) => setTimeout(resolve, 4 * kind.leaseMS))
      return { state: 'done' }
    }
    await put('slow')
    const working = drainOutbox({ payload })
    await new Promise((resolve) => setTimeout(resolve, 2 * kind.leaseMS))
    expect(await drainOutbox({ payload })).toEqual({})
    expect(await working).toEqual({ done: 1 })
    expect(asked).toEqual(['send slow'])
  })

  it('should write nothing of a worker that lost its row, and tell it', async () => {
    let isTold = false
    const settled: string[] = []
    registerOutboxKind({
      ...kind,
      send: async ({ row, signal }) => {
        // Another worker takes it over, as after a long standstill of this one.
        await updateMany({
          collection: 'outbox',
          data: { claimedBy: 'another worker', leaseUntil: later().toISOString() },
          payload,
          where: { id: row.id },
        })
        await new Promise((resolve) => setTimeout(resolve, kind.leaseMS))
        isTold = signal.aborted
        return { answer: 'too late', state: 'done' }
      },
      settle: async ({ row }) => void settled.push(row.key),
    })
    await put('lost')
    expect(await drainOutbox({ kind: 'test', payload })).toEqual({})
    expect(isTold).toBe(true)
    expect(settled).toEqual([])
    expect(await rowOf('lost')).toMatchObject({ claimedBy: 'another worker', state: 'sending' })
  })

  it('should write what follows in the transaction of the new state', async () => {
    registerOutboxKind({
      ...kind,
      settle: async ({ outcome, payload: own, req, row }) => {
        await insertMany({
          collection: 'counters',
          docs: [{ key: `settled ${row.key} ${outcome.state}`, value: 1 }],
          payload: own,
          req,
        })
        if (row.key === 'broken') throw new Error('it cannot be booked')
      },
    })
    await put('booked')
    await put('broken')
    payload.logger.level = 'silent'
    await drainOutbox({ payload })
    payload.logger.level = 'warn'
    const counted = await readMany({ collection: 'counters', payload, where: { value: 1 } })
    const keys = counted.map(({ key }) => key).filter((key) => key.startsWith('settled'))
    expect(keys).toEqual(['settled booked done'])
    // It has happened, so it is not sent again; what it answered is not lost.
    expect(await rowOf('broken')).toMatchObject({
      answer: { ok: true },
      error: 'done: it cannot be booked',
      state: 'unknown',
    })
  })

  it('should take back what still waits, and nothing else', async () => {
    await put('waits', { subject: 'file 7' })
    await put('is sent', { subject: 'file 7' })
    await put('of another', { subject: 'file 8' })
    await interrupt('is sent', later())
    expect(await cancelOutbox({ payload, where: { subject: 'file 7' } })).toBe(1)
    expect((await rowOf('waits')).state).toBe('cancelled')
    expect((await rowOf('is sent')).state).toBe('sending')
    expect(await drainOutbox({ payload })).toEqual({ done: 1 })
    expect(asked).toEqual(['send of another'])
  })

  it('should finish what it has in hand when it is told to stop, and take nothing more', async () => {
    const ending = new AbortController()
    send = async ({ signal }) => {
      ending.abort()
      expect(signal.aborted).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { state: 'done' }
    }
    for (let i = 0; i < 8; i++) await put(`stop ${i}`)
    const { done } = await drainOutbox({ payload, signal: ending.signal })
    expect(done).toBeLessThanOrEqual(5)
    const states = await readMany({ collection: 'outbox', payload, select: ['state'], where: {} })
    expect(states.filter(({ state }) => state === 'done')).toHaveLength(done!)
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(8 - done!)
  })

  it('should refuse a lease that would hold a row for more than a minute', () => {
    expect(() => registerOutboxKind({ ...kind, leaseMS: 60_000 })).toThrow('lease')
  })
})

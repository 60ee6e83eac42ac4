import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'

import type { Payload } from 'payload'

import { slugs } from '../../src/collections/slugs'
import { checkTransactions } from '../../src/database/checkTransactions'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>

const counters = () =>
  payload.db.find({ collection: slugs.counters, where: { key: { like: 'check:' } } })

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})

afterAll(() => stop())

const original: Record<string, unknown> = {}
const replace = (name: 'beginTransaction' | 'rollbackTransaction', value: unknown) => {
  original[name] ??= payload.db[name]
  Object.assign(payload.db, { [name]: value })
}

afterEach(() => {
  Object.assign(payload.db, original)
})

it('should be content with a database that rolls back, and leave nothing in it', async () => {
  await checkTransactions(payload)
  expect((await counters()).docs).toEqual([])
})

it('should refuse a database that keeps what failed, and clean up', async () => {
  replace('rollbackTransaction', payload.db.commitTransaction)
  await expect(checkTransactions(payload)).rejects.toThrow(
    /kept what a failed transaction had written/,
  )
  expect((await counters()).docs).toEqual([])
})

it('should refuse a database without transactions', async () => {
  replace('beginTransaction', async () => null)
  await expect(checkTransactions(payload)).rejects.toThrow(/gives no transactions/)
})

/** A server as its answer to `hello` shows it, behind an adapter that found no replica set in the address. */
const mongo = (hello: object) => {
  const sessions: unknown[] = []
  const db = {
    name: 'mongoose',
    beginTransaction: async () => null,
    connection: {
      db: { admin: () => ({ command: async () => hello }) },
      getClient: () => ({
        options: {},
        startSession: () => ({ startTransaction: (options: object) => sessions.push(options) }),
      }),
    },
    create: async () => ({}),
    findOne: async () => null,
    rollbackTransaction: async () => undefined,
    sessions: {},
    transactionOptions: false as false | object,
  }
  return { db, payload: { db } as unknown as Payload, sessions }
}

it('should say what a single MongoDB server lacks', async () => {
  await expect(checkTransactions(mongo({}).payload)).rejects.toThrow(
    /--replSet rs0.*replicaSet=rs0/,
  )
})

it('should say what is missing in the address of a replica set', async () => {
  await expect(checkTransactions(mongo({ setName: 'house' }).payload)).rejects.toThrow(
    /Add replicaSet=house/,
  )
})

it('should switch transactions on behind mongos, where the adapter has switched them off', async () => {
  const { db, payload: sharded, sessions } = mongo({ msg: 'isdbgrid' })
  await checkTransactions(sharded)
  expect(db.transactionOptions).toEqual({})
  expect(sessions).toHaveLength(1)
  expect(Object.keys(db.sessions)).toHaveLength(1)
})

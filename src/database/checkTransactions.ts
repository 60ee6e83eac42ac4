import type { Payload } from 'payload'

import { randomUUID } from 'crypto'

import { slugs } from '../collections/slugs'
import { SetupError } from '../utilities/SetupError'

/** The part of Payload's MongoDB adapter that switches transactions on and off. */
type MongoAdapter = {
  beginTransaction: (options?: object) => Promise<string>
  connection: {
    db: { admin: () => { command: (command: object) => Promise<Hello> } }
    getClient: () => { options: { replicaSet?: string }; startSession: () => ClientSession }
  }
  sessions: Record<string, ClientSession>
  transactionOptions: false | object
}
type ClientSession = { startTransaction: (options?: object) => void }
type Hello = { msg?: string; setName?: string }

/**
 * Makes sure, before anything is served, that the database takes back what a transaction that failed has written: everything here
 * relies on it, and Payload goes on without a word where it does not.
 *
 * @throws SetupError that says what to do about a MongoDB without a replica set, or an address that does not name it
 */
export const checkTransactions = async (payload: Payload): Promise<void> => {
  const isMongo = payload.db.name === 'mongoose'
  if (isMongo) await prepareMongo(payload.db as unknown as MongoAdapter)
  const key = `check:${randomUUID()}`
  const transactionID = await payload.db.beginTransaction()
  if (!transactionID)
    throw new SetupError('The database gives no transactions. See docs/operations.md.')
  try {
    const req = { payload, transactionID }
    await payload.db.create({ collection: slugs.counters, data: { key, value: 0 }, req })
  } finally {
    await payload.db.rollbackTransaction(transactionID)
  }
  const where = { key: { equals: key } }
  if (!(await payload.db.findOne({ collection: slugs.counters, where }))) return
  await payload.db.deleteOne({ collection: slugs.counters, where })
  throw new SetupError(
    'The database kept what a failed transaction had written. See docs/operations.md for how to set it up.',
  )
}

/** Says what is wrong with a server that has no transactions, and switches them on where the adapter missed that it has. */
const prepareMongo = async (db: MongoAdapter): Promise<void> => {
  const client = db.connection.getClient()
  if (client.options.replicaSet) return
  const hello = await db.connection.db.admin().command({ hello: 1 })
  if (hello.setName)
    throw new SetupError(
      `DATABASE_URI does not name the replica set, and without it there are no transactions. Add replicaSet=${hello.setName} to it.`,
    )
  if (hello.msg !== 'isdbgrid')
    throw new SetupError(
      'This MongoDB is a single server, and only a replica set has transactions. Start mongod with --replSet rs0, run ' +
        'rs.initiate() once in mongosh, and add replicaSet=rs0 to DATABASE_URI.',
    )
  // A sharded cluster has no replica set in its address, so Payload's adapter (db-mongodb 3.90, connect.js) took its
  // transactions for missing.
  db.transactionOptions = {}
  db.beginTransaction = async (options) => {
    const id = randomUUID()
    const session = client.startSession()
    db.sessions[id] = session
    session.startTransaction(options ?? {})
    return id
  }
}

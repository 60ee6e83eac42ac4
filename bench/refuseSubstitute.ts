import type { Payload } from 'payload'

import { SetupError } from '../src/utilities/SetupError'

type Admin = { command: (command: object) => Promise<{ gitVersion?: string }> }

/**
 * Makes sure that figures are those of MongoDB: a server that only speaks its protocol, such as the one that the tests use where
 * there is no mongod, is many times slower or quicker at other things.
 *
 * @throws SetupError when the server does not name the commit it was built from, as every mongod and mongos does
 */
export const refuseSubstitute = async (payload: Payload): Promise<void> => {
  if (payload.db.name !== 'mongoose') return
  const { connection } = payload.db as unknown as { connection: { db: { admin: () => Admin } } }
  const { gitVersion } = await connection.db.admin().command({ buildInfo: 1 })
  if (/[1-9a-f]/.test(gitVersion ?? '')) return
  throw new SetupError(
    'The bench needs a real mongod: what answers at DATABASE_URI only speaks its protocol, and its figures would say nothing ' +
      'about MongoDB. Name a replica set of mongod, or leave DATABASE_URI out to measure SQLite.',
  )
}

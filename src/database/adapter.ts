import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { IndexDescription } from 'mongodb'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'

import { migrations } from '../migrations'
import { withSingleConnection } from './sqliteConnection'

/** Where the embedded database lies when `DATABASE_URI` says nothing. */
export const DEFAULT_DATABASE_URI = 'file:./data/reprise.db'

const isMongoURI = (uri: string): boolean => /^mongodb(\+srv)?:\/\//.test(uri)

/**
 * Unique keys carry every "once" of the product: they must stand before the first write. All of a collection in one command; by itself
 * the driver asks for each alone, in the background, and begins once more when it is told to wait.
 */
const makeIndexes = async ({ collections, versions }: MongooseAdapter): Promise<void> => {
  const models = [...Object.values(collections), ...Object.values(versions)]
  for (const { collection, schema } of models) {
    const indexes = schema
      .indexes()
      .map(([key, options]) => ({ ...options, key }) as IndexDescription)
    // One after the other: all at once, they wait for each other.
    if (indexes.length) await collection.createIndexes(indexes)
  }
}

/**
 * The database adapter for Payload, chosen by the address.
 *
 * @param uri `file:…` for SQLite, `mongodb://…?replicaSet=…` for MongoDB
 * @param allowIDOnCreate whether new documents may bring their id; for copying a house only
 * @param waitLimitMS how long a write on SQLite waits for one open transaction, in milliseconds
 */
export const databaseAdapter = (
  uri = process.env.DATABASE_URI || DEFAULT_DATABASE_URI,
  { allowIDOnCreate, waitLimitMS }: { allowIDOnCreate?: boolean; waitLimitMS?: number } = {},
) => {
  if (isMongoURI(uri))
    return mongooseAdapter({
      afterOpenConnection: makeIndexes,
      allowIDOnCreate,
      connectOptions: { autoIndex: false },
      transactionOptions: {},
      url: uri,
    })
  if (!uri.startsWith('file:'))
    throw new Error(
      `DATABASE_URI is "${uri}". It must start with "file:" (SQLite) or "mongodb://" (MongoDB replica set).`,
    )
  return withSingleConnection(
    sqliteAdapter({
      allowIDOnCreate,
      // While the schema is pushed or migrated; afterwards see `withSingleConnection`.
      busyTimeout: 15_000,
      client: { url: uri },
      idType: 'uuidv7',
      prodMigrations: migrations,
      push: process.env.NODE_ENV !== 'production',
      wal: true,
    }),
    { waitLimitMS },
  )
}

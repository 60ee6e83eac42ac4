import { randomUUID } from 'crypto'
import { mkdtempSync, rmSync } from 'fs'
import { MongoClient } from 'mongodb'
import { tmpdir } from 'os'
import path from 'path'

import { expectNoCardNumber } from './expectNoCardNumber'

/** A fresh, empty database of its own. */
export type TestDatabase = {
  /** Removes it all. @throws an Error where a card's number was left in it */
  drop: () => Promise<void>
  /** A folder of its own that `drop` removes; the SQLite file lies in it. */
  folder: string
  uri: string
}

/** The engine of this run. A spec that reaches this file runs on both, one after the other. */
export const engine: 'mongodb' | 'sqlite' =
  process.env.TEST_DATABASE === 'mongodb' ? 'mongodb' : 'sqlite'

/**
 * Makes a database that nobody else uses: a SQLite file in a folder of its own, or a database of its own name on the
 * run's MongoDB.
 */
export const createTestDatabase = (): TestDatabase => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reprise-test-'))
  const removeFolder = () => rmSync(folder, { force: true, recursive: true })
  if (engine === 'sqlite') {
    const uri = `file:${path.join(folder, 'reprise.db')}`
    return { drop: () => expectNoCardNumber({ folder, uri }).finally(removeFolder), folder, uri }
  }
  const uri = withDatabaseName(mongoServer(), `reprise_test_${randomUUID().replaceAll('-', '')}`)
  return {
    drop: async () => {
      await expectNoCardNumber({ folder, uri })
      if (process.env.MONGODB_URI) await dropDatabase(uri)
      removeFolder()
    },
    folder,
    uri,
  }
}

/** Only where the server was given: one of the run's own goes with it. */
const dropDatabase = async (uri: string): Promise<void> => {
  const client = await MongoClient.connect(uri)
  await client.db().dropDatabase()
  await client.close()
}

const mongoServer = (): string => {
  const uris = process.env.TEST_MONGODB_URI?.split(' ')
  if (!uris) throw new Error('TEST_MONGODB_URI is missing: this run has no MongoDB.')
  return uris[Number(process.env.JEST_WORKER_ID ?? 1) % uris.length]!
}

/** An address may list several hosts, which is no URL; so the name is put in by hand. */
const withDatabaseName = (uri: string, name: string): string =>
  uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`)

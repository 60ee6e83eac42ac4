import type { MigrateUpArgs } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql, sqliteAdapter } from '@payloadcms/db-sqlite'

import type { TestDatabase } from '../helpers/testDatabase'

import { countMany, insertMany } from '../../src/database/bulk'
import { withSingleConnection } from '../../src/database/sqliteConnection'
import { createTestDatabase } from '../helpers/testDatabase'
import { houses } from './collections'
import { openContract } from './startContract'

const migration = {
  name: '20260101_000000_first',
  down: async () => undefined,
  up: async ({ db }: MigrateUpArgs) => {
    const columns = sql.raw(
      '`id` text PRIMARY KEY NOT NULL, `name` text, `created_at` text, `updated_at` text',
    )
    await db.run(sql`CREATE TABLE \`payload_migrations\` (${columns}, \`batch\` numeric)`)
    await db.run(sql`CREATE TABLE \`houses\` (${columns})`)
  },
}

let database: TestDatabase
let payload: Payload

/** As a house starts it: the schema comes from migrations, not from a push. */
const open = async () => {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const adapter = sqliteAdapter({
    client: { url: database.uri },
    idType: 'uuidv7',
    prodMigrations: [migration],
    push: false,
    wal: true,
  })
  payload = await openContract({ db: withSingleConnection(adapter), uri: database.uri })
}

beforeEach(() => {
  database = createTestDatabase()
})
afterEach(async () => {
  Object.assign(process.env, { NODE_ENV: 'test' })
  await payload.destroy()
  await database.drop()
})

describe('a start in production', () => {
  it('should run the migrations and then write', async () => {
    await open()
    await insertMany({ collection: houses, docs: [{ name: 'Opera' }], payload })
    await payload.create({ collection: houses, data: { name: 'Arena' } as never })
    expect(await countMany({ collection: houses, payload, where: {} })).toBe(2)
    const { docs } = await payload.find({ collection: 'payload-migrations' })
    expect(docs).toMatchObject([{ name: migration.name, batch: 1 }])
  })
})

import type { Client } from '@libsql/client'
import type { CollectionSlug, Payload } from 'payload'

import { deleteMany, insertMany, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'

/** Takes one thing back. */
export type Undo = () => Promise<unknown>

/**
 * Ways to spoil a ledger by hand, past every rule of the product and the database; each says how to take it back. For tests of
 * what finds such things.
 */
export const ledgerBreaker = async (payload: Payload) => {
  await allowAnything(payload)
  const read = async (collection: CollectionSlug, id: string) =>
    (await readMany({ collection, payload, where: { id } }))[0]!
  return {
    add: async (collection: CollectionSlug, doc: Record<string, unknown>): Promise<Undo> => {
      const [id] = await insertMany({ collection, docs: [doc], payload })
      return () => deleteMany({ collection, payload, where: { id: id! } })
    },
    change: async (
      collection: CollectionSlug,
      id: string,
      data: Record<string, unknown>,
    ): Promise<Undo> => {
      const before = await read(collection, id)
      await updateMany({ collection, data, payload, where: { id } })
      const kept = Object.fromEntries(Object.keys(data).map((key) => [key, before[key]]))
      return () => updateMany({ collection, data: kept, payload, where: { id } })
    },
    remove: async (collection: CollectionSlug, id: string): Promise<Undo> => {
      const doc = await read(collection, id)
      await inTransaction({
        payload,
        work: (req) => deleteMany({ collection, payload, req, where: { id } }),
      })
      return () => insertMany({ collection, docs: [doc], payload })
    },
  }
}

/** The keys that the database itself watches over; what is said to be impossible must be possible to find it. */
const KEYS: [CollectionSlug, string, string][] = [
  ['lines', 'renewalKey', 'renewal_key'],
  ['seat-allocations', 'seatKey', 'seat_key'],
]

const allowAnything = async (payload: Payload): Promise<void> => {
  if (payload.db.name === 'sqlite') {
    const { client: writer } = (payload.db as unknown as { writer: { client: Client } }).writer
    await writer.execute('PRAGMA foreign_keys = OFF')
    for (const [, , column] of KEYS) {
      const { rows } = await writer.execute({
        args: [`%(\`${column}\`)%`],
        sql: `SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE ?`,
      })
      if (!rows.length) throw new Error(`There is no index on ${column}.`)
      for (const { name } of rows) await writer.execute(`DROP INDEX "${String(name)}"`)
    }
    return
  }
  const { collections } = payload.db as unknown as {
    collections: Record<string, { collection: { dropIndex: (name: string) => Promise<unknown> } }>
  }
  for (const [collection, field] of KEYS)
    await collections[collection]!.collection.dropIndex(`${field}_1`)
}

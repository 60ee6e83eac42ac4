import type { Payload } from 'payload'

import { copyFileSync, existsSync, renameSync } from 'fs'

import { engine } from './testDatabase'

/**
 * Starts a Payload on an empty database. On SQLite making the tables takes seconds: the first start of a run keeps a copy of the empty
 * database, and the others begin with that.
 */
export const startFromTemplate = async ({
  start,
  uri,
}: {
  start: () => Promise<Payload>
  uri: string
}): Promise<Payload> => {
  const template = process.env.TEST_TEMPLATE
  if (engine !== 'sqlite' || !template) return start()
  if (existsSync(template)) {
    copyFileSync(template, uri.slice('file:'.length))
    // Payload then leaves the tables alone.
    process.env.PAYLOAD_MIGRATING = 'true'
    try {
      return await start()
    } finally {
      delete process.env.PAYLOAD_MIGRATING
    }
  }
  const payload = await start()
  const part = `${template}.${process.pid}`
  const { client } = payload.db as unknown as {
    client: { execute: (sql: string) => Promise<void> }
  }
  await client.execute(`VACUUM INTO '${part}'`)
  renameSync(part, template)
  return payload
}

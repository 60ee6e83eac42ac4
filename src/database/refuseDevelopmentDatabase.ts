import { createClient } from '@libsql/client'
import { existsSync } from 'fs'
import path from 'path'

import { SetupError } from '../utilities/SetupError'
import { DEFAULT_DATABASE_URI } from './adapter'

/**
 * In production, refuses an SQLite file whose tables `reprise dev` has made: it changes them as the code changes, no migration fits
 * them, and Payload would ask on the terminal whether to lose data.
 *
 * @throws SetupError that says so
 */
export const refuseDevelopmentDatabase = async (): Promise<void> => {
  const uri = process.env.DATABASE_URI || DEFAULT_DATABASE_URI
  if (process.env.NODE_ENV !== 'production' || !uri.startsWith('file:')) return
  if (!existsSync(path.resolve(uri.slice('file:'.length)))) return
  const client = createClient({ url: uri })
  try {
    const tables = await client.execute(
      `SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'`,
    )
    if (!tables.rows.length) return
    const pushed = await client.execute('SELECT 1 FROM payload_migrations WHERE batch = -1')
    if (pushed.rows.length)
      throw new SetupError(
        `${uri} was made by "reprise dev" and cannot be used here. Name another file in DATABASE_URI, or use "reprise dev".`,
      )
  } finally {
    client.close()
  }
}

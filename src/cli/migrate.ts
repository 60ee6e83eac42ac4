import type { Client } from '@libsql/client'
import type { Migration, Payload } from 'payload'

import { defineCommand } from './command'
import { exitCodes } from './exitCodes'

type Options = { status?: boolean }

/** `reprise migrate`: brings the tables of an SQLite file up to this version. */
export const migrate = defineCommand<Options>({
  name: 'migrate',
  description: 'bring the database up to this version (start does it too)',
  help: `
With --status ends with 4 when migrations are waiting. MongoDB needs none: start makes its indexes.`,
  options: [{ description: 'only say which migrations have run', flags: '--status' }],
  run: async ({ options, output }) => {
    process.env.DISABLE_PAYLOAD_HMR = 'true'
    const { checkEnvironment } = await import('../utilities/environment')
    checkEnvironment()
    const { refuseDevelopmentDatabase } = await import('../database/refuseDevelopmentDatabase')
    const { migrations } = await import('../migrations')
    await refuseDevelopmentDatabase()
    const payload = await connectAsItIs()
    try {
      const isMongo = payload.db.name === 'mongoose'
      const before = isMongo ? [] : await appliedMigrations(payload)
      const all: { name: string }[] = isMongo ? [] : migrations
      const waiting = all.map(({ name }) => name).filter((name) => !before.includes(name))
      if (!options.status && waiting.length)
        await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
      const applied = options.status ? [] : waiting
      const left = options.status ? waiting : []
      output.json({ applied, before, waiting: left })
      for (const name of before) output.text(`done     ${name}`)
      for (const name of applied) output.text(`done now ${name}`)
      for (const name of left) output.text(`waiting  ${name}`)
      if (!waiting.length) output.text('The database is up to date.')
      return left.length ? exitCodes.findings : exitCodes.done
    } finally {
      await payload.destroy()
    }
  },
})

/** Payload migrates as it connects; this must see the state before. */
const connectAsItIs = async (): Promise<Payload> => {
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  ;(payload.db as { prodMigrations?: unknown }).prodMigrations = undefined
  await payload.db.connect?.()
  return payload
}

/** The table of migrations is itself made by the first one. */
const appliedMigrations = async (payload: Payload): Promise<string[]> => {
  const { client } = payload.db as unknown as { client: Client }
  const { rows } = await client.execute(
    `SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'`,
  )
  if (!rows.length) return []
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    overrideAccess: true,
    pagination: false,
    sort: 'name',
  })
  return docs.map((doc) => String(doc.name))
}

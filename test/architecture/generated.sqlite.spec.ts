import type { Client } from '@libsql/client'
import type { MigrateUpArgs } from '@payloadcms/db-sqlite'
import type { Payload, SanitizedConfig } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'

import { migrations } from '../../src/migrations'
import { startPayload } from '../helpers/startPayload'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-generated-'))
const MAP = 'src/app/(payload)/admin/importMap.js'

let config: SanitizedConfig
let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ config, payload, stop } = await startPayload())
})
afterAll(async () => {
  await stop()
  rmSync(folder, { force: true, recursive: true })
})

const kept = (file: string) => readFileSync(path.join(root, file), 'utf8').trim()

describe('what is generated', () => {
  it('should be up to date: types (npm run generate:types)', async () => {
    const file = path.join(folder, 'payload-types.ts')
    process.env.PAYLOAD_TS_OUTPUT_PATH = file
    await generateTypes(config, { log: false })
    expect(kept('src/payload-types.ts')).toBe(readFileSync(file, 'utf8').trim())
  })

  it('should be up to date: import map (npm run generate:importmap)', async () => {
    const importMapFile = path.join(folder, MAP)
    mkdirSync(path.dirname(importMapFile), { recursive: true })
    const importMap = {
      ...config.admin.importMap,
      baseDir: path.join(folder, 'src'),
      importMapFile,
    }
    const elsewhere = { ...config, admin: { ...config.admin, importMap } }
    await generateImportMap(elsewhere, { force: true, log: false })
    expect(kept(MAP)).toBe(readFileSync(importMapFile, 'utf8').trim())
  })

  it('should be up to date: migrations (npm run migrate:create)', async () => {
    const migrated = createClient({ url: `file:${path.join(folder, 'migrated.db')}` })
    const db = drizzle(migrated) as unknown as MigrateUpArgs['db']
    for (const { up } of migrations as { up: (args: MigrateUpArgs) => Promise<void> }[])
      await up({ db, payload, req: { payload } as MigrateUpArgs['req'] })
    const { reader } = payload.db as unknown as { reader: { client: Client } }
    const [asMigrated, asDeclared] = [await schemaOf(migrated), await schemaOf(reader.client)]
    migrated.close()
    expect({
      missing: asDeclared.filter((line) => !asMigrated.includes(line)),
      tooMuch: asMigrated.filter((line) => !asDeclared.includes(line)),
    }).toEqual({ missing: [], tooMuch: [] })
  })
})

/** Tables, columns, keys and indexes of a database, in an order that does not depend on how it was made. */
const schemaOf = async (client: Client): Promise<string[]> => {
  const ask = async (sql: string) =>
    (await client.execute(sql)).rows.map((row) => ({ ...row }) as Record<string, unknown>)
  const lines: string[] = []
  const tables = await ask(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
  for (const { name: table } of tables) {
    for (const { name, type, dflt_value, notnull, pk } of await ask(
      `PRAGMA table_info("${table}")`,
    ))
      lines.push(`${table}.${name} ${type} notnull=${notnull} default=${dflt_value} pk=${pk}`)
    for (const { from, on_delete, table: to } of await ask(`PRAGMA foreign_key_list("${table}")`))
      lines.push(`${table}.${from} → ${to} on delete ${on_delete}`)
    for (const { name, unique } of await ask(`PRAGMA index_list("${table}")`)) {
      const columns = (await ask(`PRAGMA index_info("${name}")`)).map((column) => column.name)
      lines.push(`${table} index ${name} (${columns.join(', ')}) unique=${unique}`)
    }
  }
  return lines.sort()
}

import { describe, expect, it } from '@jest/globals'
import { execFile } from 'child_process'
import path from 'path'
import { promisify } from 'util'

import type { Payload } from 'payload'

import { benches } from '../../bench/benches'
import { refuseSubstitute } from '../../bench/refuseSubstitute'

const root = path.resolve(import.meta.dirname, '../..')

const reprise = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/reprise.mjs', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URI: '', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
  })

describe('reprise bench', () => {
  it('should print one object a line, each with a reference', async () => {
    const { stdout } = await reprise('bench', 'renewal', '--size', '12', '--json')
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const row of rows)
      expect(row).toEqual({
        bench: 'renewal',
        measure: expect.any(String),
        ratio: expect.any(Number),
        reference: expect.stringMatching(/./),
        size: 12,
        unit: expect.stringMatching(/^(?:files\/s|seats\/s|MB)$/),
        value: expect.any(Number),
      })
    const named = rows.map(({ measure, reference }) => `${measure}: ${reference}`)
    expect(new Set(named).size).toBe(rows.length)
    expect(named).toEqual(
      expect.arrayContaining([
        'renewal: raw bulk insert of the same documents',
        "renewal: loop of Payload's Local API",
      ]),
    )
    for (const { ratio, value } of rows) expect(Math.min(ratio, value)).toBeGreaterThan(0)
  }, 300_000)

  it('should name every bench in its help', async () => {
    const { stdout } = await reprise('bench', '--help')
    for (const { name } of benches) expect(stdout).toContain(name)
  })

  it('should refuse an unknown bench and a size that is none', async () => {
    await expect(reprise('bench', 'nothing')).rejects.toMatchObject({ code: 3 })
    await expect(reprise('bench', 'renewal', '--size', 'many')).rejects.toMatchObject({ code: 3 })
  })
})

describe('The database of the bench', () => {
  const mongoDB = (buildInfo: object) =>
    ({
      db: {
        name: 'mongoose',
        connection: { db: { admin: () => ({ command: async () => buildInfo }) } },
      },
    }) as unknown as Payload

  it('should refuse what only speaks the protocol of MongoDB', async () => {
    const substitute = mongoDB({ gitVersion: '0'.repeat(40), version: '8.2.11' })
    await expect(refuseSubstitute(substitute)).rejects.toThrow(/real mongod/)
    await expect(refuseSubstitute(mongoDB({ version: '8.2.11' }))).rejects.toThrow(/real mongod/)
  })

  it('should take mongod and SQLite', async () => {
    const mongod = mongoDB({ gitVersion: '33d7d05b0ba7bd6d9bd5a4d9c7f2ae6e8c8f6a11' })
    await expect(refuseSubstitute(mongod)).resolves.toBeUndefined()
    const sqlite = { db: { name: 'sqlite' } } as unknown as Payload
    await expect(refuseSubstitute(sqlite)).resolves.toBeUndefined()
  })
})

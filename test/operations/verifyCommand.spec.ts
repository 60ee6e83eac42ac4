import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'
import path from 'path'

import type { House } from '../helpers/builders'

import { updateMany } from '../../src/database/bulk'
import { aHouse, aSoldFile } from '../helpers/builders'
import { programOf } from '../helpers/programs'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
let uri: string
let house: House

beforeAll(async () => {
  ;({ payload, stop, uri } = await startPayload())
  house = await aHouse({ payload })
})
afterAll(() => stop())

const reprise = (args: string[], language: string) =>
  new Promise<{ code: null | number; stderr: string; stdout: string }>((resolve) => {
    const child = spawn(process.execPath, [programOf('cli'), ...args], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        DATABASE_URI: uri,
        LC_ALL: language,
        LOG_LEVEL: 'error',
        NODE_OPTIONS: '',
      },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('close', (code) => resolve({ code, stderr, stdout }))
  })

describe('reprise verify', () => {
  it('should end with 0 when everything is right, and with 3 where there is nothing to verify', async () => {
    await aSoldFile({ house })
    const [all, nowhere] = await Promise.all([
      reprise(['verify'], 'fr_CH.UTF-8'),
      reprise(['verify', '--institution', 'nowhere'], 'C'),
    ])
    expect(all.stdout).toMatch(/^files: 1, orders: 1, lines: 3, .*\nTout est juste\.\n$/m)
    expect(all.code).toBe(0)
    expect(nowhere.stderr).toContain('There is no institution "nowhere".')
    expect(nowhere.code).toBe(3)
  })

  it('should end with 4 when something is wrong, and say what and where', async () => {
    const { id, number } = await aSoldFile({ house, subscriptions: [{}] })
    const set = (total: number) =>
      updateMany({ collection: 'files', data: { total }, payload, where: { id } })
    await set(1)
    const [machine, person] = await Promise.all([
      reprise(['verify', '--json', '--institution', house.code], 'C'),
      reprise(['verify'], 'de_CH.UTF-8'),
    ])
    await set(8_000)
    // Outside production SQLite's schema is compared at each start, which says so on stdout.
    const answer = machine.stdout.split('\n').find((line) => line.startsWith('{'))
    expect(JSON.parse(answer!)).toEqual({
      checked: expect.objectContaining({ files: 2 }),
      findings: [
        {
          id,
          actual: 1,
          code: 'fileTotal',
          collection: 'files',
          expected: 8_000,
          file: id,
          fileNumber: number,
          message: 'The total of the file is 0.01; its orders come to 80.00.',
        },
      ],
      omitted: 0,
    })
    expect(machine.code).toBe(4)
    expect(person.stdout).toContain(`Dossier ${number} · files ${id} · fileTotal · Der Betrag`)
    expect(person.code).toBe(4)
  })
})

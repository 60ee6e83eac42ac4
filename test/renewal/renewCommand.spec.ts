import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { House } from '../helpers/builders'

import { showProgress } from '../../src/cli/showProgress'
import { readMany, updateMany } from '../../src/database/bulk'
import { stopRun } from '../../src/jobs/runs/createRun'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { aHouse, aSoldFile } from '../helpers/builders'
import { programOf } from '../helpers/programs'
import { startPayload } from '../helpers/startPayload'
import { anImport, secondsUntil } from '../jobs/anImport'
import { aBatch, start } from './aBatch'

let folder: string
let payload: Payload
let stop: () => Promise<void>
let uri: string

beforeAll(async () => {
  ;({ payload, stop, uri } = await startPayload())
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-renew-'))
})
afterAll(async () => {
  await stop()
  rmSync(folder, { force: true, recursive: true })
})

const reprise = (args: string[]) =>
  new Promise<{ code: null | number; said: any }>((resolve) => {
    const child = spawn(process.execPath, [programOf('cli'), ...args, '--json'], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URI: uri, LC_ALL: 'C', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let stdout = ''
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.on('close', (code) => {
      const objects = stdout.split('\n').filter((line) => line.startsWith('{'))
      resolve({ code, said: objects.length ? JSON.parse(objects.at(-1)!) : null })
    })
  })

const resume = (runID: string) => reprise(['renew', '--resume', runID])

const aHouseWithAFile = async (): Promise<House> => {
  const house = await aHouse({ payload, plugins: ['renewal', 'subscriber-import'] })
  await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
  return house
}

const runNow = async (runID: string) => (await readRun(payload, runID))!

describe('reprise renew', () => {
  it('should end with 3 when the run was stopped, and with 0 when it went on and is done', async () => {
    const house = await aHouseWithAFile()
    const runID = await start(house, await aBatch(house))
    await stopRun({ payload, run: await runNow(runID) })
    // As when somebody presses Stop while the command works on it.
    expect(await resume(runID)).toMatchObject({ code: 3, said: { run: runID, state: 'stopped' } })
    expect(await resume(runID)).toMatchObject({ code: 0, said: { run: runID, state: 'done' } })
  })

  it('should refuse to go on with what is done, never began, or is no run of a batch', async () => {
    const house = await aHouseWithAFile()
    const runID = await start(house, await aBatch(house))
    await runLane({ payload, runID })
    const conflict = {
      code: 3,
      said: { error: { code: 'conflict', message: expect.stringContaining('cannot go on') } },
    }
    expect(await resume(runID)).toMatchObject(conflict)
    const refused = await start(house, await aBatch(house))
    await updateMany({
      collection: 'runs',
      data: { error: 'noPrices', state: 'failed' },
      payload,
      where: { id: refused },
    })
    expect(await resume(refused)).toMatchObject(conflict)
    expect((await runNow(refused)).state).toBe('failed')

    const imported = await anImport({ file: path.join(folder, 'other.csv'), house, lines: 1 })
    await stopRun({ payload, run: await runNow(imported) })
    await runLane({ payload, runID: imported })
    expect(await resume(imported)).toMatchObject({ code: 3, said: { error: { code: 'setup' } } })
    expect((await runNow(imported)).state).toBe('stopped')
  })

  it('should begin and go on with nothing where renewal or the import is switched off', async () => {
    const house = await aHouseWithAFile()
    const [season] = await readMany({
      collection: 'seasons',
      payload,
      where: { id: house.seasons.last.id },
    })
    const batchID = await aBatch(house)
    const runID = await start(house, batchID)
    await stopRun({ payload, run: await runNow(runID) })
    await runLane({ payload, runID })
    await payload.db.updateOne({ id: house.site, collection: 'sites', data: { plugins: [] } })
    const pluginOff = { code: 3, said: { error: { code: 'pluginOff' } } }
    expect(await resume(runID)).toMatchObject(pluginOff)
    expect((await runNow(runID)).state).toBe('stopped')
    expect(await reprise(['renew', batchID])).toMatchObject(pluginOff)
    const place = ['--site', house.code, '--season', season!.code]
    expect(await reprise(['import', 'nothing.csv', ...place])).toMatchObject(pluginOff)
  })

  it('should go on showing its progress when it could not be read once', async () => {
    const house = await aHouseWithAFile()
    const runID = await start(house, await aBatch(house))
    let reads = 0
    const away = new Proxy(payload, {
      get: (target, key) => {
        if (key === 'collections' && !reads++) throw new Error('The database is away')
        return Reflect.get(target, key)
      },
    })
    const written: string[] = []
    const write = (text: string) => void written.push(text)
    const end = showProgress({ everyMS: 50, payload: away, runID, write })
    try {
      await secondsUntil(async () => written.some((text) => text.includes('0 of 0 files')), 20)
    } finally {
      end()
    }
    expect(reads).toBeGreaterThan(1)
  })
})

describe('reprise import', () => {
  it('should end with 3 when its run was stopped', async () => {
    const house = await aHouseWithAFile()
    const file = path.join(folder, 'stopped.csv')
    const example = await anImport({ file, house, lines: 2000 })
    const [season] = await readMany({
      collection: 'seasons',
      payload,
      where: { id: house.seasons.last.id },
    })
    const place = ['--site', house.code, '--season', season!.code]
    const ended = reprise(['import', file, ...place])
    const own = async () =>
      (
        await readMany({
          collection: 'runs',
          payload,
          where: { site: house.site, title: 'stopped.csv' },
        })
      ).find(({ id }) => id !== example)
    await secondsUntil(async () => {
      const run = await own()
      return Boolean(run && (await stopRun({ payload, run: run as never })))
    }, 60)
    expect(await ended).toMatchObject({ code: 3, said: { state: 'stopped' } })
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import { handleEndpoints } from 'payload'

import type { House } from '../helpers/builders'
import type { TestStorage } from '../helpers/s3/startStorage'

import { countMany } from '../../src/database/bulk'
import { readRun } from '../../src/jobs/runs/runLane'
import { aHouse } from '../helpers/builders'
import { copiesInTemporaryFolder } from '../helpers/copiesInTemporaryFolder'
import { startStorage } from '../helpers/s3/startStorage'
import { startPayload } from '../helpers/startPayload'
import { startWorker } from '../helpers/startWorker'

const LINES = 250
/** Stands in every line of the file, and nowhere else. */
const SIGN = 'Kanarienvogelweg'
const PASSWORD = 'correct horse battery'

let folder: string
let house: House
let started: Awaited<ReturnType<typeof startPayload>>
let storage: TestStorage
let token: string

const people = Array.from({ length: LINES }, (_, i) => `Person ${i};${SIGN};standing;full`)
const csv = ['payerLastName;payerStreet;subscriptionCode;tariffCode', ...people, ''].join('\n')

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-storage-'))
  storage = await startStorage()
  Object.assign(process.env, storage.env, { UPLOAD_FOLDER: path.join(folder, 'uploads') })
  started = await startPayload()
  const { payload } = started
  house = await aHouse({ payload, plugins: ['subscriber-import'] })
  token = await logInOf(house)
}, 120_000)

afterAll(async () => {
  await started.stop()
  await storage.stop()
  rmSync(folder, { force: true, recursive: true })
})

const logInOf = async ({ code, institution, payload }: House): Promise<string> => {
  const email = `${code}@house.test`
  await payload.create({
    collection: 'users',
    data: {
      name: 'Anna',
      email,
      institution,
      password: PASSWORD,
      roles: ['administrator'],
    } as never,
  })
  const { token: given } = await payload.login({
    collection: 'users',
    data: { email, password: PASSWORD } as never,
  })
  return given!
}

const send = (
  to: string,
  { body, headers = {}, method = 'GET', of = token }: { of?: string } & RequestInit = {},
): Promise<Response> =>
  handleEndpoints({
    config: started.config,
    payloadInstanceCacheKey: started.uri,
    request: new Request(`http://localhost/api${to}`, {
      body,
      headers: { ...(headers as object), ...(of && { Authorization: `JWT ${of}` }) },
      method,
    }),
  })

/** Uploads a file as the panel does. */
const sendFile = async (content: Blob | string, name: string, changes = {}) => {
  const form = new FormData()
  form.set('file', new Blob([content], { type: 'text/csv' }), name)
  form.set(
    '_payload',
    JSON.stringify({ season: house.seasons.last.id, site: house.site, ...changes }),
  )
  const answer = await send('/subscriber-imports', { body: form, method: 'POST' })
  return { body: await answer.json(), status: answer.status }
}

const upload = async (content: Blob | string, name: string, changes = {}) => {
  const { body, status } = await sendFile(content, name, changes)
  expect(body.errors).toBeUndefined()
  expect(status).toBe(201)
  return body.doc as Record<string, any>
}

const post = async (to: string, body: unknown) => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await send(to, { body: JSON.stringify(body), headers, method: 'POST' })
  return { body: await answer.json(), status: answer.status }
}

/** The files below a folder that hold a text. */
const filesWith = (text: string, place: string): string[] =>
  !existsSync(place)
    ? []
    : (readdirSync(place, { recursive: true }) as string[])
        .map((name) => path.join(place, name))
        .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))

describe('files on S3-compatible storage', () => {
  it('should be imported by a worker, and leave nothing on the disk', async () => {
    const temporary = path.join(folder, 'worker-tmp')
    mkdirSync(temporary)
    const doc = await upload(csv, 'subscribers.csv')
    expect(await storage.keys()).toContain('subscriber-imports/subscribers.csv')
    const columns = await (await send(`/subscriber-import/${doc.id}/columns`)).json()
    expect(columns).toMatchObject({ error: null, missing: [] })

    const { body } = await post(`/subscriber-import/${doc.id}/start`, { mode: 'goodOnly' })
    expect(body.errors).toBeUndefined()
    const worker = await startWorker({ env: { TMPDIR: temporary }, uri: started.uri })
    try {
      await worker.ready
      for (const end = Date.now() + 90_000; ;) {
        const run = (await readRun(house.payload, body.runID))!
        expect(run.error).toBeFalsy()
        if (run.state === 'done') {
          expect(run.counts).toMatchObject({ good: LINES, imported: LINES })
          break
        }
        if (Date.now() > end) throw new Error(`The run is ${run.state}.`)
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    } finally {
      await worker.stop()
    }
    expect(
      await countMany({
        collection: 'files',
        payload: house.payload,
        where: { run: body.runID },
      }),
    ).toBe(LINES)
    // Fetched for the columns, and by the worker once for each of the two phases.
    const fetched = storage.requests().filter((line) => /^200 GET .*subscribers\.csv/.test(line))
    expect(fetched).toHaveLength(4)
    expect(storage.requests().filter((line) => /^[45]/.test(line))).toEqual([])
    expect(filesWith(SIGN, folder)).toEqual([])
    expect(copiesInTemporaryFolder()).toEqual([])
  }, 180_000)

  it('should be given to those who may read them only, as something to save', async () => {
    const doc = await upload(`${csv}#1`, 'mine.csv')
    expect(doc.url).not.toContain(storage.endpoint)
    const mine = await send(doc.url.replace(/^.*\/api/, ''))
    expect(mine.status).toBe(200)
    expect(await mine.text()).toBe(`${csv}#1`)
    expect(mine.headers.get('content-disposition')).toBe('attachment')
    expect(mine.headers.get('x-content-type-options')).toBe('nosniff')
    const part = await send(doc.url.replace(/^.*\/api/, ''), { headers: { Range: 'bytes=0-12' } })
    expect([part.status, await part.text()]).toEqual([206, 'payerLastName'])

    const neighbour = await aHouse({ payload: started.payload, plugins: ['subscriber-import'] })
    for (const stranger of [await logInOf(neighbour), '']) {
      const theirs = await send(doc.url.replace(/^.*\/api/, ''), { of: stranger })
      expect(theirs.status).toBe(403)
      expect(await theirs.text()).not.toContain(SIGN)
    }
    // The storage itself gives nothing to strangers.
    const direct = await fetch(`${storage.endpoint}/reprise-files/subscriber-imports/mine.csv`)
    expect(direct.status).toBe(403)
  })

  it('should not let anybody say where a file lies', async () => {
    const doc = await upload(csv, 'placed.csv', { _objectKey: 'x', prefix: 'elsewhere' })
    expect(await storage.keys()).toContain('subscriber-imports/placed.csv')
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ _objectKey: 'x', filename: 'mine.csv', prefix: 'elsewhere' })
    await send(`/subscriber-imports/${doc.id}`, { body, headers, method: 'PATCH' })
    const after = await started.payload.findByID({
      id: doc.id,
      collection: 'subscriber-imports' as 'sites',
      overrideAccess: true,
    })
    expect(after).toMatchObject({ filename: 'placed.csv', prefix: 'subscriber-imports' })
  })

  it('should take the place of the old file, and go with their document', async () => {
    const doc = await upload(csv, 'first.csv')
    const form = new FormData()
    form.set('file', new Blob([`${csv}#2`], { type: 'text/csv' }), 'second.csv')
    form.set('_payload', '{}')
    const answer = await send(`/subscriber-imports/${doc.id}`, { body: form, method: 'PATCH' })
    expect(answer.status).toBe(200)
    expect(await storage.keys()).toContain('subscriber-imports/second.csv')
    expect(await storage.keys()).not.toContain('subscriber-imports/first.csv')
    await started.payload.delete({
      id: doc.id,
      collection: 'subscriber-imports' as 'sites',
      overrideAccess: true,
    })
    expect(await storage.keys()).not.toContain('subscriber-imports/second.csv')
  })

  it('should be whole when they are so large that they travel in parts', async () => {
    const large = csv.padEnd(51 * 1024 * 1024, '\n')
    const doc = await upload(large, 'large.csv')
    const back = await (await send(doc.url.replace(/^.*\/api/, ''))).text()
    expect(back.length === large.length && back.startsWith(csv)).toBe(true)
    expect(storage.requests().some((line) => /POST .*uploadId=/.test(line))).toBe(true)
  }, 120_000)

  it('should never hold a card number, not even for a moment', async () => {
    const before = storage.requests().length
    const keys = await storage.keys()
    const { body, status } = await sendFile(
      `${csv}Meier;4111 1111 1111 1111;standing;full`,
      'c.csv',
    )
    expect([status, body.errors[0].data.code]).toEqual([400, 'cardNumbersInFile'])
    expect(
      storage
        .requests()
        .slice(before)
        .filter((line) => /PUT|POST/.test(line)),
    ).toEqual([])
    expect(await storage.keys()).toEqual(keys)
    expect(copiesInTemporaryFolder()).toEqual([])
  })

  it('should say so when the storage has lost one', async () => {
    const doc = await upload(csv, 'lost.csv')
    await storage.remove('subscriber-imports/lost.csv')
    const { body, status } = await post(`/subscriber-import/${doc.id}/start`, { mode: 'check' })
    expect(status).toBe(409)
    expect(body.errors[0]).toMatchObject({
      data: { code: 'uploadLost', nextStep: 'Upload it again.' },
      message: 'The uploaded file “lost.csv” is no longer where it was kept.',
    })
  })
})

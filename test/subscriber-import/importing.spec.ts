import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { mkdtempSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import { initI18n } from '@payloadcms/translations'

import type { ImportMode } from '../../src/plugins/subscriber-import/operations/types'
import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { progressOf } from '../../src/jobs/runs/progressOf'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { wordsOf } from '../../src/jobs/runs/wordsOf'
import { startImport } from '../../src/plugins/subscriber-import/operations/startImport'
import { aHouse } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

const folder = mkdtempSync(path.join(tmpdir(), 'reprise-importing-'))
const file = path.join(folder, 'subscribers.csv')
let started: Awaited<ReturnType<typeof startPayload>>
let house: House

beforeAll(async () => {
  started = await startPayload()
})
beforeEach(async () => {
  house = await aHouse({ payload: started.payload, plugins: ['subscriber-import'] })
})
afterAll(async () => {
  await started.stop()
  rmSync(folder, { force: true, recursive: true })
})

type Args = { at?: House; mode?: ImportMode; season?: 'last' | 'next' }

/** Writes these lines, the headers first, and leaves it to a lane to read them. @returns the run's id */
const begin = async (
  lines: string[],
  { at = house, mode = 'goodOnly', season = 'last' }: Args = {},
): Promise<string> => {
  writeFileSync(file, [...lines, ''].join('\n'))
  const { runID } = await startImport({
    criterion: at.criterion,
    mode,
    path: file,
    payload: at.payload,
    season: at.seasons[season].id,
    site: at.site,
  })
  return runID
}

/** What a run has come to. */
const resultOf = async (runID: string) => {
  const { counts, error, state } = (await readRun(house.payload, runID))!
  const rows = await readMany({
    collection: 'run-rows',
    payload: house.payload,
    sort: 'position',
    where: { run: runID },
  })
  return {
    counts,
    error,
    rows: rows.map(({ outcome, position, reason }) => [position, outcome, reason]),
    state,
  }
}

const bringIn = async (lines: string[], args?: Args) => {
  const runID = await begin(lines, args)
  await runLane({ payload: house.payload, runID })
  const { counts, error, rows, state } = await resultOf(runID)
  expect([state, error]).toEqual(['done', null])
  return { counts: counts!, rows }
}

const read = (collection: string, where: object = {}) =>
  readMany({
    collection: collection as 'sites',
    payload: house.payload,
    sort: 'createdAt',
    where: { institution: house.institution, ...where },
  })

describe('a file for one season after the other', () => {
  it.each([
    [
      'with the numbers of files',
      ['fileNumber;payerLastName;subscriptionCode;tariffCode', '1;Meier;standing;full'],
    ],
    [
      'with seats alone',
      [
        'payerLastName;subscriptionCode;tariffCode;block;row;seat',
        'Meier;evening;full;Parkett;1;1',
      ],
    ],
  ])('should come in %s, once for each season', async (_, lines) => {
    for (const season of ['last', 'next'] as const) {
      expect((await bringIn(lines, { season })).counts).toEqual({ files: 1, good: 1, imported: 1 })
      expect((await bringIn(lines, { season })).counts).toEqual({ known: 1 })
    }
    expect((await read('files')).map(({ season }) => season)).toEqual([
      house.seasons.last.id,
      house.seasons.next.id,
    ])
    expect(await read('contacts')).toHaveLength(1)
  })
})

describe('customer numbers', () => {
  const headers =
    'fileNumber;payerExternalContactNumber;payerFirstName;payerLastName;beneficiaryExternalContactNumber;beneficiaryFirstName;beneficiaryLastName;terminated;subscriptionCode;tariffCode'

  it('should be another person’s at another site of the institution', async () => {
    const at = await aHouse({
      institution: house.institution,
      payload: started.payload,
      plugins: ['subscriber-import'],
    })
    await bringIn([headers, '1;1001;Anna;Muster;;;;no;standing;full'])
    const { counts } = await bringIn([headers, '1;1001;Jean;Petit;;;;no;standing;full'], { at })
    expect(counts).toMatchObject({ imported: 1 })
    const contacts = await read('contacts')
    expect(
      contacts.map(({ displayName, externalNumber }) => [displayName, externalNumber]),
    ).toEqual([
      ['Muster Anna', '1001'],
      ['Petit Jean', '1001'],
    ])
    expect((await read('files', { site: at.site }))[0]!.payer).toBe(contacts[1]!.id)
  })

  it('should be refused where they stand with another name, in the file or in the house', async () => {
    const shared = await bringIn([
      headers,
      '1;77;Hans;Muster;77;Emma;Muster;yes;standing;full',
      '2;77;Hans;Muster;;;;no;standing;full',
      '3;78;Rosa;Keller;77;Prof. Dr. Hans;MUSTER;no;standing;full',
    ])
    // Who pays stands first.
    expect(shared.rows).toEqual([[2, 'refused', 'numberOfOther']])
    expect(await read('contact-answers')).toEqual([])
    expect((await read('contacts')).map(({ displayName }) => displayName)).toEqual([
      'Muster Hans',
      'Keller Rosa',
    ])

    const { counts, rows } = await bringIn([
      headers,
      '4;77;Emma;Muster;;;;no;standing;full',
      '5;78;rosa;Keller;;;;no;standing;full',
    ])
    expect(rows).toEqual([[2, 'refused', 'numberOfOther']])
    expect(counts).toMatchObject({ imported: 1, refused: 1 })
    expect(await read('contacts')).toHaveLength(2)
  })
})

describe('a file that is in already', () => {
  it('should say which lines it came in without, and leave the others alone', async () => {
    const headers =
      'fileNumber;payerLastName;beneficiaryLastName;subscriptionCode;tariffCode;block;row;seat;pricePaid;payerCity'
    const first = [
      headers,
      '4711;Meier;;standing;full;;;;80.00;Bern',
      '4711;Meier;Rey;evening;full;Parkett;1;1;200.00;Bern',
    ]
    await bringIn(first)
    // A corrected name on a seat, another city and a price that is no longer right are lines that are in.
    const again = [
      headers,
      '4711;Meier;;standing;full;;;;80.00;Chur',
      '4711;Meier;Roy;evening;full;Parkett;1;1;210.00;Chur',
    ]
    expect(await bringIn(again)).toEqual({ counts: { known: 2 }, rows: [] })

    const { counts, rows } = await bringIn(
      [
        ...again,
        '4711;Meier;;standing;full;;;;80.00;Chur',
        '4711;Meier;;sunday;full;Parkett;2;2;200.00;Chur',
        '4711;Meier;;sunday;none;Parkett;2;3;200.00;Chur',
        '4711;Meier;;nothing;full;;;;80.00;Chur',
        '4712;Huber;;standing;full;;;;80.00;Chur',
      ],
      { mode: 'allOrNothing' },
    )
    expect(rows).toEqual([
      [4, 'refused', 'fileInWithoutLine'],
      [5, 'refused', 'fileInWithoutLine'],
      [6, 'refused', 'fileInWithoutLine'],
      [7, 'refused', 'unknownSubscription'],
    ])
    expect(counts).toMatchObject({ good: 1, known: 2, refused: 4 })
    expect(counts.imported).toBeUndefined()
    expect(await read('files')).toHaveLength(1)
  })
})

describe('a line that is corrected and comes again', () => {
  it('should come in beside its neighbour of the same person, and not in its place', async () => {
    const header = 'payerLastName;payerPostcode;subscriptionCode;tariffCode;pricePaid'
    const child = 'Meier;4001;standing;reduced;40.00'
    const first = await bringIn([header, 'Meier;4001;standing;full;80-', child])
    expect(first.counts).toMatchObject({ imported: 1, refused: 1 })
    const lines = [header, 'Meier;4001;standing;full;80.00', child]
    expect((await bringIn(lines)).counts).toMatchObject({ imported: 1, known: 1 })
    expect((await bringIn(lines)).counts).toEqual({ known: 2 })
    expect((await read('files')).map(({ total }) => total)).toEqual([4_000, 8_000])
  })
})

describe('what becomes bad between check and import', () => {
  const lines = [
    'fileNumber;payerLastName;subscriptionCode;tariffCode;block;row;seat;pricePaid',
    '1;Meier;standing;full;;;;80.00',
    '2;Huber;evening;full;Parkett;1;1;200.00',
    '2;Huber;standing;full;;;;80.00',
    '3;Moser;evening;full;Parkett;1;2;200.00',
    '4;Keller;nothing;full;;;;80.00',
  ]

  /** Works on a run, and changes a price as soon as all has been checked. */
  const workOn = async (runID: string) => {
    const { payload } = house
    let isChanged = false
    const onProgress = async () => {
      if (isChanged || (await readRun(payload, runID))!.phase === 0) return
      isChanged = true
      const where = { subscription: house.seasons.last.subscriptions.unseated }
      await updateMany({ collection: 'prices', data: { amount: 9_000 }, payload, where })
    }
    await runLane({ onProgress, payload, runID })
    expect(isChanged).toBe(true)
    const { counts } = await progressOf({ payload, run: (await readRun(payload, runID))! })
    return { ...(await resultOf(runID)), counts }
  }

  it('should be reported line by line, once', async () => {
    const { counts, rows, state } = await workOn(await begin(lines))
    expect(state).toBe('done')
    expect(rows).toEqual([
      [2, 'refused', 'wrongPrice'],
      [3, 'heldBack', 'otherLineBad'],
      [4, 'refused', 'wrongPrice'],
      [6, 'refused', 'unknownSubscription'],
    ])
    expect(counts).toMatchObject({ good: 4, heldBack: 1, imported: 1, refused: 3 })
  })

  it('should fail an import of all or nothing, and say how much is in', async () => {
    const runID = await begin(lines.slice(0, -1), { mode: 'allOrNothing' })
    const { counts, error, rows, state } = await workOn(runID)
    expect([state, error]).toEqual(['failed', 'importedInPart: 1'])
    expect(counts).toMatchObject({ imported: 1, refused: 2 })
    expect(rows).toHaveLength(3)
    const i18n = await initI18n({ config: started.config.i18n, context: 'api', language: 'en' })
    const words = wordsOf({ i18n, t: i18n.t as never }, { kind: 'subscriber-import' })
    expect(words.error(error!)).toBe(
      'All or nothing was to be imported, but lines have become bad meanwhile. Lines that are in already: 1. Correct what is refused below and import the file again: only what is missing is added.',
    )
  })
})

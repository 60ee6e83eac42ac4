import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { PayingHouse } from '../payments/aPayingHouse'
import type { FakeProvider } from '../payments/startFakeProvider'

import { readMany } from '../../src/database/bulk'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { openToken } from '../../src/operations/payments/storedMeans'
import { readFiles } from '../../src/plugins/subscriber-import/operations/readFiles'
import { startImport } from '../../src/plugins/subscriber-import/operations/startImport'
import { startPayload } from '../helpers/startPayload'
import { aPayingHouse, renewAndCharge } from '../payments/aPayingHouse'
import { startFakeProvider } from '../payments/startFakeProvider'

type Started = Awaited<ReturnType<typeof startPayload>>

const HEADERS =
  'File number;Payer last name;Subscription;Tariff;Block;Row;Seat;Price paid;Sold on;Payment method;Instalments;Card alias;Card brand;Last four digits;Expiry;Mandate reference;IBAN;Mandate date'
const IBAN = 'DE89 3704 0044 0532 0130 00'

const folder = mkdtempSync(path.join(tmpdir(), 'reprise-means-'))
let started: Started
let fake: FakeProvider
let house: PayingHouse

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
})
beforeEach(async () => {
  house = await aPayingHouse({
    fake,
    payload: started.payload,
    plugins: ['renewal', 'payments', 'subscriber-import'],
  })
})
afterAll(async () => {
  await started.stop()
  await fake.stop()
  rmSync(folder, { force: true, recursive: true })
})

const read = (collection: string, where: object) =>
  readMany({
    collection: collection as 'sites',
    payload: started.payload,
    where: { institution: house.institution, ...where } as never,
  })

type Line = {
  name: string
  alias?: string
  expiry?: string
  file?: number
  iban?: string
  instalments?: number
  mandate?: string
  method: string
}

/** A seat of the first row for each line, the automatic subscription, at its price. */
const contentOf = (lines: Line[]): string =>
  [
    HEADERS,
    ...lines.map(({ name, alias, expiry, file, iban, instalments, mandate, method }, i) =>
      [
        file ?? i + 1,
        name,
        'evening;full;Parkett;1',
        i + 1,
        '200.00;31.05.2025',
        method,
        instalments ?? '',
        alias ?? '',
        alias && !mandate ? 'visa' : '',
        alias && !mandate ? '4242' : '',
        expiry ?? '',
        mandate ?? '',
        iban ?? '',
        mandate ? '01.02.2019' : '',
      ].join(';'),
    ),
    '',
  ].join('\n')

const bringIn = async (lines: Line[], mode: 'check' | 'goodOnly' = 'goodOnly') => {
  const file = path.join(folder, 'subscribers.csv')
  writeFileSync(file, contentOf(lines))
  const { payload } = house
  const { runID } = await startImport({
    mode,
    path: file,
    payload,
    season: house.seasons.last.id,
    site: house.site,
  })
  await runLane({ payload, runID })
  const { counts, error, state } = (await readRun(payload, runID))!
  expect([state, error]).toEqual(['done', null])
  return { counts: counts!, file, rows: await read('run-rows', { run: runID }), runID }
}

const twoCustomers = (): Line[] => [
  {
    name: 'Meier',
    alias: `tok-card-${house.code}`,
    expiry: '12/49',
    instalments: 3,
    method: 'card',
  },
  {
    name: 'Huber',
    alias: `tok-debit-${house.code}`,
    iban: IBAN,
    mandate: 'RUM-1',
    method: 'direct debit',
  },
]

const atProvider = () =>
  fake.takeOver(
    {
      expMonth: 12,
      expYear: 2049,
      kind: 'card',
      merchant: house.code,
      number: '4242424242424242',
      token: `tok-card-${house.code}`,
    },
    {
      kind: 'sepa',
      mandateRef: 'RUM-1',
      merchant: house.code,
      number: IBAN,
      token: `tok-debit-${house.code}`,
    },
  )

describe('cards and mandates in a file of subscribers', () => {
  it('should be kept with those who pay, once, sealed, and charged by the renewal', async () => {
    await atProvider()
    const { counts } = await bringIn(twoCustomers())
    expect(counts).toMatchObject({ cards: 1, imported: 2, mandates: 1 })
    const [alias] = await read('aliases', {})
    const [mandate] = await read('mandates', {})
    expect(alias).toMatchObject({
      account: house.account,
      expiresAt: '2050-01-01T00:00:00.000Z',
      state: 'active',
      title: 'Visa •••• 4242',
    })
    expect(openToken(alias!.token, alias as never)).toBe(`tok-card-${house.code}`)
    expect(mandate).toMatchObject({
      holder: 'Huber',
      maskedIBAN: 'DE89 •••• 3000',
      reference: 'RUM-1',
      sequence: 'recurrent',
    })
    expect(openToken(mandate!.iban, mandate as never)).toBe(IBAN.replaceAll(' ', ''))
    const payments = await read('payments', {})
    expect(payments.find(({ method }) => method === 'cardInstalments')).toMatchObject({
      alias: alias!.id,
      contact: alias!.contact,
      instalments: 3,
    })
    expect(payments.find(({ method }) => method === 'directDebit')).toMatchObject({
      contact: mandate!.contact,
      mandate: mandate!.id,
      mandateReference: 'RUM-1',
    })

    const again = await bringIn(twoCustomers())
    expect(again.counts).toEqual({ known: 2 })
    expect(await read('aliases', {})).toHaveLength(1)

    const { rows } = await renewAndCharge(house)
    expect(rows.map(({ outcome, payment }) => [payment, outcome]).sort()).toEqual([
      ['cardInstalments', 'sold'],
      ['directDebit', 'sold'],
    ])
    const charges = (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)
    expect(charges.map(({ amount, status, token }) => [token, amount, status]).sort()).toEqual([
      [`tok-card-${house.code}`, 7000, 'paid'],
      [`tok-debit-${house.code}`, 21_000, 'pending'],
    ])
    // A card that was taken over is whose it was charged for, and nobody else's.
    expect(charges.map(({ customer }) => customer).sort()).toEqual(
      [alias!.contact, mandate!.contact].sort(),
    )
  })

  it('should say in numbers what cannot be kept, and add it once it can', async () => {
    const methods = { collection: 'payment-methods', payload: house.payload } as never
    const use = (active: boolean) =>
      house.payload.update({
        ...(methods as object),
        data: { active },
        overrideAccess: true,
        where: { site: { equals: house.site } },
      } as never)
    await use(false)
    const checked = await bringIn(twoCustomers(), 'check')
    expect(checked.counts).toEqual({
      good: 2,
      noted: 2,
      'reason:cardNotKept': 1,
      'reason:mandateNotKept': 1,
    })
    expect(checked.rows.map(({ item, outcome, reason }) => [item, outcome, reason]).sort()).toEqual(
      [
        ['2', 'noted', 'cardNotKept'],
        ['3', 'noted', 'mandateNotKept'],
      ],
    )
    expect((await bringIn(twoCustomers())).counts).toMatchObject({ imported: 2 })
    expect(await read('aliases', {})).toEqual([])
    expect((await read('payments', {})).map(({ mandateReference }) => mandateReference)).toContain(
      'RUM-1',
    )
    await use(true)
    const { counts } = await bringIn(twoCustomers())
    expect(counts).toEqual({ cards: 1, known: 2, mandates: 1 })
    const [card] = await read('aliases', {})
    const [meier] = await read('contacts', { lastName: 'Meier' })
    expect(card).toMatchObject({ contact: meier!.id })
    expect(await read('mandates', {})).toHaveLength(1)
    expect(await read('payments', {})).toHaveLength(2)
  })

  it('should be refused where they are another customer’s, in the house or in the file', async () => {
    const [card, debit] = twoCustomers() as [Line, Line]
    await bringIn([card, debit])
    const { counts, rows } = await bringIn([
      { ...card, name: 'Other', file: 11 },
      { ...debit, name: 'Another', file: 12 },
      { name: 'First', alias: 'tok-shared', file: 13, method: 'card' },
      { name: 'Second', alias: 'tok-shared', file: 14, method: 'card' },
    ])
    expect(rows.map(({ details, reason }) => [(details as any).line, reason]).sort()).toEqual([
      [2, 'cardOfOther'],
      [3, 'mandateOfOther'],
      [5, 'cardOfOther'],
    ])
    expect(counts.imported).toBe(1)
  })

  it('should say that a mandate lacks what it is collected with', async () => {
    const [, debit] = twoCustomers() as [Line, Line]
    const { counts } = await bringIn([{ ...debit, alias: undefined }])
    expect(counts).toMatchObject({ imported: 1, noted: 1, 'reason:mandateIncomplete': 1 })
    expect(await read('mandates', {})).toEqual([])
  })
})

describe('a file of this machine with card numbers', () => {
  it('should be refused line by line, left alone, and nowhere be kept, not even by its file numbers', async () => {
    const { payload } = house
    const card = 4111111111111111
    const { counts, file, rows, runID } = await bringIn(
      [
        { name: 'Meier', file: card, method: 'cash' },
        { name: 'Huber', file: 7, method: 'cash' },
        { name: 'Moser', file: card, method: 'cash' },
      ],
      'check',
    )
    expect(counts).toMatchObject({ good: 1, 'reason:cardNumber': 2, refused: 2 })
    expect(rows.map(({ details }) => details)).toMatchObject([
      { column: 'File number', line: 2, value: '' },
      { column: 'File number', line: 4, value: '' },
    ])
    // What is written down for the lanes to work on.
    const { institution, settings, site } = (await readRun(payload, runID))!
    const planned: unknown[] = []
    for await (const one of readFiles({ institution, payload, settings, site })) planned.push(one)
    expect(planned).toHaveLength(3)
    expect(JSON.stringify([planned, rows])).not.toContain(String(card))
    expect(readFileSync(file, 'utf8')).toContain(String(card))
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'crypto'
import iconv from 'iconv-lite'
import { mkdtempSync, readFileSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { SubscriberRow } from '../../src/plugins/subscriber-import/parsing/types'

import { demoPrice } from '../../src/demo/demoPrices'
import { houseStyles } from '../../src/demo/houses/houseStyles'
import { group } from '../../src/demo/houses/institutions'
import { DEMO_SEED } from '../../src/demo/random'
import { subscriberLines, writeSubscriberFiles } from '../../src/demo/subscribers'
import { writeBadRowsFile } from '../../src/demo/writeBadRowsFile'
import { LARGE_FILE_SUBSCRIPTION, writeLargeFile } from '../../src/demo/writeLargeFile'
import { identityKey } from '../../src/plugins/subscriber-import/parsing/identityKey'
import { normaliseRow } from '../../src/plugins/subscriber-import/parsing/normaliseRow'
import { proposeMapping } from '../../src/plugins/subscriber-import/parsing/proposeMapping'
import { readTable } from '../../src/plugins/subscriber-import/parsing/readTable'

const today = new Date('2026-11-23T00:00:00Z')
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-demo-'))
const fileOf = (name: string) => path.join(folder, name)
const digestOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(fileOf(name)))
    .digest('hex')
const linesOf = (code: string) =>
  subscriberLines({
    scale: 1,
    seed: DEMO_SEED,
    site: group.sites.find((site) => site.code === code)!,
    today,
  })

/** Reads a file as the importer does, with the mapping that it proposes. */
const read = async (name: string) => {
  const table = await readTable({ fileName: name, path: fileOf(name) })
  const mapping = proposeMapping({ headers: table.headers })
  const problems: string[] = []
  const rows: SubscriberRow[] = []
  for await (const { cells, lineNumber, problems: found } of table.rows) {
    const row = normaliseRow({
      cells,
      currencyDecimals: 2,
      defaultCountry: 'CH',
      mapping,
      problems: found,
    })
    if ('value' in row) rows.push(row.value)
    else problems.push(`${lineNumber}: ${row.problems.map(({ code }) => code).join()}`)
  }
  await table.close()
  return { mapping, problems, rows }
}

beforeAll(() => writeSubscriberFiles({ folder, today }))
afterAll(() => rmSync(folder, { force: true, recursive: true }))

describe('the demo’s subscriber files', () => {
  it('should be the same bytes for the same seed, on every machine', () => {
    // Another text or number anywhere in the generator changes these; that is all right when it is meant.
    expect({
      konzerthaus: digestOf('konzerthaus.csv'),
      theater: digestOf('theater.csv'),
    }).toEqual({
      konzerthaus: '9103e3d452d22602af657a41a94fd502546cf9ad39bdae084163f44898ba042c',
      theater: '3dbe7a34ae2dc47b6aac908b4fbc37594f74e8a4cc8479ef75fc94050d296bc0',
    })
  })

  it('should be others for another seed, and as many as the scale says', async () => {
    const other = fileOf('other')
    const files = await writeSubscriberFiles({ folder: other, scale: 0.1, seed: 'another', today })
    expect(files.map(({ rows, site }) => [site, rows])).toEqual([
      ['theater', 120],
      ['club', 60],
      ['konzerthaus', 30],
    ])
    expect(readFileSync(path.join(other, 'theater.csv'), 'utf8')).not.toContain(
      readFileSync(fileOf('theater.csv'), 'utf8').split('\r\n')[1],
    )
    const large = group.sites.map(
      (site) => subscriberLines({ scale: 40, seed: 1, site, today }).length,
    )
    expect(large).toEqual([48_000, 24_000, 300])
  })

  it('should be written as each house writes', () => {
    const theatre = readFileSync(fileOf('theater.csv'))
    expect([...theatre.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(theatre.toString('utf8')).toContain('Dossier-Nr.;Verkauft am;')
    const hall = readFileSync(fileOf('konzerthaus.csv'))
    expect(hall.toString('utf8')).toContain('\uFFFD')
    const text = iconv.decode(hall, 'win1252')
    expect(text).toContain('Auftragsnummer,Kaufdatum,')
    expect(text).not.toMatch(/\?\p{L}|\p{L}\?/u)
    expect(readFileSync(fileOf('club.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it.each([
    ['theater.csv', 1200],
    ['club.xlsx', 600],
    ['konzerthaus.csv', 300],
  ])('should be understood by the importer without a hand: %s', async (name, count) => {
    const { mapping, problems, rows } = await read(name)
    const { headers } = houseStyles[name.split('.')[0]!]!
    expect(
      Object.entries(mapping)
        .filter(([, header]) => header !== null)
        .sort(),
    ).toEqual(headers.map(([field, header]) => [field, header]).sort())
    expect(problems).toEqual([])
    expect(rows).toHaveLength(count)
    const first = rows.filter(({ beneficiary }) => beneficiary).length
    expect(first).toBeGreaterThan(count / 4)
  })

  it('should say who stopped, payers and beneficiaries, in every subscription', async () => {
    for (const site of group.sites) {
      const lines = linesOf(site.code)
      for (const { code } of site.subscriptions) {
        const own = lines.filter(({ sale }) => sale.subscription.code === code)
        expect(own.some(({ soldFile }) => soldFile.party.isPayerTerminated)).toBe(true)
        expect(
          own.some(
            ({ sale, soldFile }) => sale.member.isTerminated && !soldFile.party.isPayerTerminated,
          ),
        ).toBe(true)
      }
    }
    const { rows } = await read('theater.csv')
    expect(rows.filter(({ terminated }) => terminated).length).toBeGreaterThan(20)
  })

  it('should pay in every way, with the alias and the mandate that belong to it', async () => {
    const names = ['theater.csv', 'club.xlsx', 'konzerthaus.csv']
    const rows = (await Promise.all(names.map(read))).flatMap((file) => file.rows)
    expect([...new Set(rows.map(({ paymentMethod }) => paymentMethod))].sort()).toEqual([
      'card',
      'cardInstalments',
      'cash',
      'directDebit',
      'invoice',
      'transfer',
      'voucher',
    ])
    for (const { aliasReference, instalments, mandateReference, paymentMethod } of rows) {
      expect(Boolean(mandateReference)).toBe(paymentMethod === 'directDebit')
      if (paymentMethod === 'cardInstalments') expect(aliasReference && instalments! > 1).toBe(true)
    }
    expect(rows.some((row) => row.paymentMethod === 'card' && !row.aliasReference)).toBe(true)
    expect(rows.some((row) => row.paymentMethod === 'card' && row.aliasReference)).toBe(true)
  })

  it('should know one payer on several lines as one and a differently spelt one as two', async () => {
    const { rows } = await read('theater.csv')
    const files = new Map<string, Set<string>>()
    for (const { fileNumber, payer } of rows) {
      const payers = files.get(fileNumber!) ?? new Set()
      files.set(fileNumber!, payers.add(identityKey(payer)))
    }
    expect([...files.values()].filter((payers) => payers.size > 1)).toEqual([])
    const payers = new Set(rows.map(({ payer }) => identityKey(payer)))
    // Some bought a second subscription in a file of its own.
    expect(payers.size).toBeLessThan(files.size)
    const spellings = new Map<string, Set<string>>()
    for (const { payer } of rows) {
      const plain = `${payer.firstName?.split(/[ -]/)[0]} ${payer.city} ${payer.houseNumber}`
      spellings.set(plain, (spellings.get(plain) ?? new Set()).add(identityKey(payer)))
    }
    expect([...spellings.values()].filter((people) => people.size > 1).length).toBeGreaterThan(3)
  })

  it('should have the names that every import trips over', async () => {
    const people = (await read('theater.csv')).rows.map(({ payer }) => payer)
    const names = people.map(
      ({ company, firstName, lastName }) => company ?? `${firstName} ${lastName}`,
    )
    for (const name of [
      '=Plus Werbung; Druck & Satz AG',
      '"Zum Goldenen Löwen", Wirtschaft & Saal',
      'Nguyễn Thị Hạnh',
      'Siobhán O’Neill',
      'Anne-Sophie von der Mühll',
    ])
      expect(names).toContain(name)
    expect(people.some(({ email }) => !email)).toBe(true)
    expect(people.some(({ postcode }) => postcode === '01067')).toBe(true)
    expect(new Set(people.map(({ country }) => country)).size).toBeGreaterThan(5)
  })
})

describe('the demo’s seats', () => {
  it.each(group.sites.map((site) => [site.code, site] as const))(
    'should be last season’s, free, paid at their price and nobody else’s: %s',
    (code, site) => {
      const taken = new Set<string>()
      for (const { sale, soldFile } of linesOf(code)) {
        const { member, seat, subscription } = sale
        const plan = subscription.performances
        const venue = site.venues.find((one) => one.code === subscription.venue)
        expect(Boolean(seat)).toBe(Boolean(venue))
        expect(soldFile.sales).toContain(sale)
        if (!seat || !venue) continue
        expect(venue.seats).toContain(seat)
        expect(seat.blocked).toBeFalsy()
        const tariff = site.tariffs.find(({ kind }) => kind === member.tariff)!
        expect(
          demoPrice({ category: seat.category, season: 'last', subscription, tariff }),
        ).toBeGreaterThan(0)
        const key = `${'of' in plan ? plan.of : subscription.code} ${seat.block} ${seat.row} ${seat.number}`
        expect(taken.has(key)).toBe(false)
        taken.add(key)
      }
    },
  )

  it('should be side by side for those who came together', () => {
    for (const { code } of group.sites) {
      const parties = new Map<string, number[]>()
      for (const { fileNumber, sale } of linesOf(code)) {
        if (!sale.seat) continue
        const key = `${fileNumber} ${sale.subscription.code} ${sale.seat.block} ${sale.seat.row}`
        parties.set(key, [...(parties.get(key) ?? []), Number(sale.seat.number)])
      }
      for (const numbers of parties.values())
        expect(Math.max(...numbers) - Math.min(...numbers)).toBe(numbers.length - 1)
    }
  })

  it('should be sold out where the house says so', () => {
    const gallery = linesOf('konzerthaus').filter(({ sale }) => sale.seat?.category === 'D')
    for (const code of ['GROSS', 'KLEIN'])
      expect(gallery.filter(({ sale }) => sale.subscription.code === code)).toHaveLength(24)
  })
})

describe('the demo’s other files', () => {
  it('should be as large as wanted, the same each time, for free seating only', async () => {
    await writeLargeFile({ path: fileOf('large.csv'), rows: 2_000, today })
    await writeLargeFile({ path: fileOf('again.csv'), rows: 2_000, today })
    expect(digestOf('again.csv')).toBe(digestOf('large.csv'))
    const { problems, rows } = await read('large.csv')
    expect(problems).toEqual([])
    expect(rows).toHaveLength(2_000)
    expect(new Set(rows.map(({ subscriptionCode }) => subscriptionCode))).toEqual(
      new Set([LARGE_FILE_SUBSCRIPTION]),
    )
  })

  it('should make a mistake of its own on each of twenty lines, where it says so', async () => {
    const mistakes = await writeBadRowsFile({ path: fileOf('bad.csv'), today })
    expect(mistakes).toHaveLength(20)
    const { problems, rows } = await read('bad.csv')
    const said = new Set(mistakes.map(({ code, lineNumber }) => `${lineNumber}: ${code}`))
    expect(problems.filter((problem) => !said.has(problem))).toEqual([])
    // One line is good; the rest of them is wrong only beside the catalogue.
    expect(rows.length + problems.length).toBe(21)
    expect(rows).toHaveLength(9)
  })
})

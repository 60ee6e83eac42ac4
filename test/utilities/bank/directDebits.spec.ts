import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Collection, DirectDebitFile } from '../../../src/utilities/bank/directDebits/types'

import { formerAccount } from '../../../src/utilities/bank/directDebits/formerAccount'
import { DirectDebitsRefused } from '../../../src/utilities/bank/directDebits/types'
import {
  openDirectDebits,
  writeDirectDebits,
} from '../../../src/utilities/bank/directDebits/writeDirectDebits'
import { addTargetDays } from '../../../src/utilities/bank/identifiers/targetDays'
import { aCollection, aCreditor } from './helpers/collections'
import { describeWithSamples } from './helpers/samples'
import { violations } from './helpers/violations'

const aFile = (changes: Partial<DirectDebitFile> = {}): DirectDebitFile => ({
  collections: [aCollection()],
  createdAt: new Date('2026-11-26T09:30:00.123Z'),
  creditor: aCreditor(),
  msgID: 'MSG-2026-1',
  ...changes,
})

const problemsOf = async (file: DirectDebitFile) => {
  const error = await writeDirectDebits(file).catch((err: unknown) => err)
  if (!(error instanceof DirectDebitsRefused)) throw new Error('It was not refused')
  return error.problems
}

const codesOf = async (changes: Partial<Collection>) =>
  (await problemsOf(aFile({ collections: [aCollection(changes)] }))).map(({ code }) => code)

const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, value]) => value!,
  )

const swiss = {
  name: 'Éloïse Mäder-O’Brien',
  address: {
    buildingNumber: '12a',
    country: 'CH',
    postcode: '3011',
    street: 'Kramgasse',
    town: 'Bern',
  },
  bic: 'POFICHBEXXX',
  iban: 'CH9300762011623852957',
}

/** One of everything that a file can hold. */
const everyKind: Collection[] = [
  aCollection({ endToEndID: 'A', sequence: 'FRST' }),
  aCollection({ amount: 1, endToEndID: 'B' }),
  aCollection({ debtor: swiss, endToEndID: 'C', sequence: 'OOFF' }),
  aCollection({ date: '2027-01-12', endToEndID: 'D', scheme: 'B2B', sequence: 'FNAL' }),
  aCollection({
    amount: 99_999_999_999,
    endToEndID: 'E',
    mandate: { amendment: { formerIBAN: 'other' }, reference: 'R', signedOn: '2026-01-01' },
  }),
  aCollection({
    endToEndID: 'F',
    mandate: {
      amendment: {
        formerCreditorID: 'FR72ZZZ123456',
        formerCreditorName: 'Ancien Théâtre',
        formerIBAN: 'DE89370400440532013000',
        formerReference: 'OLD/7',
      },
      lastPresentedOn: '2026-10-01',
      reference: 'R2',
      signedOn: '2020-01-01',
    },
  }),
  aCollection({ endToEndID: 'G', purpose: '' }),
]

describe('a direct debit file', () => {
  it('should hold one part for each day, scheme and sequence, with counts and sums', async () => {
    const { controlSum, msgID, numberOfTransactions, xml } = await writeDirectDebits(
      aFile({ collections: everyKind }),
    )
    expect([controlSum, msgID, numberOfTransactions]).toEqual([100_000_055_000n, 'MSG-2026-1', 7])
    expect(valuesOf(xml, 'PmtInfId')).toEqual([1, 2, 3, 4].map((number) => `MSG-2026-1-${number}`))
    expect(valuesOf(xml, 'SeqTp')).toEqual(['FRST', 'OOFF', 'RCUR', 'FNAL'])
    expect(valuesOf(xml, 'ReqdColltnDt')).toEqual([
      '2027-01-11',
      '2027-01-11',
      '2027-01-11',
      '2027-01-12',
    ])
    expect(valuesOf(xml, 'NbOfTxs')).toEqual(['7', '1', '1', '4', '1'])
    expect(valuesOf(xml, 'CtrlSum')).toEqual([
      '1000000550.00',
      '110.00',
      '110.00',
      '1000000220.00',
      '110.00',
    ])
    expect(valuesOf(xml, 'EndToEndId')).toEqual(['A', 'C', 'B', 'E', 'F', 'G', 'D'])
    expect(valuesOf(xml, 'InstdAmt').slice(2, 4)).toEqual(['0.01', '999999999.99'])
    expect(valuesOf(xml, 'CreDtTm')).toEqual(['2026-11-26T09:30:00Z'])
  })

  it('should write names and structured addresses in signs of SEPA', async () => {
    const { xml } = await writeDirectDebits(aFile({ collections: everyKind }))
    expect(xml).toContain(
      "<Dbtr><Nm>Eloise Mader-O'Brien</Nm><PstlAdr><StrtNm>Kramgasse</StrtNm><BldgNb>12a</BldgNb><PstCd>3011</PstCd>" +
        '<TwnNm>Bern</TwnNm><Ctry>CH</Ctry></PstlAdr></Dbtr>',
    )
    expect(xml).toContain('<InitgPty><Nm>Stadtische Buhnen Munchen + Sohne</Nm>')
    expect(xml).toContain('<Ustrd>Abonnement .Grosses Haus. 2027, Rate 1/3</Ustrd>')
    expect(xml).toMatch(/^[\x20-\x7e\n]+$/)
  })

  it('should cut a name where banks do', async () => {
    const name = `${'Verein '.repeat(9)}für Müsik`
    const { xml } = await writeDirectDebits(
      aFile({ collections: [aCollection({ debtor: { name, iban: 'AT611904300234573201' } })] }),
    )
    expect(valuesOf(xml, 'Nm').at(-1)).toBe(`${'Verein '.repeat(9)}fur Mus`)
  })

  it('should tell a changed account', async () => {
    const { xml } = await writeDirectDebits(aFile({ collections: everyKind }))
    expect(xml).toContain(
      '<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct></AmdmntInfDtls>',
    )
    expect(xml).toContain(
      '<OrgnlDbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></OrgnlDbtrAcct>',
    )
    expect(xml).toContain(
      '<OrgnlMndtId>OLD/7</OrgnlMndtId><OrgnlCdtrSchmeId><Nm>Ancien Theatre</Nm>',
    )
    expect(valuesOf(xml, 'AmdmntInd')).toHaveLength(2)
    const iban = 'AT611904300234573201'
    expect(formerAccount({ formerIBAN: iban, iban })).toBeNull()
    expect(formerAccount({ formerIBAN: 'DE89370400440532013000', iban })).toEqual({
      formerIBAN: 'other',
    })
    const [bic, formerBIC] = ['COBADEFFXXX', 'COBADEFF']
    expect(formerAccount({ bic, formerBIC, formerIBAN: 'DE89370400440532013000', iban })).toEqual({
      formerIBAN: 'DE89370400440532013000',
    })
  })

  it('should name banks by BIC or not at all, as the version wants it', async () => {
    const now = await writeDirectDebits(aFile({ collections: everyKind }))
    const before = await writeDirectDebits(aFile({ collections: everyKind, version: '02' }))
    expect(valuesOf(now.xml, 'BICFI')).toContain('POFICHBEXXX')
    expect(valuesOf(before.xml, 'BIC')).toContain('POFICHBEXXX')
    expect(now.xml).toContain(
      '<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>',
    )
    expect(now.xml.replaceAll('BICFI>', 'BIC>').replaceAll('.001.08', '.001.02')).toBe(before.xml)
  })

  it('should keep the names of parts within 35 signs and apart', async () => {
    const ids = await Promise.all(
      ['1', '2'].map(async (end) => {
        const msgID = `${'M'.repeat(34)}${end}`
        return valuesOf((await writeDirectDebits(aFile({ msgID }))).xml, 'PmtInfId')[0]!
      }),
    )
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(35)
    expect(new Set(ids).size).toBe(2)
  })

  it('should give the same bytes for the same input', async () => {
    const first = await writeDirectDebits(aFile({ collections: everyKind }))
    const again = await writeDirectDebits(
      aFile({
        collections: async function* () {
          yield* structuredClone(everyKind)
        },
      }),
    )
    expect(again).toEqual(first)
  })
})

describe('what a direct debit file refuses', () => {
  it.each<[string, Partial<Collection>]>([
    ['amountInvalid', { amount: 0 }],
    ['amountInvalid', { amount: -1 }],
    ['amountInvalid', { amount: 10.5 }],
    ['amountInvalid', { amount: NaN }],
    ['amountTooLarge', { amount: 100_000_000_000 }],
    ['currencyNotEUR', { currency: 'CHF' }],
    ['dateNotTarget', { date: '2027-01-09' }],
    ['dateNotTarget', { date: '2027-03-26' }],
    ['dateNotTarget', { date: '2027-13-01' }],
    ['endToEndIDInvalid', { endToEndID: 'x'.repeat(36) }],
    ['endToEndIDInvalid', { endToEndID: '' }],
    ['ibanInvalid', { debtor: { name: 'A', iban: 'AT611904300234573202' } }],
    ['ibanNotSEPA', { debtor: { name: 'A', iban: 'AE070331234567890123456' } }],
    ['bicInvalid', { debtor: { name: 'A', bic: 'X', iban: 'AT611904300234573201' } }],
    ['nameMissing', { debtor: { name: '山田', iban: 'AT611904300234573201' } }],
    ['addressMissing', { debtor: { ...swiss, address: null } }],
    ['addressIncomplete', { debtor: { ...swiss, address: { ...swiss.address, town: '' } } }],
    [
      'addressIncomplete',
      { debtor: { ...swiss, address: { ...swiss.address, country: 'Schweiz' } } },
    ],
    [
      'addressIncomplete',
      { debtor: { ...swiss, address: { ...swiss.address, postcode: '1'.repeat(17) } } },
    ],
    ['mandateReferenceInvalid', { mandate: { reference: 'R_1', signedOn: '2026-09-01' } }],
    ['mandateNotSigned', { mandate: { reference: 'R', signedOn: '' } }],
    ['mandateNotSigned', { mandate: { reference: 'R', signedOn: '2027-01-12' } }],
    ['mandateExpired', { mandate: { reference: 'R', signedOn: '2024-01-10' } }],
    [
      'mandateExpired',
      { mandate: { lastPresentedOn: '2024-01-10', reference: 'R', signedOn: '2020-01-01' } },
    ],
    [
      'ibanInvalid',
      { mandate: { amendment: { formerIBAN: 'X' }, reference: 'R', signedOn: '2026-09-01' } },
    ],
    ['purposeTooLong', { purpose: 'x'.repeat(141) }],
  ])('should say %s', async (code, changes) => expect(await codesOf(changes)).toEqual([code]))

  it('should take a mandate to the last of its 36 months', async () => {
    const mandate = { reference: 'R', signedOn: '2024-01-11' }
    expect(
      (await writeDirectDebits(aFile({ collections: [aCollection({ mandate })] })))
        .numberOfTransactions,
    ).toBe(1)
  })

  it('should want addresses of everybody when the house banks outside the EEA', async () => {
    const creditor = aCreditor({ creditorID: 'CH51ZZZ12345678901', iban: 'CH9300762011623852957' })
    expect((await problemsOf(aFile({ creditor }))).map(({ code }) => code)).toContain(
      'addressMissing',
    )
  })

  it('should name every collection that is wrong, and write nothing', async () => {
    const collections = [
      aCollection({ endToEndID: 'A' }),
      aCollection({ amount: 0, endToEndID: 'B' }),
      aCollection({ endToEndID: 'A' }),
    ]
    expect(await problemsOf(aFile({ collections }))).toEqual([
      { code: 'amountInvalid', endToEndID: 'B' },
      { code: 'duplicateEndToEndID', endToEndID: 'A' },
    ])
  })

  it('should refuse a head that no bank would take, and an empty file', async () => {
    expect(await problemsOf(aFile({ collections: [], msgID: 'Nº' }))).toEqual([
      { code: 'messageIDInvalid' },
      { code: 'noCollections' },
    ])
    const creditor = aCreditor({ name: '', creditorID: 'DE99ZZZ09999999999', iban: 'DE' })
    expect(await problemsOf(aFile({ creditor }))).toEqual(
      ['nameMissing', 'ibanInvalid', 'creditorIDInvalid'].map((code) => ({ code })),
    )
  })

  it('should not finish a file whose collections changed meanwhile', async () => {
    let reads = 0
    const collections = () => [aCollection({ amount: reads++ ? 2 : 1 })]
    await expect(writeDirectDebits(aFile({ collections }))).rejects.toThrow('have changed')
  })
})

describe('a long direct debit file', () => {
  it('should be written in little memory, and add up', async () => {
    const count = 10_000
    const purpose = 'x'.repeat(140)
    const collections = function* () {
      for (let at = 0; at < count; at++)
        yield aCollection({
          amount: at + 1,
          date: addTargetDays('2027-01-11', at % 3),
          debtor: swiss,
          endToEndID: `E2E-${at}`,
          purpose,
        })
    }
    const opened = await openDirectDebits(aFile({ collections }))
    let length = 0
    let longest = 0
    let transactions = 0
    for await (const piece of opened.pieces()) {
      length += piece.length
      longest = Math.max(longest, piece.length)
      if (piece.startsWith('<DrctDbtTxInf>')) transactions++
    }
    expect(opened.controlSum).toBe(BigInt((count * (count + 1)) / 2))
    expect(transactions).toBe(count)
    expect(length).toBeGreaterThan(6_000_000)
    // No piece is longer than one collection: whoever passes them on holds no more.
    expect(longest).toBeLessThan(2000)
  })
})

describeWithSamples('the schema', () => {
  it.each(['02', '08'] as const)(
    'should accept one of everything in version %s',
    async (version) => {
      const { xml } = await writeDirectDebits(aFile({ collections: everyKind, version }))
      expect(violations(xml, version)).toEqual([])
    },
  )

  it('should notice what is wrong', async () => {
    const { xml } = await writeDirectDebits(aFile())
    expect(violations(xml.replace('<PmtMtd>DD</PmtMtd>', ''), '08')).not.toEqual([])
    expect(violations(xml.replace('RCUR', 'XXXX'), '08')).not.toEqual([])
  })

  it.each(['02', '08'] as const)(
    'should accept whatever people type, in version %s',
    async (version) => {
      const text = fc.string({ maxLength: 90, unit: 'grapheme' })
      const anAddress = fc.record({
        buildingNumber: fc.option(fc.string({ maxLength: 10 })),
        country: fc.constantFrom('CH', 'DE', 'FR'),
        postcode: fc.option(fc.string({ maxLength: 10 })),
        street: fc.option(text),
        town: text.map((town) => `T${town}`),
      })
      const one = fc.record({
        name: text.map((name) => `N${name}`),
        address: fc.option(anAddress),
        amount: fc.integer({ max: 99_999_999_999, min: 1 }),
        days: fc.integer({ max: 3, min: 0 }),
        purpose: fc.string({ maxLength: 40, unit: 'grapheme' }),
        sequence: fc.constantFrom(
          'FNAL' as const,
          'FRST' as const,
          'OOFF' as const,
          'RCUR' as const,
        ),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(one, { maxLength: 6, minLength: 1 }), async (list) => {
          const collections = list.map(({ name, address, amount, days, purpose, sequence }, at) =>
            aCollection({
              amount,
              date: addTargetDays('2027-01-11', days),
              debtor: { name, address, iban: 'AT611904300234573201' },
              endToEndID: `E${at}`,
              purpose,
              sequence,
            }),
          )
          const { controlSum, xml } = await writeDirectDebits(aFile({ collections, version }))
          expect(violations(xml, version)).toEqual([])
          expect(controlSum).toBe(list.reduce((sum, { amount }) => sum + BigInt(amount), 0n))
        }),
        { numRuns: 60 },
      )
    },
  )
})

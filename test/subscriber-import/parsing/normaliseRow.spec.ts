import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { RowProblem } from '../../../src/plugins/subscriber-import/parsing/types'
import type { Cells } from './aLine'

import { importFields } from '../../../src/plugins/subscriber-import/parsing/importFields'
import { normaliseRow } from '../../../src/plugins/subscriber-import/parsing/normaliseRow'
import { rowProblemCodes } from '../../../src/plugins/subscriber-import/parsing/problemCodes'
import { codesOf, normalise, problemsOf, valueOf } from './aLine'

describe('understanding a line', () => {
  it('should read a full line', () => {
    expect(
      valueOf({
        aliasReference: 'AAABcH0Bq92s3kgAESIAAbGj5NIsAHWC',
        beneficiaryCity: 'Bern',
        beneficiaryEmail: 'Zoe@Example.CH',
        beneficiaryFirstName: 'Zoë',
        beneficiaryLastName: "O'Brien",
        block: 'Parkett',
        cardBrand: 'Visa',
        cardExpiry: '12/27',
        cardLast4: '•••• 4242',
        currency: 'Fr.',
        fileNumber: '000123',
        iban: 'de89 3704 0044 0532 0130 00',
        instalments: '3',
        mandateReference: 'RUM-1',
        mandateSignedOn: '01.02.2019',
        payerCompany: 'Müller & Söhne AG',
        payerCountry: 'Liechtenstein',
        payerEmail: 'info@müller.li',
        payerLanguage: 'Französisch',
        payerPostcode: '01067',
        paymentMethod: 'Kreditkarte',
        pricePaid: 'CHF 1’110.–',
        remarks: 'Bitte\r\nam Gang',
        row: '7',
        seat: '12a',
        shipmentMode: 'Post',
        soldAt: '31.05.2025 14:30',
        terminated: 'Ja',
      }),
    ).toEqual({
      aliasReference: 'AAABcH0Bq92s3kgAESIAAbGj5NIsAHWC',
      beneficiary: {
        addressLine2: null,
        city: 'Bern',
        company: null,
        country: 'LI',
        email: 'Zoe@example.ch',
        externalContactNumber: null,
        firstName: 'Zoë',
        houseNumber: null,
        language: null,
        lastName: "O'Brien",
        phone: null,
        postcode: null,
        salutation: null,
        street: null,
      },
      block: 'Parkett',
      cardBrand: 'Visa',
      cardExpiry: { month: 12, year: 2027 },
      cardLast4: '4242',
      currency: 'CHF',
      fileNumber: '000123',
      iban: 'DE89370400440532013000',
      instalments: 3,
      mandateReference: 'RUM-1',
      mandateSignedOn: '2019-02-01',
      payer: {
        addressLine2: null,
        city: null,
        company: 'Müller & Söhne AG',
        country: 'LI',
        email: 'info@xn--mller-kva.li',
        externalContactNumber: null,
        firstName: null,
        houseNumber: null,
        language: 'fr',
        lastName: 'Meier',
        phone: null,
        postcode: '01067',
        salutation: null,
        street: null,
      },
      paymentMethod: 'cardInstalments',
      pricePaid: 111_000,
      remarks: 'Bitte am Gang',
      row: '7',
      seat: '12a',
      shipmentMode: 'Post',
      soldAt: '2025-05-31',
      subscriptionCode: 'PREM',
      tariffCode: 'VOLL',
      terminated: true,
    })
  })
})

describe('payer and beneficiary', () => {
  it('should take the payer for the beneficiary where nobody else is named', () => {
    expect(valueOf({}).beneficiary).toBeNull()
    // Old systems fill these in for everybody.
    expect(
      valueOf({
        beneficiaryCountry: 'CH',
        beneficiaryLanguage: 'de',
        beneficiarySalutation: 'Frau',
      }).beneficiary,
    ).toBeNull()
    const number = { beneficiaryExternalContactNumber: '7', payerExternalContactNumber: '7' }
    expect(valueOf(number).beneficiary).toBeNull()
  })

  it('should give a beneficiary without a country the payer’s', () => {
    const row = valueOf({ beneficiaryLastName: 'Rey', payerCountry: 'FR' })
    expect(row.beneficiary).toMatchObject({ country: 'FR', lastName: 'Rey', street: null })
  })

  it('should refuse people without a name', () => {
    expect(codesOf({ payerLastName: ' ' })).toEqual([['payerLastName', 'nameMissing']])
    expect(codesOf({ beneficiaryFirstName: 'Mia' })).toEqual([
      ['beneficiaryLastName', 'nameMissing'],
    ])
    expect(codesOf({ beneficiaryEmail: 'mia@example.ch' })).toEqual([
      ['beneficiaryLastName', 'nameMissing'],
    ])
    expect(valueOf({ payerCompany: 'AG', payerLastName: '' }).payer.company).toBe('AG')
  })

  it('should not name a person’s missing name when the name itself is wrong', () => {
    expect(codesOf({ payerLastName: 'M\ufffdller' })).toEqual([['payerLastName', 'brokenText']])
  })
})

describe('problems', () => {
  it('should report everything that is wrong, with what stood there', () => {
    expect(
      problemsOf({ payerEmail: 'jo', pricePaid: '1.234', subscriptionCode: '', tariffCode: '#NV' }),
    ).toEqual([
      { code: 'email', column: 'payerEmail', field: 'payerEmail', value: 'jo' },
      { code: 'amountAmbiguous', column: 'pricePaid', field: 'pricePaid', value: '1.234' },
      { code: 'excelError', column: 'tariffCode', field: 'tariffCode', value: '#NV' },
      { code: 'required', column: 'subscriptionCode', field: 'subscriptionCode', value: '' },
    ])
  })

  it('should shorten what it repeats', () => {
    const [problem] = problemsOf({ payerFirstName: '😀'.repeat(200) })
    expect(problem).toMatchObject({ code: 'tooLong', value: `${'😀'.repeat(80)}…` })
  })

  it('should hand on what went wrong while reading, with the field of the column', () => {
    const found: RowProblem = {
      code: 'digitsLost',
      column: 'mandateReference',
      field: null,
      value: '',
    }
    expect(problemsOf({}, [found])).toEqual([{ ...found, field: 'mandateReference' }])
  })

  it('should treat unmapped and missing columns as empty, whatever they are called', () => {
    const read = (mapped: Record<string, string>) =>
      normaliseRow({
        cells: { Name: 'Meier' },
        currencyDecimals: 2,
        defaultCountry: 'CH',
        mapping: { payerLastName: 'Name', ...mapped },
      })
    expect(read({ subscriptionCode: 'constructor', tariffCode: '__proto__' })).toEqual({
      problems: [
        { code: 'required', column: 'constructor', field: 'subscriptionCode', value: '' },
        { code: 'required', column: '__proto__', field: 'tariffCode', value: '' },
      ],
      sign: {
        beneficiary: null,
        block: null,
        fileNumber: null,
        payer: expect.objectContaining({ lastName: 'Meier' }),
        row: null,
        seat: null,
        subscriptionCode: null,
      },
    })
  })
})

describe('card numbers', () => {
  const CARD = '4111 1111 1111 1111'

  it('should refuse the line wherever one stands, and repeat nothing of the line', () => {
    for (const key of [...importFields.map(({ key }) => key), 'unmapped']) {
      const problems = problemsOf({
        [key]: `x ${CARD}`,
        payerEmail: 'not an address',
        ...(key === 'payerEmail' ? { payerEmail: CARD } : {}),
      })
      expect(problems).toEqual([
        { code: 'cardNumber', column: key, field: key === 'unmapped' ? null : key, value: '' },
      ])
    }
  })
})

describe('whatever stands in the cells', () => {
  it('should answer with a typed line or with known problems', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('ja', '1', '31.05.2025', 'CH'),
    )
    const cells = fc.record(Object.fromEntries(importFields.map(({ key }) => [key, cell])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(cells, (line) => {
        const read = normalise(line as Cells)
        if ('problems' in read) {
          expect(read.problems.length).toBeGreaterThan(0)
          for (const { code, value } of read.problems) {
            expect(rowProblemCodes).toContain(code)
            expect(value.length).toBeLessThanOrEqual(161)
          }
          return
        }
        expect(JSON.stringify(read.value)).not.toMatch(/\\u00[01]|\u202e|\u2028/)
      }),
      { numRuns: 500 },
    )
  })
})

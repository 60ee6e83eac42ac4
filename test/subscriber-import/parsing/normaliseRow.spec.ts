import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ImportFieldKey } from '../../../src/plugins/subscriber-import/parsing/importFields'
import type { RowProblem } from '../../../src/plugins/subscriber-import/parsing/types'

import { importFields } from '../../../src/plugins/subscriber-import/parsing/importFields'
import { normaliseRow } from '../../../src/plugins/subscriber-import/parsing/normaliseRow'
import { rowProblemCodes } from '../../../src/plugins/subscriber-import/parsing/problemCodes'

type Cells = Partial<Record<ImportFieldKey, string>> & Record<string, string>

const good: Cells = { payerLastName: 'Meier', subscriptionCode: 'PREM', tariffCode: 'VOLL' }

/** A file whose headers are our keys. */
const mapping = Object.fromEntries(importFields.map(({ key }) => [key, key]))

const normalise = (cells: Cells, problems?: RowProblem[]) =>
  normaliseRow({
    cells: { ...good, ...cells } as Record<string, string>,
    currencyDecimals: 2,
    defaultCountry: 'CH',
    mapping,
    problems,
  })

const valueOf = (cells: Cells) => {
  const read = normalise(cells)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const problemsOf = (cells: Cells, problems?: RowProblem[]) => {
  const read = normalise(cells, problems)
  return 'problems' in read ? read.problems : []
}

const codesOf = (cells: Cells) => problemsOf(cells).map(({ code, field }) => [field, code])

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

describe('values', () => {
  const last = (payerLastName: string) => valueOf({ payerLastName }).payer.lastName

  it.each([
    "O'Brien",
    'von der Weid',
    'LEFÈVRE',
    'd’Été-Dupont',
    'Nguyễn',
    'Łukasiewicz',
    'Müller 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    "'t Hart",
    '山田',
    'مريم',
    'X Æ A-12',
    '=1+1',
    '+SUM(A1)',
    '-Meier',
    '@cmd',
    'null',
    'undefined',
    'NaN',
    'true',
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE contacts;--",
    '{{constructor}}',
    '$set',
    '__proto__',
  ])('should keep the name %j as it is', (name) => {
    expect(last(name)).toBe(name)
  })

  it.each([
    ['  Meier\t', 'Meier'],
    ['\u00a0Meier\u202f', 'Meier'],
    ['Mei\u0000er', 'Mei er'],
    ['Mei\u001b[31mer', 'Mei [31mer'],
    ['\u202eMeier\u202c', 'Meier'],
    ['Mei\u200ber\ufeff', 'Meier'],
    ['Mei\u00ader', 'Meier'],
    ['Meier\r\nMüller', 'Meier Müller'],
    ['Meier\u2028Müller', 'Meier Müller'],
    ['Mu\u0308ller', 'Müller'],
    ["'=1+1", '=1+1'],
    ["'+41 44 123 45 67", '+41 44 123 45 67'],
  ])('should clean %j', (name, kept) => {
    expect(last(name)).toBe(kept)
  })

  it.each([
    ['12/27', 12, 2027],
    ['1/2027', 1, 2027],
    ['12.2027', 12, 2027],
    ['12-27', 12, 2027],
    ['2027-12', 12, 2027],
    ['2027/1', 1, 2027],
    ['1227', 12, 2027],
    ['2027-12-01', 12, 2027],
    ['31.12.2027', 12, 2027],
  ])('should read the expiry %j', (cardExpiry, month, year) => {
    expect(valueOf({ cardExpiry }).cardExpiry).toEqual({ month, year })
  })

  it.each(['13/27', '0/27', '27', '12/1927', '2027', 'never', '12/27/1'])(
    'should refuse the expiry %j',
    (cardExpiry) => {
      expect(codesOf({ cardExpiry })).toEqual([['cardExpiry', 'expiry']])
    },
  )

  it('should read the last four digits with what hides the others, and with the zeros that Excel drops', () => {
    expect(valueOf({ cardLast4: 'xxxx-xxxx-xxxx-4242' }).cardLast4).toBe('4242')
    expect(valueOf({ cardLast4: '42' }).cardLast4).toBe('0042')
    expect(codesOf({ cardLast4: '424242' })).toEqual([['cardLast4', 'lastFour']])
  })

  it('should refuse an IBAN with a mistyped digit, and repeat no more of it than people need', () => {
    expect(problemsOf({ iban: 'DE88 3704 0044 0532 0130 00' })).toEqual([
      { code: 'iban', column: 'iban', field: 'iban', value: 'DE88 •••• 0 00' },
    ])
  })

  it('should leave the postcode a text', () => {
    expect(valueOf({ payerPostcode: '01067' }).payer.postcode).toBe('01067')
    expect(valueOf({ payerPostcode: 'SW1A 1AA' }).payer.postcode).toBe('SW1A 1AA')
  })

  it.each([
    ['Schweiz', 'CH'],
    ['SUISSE', 'CH'],
    ['Switzerland', 'CH'],
    ['ch', 'CH'],
    ['Österreich', 'AT'],
    ['Oesterreich', undefined],
    ['Autriche', 'AT'],
    ['A', 'AT'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['DEU', 'DE'],
    ['France', 'FR'],
    ['Frankreich', 'FR'],
    ['États-Unis', 'US'],
    ['U.S.A.', 'US'],
    ['UK', 'GB'],
    ['Vereinigtes Königreich', 'GB'],
    ['Fürstentum Liechtenstein', 'LI'],
    ['FL', 'LI'],
    ['Italia', 'IT'],
    ['Côte d’Ivoire', 'CI'],
    ['Niederlande', 'NL'],
    ['Pays-Bas', 'NL'],
    ['', 'CH'],
    ['Atlantis', undefined],
    ['EU', undefined],
    ['ZZ', undefined],
    ['41', undefined],
  ])('should read the country %j', (payerCountry, code) => {
    if (code) expect(valueOf({ payerCountry }).payer.country).toBe(code)
    else expect(codesOf({ payerCountry })).toEqual([['payerCountry', 'country']])
  })

  it.each([
    ['jo@example.ch', 'jo@example.ch'],
    ['Jo.Meier+abo@Example.CO.UK', 'Jo.Meier+abo@example.co.uk'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['jo@MÜLLER.ch', 'jo@xn--mller-kva.ch'],
  ])('should read the e-mail %j', (payerEmail, email) => {
    expect(valueOf({ payerEmail }).payer.email).toBe(email)
  })

  it.each([
    'jo',
    'jo@',
    '@example.ch',
    'jo@example',
    'jo@@example.ch',
    'jo@example..ch',
    'jo@-example.ch',
    'jo.@example.ch',
    '.jo@example.ch',
    'jo..m@example.ch',
    'jo m@example.ch',
    'jo@exam ple.ch',
    'jo@example.ch; mia@example.ch',
    'Jo <jo@example.ch>',
    'mailto:jo@example.ch',
    'jo@127.0.0.1',
    'jo@example.ch/path',
    'jo@example.c',
    'jo@example.123',
    'petra.keller(at)example.com',
    '"jo"@example.ch',
    'jo＠example.ch',
    'zoé@example.ch',
    `${'x'.repeat(65)}@example.ch`,
    `jo@${'x'.repeat(64)}.ch`,
  ])('should refuse the e-mail %j', (payerEmail) => {
    expect(codesOf({ payerEmail })).toEqual([['payerEmail', 'email']])
  })

  it.each([
    ['ja', true],
    ['Oui', true],
    ['YES', true],
    ['x', true],
    ['✓', true],
    ['1', true],
    ['TRUE', true],
    ['nein', false],
    ['Non', false],
    ['no', false],
    ['0', false],
    ['-', false],
    ['FALSE', false],
    ['', null],
  ])('should read %j as %j', (terminated, answer) => {
    expect(valueOf({ terminated }).terminated).toBe(answer)
  })

  it.each([
    ['2025-05-31', '2025-05-31'],
    ['2025-05-31T10:00:00Z', '2025-05-31'],
    ['2025-05-31T23:30:00+02:00', '2025-05-31'],
    ['31.05.2025', '2025-05-31'],
    ['1.2.2025', '2025-02-01'],
    ['1. 2. 2025', '2025-02-01'],
    ['31/05/2025', '2025-05-31'],
    ['31/05/2025 14:30', '2025-05-31'],
    ['29.02.2024', '2024-02-29'],
    ['03/04/2025', '2025-04-03'],
  ])('should read the day %j', (soldAt, day) => {
    expect(valueOf({ soldAt }).soldAt).toBe(day)
  })

  it.each([
    '31.02.2025',
    '29.02.2025',
    '32.01.2025',
    '12/31/2025',
    '31.05.25',
    '31-05.2025',
    '0000-00-00',
    '2025-13-01',
    '1899-12-31',
    '2101-01-01',
    '45808',
    'gestern',
    '31. Mai 2025',
    '2025-05-31; 2025-06-01',
  ])('should refuse the day %j', (soldAt) => {
    expect(codesOf({ soldAt })).toEqual([['soldAt', 'date']])
  })

  it.each([
    ['Bar', 'cash'],
    ['espèces', 'cash'],
    ['KREDITKARTE', 'card'],
    ['CB', 'card'],
    ['Carte en plusieurs fois', 'cardInstalments'],
    ['Karte in Raten', 'cardInstalments'],
    ['SEPA-Lastschrift', 'directDebit'],
    ['LSV+', 'directDebit'],
    ['Prélèvement automatique', 'directDebit'],
    ['directDebit', 'directDebit'],
    ['QR-Rechnung', 'invoice'],
    ['Facture', 'invoice'],
    ['virement', 'transfer'],
    ['Überweisung', 'transfer'],
    ['chèque-cadeau', 'voucher'],
    ['Gutschein', 'voucher'],
    ['TWINT', 'other'],
  ])('should read the payment method %j', (paymentMethod, method) => {
    expect(valueOf({ paymentMethod }).paymentMethod).toBe(method)
  })

  it('should know every payment method by its key', () => {
    for (const key of [
      'card',
      'cardInstalments',
      'cash',
      'directDebit',
      'invoice',
      'other',
      'transfer',
      'voucher',
    ])
      expect(valueOf({ paymentMethod: key }).paymentMethod).toBe(key)
  })

  it('should take a card paid in several instalments for what it is', () => {
    const card = { paymentMethod: 'Karte' }
    expect(valueOf({ ...card, instalments: '1' }).paymentMethod).toBe('card')
    expect(valueOf({ ...card, instalments: '3' }).paymentMethod).toBe('cardInstalments')
    expect(valueOf({ instalments: '3', paymentMethod: 'LSV' }).paymentMethod).toBe('directDebit')
  })

  it.each(['0', '-1', '1.5', '61', '3x', 'drei', '1e1'])('should refuse %j instalments', (text) => {
    expect(codesOf({ instalments: text })).toEqual([['instalments', 'integer']])
  })

  it('should take the currency from its column, else from the price', () => {
    expect(valueOf({ pricePaid: '€ 5' }).currency).toBe('EUR')
    expect(valueOf({ currency: 'eur', pricePaid: '5' }).currency).toBe('EUR')
    expect(valueOf({ pricePaid: '5' }).currency).toBeNull()
    expect(codesOf({ currency: 'EUR', pricePaid: 'CHF 5' })).toEqual([
      ['pricePaid', 'currencyMismatch'],
    ])
    expect(codesOf({ currency: 'Taler' })).toEqual([['currency', 'currency']])
    expect(codesOf({ pricePaid: '-5' })).toEqual([['pricePaid', 'amountNegative']])
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

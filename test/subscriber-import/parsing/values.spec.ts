import { describe, expect, it } from '@jest/globals'

import { codesOf, problemsOf, valueOf } from './aLine'

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

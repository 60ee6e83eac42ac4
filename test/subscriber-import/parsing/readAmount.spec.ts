import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { readAmount } from '../../../src/plugins/subscriber-import/parsing/readAmount'

const read = (text: string, currencyDecimals = 2) => readAmount({ currencyDecimals, text })
const units = (text: string, currencyDecimals = 2) => {
  const answer = read(text, currencyDecimals)
  return 'code' in answer ? answer.code : answer.amount
}

describe('reading amounts', () => {
  it.each([
    ['110', 11_000],
    ['110.5', 11_050],
    ['110,50', 11_050],
    ['0.50', 50],
    ['.50', 50],
    ['0', 0],
    ['-0', 0],
    ['+110', 11_000],
    ['110.', 11_000],
    ['0110', 11_000],
    ['0.500', 50],
    ["1'234.50", 123_450],
    ['1’234.50', 123_450],
    ['1´234.50', 123_450],
    ["1'234", 123_400],
    ['1 234,50', 123_450],
    ['1\u00a0234,50', 123_450],
    ['1\u202f234,50', 123_450],
    ['1\u2009234', 123_400],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567', 123_456_700],
    ['1,234,567.8', 123_456_780],
    ["1'234'567.89", 123_456_789],
    ['110.–', 11_000],
    ['110.-', 11_000],
    ['110,--', 11_000],
    ['110.—', 11_000],
    ['110 .–', 11_000],
    ["1'234.–", 123_400],
    ['1.234,–', 123_400],
    ['１１０．５０', 11_050],
    ['-5.50', -550],
    ['−5.50', -550],
    ['(5.50)', -550],
    ['1234.5600', 123_456],
  ])('should read %j', (text, amount) => {
    expect(units(text)).toBe(amount)
  })

  it.each([
    ['CHF 110.–', 11_000, 'CHF'],
    ['CHF110', 11_000, 'CHF'],
    ['110.00 CHF', 11_000, 'CHF'],
    ['Fr. 110.–', 11_000, 'CHF'],
    ['sFr. 1’100.50', 110_050, 'CHF'],
    ['€ 1.234,50', 123_450, 'EUR'],
    ['1 234,50 €', 123_450, 'EUR'],
    ['110 euros', 11_000, 'EUR'],
    ['EUR -5', -500, 'EUR'],
    ['110', 11_000, null],
  ])('should read the currency of %j', (text, amount, currency) => {
    expect(read(text)).toEqual({ amount, currency })
  })

  it.each([
    ['1.234', 'amountAmbiguous'],
    ['1,234', 'amountAmbiguous'],
    ['12.345', 'amountAmbiguous'],
    ['110.000', 'amountAmbiguous'],
    ['CHF 1.234', 'amountAmbiguous'],
    ['110-', 'amountAmbiguous'],
    ['110 –', 'amountAmbiguous'],
    ['-.50', 'amountAmbiguous'],
    ['–.50', 'amountAmbiguous'],
    ['36.6667', 'amountDecimals'],
    ['1234.567', 'amountDecimals'],
    ["1'234.567", 'amountDecimals'],
    ['0.001', 'amountDecimals'],
  ])('should refuse %j and not guess', (text, code) => {
    expect(units(text)).toBe(code)
  })

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    '–.–',
    'gratis',
    'CHF',
    '1e3',
    '0x10',
    '110.50.20',
    '110.50.-',
    '1,23,456.00',
    '12 34',
    '1 2345',
    "1'234 567",
    "1'23.50",
    '1..5',
    '110,5.5',
    '€110€',
    'CHF 110 EUR',
    'XYZ 110',
    '110 Stück',
    '110€50',
    '1/2',
    '50%',
    '--5',
    '+-5',
    '=1+1',
    '99999999999999999999',
    '1\n2',
    'Infinity',
    'NaN',
  ])('should refuse %j', (text) => {
    expect(units(text)).toBe('amount')
  })

  it('should keep to the decimals of the currency', () => {
    expect(units('110', 0)).toBe(110)
    expect(units('110.00', 0)).toBe(110)
    expect(units('110.50', 0)).toBe('amountDecimals')
    expect(units('1.2345', 3)).toBe('amountDecimals')
    expect(units('1234.567', 3)).toBe(1_234_567)
    expect(units('1.234', 3)).toBe('amountAmbiguous')
  })

  it('should read every amount in every spelling that has one reading', () => {
    const spellings = [
      { decimal: '.', group: '' },
      { decimal: ',', group: '' },
      { decimal: '.', group: "'" },
      { decimal: '.', group: '’' },
      { decimal: ',', group: ' ' },
      { decimal: ',', group: '\u202f' },
      { decimal: ',', group: '.' },
      { decimal: '.', group: ',' },
    ]
    fc.assert(
      fc.property(
        fc.integer({ max: 999_999_999_999, min: -999_999_999_999 }),
        fc.constantFrom(...spellings),
        fc.constantFrom('', 'CHF ', '€'),
        fc.constantFrom('', ' '),
        (amount, { decimal, group }, currency, blank) => {
          const whole = String(Math.floor(Math.abs(amount) / 100))
          const cents = String(Math.abs(amount) % 100).padStart(2, '0')
          const text = `${blank}${currency}${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${cents}${blank}`
          expect(units(text)).toBe(amount)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('should never answer with anything but whole units or a code, whatever is written', () => {
    const signs = fc.constantFrom(..."0123456789.,'’ -–+()CHF€eE%\u00a0\u202f".split(''))
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 14, unit: signs }))
    fc.assert(
      fc.property(typed, fc.integer({ max: 4, min: 0 }), (text, decimals) => {
        const answer = units(text, decimals)
        if (typeof answer === 'number') {
          expect(Number.isSafeInteger(answer)).toBe(true)
          // Nothing but the digits that were written, with noughts behind them.
          const digits = text
            .normalize('NFKC')
            .replace(/\D/g, '')
            .replace(/^0+|0+$/g, '')
          expect(String(Math.abs(answer)).replace(/0+$/, '')).toBe(digits)
        } else expect(['amount', 'amountAmbiguous', 'amountDecimals']).toContain(answer)
      }),
      { numRuns: 5000 },
    )
  })
})

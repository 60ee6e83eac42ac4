import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { decimalSign, formatAmount } from '../../src/utilities/formatAmount'
import { parseAmount } from '../../src/utilities/parseAmount'
import { validateAmount } from '../../src/utilities/validateAmount'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')

describe('amounts', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123450, '1 234.50'],
    [123456789, '1 234 567.89'],
    [-66000, '−660.00'],
  ])('should write %i as %s', (amount, written) => {
    expect(plain(formatAmount({ amount }))).toBe(written)
  })

  it.each([
    ['de', 'CHF', 'CHF 1’100.00', 'CHF −660.00'],
    ['de', 'EUR', '1.100,00 €', '−660,00 €'],
    ['en', 'CHF', 'CHF 1,100.00', 'CHF −660.00'],
    ['en', 'GBP', '£1,100.00', '£−660.00'],
    ['fr', 'CHF', '1 100.00 CHF', '−660.00 CHF'],
    ['fr', 'EUR', '1 100,00 €', '−660,00 €'],
  ])('should write money to a reader of %s with %s as they do', (language, currency, due, owed) => {
    expect(plain(formatAmount({ amount: 110000, currency, language }))).toBe(due)
    expect(plain(formatAmount({ amount: -66000, currency, language }))).toBe(owed)
  })

  it.each([
    ['de', 'CHF', '.'],
    ['de', 'EUR', ','],
    ['en', 'EUR', '.'],
    ['fr', 'CHF', '.'],
    ['fr', 'EUR', ','],
  ])('should know the decimal sign of a reader of %s with %s', (language, currency, sign) => {
    expect(decimalSign({ currency, language })).toBe(sign)
  })

  it.each([
    ["1'234.50", 123450],
    ['1’234,50', 123450],
    ['1234,5', 123450],
    ['1 234.50', 123450],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['12', 1200],
    ['-0,05', -5],
    ['−660.00', -66000],
    ['0', 0],
  ])('should read %s', (typed, amount) => {
    expect(parseAmount(typed)).toBe(amount)
  })

  it('should take nothing typed for no amount at all', () => {
    expect(parseAmount('  ')).toBeNull()
  })

  it.each([
    'abc',
    '12.345',
    '1.234',
    '1,234',
    '12 34',
    "1'23.00",
    '1.2.3',
    '1-2',
    '12.',
    '99999999999999999',
  ])('should refuse %s', (typed) => {
    expect(parseAmount(typed)).toBeUndefined()
  })

  it('should read back whatever it writes', () => {
    fc.assert(
      fc.property(fc.integer({ max: 1e12, min: -1e12 }), (amount) => {
        expect(parseAmount(formatAmount({ amount }))).toBe(amount)
      }),
    )
  })

  it('should refuse with a sentence what is no whole number of minor units, or too small', () => {
    const req = { t: (key: string) => key }
    expect(validateAmount('12x', { req })).toBe('reprise:fields:amountInvalid')
    expect(validateAmount(1.5, { req })).toBe('reprise:fields:amountInvalid')
    expect(validateAmount(-1, { min: 0, req })).toBe('reprise:fields:amountTooSmall')
    expect(validateAmount(null, { req, required: true })).toBe('validation:required')
    expect(validateAmount(null, { req })).toBe(true)
    expect(validateAmount(100, { min: 0, req, required: true })).toBe(true)
  })
})

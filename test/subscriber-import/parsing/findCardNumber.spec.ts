import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { findCardNumber } from '../../../src/plugins/subscriber-import/parsing/findCardNumber'

/** The test numbers that the schemes and their providers publish. */
const CARDS = [
  '4111111111111111',
  '4222222222222',
  '4000000000000000006',
  '5500000000000004',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '36227206271667',
  '6011111111111117',
  '3566002020360505',
  '6200000000000005',
  '6304000000000000',
]

describe('finding card numbers', () => {
  it.each(CARDS)('should find %s however it is written', (card) => {
    const groups = card.match(/.{1,4}/g)!
    const written = [
      card,
      groups.join(' '),
      groups.join('-'),
      groups.join('.'),
      groups.join('\u00a0'),
      groups.join(' - '),
      groups.join('\n'),
      groups.join('\u200b'),
      `Karte ${card}, gültig 12/27`,
      `VISA${card}`,
      `${groups.join(' ')} 12/27 123`,
      `20.05.2024 ${groups.join(' ')}`,
      card.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ]
    for (const text of written) expect([text, findCardNumber(text)]).toEqual([text, true])
  })

  it.each([
    '',
    '4111111111111112',
    '1234567812345670',
    '00000000000000',
    '+41 79 123 45 67',
    '0041 79 123 45 67',
    '+49 151 12345678',
    '044 123 45 67 / 079 765 43 21',
    'CH93 0076 2011 6238 5295 7',
    'CH9300762011623852957 Meier',
    'DE89370400440532013000',
    'FR14 2004 1010 0505 0001 3M02 606',
    '21 00000 00003 13947 14300 09017',
    '2021 2022 2023 2024',
    '31.05.2025 19:30, 01.06.2025 20:00',
    'RUM-2024-000123',
    'tok_1NvqFz2eZvKYlo2C',
    '756.1234.5678.97',
  ])('should not take %j for one', (text) => {
    expect(findCardNumber(text)).toBe(false)
  })

  it('should not mistake international telephone numbers', () => {
    fc.assert(
      fc.property(fc.integer({ max: 99_999_999_999, min: 10_000_000_000 }), (number) => {
        expect(findCardNumber(`+49${number}`)).toBe(false)
        expect(findCardNumber(`0049 ${number}`)).toBe(false)
      }),
    )
  })

  it('should be quick with long texts', () => {
    const started = performance.now()
    findCardNumber('4111 '.repeat(40_000))
    findCardNumber('4'.repeat(200_000))
    findCardNumber('CH93 '.repeat(40_000))
    findCardNumber('DE00AAAA'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

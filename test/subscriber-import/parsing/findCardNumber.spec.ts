import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { mod10CheckDigit } from '../../../src/utilities/bank/identifiers/references'
import { formatIBAN } from '../../../src/utilities/bank/identifiers/iban'
import { mod97 } from '../../../src/utilities/bank/identifiers/mod97'
import { findCardNumber } from '../../../src/plugins/subscriber-import/parsing/findCardNumber'

/** The test numbers that the schemes and their providers publish. */
const CARDS = [
  '4111111111111111',
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
      groups.join('  \t    '),
      groups.join('\n'),
      groups.join('\u200b'),
      `Karte ${card}, gültig 12/27`,
      `VISA${card}`,
      `${groups.join(' ')} 12/27 123`,
      `20.05.2024 ${groups.join(' ')}`,
      // Full-width digits, and those of Arabic, Devanagari and mathematics.
      ...[0xff10, 0x0660, 0x0966, 0x1d7d8].map((zero) =>
        card.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
      ),
      `+${card}`,
      card.padStart(19, '0'),
      card.padStart(24, '0'),
    ]
    for (const text of written) expect([text, findCardNumber(text)]).toEqual([text, true])
  })

  it.each([
    '3782 822463 10005',
    '3056 930902 5904',
    '620000 0000000000000',
    "4'111'111'111'111'111",
    '4.111.111.111.111.111',
    '41111111111111111225',
    '4111111111111111123',
    '4111111111111111 1225',
    '41111111111111115555555555554444',
    '40000000000000000061225',
    '3782822463100051225',
    'CH93 0076 2011 6238 5295 7 4111 1111 1111 1111',
    'XX12 4111 1111 1111 1111',
    'DK4111111111111111',
    '4,11111111111111E+15',
    '3.78282246310005e14',
  ])('should find one in %j', (text) => {
    expect(findCardNumber(text)).toBe(true)
  })

  it.each([
    '',
    '4111111111111112',
    // Thirteen digits, as an article has.
    '4222222222222',
    // Each between others.
    '4111 1111-1111 1111',
    '41111 11111 111111',
    // Too far from each other.
    `4111${' '.repeat(9)}1111${' '.repeat(9)}1111${' '.repeat(9)}1111`,
    // A French establishment, its check digits right.
    '36252187900034',
    '362 521 879 00034',
    // A payment reference and a French account: both begin as cards do.
    '411111111111111122500000002',
    '30003012340004123456774',
    // Mistyped.
    'DE89370400440532013001',
    'DE89 5001 0517 5407 3246 31',
    '4.11111E+15',
    '1.23456789012345E+15',
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

  /** The same numbers each time (Park and Miller's generator). */
  const createRandom = () => {
    let state = 27_112_026
    const digit = () => {
      state = (state * 48_271) % 2_147_483_647
      return String(Math.floor(state / 214_748_365))
    }
    return (form: string) => form.replace(/#/g, digit)
  }

  /** Adds the check digit of a European article number. */
  const asEAN = (digits: string): string => {
    const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0)
    return digits + ((10 - (sum % 10)) % 10)
  }

  /** Makes an IBAN of a country and its number, which begins with the place of the check digits. */
  const asIBAN = (country: string, number: string): string =>
    `${country}${String(98 - mod97(`${number}${country}00`)).padStart(2, '0')}${number}`

  it.each<[string, number, (random: (form: string) => string) => string]>([
    ['article numbers', 0, (random) => asEAN(random('############'))],
    [
      'two article numbers',
      0,
      (random) => `${asEAN(random('4###########'))} ${asEAN(random('4###########'))}`,
    ],
    ['numbers of members', 0, (random) => random('##########')],
    ['long numbers of members', 0, (random) => random('############')],
    ['several numbers of members', 0, (random) => random('############ ########### ##########')],
    ['Swiss IBANs', 0, (random) => asIBAN('CH', random('#################'))],
    ['German IBANs', 0, (random) => formatIBAN(asIBAN('DE', random('##################')))],
    ['French IBANs', 0, (random) => formatIBAN(asIBAN('FR', random('#######################')))],
    ['mistyped IBANs', 0, (random) => random('DE## #### #### #### #### ##')],
    [
      'payment references',
      0,
      (random) =>
        ((digits) => digits + mod10CheckDigit(digits))(random('##########################')),
    ],
    ['single telephone numbers', 0, (random) => random('0# ## ## ## ##')],
    ['single international telephone numbers', 0, (random) => random('0043 664 #### ####')],
    ['French telephone numbers', 0, (random) => random('0# ## ## ## ## / 06 ## ## ## ##')],
    ['French telephone numbers by threes', 0, (random) => random('0### ### ### 0### ### ###')],
    ['Swiss telephone numbers', 0, (random) => random('044 ### ## ## / 079 ### ## ##')],
    ['Swiss telephone numbers in other groups', 0, (random) => random('044 ### #### 079 ### ####')],
    [
      'international telephone numbers',
      0,
      (random) => random('+41 44 ### ## ##, +33 6 ## ## ## ##'),
    ],
    ['Austrian telephone numbers', 0, (random) => random('0664 ####### 0664 #######')],
    ['Austrian telephone numbers in one', 0, (random) => random('0664########,0664########')],
    ['American telephone numbers', 0, (random) => random('617-###-#### 617-###-####')],
    ['days and times', 0, (random) => random('2#.1#.202# 1#:##, 1#.0#.202# 2#:##')],
    // What nothing but the check digit tells from a card: one in ten of the third that begins like one.
    ['bar codes of tickets', 4, (random) => random('################')],
    ['bar codes of tickets that begin like a card', 11, (random) => random('4###############')],
    ['longer bar codes', 9, (random) => random('####################')],
    ['lists of four numbers', 4, (random) => random('####, ####, ####, ####')],
  ])('should not take %s for cards but for %d in a hundred', (_, hundredths, make) => {
    const random = createRandom()
    const count = Array.from({ length: 5000 }, () => make(random)).filter(findCardNumber).length
    expect(count).toBeLessThanOrEqual(hundredths * 50)
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

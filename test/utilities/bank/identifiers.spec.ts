import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { isBIC } from '../../../src/utilities/bank/identifiers/bic'
import {
  ibanLengths,
  isOutsideEEA,
  isSEPACountry,
} from '../../../src/utilities/bank/identifiers/countries'
import { readCreditorID } from '../../../src/utilities/bank/identifiers/creditorID'
import {
  formatIBAN,
  isIBAN,
  isQRIBAN,
  maskIBAN,
  readIBAN,
} from '../../../src/utilities/bank/identifiers/iban'
import { mod97 } from '../../../src/utilities/bank/identifiers/mod97'
import {
  isCreditorReference,
  isQRReference,
  mod10CheckDigit,
} from '../../../src/utilities/bank/identifiers/references'

/** Examples of the registry of ISO 13616 and of the banks' own pages. */
const IBANS = [
  'AD1200012030200359100100',
  'AT611904300234573201',
  'BE68539007547034',
  'CH9300762011623852957',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'FR1420041010050500013M02606',
  'GB29NWBK60161331926819',
  'IT60X0542811101000000123456',
  'LI21088100002324013AA',
  'LU280019400644750000',
  'MC5811222000010123456789030',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'SM86U0322509800000000270100',
  'VA59001123000012345678',
]

describe('IBAN', () => {
  it.each(IBANS)('should take %s, typed in groups or not', (iban) => {
    expect(readIBAN(iban)).toEqual({ iban })
    expect(readIBAN(` ${formatIBAN(iban).toLowerCase()} `)).toEqual({ iban })
    expect(readIBAN(`IBAN: ${formatIBAN(iban)}`)).toEqual({ iban })
    expect(isIBAN(iban)).toBe(true)
    expect(isIBAN(formatIBAN(iban))).toBe(false)
  })

  it('should say what is wrong', () => {
    expect(readIBAN('')).toEqual({ problem: 'ibanCharacters' })
    expect(readIBAN('CH93 0076 2011 6238 5295 ä')).toEqual({ problem: 'ibanCharacters' })
    expect(readIBAN('ZZ9300762011623852957')).toEqual({ problem: 'ibanCountry' })
    expect(readIBAN('CH930076201162385295')).toEqual({ problem: 'ibanLength' })
    expect(readIBAN('CH9300762011623852958')).toEqual({ problem: 'ibanCheckDigits' })
  })

  it('should notice every single wrong digit and every two that changed places', () => {
    const anIBAN = fc.constantFrom(...IBANS)
    const digit = fc.integer({ max: 9, min: 0 }).map(String)
    fc.assert(
      fc.property(anIBAN, fc.nat(), digit, (iban, seed, wrong) => {
        const at = 2 + (seed % (iban.length - 2))
        fc.pre(/\d/.test(iban[at]!) && iban[at] !== wrong)
        expect(readIBAN(iban.slice(0, at) + wrong + iban.slice(at + 1)).problem).toBeDefined()
      }),
    )
    fc.assert(
      fc.property(anIBAN, fc.nat(), (iban, seed) => {
        const at = 2 + (seed % (iban.length - 3))
        fc.pre(/\d\d/.test(iban.slice(at, at + 2)) && iban[at] !== iban[at + 1] && at !== 3)
        const swapped = iban.slice(0, at) + iban[at + 1] + iban[at] + iban.slice(at + 2)
        expect(readIBAN(swapped).problem).toBeDefined()
      }),
    )
  })

  it('should know a length for every country of SEPA', () => {
    const countries = [...ibanLengths.keys()].filter(isSEPACountry)
    // The 41 countries of the scheme, and Gibraltar's own code.
    expect(countries).toHaveLength(42)
    expect(countries.filter(isOutsideEEA).sort().join(' ')).toBe(
      'AD AL CH GB GI MC MD ME MK RS SM VA',
    )
    for (const country of ['US', 'TR', 'RU', 'UA']) expect(isSEPACountry(country)).toBe(false)
  })

  it('should show enough to recognise it and no more', () => {
    expect(maskIBAN('CH9300762011623852957')).toBe('CH93 •••• 2957')
    expect(formatIBAN('CH9300762011623852957')).toBe('CH93 0076 2011 6238 5295 7')
  })

  it('should tell accounts for QR references', () => {
    expect(isQRIBAN('CH4431999123000889012')).toBe(true)
    expect(isQRIBAN('CH7730000001250094239')).toBe(true)
    expect(isQRIBAN('CH9300762011623852957')).toBe(false)
    expect(isQRIBAN('DE89370400440532013000')).toBe(false)
  })
})

describe('BIC', () => {
  it('should be eight or eleven signs', () => {
    for (const bic of ['DEUTDEFF', 'DEUTDEFF500', 'POFICHBEXXX', 'UBSWCHZH80A'])
      expect([bic, isBIC(bic)]).toEqual([bic, true])
    for (const text of ['', 'DEUTDEF', 'DEUTDEFF5', 'deutdeff', 'DEUTDE0F', 'DEUTDEFO', 'D3UTDEFF'])
      expect([text, isBIC(text)]).toEqual([text, false])
  })
})

describe('creditor identifier', () => {
  it('should leave the business code out of the check', () => {
    for (const id of ['DE98ZZZ09999999999', 'FR72ZZZ123456', 'DE98ABC09999999999', 'FR72001123456'])
      expect(readCreditorID(id)).toBe(id)
    expect(readCreditorID('de98 zzz 0999 9999 999')).toBe('DE98ZZZ09999999999')
  })

  it('should refuse what is none', () => {
    for (const text of [
      '',
      'DE98ZZZ',
      'DE99ZZZ09999999999',
      'DE98ZZZ09999999998',
      '98DEZZZ1',
      `FR72ZZZ${'1'.repeat(29)}`,
    ])
      expect([text, readCreditorID(text)]).toEqual([text, undefined])
  })

  it('should take what is made by its rule', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{1,28}$/),
        fc.constantFrom('CH', 'DE', 'FR'),
        (national, country) => {
          const digits = String(98 - mod97(`${national}${country}00`)).padStart(2, '0')
          const id = `${country}${digits}ZZZ${national}`
          expect(readCreditorID(id)).toBe(id)
        },
      ),
    )
  })
})

describe('payment references', () => {
  it('should check QR references', () => {
    for (const reference of [
      '210000000003139471430009017',
      '000000000000000000001234565',
      '310014000183100197799111196',
    ])
      expect(isQRReference(reference)).toBe(true)
    for (const text of [
      '210000000003139471430009016',
      '0'.repeat(27),
      '21000000000313947143000901',
      '',
    ])
      expect(isQRReference(text)).toBe(false)
  })

  it('should take every QR reference made by its rule', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{25}$/), (digits) =>
        isQRReference(`${digits}${mod10CheckDigit(digits)}`),
      ),
    )
  })

  it('should check creditor references', () => {
    for (const reference of [
      'RF18539007547034',
      'rf18539007547034',
      'RF50ABO2026000123',
      'RF38000000000000000000552',
    ])
      expect([reference, isCreditorReference(reference)]).toEqual([reference, true])
    for (const text of [
      'RF19539007547034',
      'RF18',
      'RF01539007547034',
      'FR18539007547034',
      'RF18 5390 0754 7034',
    ])
      expect([text, isCreditorReference(text)]).toEqual([text, false])
  })
})

import { ibanLengths } from './countries'
import { hasValidCheckDigits } from './mod97'

/** Why a text is no IBAN: signs that none has, a country without IBANs, too long or short for it, or a mistyped digit. */
export type IBANProblem = 'ibanCharacters' | 'ibanCheckDigits' | 'ibanCountry' | 'ibanLength'

export type ReadIBAN =
  { iban: string; problem?: undefined } | { iban?: undefined; problem: IBANProblem }

/**
 * What somebody typed as an IBAN, in groups or not, in any case (ISO 13616).
 *
 * @returns the IBAN as machines write it (no blanks, capitals), or the problem
 */
export const readIBAN = (typed: string): ReadIBAN => {
  const iban = typed
    .replace(/^\s*IBAN[\s:]*/i, '')
    .replace(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return { problem: 'ibanCharacters' }
  const length = ibanLengths.get(iban.slice(0, 2))
  if (!length) return { problem: 'ibanCountry' }
  if (iban.length !== length) return { problem: 'ibanLength' }
  // 00, 01 and 99 leave the right remainder too and are never given out.
  if (/^..(?:00|01|99)/.test(iban) || !hasValidCheckDigits(iban))
    return { problem: 'ibanCheckDigits' }
  return { iban }
}

/** Whether a text is an IBAN as machines write it. */
export const isIBAN = (text: string): boolean => {
  const { iban } = readIBAN(text) as { iban?: string }
  return iban === text
}

/** Where the account is: the two letters in front. */
export const countryOfIBAN = (iban: string): string => iban.slice(0, 2)

/** As people read it, in groups of four: "CH93 0076 2011 6238 5295 7". */
export const formatIBAN = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** Enough to recognise an account by, too little to use it: "CH93 •••• 2957". */
export const maskIBAN = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`

/** An account for payments with a QR reference: bank number 30000 to 31999 (Swiss Payment Standards, QR-IID). */
export const isQRIBAN = (iban: string): boolean => /^(?:CH|LI)\d{2}3[01]\d{3}/.test(iban)

import { hasValidCheckDigits } from './mod97'

/** The table of modulo 10, recursive. */
const MOD10 = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

/** The check digit of some digits, modulo 10 recursive (Swiss Implementation Guidelines QR-bill, annex B). */
export const mod10CheckDigit = (digits: string): number => {
  let carry = 0
  for (const digit of digits) carry = MOD10[(carry + Number(digit)) % 10]!
  return (10 - carry) % 10
}

/** A QR reference without blanks: 27 digits, not all of them zero, the last one a check. Those of the former orange slips look the same. */
export const isQRReference = (text: string): boolean =>
  /^\d{27}$/.test(text) &&
  !/^0+$/.test(text) &&
  mod10CheckDigit(text.slice(0, -1)) === Number(text.at(-1))

/** A creditor reference without blanks (ISO 11649): RF, two check digits, 1 to 21 letters and digits. */
export const isCreditorReference = (text: string): boolean =>
  /^RF(?!00|01|99)\d{2}[A-Z0-9]{1,21}$/i.test(text) && hasValidCheckDigits(text.toUpperCase())

/**
 * Number ranges and lengths of payment cards (ISO/IEC 7812; the schemes' published ranges). Without them one in ten long numbers of
 * any kind would pass the check digit. Visa's thirteen digits are left out: none has been issued for decades, and article numbers
 * (EAN) look the same.
 */
const RANGES: { lengths: number[]; starts: RegExp }[] = [
  // Visa
  { lengths: [16, 19], starts: /^4/ },
  // Mastercard
  { lengths: [16], starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/ },
  // American Express
  { lengths: [15], starts: /^3[47]/ },
  // Diners Club
  { lengths: [14], starts: /^3(?:0[0-5]|095|[689])/ },
  // JCB, Mir, Troy
  { lengths: [16], starts: /^(?:35(?:2[89]|[3-8])|220[0-4]|9792)/ },
  // UnionPay
  { lengths: [16, 17, 18, 19], starts: /^(?:62|81[0-7])/ },
  // Maestro, Discover, RuPay
  { lengths: [16, 19], starts: /^(?:50|5[6-8]|6)/ },
]

/** Check digit of ISO/IEC 7812-1, annex B (Luhn). */
const hasCheckDigit = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/**
 * Number of a French establishment: the nine digits of its company, with a check digit of their own, five of its own, and a check digit
 * over all, which is that of the cards (INSEE, SIRET). Few companies have a hundred establishments, and few cards two zeros here.
 */
const isSIRET = (digits: string): boolean =>
  /^\d{9}00\d{3}$/.test(digits) && hasCheckDigit(digits.slice(0, 9))

/** Whether a scheme has numbers that begin like this and are as long. */
export const isInRange = (digits: string): boolean =>
  RANGES.some(({ lengths, starts }) => lengths.includes(digits.length) && starts.test(digits))

/** Whether digits, and nothing but digits, are the number of a payment card. */
export const isCardNumber = (digits: string): boolean =>
  isInRange(digits) && hasCheckDigit(digits) && !isSIRET(digits)

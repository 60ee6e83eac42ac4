/**
 * Number ranges and lengths of payment cards (ISO/IEC 7812; the schemes' published ranges). Without them one in ten long numbers of
 * any kind would pass the check digit.
 */
const RANGES: { lengths: number[]; starts: RegExp }[] = [
  { lengths: [13, 16, 19], starts: /^4/ },
  { lengths: [16], starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/ },
  { lengths: [15], starts: /^3[47]/ },
  { lengths: [14, 15, 16, 17, 18, 19], starts: /^3(?:0[0-5]|095|[689])/ },
  { lengths: [16, 17, 18, 19], starts: /^(?:35(?:2[89]|[3-8])|220[0-4]|81[0-7]|9792)/ },
  { lengths: [13, 14, 15, 16, 17, 18, 19], starts: /^(?:50|5[6-8]|6)/ },
]

const LONGEST = 19

/** Check digit of ISO/IEC 7812-1, annex B (Luhn). */
const hasCheckDigit = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

const isCardNumber = (digits: string): boolean =>
  RANGES.some(({ lengths, starts }) => lengths.includes(digits.length) && starts.test(digits)) &&
  hasCheckDigit(digits)

/** Check digits of ISO 13616: the number with its first four signs at the end, letters as 10 to 35, leaves 1 divided by 97. */
const isIBAN = (written: string): boolean => {
  const turned = (written.slice(4) + written.slice(0, 4)).toUpperCase()
  let rest = 0
  for (const sign of turned) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97
  return rest === 1
}

/** Bank account numbers are long numbers too, and no cards; words may follow them. */
const withoutIBANs = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/giu, (found) => {
    const groups = found.split(' ')
    for (let count = groups.length; count > 0; count--)
      if (isIBAN(groups.slice(0, count).join(''))) return ` ${groups.slice(count).join(' ')}`
    return found
  })

/**
 * Whether a text holds a payment card number, in one piece or in groups ("4111 1111 1111 1111", with blanks, dashes, points or lines
 * between them), with whatever stands before and after it. International telephone numbers and valid IBANs are none.
 *
 * The source of the rule: PCI DSS v4.0.1, 3.3 and 3.5: card numbers are not kept, so they do not come in.
 */
export const findCardNumber = (text: string): boolean => {
  // Most cells have no thirteen digits at all.
  if (text.length < 13 || (text.match(/\p{Nd}/gu)?.length ?? 0) < 13) return false
  const plain = withoutIBANs(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
  // Groups of digits that belong together: at most three signs between them, none of them a letter.
  for (const [run] of plain.matchAll(/\+?\d+(?:[^\p{L}\p{N}+]{1,3}\d+)*/gu)) {
    const groups = run.match(/\+?\d+/g)!
    for (let first = 0; first < groups.length; first++) {
      let digits = ''
      for (let last = first; last < groups.length; last++) {
        // Groups of one or two digits are telephone numbers and dates; a card has them at its end only.
        if (last > first && groups[last - 1]!.length < 3) break
        digits += groups[last]
        if (digits.length > LONGEST) break
        if (isCardNumber(digits)) return true
      }
    }
  }
  return false
}

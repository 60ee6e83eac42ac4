import { ibanLengths } from '../../../utilities/bank/identifiers/countries'
import { hasValidCheckDigits, mod97 } from '../../../utilities/bank/identifiers/mod97'
import { isQRReference } from '../../../utilities/bank/identifiers/references'
import { isCardInGroups } from './cardGroups'
import { isCardNumber, isInRange } from '../../../utilities/cardRanges'

const SHORTEST = 14
const LONGEST = 19

/** A longer number is one with something behind it, such as its expiry. */
const MOST_COMMON = 16

/** From here on a worksheet has rounded a whole number: it keeps fifteen digits. */
const FIRST_ROUNDED = 1e15

/** What may stand between two groups of one number. */
const GAP = /^[^\p{L}\p{N}+]{1,8}$/u

/** A long number with an exponent ("4.11111111111111E+15"). */
const WITH_EXPONENT = /(?<!\d)(\d)[.,](\d{11,})E\+?(1\d)(?!\d)/gi

/** A mistyped IBAN is one all the same, but for a short one: a card's number behind two letters is as long. */
const isIBAN = (written: string): boolean =>
  hasValidCheckDigits(written) ||
  (written.length >= 20 && ibanLengths.get(written.slice(0, 2)) === written.length)

/** Bank account numbers are long numbers too, and no cards; words may follow them. */
const withoutIBANs = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/giu, (found) => {
    const groups = found.split(' ')
    for (let count = groups.length; count > 0; count--)
      if (isIBAN(groups.slice(0, count).join('').toUpperCase()))
        return ` ${groups.slice(count).join(' ')}`
    return found
  })

/** The account of a French bank: its check digits are those of the IBAN that is made of it. */
const isRIB = (digits: string): boolean => digits.length === 23 && mod97(digits) === 0

/** Whether a number in one piece is a card's, with zeros in front of it or other digits behind it. */
const isCardInOne = (written: string): boolean => {
  const digits = written.replace(/^0+/, '')
  if (digits.length <= MOST_COMMON) return isCardNumber(digits)
  if (isQRReference(written) || isRIB(written)) return false
  for (let length = SHORTEST; length <= Math.min(LONGEST, digits.length); length++)
    if (isCardNumber(digits.slice(0, length))) return true
  return false
}

/** Digits of any script as 0 to 9. Each script has them in this order, without a neighbour in front. */
const plainDigit = (digit: string): string => {
  const code = digit.codePointAt(0)!
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

/** Most cells have too few digits. What is no ASCII may become a digit. */
const mayHoldCardNumber = (text: string): boolean => {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 48 && code <= 57) || code > 127) count++
  }
  return count >= SHORTEST
}

/**
 * Whether a text holds a payment card number, in one piece (with zeros before it or other digits behind it) or in the groups that
 * cards have ("4111 1111 1111 1111"), with the same between all of them; whatever stands before and after it. Two telephone numbers,
 * bank accounts and payment references are none.
 *
 * The source of the rule: PCI DSS v4.0.1, 3.3 and 3.5: card numbers are not kept, so they do not come in.
 */
export const findCardNumber = (text: string): boolean => {
  if (!mayHoldCardNumber(text)) return false
  const plain = withoutIBANs(
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/(?!\d)\p{Nd}/gu, plainDigit),
  )
  for (const [, first, others, exponent] of plain.matchAll(WITH_EXPONENT))
    if (isRoundedCardNumber(`${first}.${others}E${exponent}`)) return true
  let groups: string[] = []
  let between = ''
  let end = 0
  for (const { 0: digits, index } of plain.matchAll(/\d+/g)) {
    if (isCardInOne(digits)) return true
    const gap = plain.slice(end, index)
    if (groups.length && GAP.test(gap)) {
      // Blanks around a sign, and how many there are, say nothing.
      const sign = gap.replace(/\s+/g, '') || ' '
      if (groups.length > 1 && sign !== between) {
        if (isCardInGroups(groups)) return true
        groups = [groups.at(-1)!]
      }
      between = sign
    } else {
      if (isCardInGroups(groups)) return true
      groups = []
    }
    groups.push(digits)
    end = index + digits.length
  }
  return isCardInGroups(groups)
}

/**
 * Whether a number whose last digits a worksheet has rounded away may be a card's. They follow from those that are left, and no check
 * digit tells it from others.
 *
 * @param text a whole number, with exponent or without
 */
export const isRoundedCardNumber = (text: string): boolean => {
  if (!/^-?\d+(?:\.\d+E\d+)?$/.test(text)) return false
  const value = Math.abs(Number(text))
  if (value >= 10 ** LONGEST) return false
  // The digits that are certain, and zeros for the others.
  const digits = BigInt(Math.round(Number(value.toPrecision(15)))).toString()
  return value < FIRST_ROUNDED ? isCardNumber(digits) : isInRange(digits)
}

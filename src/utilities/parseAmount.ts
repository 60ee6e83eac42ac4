/** Blanks and apostrophes that stand between thousands when people type or paste. */
const GROUPING = /[\s'’\u00a0\u202f]/

/**
 * What somebody typed as an amount, in minor units: "1'234.50", "1234,5", "1.234,50" and "1 234" all are one.
 *
 * A lone point or comma before three digits is refused: "1.234" is 1 234.00 to some and 1.23 to others.
 *
 * @returns whole minor units, `null` for nothing typed, `undefined` for what is no amount
 */
export const parseAmount = (typed: string): null | number | undefined => {
  const text = typed.trim().replace(/^[−–]/, '-')
  if (!text) return null
  const parts = /^([+-]?)\s*(\d[\d\s'’\u00a0\u202f.,]*?)(?:([.,])(\d{1,2}))?$/.exec(text)
  if (!parts) return undefined
  const [, sign, written = '', decimalSign, decimals = ''] = parts
  const whole = withoutGrouping(written, decimalSign)
  if (whole === undefined) return undefined
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return undefined
  return sign === '-' && amount ? -amount : amount
}

/** The digits before the decimals, if what stands between them is one sign of grouping, before each three of them. */
const withoutGrouping = (written: string, decimalSign: string | undefined): string | undefined => {
  if (/^\d+$/.test(written)) return written
  const separator = /\D/.exec(written)![0]
  const isGrouping = GROUPING.test(separator) || (decimalSign && separator !== decimalSign)
  if (!isGrouping) return undefined
  const [first = '', ...rest] = written.split(separator)
  const isWellFormed = /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group))
  return isWellFormed ? first + rest.join('') : undefined
}

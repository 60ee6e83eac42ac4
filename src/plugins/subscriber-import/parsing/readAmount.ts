import { readCurrency } from './readCurrency'

export type AmountCode = 'amount' | 'amountAmbiguous' | 'amountDecimals'

/** Signs that people and programs set between thousands, besides blanks. */
const APOSTROPHES = /[’‘`´ʼ′]/g

/** "110.–", "110,--": no cents. */
const NO_CENTS = /^(.*\d)\s*[.,]\s*[-–—−]{1,2}$/s

/**
 * An amount as people and programs write it, in minor units: "1'234.50", "1 234,50", "1.234,50", "CHF 110.–", "110 €".
 *
 * What has two readings is refused and not guessed: "1.234" (one thousand or one and a bit), "110-" (a minus or no cents).
 *
 * @param currencyDecimals digits of the minor unit (ISO 4217): 2 for CHF and EUR
 * @returns whole minor units and the currency if one is written, or a code of `rowProblemCodes`
 */
export const readAmount = ({
  currencyDecimals,
  text,
}: {
  currencyDecimals: number
  text: string
}): { amount: number; currency: null | string } | { code: AmountCode } => {
  const parts = /^(\p{L}+\.?|\p{Sc})?\s*([^\p{L}\p{Sc}]*?)\s*(\p{L}+\.?|\p{Sc})?$/u.exec(
    text.replace(APOSTROPHES, "'").normalize('NFKC').trim(),
  )
  if (!parts) return { code: 'amount' }
  const [, before, written = '', after] = parts
  if (before && after) return { code: 'amount' }
  const currency = before || after ? readCurrency((before ?? after)!) : null
  if (currency === undefined) return { code: 'amount' }
  const isInBrackets = /^\(.*\)$/s.test(written)
  const signed = /^([+\-–−]?)\s*(.*)$/s.exec(isInBrackets ? `-${written.slice(1, -1)}` : written)!
  const [, sign, rest = ''] = signed
  // "-.50" is fifty cents to some and minus fifty cents to others; "110-" is a minus in one system and no cents in another.
  if (/\d\s*[-–—−]$/.test(rest) || (sign && sign !== '+' && /^[.,]\d/.test(rest)))
    return { code: 'amountAmbiguous' }
  const units = toMinorUnits({ currencyDecimals, written: rest.replace(NO_CENTS, centsOf) })
  if (typeof units !== 'number') return { code: units }
  return { amount: sign && sign !== '+' && units ? -units : units, currency }
}

/** "1.234,–" → "1.234,00": the sign before the dash is the one of the decimals. */
const centsOf = (written: string, whole: string): string =>
  `${whole}${written.slice(whole.length).trim()[0]}00`

const toMinorUnits = ({
  currencyDecimals,
  written,
}: {
  currencyDecimals: number
  written: string
}): AmountCode | number => {
  const { decimals, mark, whole } = splitDecimals(written)
  const digits = withoutGrouping({ mark, whole })
  if (digits === undefined || !/^\d*$/.test(decimals) || !(digits + decimals)) return 'amount'
  // Three digits after the only mark, and nothing that tells whether it parts thousands or cents.
  if (decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return 'amountAmbiguous'
  if (/[1-9]/.test(decimals.slice(currencyDecimals))) return 'amountDecimals'
  const units = Number(digits + decimals.slice(0, currencyDecimals).padEnd(currencyDecimals, '0'))
  return Number.isSafeInteger(units) ? units : 'amount'
}

/** At the last point or comma, unless it occurs more than once: then it parts thousands. */
const splitDecimals = (written: string): { decimals: string; mark: string; whole: string } => {
  const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','))
  const mark = written[at] ?? ''
  if (at < 0 || written.indexOf(mark) !== at) return { decimals: '', mark: '', whole: written }
  return { decimals: written.slice(at + 1), mark, whole: written.slice(0, at) }
}

/** The digits before the decimals, if what stands between them is one sign, before each three of them. */
const withoutGrouping = ({ mark, whole }: { mark: string; whole: string }): string | undefined => {
  if (/^\d*$/.test(whole)) return whole
  const separator = /[^\d]/.exec(whole)![0]
  if (separator === mark || !/[\s'.,]/.test(separator)) return undefined
  const [first = '', ...groups] = whole.split(separator)
  const isWellFormed = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return isWellFormed ? first + groups.join('') : undefined
}

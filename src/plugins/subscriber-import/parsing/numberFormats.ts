/** How a number of a worksheet is shown. */
export type NumberFormat = {
  /** Decimals shown, if the format says so. */
  decimals?: number
  isDate?: boolean
  /** Digits at least, for postcodes and numbers with leading zeros: `00000`. */
  zeros?: number
}

/** ECMA-376 part 1, 18.8.30: the numbers of the built-in formats of dates and times, East Asian ones included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58)

const BUILT_IN_DECIMALS: Record<number, number> = {
  2: 2,
  4: 2,
  7: 2,
  8: 2,
  39: 2,
  40: 2,
  43: 2,
  44: 2,
}

/** What a format of a worksheet means: its number for a built-in one, else its code ("dd.mm.yyyy", "#,##0.00 [$CHF]", "00000"). */
export const numberFormatOf = ({ id, code }: { id: number; code?: string }): NumberFormat => {
  if (code === undefined) {
    if (isBuiltInDate(id)) return { isDate: true }
    return BUILT_IN_DECIMALS[id] ? { decimals: BUILT_IN_DECIMALS[id] } : {}
  }
  // The part for positive numbers, without what is only shown: texts, escaped signs, fillers, colours, currencies.
  const part = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .split(';')[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/[_*]./g, '')
    .trim()
  const isDate = /[dmyhs]/i.test(part) && !/[#0?]/.test(part.replace(/s\.0+/gi, 's'))
  if (isDate) return { isDate: true }
  if (/^0{2,}$/.test(part)) return { zeros: part.length }
  const decimals = /\.([0#?]+)[^0#?%]*$/.exec(part)
  return decimals ? { decimals: decimals[1]!.length } : {}
}

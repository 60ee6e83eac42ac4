import type { NumberFormat } from './numberFormats'

const DAY = 24 * 60 * 60

/** Worksheets count days from here; 29 February 1900, which they believe in, is the reason why it is not the 31st. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462

/** 31 December 9999, the last day of a worksheet. */
const LAST_DAY = 2_958_465

/**
 * A number of a worksheet as text: without the noise of binary fractions, with a point, without exponent ("110", "1234.5", "01067").
 * Never fewer than two of its decimals are kept, so that no amount is rounded that is only shown rounded.
 */
export const numberText = ({ format, value }: { format: NumberFormat; value: number }): string => {
  const decimals = format.decimals !== undefined ? Math.max(2, format.decimals) : undefined
  let text = String(Number(value.toPrecision(15)))
  if (decimals !== undefined && (text.split('.')[1]?.length ?? 0) > decimals)
    text = String(Number(value.toFixed(decimals)))
  if (/e/i.test(text))
    text = value.toLocaleString('en', { maximumFractionDigits: 20, useGrouping: false })
  return format.zeros ? text.padStart(format.zeros, '0') : text
}

/** A day or moment of a worksheet in ISO 8601: `2025-05-31`, `2025-05-31T19:30:00`, or `19:30:00` for a time without a day. */
export const dateText = ({ is1904, value }: { is1904: boolean; value: number }): string => {
  const days = is1904 ? value + DAYS_TO_1904 : value
  if (!(days >= 0) || days > LAST_DAY + 1) return numberText({ format: {}, value })
  const seconds = Math.round(days * DAY)
  const isBeforeTheGap = !is1904 && days < 60 && days >= 1
  const moment = new Date(EPOCH + (seconds + (isBeforeTheGap ? DAY : 0)) * 1000).toISOString()
  if (days < 1) return moment.slice(11, 19)
  return seconds % DAY ? moment.slice(0, 19) : moment.slice(0, 10)
}

/** Signs that XML does not allow are written `_x000D_` in worksheets (ECMA-376 part 1, 22.4.2.4). */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Number of a column from 0 ("A1" → 0, "AA7" → 26); `undefined` for what is no reference. */
export const columnOf = (reference: string): number | undefined => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1]
  if (!letters) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

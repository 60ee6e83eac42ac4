import type { CardExpiry } from './types'

import { readDate } from './readDate'

const MONTH_FIRST = /^(0?[1-9]|1[0-2])\s*[-/. ]\s*(?:20)?(\d{2})$/
const YEAR_FIRST = /^20(\d{2})\s*[-/.]\s*(0?[1-9]|1[0-2])$/
/** As it is stamped on the card, without a sign between: "1227". */
const TOGETHER = /^(0[1-9]|1[0-2])(\d{2})$/

/**
 * The month in which a card ends, as it is written on cards and in files: "12/27", "12.2027", "2027-12", "1227"; also a whole day of it,
 * which is what Excel makes of "12/27".
 *
 * @returns `undefined` for what is no month of this century
 */
export const readExpiry = (text: string): CardExpiry | undefined => {
  const [, firstMonth, lastYear] = MONTH_FIRST.exec(text) ?? TOGETHER.exec(text) ?? []
  const [, firstYear, lastMonth] = YEAR_FIRST.exec(text) ?? []
  const [year, month] = [firstYear ?? lastYear, lastMonth ?? firstMonth]
  if (year && month) return { month: Number(month), year: 2000 + Number(year) }
  const [ofDay, monthOfDay] = readDate(text)?.split('-') ?? []
  return ofDay?.startsWith('20') ? { month: Number(monthOfDay), year: Number(ofDay) } : undefined
}

/** What may follow a day: a time, with or without seconds and zone. It says nothing about the day as it was written. */
const TIME = String.raw`(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})${TIME}$`)

/**
 * A day as it is written in German, French and in files: "2025-05-31", "31.05.2025", "31/05/2025", each with or without a time.
 * Years of two digits are refused.
 *
 * @returns `2025-05-31`, or `undefined` for what is no day of the calendar between 1900 and 2100
 */
export const readDate = (text: string): string | undefined => {
  const yearFirst = YEAR_FIRST.exec(text)
  const dayFirst = DAY_FIRST.exec(text)
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[3], yearFirst[4]]
    : [dayFirst?.[4], dayFirst?.[3], dayFirst?.[1]]
  if (!year || !month || !day || Number(year) < 1900 || Number(year) > 2100) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  // 31 February becomes 3 March, and is refused.
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? undefined : iso
}

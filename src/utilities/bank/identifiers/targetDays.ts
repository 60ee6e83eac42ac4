import { DateTime } from 'luxon'

/** Days are written `YYYY-MM-DD` and are days of no time zone. */
const DAY_MS = 86_400_000

const toTime = (day: string): number => {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time) || toDay(time) !== day)
    throw new RangeError(`"${day}" is no day`)
  return time
}

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Whether a text is a day that exists: 29 February only in leap years. */
export const isDay = (text: string): boolean => {
  try {
    return Number.isFinite(toTime(text))
  } catch {
    return false
  }
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
const easterOf = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1)
}

/**
 * Whether money moves between banks in euros on that day: not on weekends, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26
 * December (European Central Bank, closing days of TARGET, unchanged since 2002).
 *
 * @throws RangeError for what is no day
 */
export const isTargetDay = (day: string): boolean => {
  const time = toTime(day)
  const weekday = new Date(time).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5))) return false
  const afterEaster = (time - easterOf(Number(day.slice(0, 4)))) / DAY_MS
  return afterEaster !== -2 && afterEaster !== 1
}

/** The day itself when it is a TARGET day, else the next one. */
export const nextTargetDay = (day: string): string => {
  let time = toTime(day)
  while (!isTargetDay(toDay(time))) time += DAY_MS
  return toDay(time)
}

/** So many TARGET days later, or earlier for a negative number; 0 gives the day itself or the next TARGET day. */
export const addTargetDays = (day: string, count: number): string => {
  let time = toTime(count ? day : nextTargetDay(day))
  for (let left = Math.abs(count); left > 0;) {
    time += Math.sign(count) * DAY_MS
    if (isTargetDay(toDay(time))) left--
  }
  return toDay(time)
}

/** So many calendar days later: what a pre-notification counts in. */
export const addDays = (day: string, count: number): string => toDay(toTime(day) + count * DAY_MS)

/** So many months later, on the same day of the month or, where that month is shorter, on its last. */
export const addMonths = (day: string, count: number): string =>
  DateTime.fromMillis(toTime(day), { zone: 'utc' }).plus({ months: count }).toISODate()!

/**
 * The first day on which a file handed in now can be collected: a core direct debit reaches the debtor's bank one TARGET day before
 * (EPC016-06), and after the bank's cut-off or on a day without TARGET it counts from the next.
 *
 * @param at the moment of handing in
 * @param cutOff until when the bank takes files of the day, "HH:mm" in its time zone
 * @param leadDays TARGET days that the bank wants between. @default 1
 */
export const earliestCollection = ({
  at,
  cutOff,
  leadDays = 1,
  timeZone,
}: {
  at: Date
  cutOff: string
  leadDays?: number
  timeZone: string
}): string => {
  const local = DateTime.fromJSDate(at, { zone: timeZone })
  const today = local.toISODate()!
  const isLate = !isTargetDay(today) || local.toFormat('HH:mm') >= cutOff
  return addTargetDays(isLate ? nextTargetDay(addDays(today, 1)) : today, leadDays)
}

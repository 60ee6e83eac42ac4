import { DateTime } from 'luxon'

import type { SeasonName, SeriesSpec } from './types'

type SeasonDates = {
  /** Short sign of the season, made of its years: `2025-26`, or `2026` when it begins and ends in one year. */
  code: string
  /** The years as people say them: `2025/26`. */
  years: string
} & Record<'endsOn' | 'startsOn', string>

/** A season lasts ten months; the one before ends with the current month, the new one begins two months later. */
const LENGTH_IN_MONTHS = 10

/**
 * The two seasons of the demo, relative to today so that it never ages: the last one is ending, the new one is to come.
 *
 * @returns calendar days as ISO moments at noon UTC, which are the same day in every time zone of the demo
 */
export const seasonDates = (today: Date): Record<SeasonName, SeasonDates> => {
  const month = DateTime.fromJSDate(today, { zone: 'utc' }).startOf('month')
  const season = (shift: number): SeasonDates => {
    const first = month.plus({ months: shift + 1 - LENGTH_IN_MONTHS })
    const last = month.plus({ months: shift }).endOf('month')
    const isOneYear = first.year === last.year
    return {
      code: isOneYear ? String(first.year) : `${first.year}-${last.toFormat('yy')}`,
      endsOn: noon(last),
      startsOn: noon(first),
      years: isOneYear ? String(first.year) : `${first.year}/${last.toFormat('yy')}`,
    }
  }
  return { last: season(0), next: season(12) }
}

/** A calendar day as a moment that is the same day in every time zone of the demo. */
export const noon = (day: DateTime): string =>
  day.set({ hour: 12, millisecond: 0, minute: 0, second: 0 }).toJSDate().toISOString()

/**
 * When the performances of a series are: spread over the season, each on its weekday, at the site's local time.
 *
 * @returns moments in UTC, in order
 */
export const performanceTimes = ({
  plan,
  season,
  timeZone,
  today,
}: {
  plan: Pick<SeriesSpec, 'at' | 'count' | 'weekday'>
  season: SeasonName
  timeZone: string
  today: Date
}): string[] => {
  const { endsOn, startsOn } = seasonDates(today)[season]
  const first = DateTime.fromISO(startsOn, { zone: 'utc' })
  const days = DateTime.fromISO(endsOn, { zone: 'utc' }).diff(first, 'days').days
  const [hour, minute] = plan.at.split(':').map(Number)
  return Array.from({ length: plan.count }, (_, i) => {
    const about = first.plus({ days: Math.floor(((i + 0.5) * days) / plan.count) })
    const { day, month, year } = about.plus({ days: (plan.weekday - about.weekday + 7) % 7 })
    return DateTime.fromObject({ day, hour, minute, month, year }, { zone: timeZone })
      .toJSDate()
      .toISOString()
  })
}

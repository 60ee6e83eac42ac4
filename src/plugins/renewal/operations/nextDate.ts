import { DateTime } from 'luxon'

type Args = {
  after: Date
  every: 'day' | 'hour' | 'week' | null
  /** The first or last date of the series. */
  from: Date
  when: 'byHand' | 'once' | 'repeat'
  /** The site's zone: “every day at 22:00” stays 22:00 over a change to summer time. */
  zone: string
}

/**
 * When a batch starts, were it scheduled at this moment.
 *
 * @returns `null` when it starts by hand, its date is past, or what is typed is no date
 */
export const nextStartOf = ({
  startAt,
  ...rest
}: { startAt: Date | null | string | undefined } & Pick<
  Args,
  'every' | 'when' | 'zone'
>): Date | null => {
  const from = new Date(startAt ?? NaN)
  return Number.isNaN(from.getTime()) ? null : nextDate({ ...rest, after: new Date(), from })
}

/** The next date of a repeated batch after a moment, or `null` when there is none. Dates that were missed are left out. */
export const nextDate = ({ after, every, from, when, zone }: Args): Date | null => {
  if (when === 'byHand') return null
  if (when === 'once') return from > after ? from : null
  if (!every) return null
  const start = DateTime.fromJSDate(from, { zone })
  const unit = `${every}s` as 'days' | 'hours' | 'weeks'
  const passed = Math.max(
    0,
    Math.ceil(DateTime.fromJSDate(after, { zone }).diff(start, unit)[unit]),
  )
  for (let step = Math.max(0, passed - 1); ; step++) {
    const date = start.plus({ [unit]: step })
    if (date.toJSDate() > after) return date.toJSDate()
  }
}

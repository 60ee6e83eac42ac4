import { DateTime } from 'luxon'

/** How a payment method parts an amount; frozen into the payment when it is made. */
export type InstalmentRule = {
  /** The first day, `YYYY-MM-DD`, for `onDate`. */
  firstAfterDays: number
  firstDate: null | string
  firstDue: 'afterDays' | 'atOnce' | 'onDate'
  intervalCount: number
  intervalUnit: 'days' | 'months' | 'weeks'
  /** What every instalment but the last is a multiple of, in minor units. */
  step: number
}

/** In minor units; `dueAt` is the start of the day in the site's time zone, in UTC. */
export type PlannedInstalment = { amount: number; dueAt: string }

/** In one go and at once: what is left of an amount that cannot be parted. */
const SMALLEST = 1

/**
 * Parts an amount into instalments: equal ones, rounded down to the step, the last one taking the rest, so that their sum is the
 * amount to the cent. The days follow from the first by whole intervals, so a plan that begins on the 31st comes back to the 31st
 * after a shorter month; a first day that has passed is today.
 *
 * @param amount in minor units, positive
 * @param count how many are wished for; fewer when there are not that many steps in the amount
 * @throws an Error for an amount or count that is no positive whole number
 */
export const planInstalments = ({
  amount,
  count,
  now,
  rule,
  zone,
}: {
  amount: number
  count: number
  now: Date
  rule: InstalmentRule
  /** The site's time zone: a day is a day there. */
  zone: string
}): PlannedInstalment[] => {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new Error(`Not an amount: ${amount}`)
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`Not a number of parts: ${count}`)
  const step = amount >= rule.step * count ? rule.step : SMALLEST
  const parts = Math.min(count, Math.floor(amount / step))
  const each = Math.floor(amount / parts / step) * step
  const first = firstDay({ now, rule, zone })
  return Array.from({ length: parts }, (_, i) => ({
    amount: i === parts - 1 ? amount - each * (parts - 1) : each,
    dueAt: first
      .plus({ [rule.intervalUnit]: rule.intervalCount * i })
      .toUTC()
      .toISO()!,
  }))
}

const firstDay = ({ now, rule, zone }: { now: Date; rule: InstalmentRule; zone: string }) => {
  const today = DateTime.fromJSDate(now, { zone }).startOf('day')
  if (rule.firstDue === 'afterDays') return today.plus({ days: rule.firstAfterDays })
  if (rule.firstDue === 'onDate' && rule.firstDate) {
    const wanted = DateTime.fromISO(rule.firstDate.slice(0, 10), { zone })
    if (wanted > today) return wanted
  }
  return today
}

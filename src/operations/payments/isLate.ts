import type { PaymentState } from './paymentStates'

const owed: readonly PaymentState[] = ['failed', 'planned', 'returned']

/**
 * Whether an instalment should have come in by now and has not; what is under way is not late.
 *
 * @param isoDay a moment as its day in the time zone of the site: it may come in until the end of the day that it is due
 */
export const isLate = ({
  dueAt,
  isoDay,
  now,
  state,
}: {
  dueAt: string
  isoDay: (at: Date | string) => string
  now: Date
  state: string
}): boolean => isoDay(now) > isoDay(dueAt) && owed.some((one) => one === state)

import type { PaymentState } from '../../operations/payments/paymentStates'
import type { FileView } from './types'

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
}: { dueAt: string; now: Date; state: string } & Pick<FileView, 'isoDay'>): boolean =>
  isoDay(now) > isoDay(dueAt) && owed.some((one) => one === state)

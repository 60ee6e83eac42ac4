import type { PaymentState } from '../../operations/payments/paymentStates'

const owed: readonly PaymentState[] = ['failed', 'planned', 'returned']

/** Whether an instalment should have come in by now and has not; what is under way is not late. */
export const isLate = ({ dueAt, state }: { dueAt: string; state: string }, now: Date): boolean =>
  new Date(dueAt) < now && owed.some((one) => one === state)

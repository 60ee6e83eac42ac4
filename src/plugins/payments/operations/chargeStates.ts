import type { ChargeAnswer } from '../providers/types'

export type ChargeState =
  'cancelled' | 'declined' | 'needsCustomer' | 'open' | 'paid' | 'pending' | 'returned' | 'unknown'

/**
 * How much is known of a charge. It only ever goes up, so that answers, messages and what was asked may come in any order and any
 * number of times: a "declined" that arrives after "paid" is older news, and a "paid" after "declined" is money that must be booked.
 */
const RANK: Record<ChargeState, number> = {
  cancelled: 0,
  declined: 3,
  needsCustomer: 3,
  open: 0,
  paid: 4,
  pending: 2,
  returned: 5,
  unknown: 1,
}

/** Whether an answer says more than what is known. */
export const isNews = (state: ChargeState, next: ChargeState): boolean => RANK[next] > RANK[state]

/** Why an instalment is not paid, as a code of the reason list. */
export const reasonOf = ({ decline, reason, status }: ChargeAnswer): null | string => {
  if (reason) return reason
  if (status === 'returned') return 'returned'
  if (status === 'needsCustomer') return 'needsCustomer'
  if (status !== 'declined') return null
  return decline === 'expired' ? 'aliasExpired' : decline === 'soft' ? 'declinedForNow' : 'declined'
}

import type { ChargeAnswer } from '../providers/types'

export type ChargeState =
  | 'cancelled'
  | 'declined'
  | 'needsCustomer'
  | 'open'
  | 'paid'
  | 'pending'
  | 'regained'
  | 'returned'
  | 'unknown'

/**
 * How much is known of a charge. It only ever goes up, so that answers, messages and what was asked may come in any order and any
 * number of times: a "declined" that arrives after "paid" is older news, and a "paid" after "declined" is money that must be booked. A
 * bank takes back what was paid, and gives back what it has taken, so these come last.
 */
const RANK: Record<ChargeState, number> = {
  cancelled: 0,
  declined: 3,
  needsCustomer: 3,
  open: 0,
  paid: 4,
  pending: 2,
  regained: 6,
  returned: 5,
  unknown: 1,
}

/** Whether an answer says more than what is known. */
export const isNews = (state: ChargeState, next: ChargeState): boolean => RANK[next] > RANK[state]

/** The states in which the house has the money. */
export const HELD: readonly ChargeState[] = ['paid', 'regained']

/** Why what a charge brought in is booked nowhere: it came when nothing was owed for it any more. */
export const PAID_TOO_LATE = 'paidTooLate'

/** Why such money is not to be given back any more: a person has said that it went back in another way. */
export const PAID_BACK = 'paidBackOtherwise'

/** The answer of a charge of which a person has said that it was paid, because its provider could not be asked. */
export const DECIDED = 'decidedByPerson'

/** Why a charge waits for a person again: its provider has said after all that it was not paid. */
export const DECISION_DENIED = 'decisionDenied'

/** Why a part of what a charge brought in is gone again: the bank has taken it back for its customer. */
export const PART_RETURNED = 'partReturned'

/** Whether what a charge brought in is booked nowhere, whoever has it now. */
export const isBesideLedger = ({ reason }: { reason: null | string }): boolean =>
  reason === PAID_TOO_LATE || reason === PAID_BACK

/** Why an instalment is not paid, as a code of the reason list. */
export const reasonOf = ({ decline, reason, status }: ChargeAnswer): null | string => {
  if (reason) return reason
  if (status === 'returned') return 'returned'
  if (status === 'needsCustomer') return 'needsCustomer'
  if (status !== 'declined') return null
  return decline === 'expired' ? 'aliasExpired' : decline === 'soft' ? 'declinedForNow' : 'declined'
}

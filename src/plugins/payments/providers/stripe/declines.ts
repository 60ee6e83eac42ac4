import type { ChargeAnswer, DeclineKind } from '../types'

/**
 * Cards and accounts that will never pay again, or not to us. Source: docs.stripe.com, "Decline codes", and "Error codes" for the
 * returns of direct debits.
 */
const HARD = new Set([
  'account_closed',
  'bank_account_restricted',
  'bank_ownership_changed',
  'card_not_supported',
  'currency_not_supported',
  'debit_not_authorized',
  'do_not_try_again',
  'fraudulent',
  'incorrect_account_number',
  'incorrect_number',
  'invalid_account',
  'invalid_account_number',
  'invalid_expiry_month',
  'invalid_expiry_year',
  'invalid_number',
  'lost_card',
  'mandate_invalid',
  'merchant_blacklist',
  'new_account_information_available',
  'no_account',
  'payment_method_customer_decline',
  'pickup_card',
  'restricted_card',
  'revocation_of_all_authorizations',
  'revocation_of_authorization',
  'security_violation',
  'service_not_allowed',
  'stolen_card',
  'stop_payment_order',
  'transaction_not_allowed',
])

/** The bank asks for the customer: nobody can confirm while they are away. */
const NEEDS_CUSTOMER = 'authentication_required'

export type Reason = {
  advice_code?: null | string
  code?: null | string
  decline_code?: null | string
}

/** What a refusal means. A reason that is not on the list may pass (no funds, bank not reachable), so the card is tried again. */
const toDecline = (code: string): DeclineKind => {
  if (code === 'expired_card') return 'expired'
  return HARD.has(code) ? 'hard' : 'soft'
}

/**
 * What Stripe says of the last attempt.
 *
 * @param reason `decline_code` is the bank's word, `code` Stripe's own, `advice_code` what the card network advises
 */
export const toRefusal = (
  { advice_code, code, decline_code }: Reason,
  providerID?: string,
): ChargeAnswer => {
  const words = [decline_code, code].filter((word) => Boolean(word)) as string[]
  const word = words[0] ?? 'declined'
  const known = { code: word, ...(providerID && { providerID }) }
  // Stripe wraps the bank's word: `authentication_required` comes as the one or the other, `expired_card` as the outer one too.
  if (words.includes(NEEDS_CUSTOMER)) return { ...known, status: 'needsCustomer' }
  const kinds = words.map(toDecline)
  if (advice_code === 'do_not_try_again') kinds.push('hard')
  const decline = kinds.find((kind) => kind !== 'soft') ?? 'soft'
  return { ...known, decline, status: 'declined' }
}

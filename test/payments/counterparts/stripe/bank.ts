import type { Bank, PaymentError } from './state'

/**
 * Test cards that Stripe documents (docs.stripe.com, "Test card numbers"): those that can be stored. Stripe's sandbox has none that is
 * stored well and then turns out stolen or expired, so the page of the counterpart lets the customer say how the bank will answer.
 */
export const CARDS: Record<string, { bank: Bank; brand: string } | { refused: PaymentError }> = {
  '4000000000000002': {
    refused: {
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
    },
  },
  '4000000000000341': { bank: 'insufficient_funds', brand: 'visa' },
  '4242424242424242': { bank: 'good', brand: 'visa' },
  '5555555555554444': { bank: 'good', brand: 'mastercard' },
}

const ERRORS: Record<Exclude<Bank, 'good'>, PaymentError> = {
  authentication_required: {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  expired_card: { code: 'expired_card', message: 'Your card has expired.' },
  insufficient_funds: {
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  stolen_card: {
    code: 'card_declined',
    decline_code: 'stolen_card',
    message: 'Your card was declined.',
  },
}

/** @returns what the bank says against a charge; nothing when it pays */
export const askBank = (bank: Bank): PaymentError | undefined =>
  bank === 'good' ? undefined : { ...ERRORS[bank], type: 'card_error' }

/** What stands in the counterpart's books. Objects have the fields of Stripe's that an integration reads. */
export type Customer = {
  id: string
  created: number
  email: null | string
  metadata: Record<string, string>
  object: 'customer'
}

/** How the bank behind a stored card or account answers when it is charged. */
export type Bank =
  'authentication_required' | 'expired_card' | 'good' | 'insufficient_funds' | 'stolen_card'

export type PaymentMethod = {
  id: string
  type: 'card' | 'sepa_debit'
  bank: Bank
  card?: { brand: string; exp_month: number; exp_year: number; last4: string }
  created: number
  customer: null | string
  sepa_debit?: { country: string; last4: string }
}

export type Mandate = {
  id: string
  customer_acceptance: { type: 'online'; accepted_at: number }
  object: 'mandate'
  payment_method_details: { type: 'sepa_debit'; sepa_debit: { reference: string; url: string } }
}

export type SetupIntent = {
  id: string
  customer: string
  mandate: null | string
  metadata: Record<string, string>
  object: 'setup_intent'
  payment_method: null | string
  status: 'requires_payment_method' | 'succeeded'
}

export type Session = {
  id: string
  cancel_url: string
  created: number
  customer: string
  metadata: Record<string, string>
  mode: 'setup'
  object: 'checkout.session'
  payment_method_types: string[]
  setup_intent: string
  status: 'complete' | 'expired' | 'open'
  success_url: string
}

export type PaymentError = Record<string, unknown> & {
  code: string
  decline_code?: string
  message: string
}

export type PaymentIntent = {
  id: string
  amount: number
  cancellation_reason: null
  created: number
  currency: string
  customer: string
  disputed: boolean
  last_payment_error: null | PaymentError
  metadata: Record<string, string>
  object: 'payment_intent'
  payment_method: null | string
  status: 'processing' | 'requires_payment_method' | 'succeeded'
}

export type Refund = {
  id: string
  amount: number
  created: number
  currency: string
  metadata: Record<string, string>
  object: 'refund'
  payment_intent: string
  status: 'succeeded'
}

export type Dispute = {
  id: string
  amount: number
  created: number
  currency: string
  object: 'dispute'
  payment_intent: string
  reason: string
  status: 'lost' | 'needs_response' | 'won'
}

/** The books, in the order of writing. */
export const books = {
  customers: new Map<string, Customer>(),
  disputes: new Map<string, Dispute>(),
  mandates: new Map<string, Mandate>(),
  paymentIntents: new Map<string, PaymentIntent>(),
  paymentMethods: new Map<string, PaymentMethod>(),
  refunds: new Map<string, Refund>(),
  sessions: new Map<string, Session>(),
  setupIntents: new Map<string, SetupIntent>(),
}

/** How long the search does not see what is new, in seconds. Stripe says "less than a minute under normal operating conditions". */
export const settings = { searchLagS: 60 }

let made = 0
export const newID = (prefix: string): string =>
  `${prefix}_${Date.now().toString(36)}${(made++).toString(36).padStart(6, '0')}`

export const nowS = (): number => Math.floor(Date.now() / 1000)

import type { Clock } from './clock'
import type { Faults } from './faults'
import type { Store } from './store'

/** What every part of the provider works with. */
export type Provider = { clock: Clock; faults: Faults; store: Store }

export type Merchant = {
  id: string
  secretKey: string
  webhookSecret: string
  webhookURL: null | string
}

export type StoredToken = {
  behaviour: string
  brand: string
  charges: number
  customer: string
  expMonth: null | number
  expYear: null | number
  kind: 'card' | 'sepa'
  last4: string
  mandateDate: null | string
  mandateRef: null | string
  merchant: string
  revokedAt: null | string
  token: string
}

export type StoredSetup = {
  id: string
  code: null | string
  createdAt: string
  customer: string
  email: null | string
  kind: 'card' | 'sepa'
  language: 'de' | 'en' | 'fr'
  merchant: string
  reference: string
  returnURL: string
  state: 'completed' | 'failed' | 'open'
  token: null | string
}

export type ChargeState =
  'declined' | 'needsCustomer' | 'paid' | 'pending' | 'regained' | 'returned'
export type Verdict = {
  code: null | string
  decline: 'expired' | 'hard' | 'soft' | null
  status: ChargeState
}
/** What becomes of a charge later, by the clock. */
export type Step = Verdict & { at: string }

export type StoredCharge = Verdict & {
  id: string
  amount: number
  createdAt: string
  currency: string
  customer: string
  dueDate: null | string
  key: string
  mandate: null | string
  merchant: string
  nextAt: null | string
  plan: string
  reference: string
  sequence: string
  token: string
  updatedAt: string
}

export type StoredRefund = {
  id: string
  amount: number
  charge: string
  createdAt: string
  currency: string
  key: string
  merchant: string
  reference: string
  status: 'failed' | 'paid'
}

/** A part of a charge that the customer's bank has taken back, or given back since. */
export type StoredDispute = {
  id: string
  amount: number
  charge: string
  createdAt: string
  currency: string
  merchant: string
  status: 'regained' | 'returned'
}

/** What a request is answered with. */
export type Answer = { body: unknown; status: number }

/** The request makes no sense, or may not be made: a 4xx that has changed nothing and is not remembered under its key. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

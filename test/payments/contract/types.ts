import type {
  Capabilities,
  PaymentProvider,
  Setup,
} from '../../../src/plugins/payments/providers/types'

/** What the customer does on the hosted page, and how their card then behaves. */
export type CustomerAct =
  /** Stores one that pays. */
  | 'good'
  /** Stores one that is good now and declined softly when charged (no funds). */
  | 'softDecline'
  /** Stores one that is good now and declined for good when charged (stolen). */
  | 'hardDecline'
  /** Stores one that has expired by the time it is charged. */
  | 'expired'
  /** Stores one whose bank wants the customer to confirm each charge. */
  | 'needsCustomer'
  /** Turns back: nothing is stored. */
  | 'cancel'

/** What goes wrong with the next call that carries a reference; the ones after it go well. */
export type Fault =
  /** Nothing is answered, nothing is done. */
  | 'timeoutBefore'
  /** It is done, nothing is answered. */
  | 'timeoutAfter'
  /** Answers 500 and has done nothing. */
  | 'errorBefore'
  /** Answers 500 and has done it. */
  | 'errorAfter'
  | 'tooManyRequests'
  /** Done, and the connection breaks in the middle of the answer. */
  | 'resetHalfway'
  /** Done, and the answer is no JSON. */
  | 'malformed'
  /** Accepted; paid or declined when the counterpart is told to settle it. */
  | 'pending'

export type LedgerEntry = {
  amount: number
  currency: string
  providerID: string
  reference: string
  /** As in `ChargeStatus`; what was merely asked for and refused is not in a ledger of effects. */
  status: string
}

export type SignedRequest = { headers: Record<string, string>; rawBody: Buffer }

/** A server that behaves like the provider, and what only a test can do with it. */
export type Counterpart = {
  /** Acts on the hosted page of a set-up as a customer's browser would. */
  act: (args: { act: CustomerAct; kind: 'card' | 'sepa'; setup: Setup }) => Promise<void>
  ledger: () => Promise<{
    /** Every charge that exists, also the declined ones where the provider keeps them. */
    charges: LedgerEntry[]
    refunds: LedgerEntry[]
  }>
  /** The adapter under test, with a time limit of a few seconds: short for the tests, long for a busy machine. */
  provider: PaymentProvider
  /** @param reference of the charge or refund that is to go wrong, once */
  script: (args: { fault: Fault; reference: string }) => Promise<void>
  /** Decides a pending charge, takes a paid one back, or gives back one that was taken; of the latter two also a part. */
  settle: (args: {
    amount?: number
    reference: string
    status: 'declined' | 'paid' | 'regained' | 'returned'
  }) => Promise<void>
  /**
   * Signs a body the way the provider does.
   *
   * @param ageSeconds how long ago it was signed
   * @param secret another one than the account's
   */
  sign: (args: { ageSeconds?: number; rawBody: Buffer; secret?: string }) => SignedRequest
  stop: () => Promise<void>
  /**
   * What was sent to the merchant's address about a reference so far, duplicates too, in the order of arrival. Waits until
   * nothing more is on its way.
   */
  webhooks: (reference: string) => Promise<SignedRequest[]>
}

/** What a provider or its counterpart does not have beyond `Capabilities`; each with the reason, which stands in the skipped test's name. */
export type Lacks = Partial<
  Record<
    | 'cancel'
    | 'customers'
    | 'keyConflict'
    | 'returned'
    | 'revoke'
    | 'signedTime'
    | Fault
    | CustomerAct,
    string
  >
>

export type ProviderUnderTest = {
  name: string
  /** What the adapter must say of itself. */
  capabilities: Capabilities
  lacks?: Lacks
  /** The least amount it takes, in minor units; 1 when it is not named. */
  leastAmount?: number
  start: () => Promise<Counterpart>
}

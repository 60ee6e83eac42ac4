/** What comes of a charge or a refund, as far as the provider knows it. */
export type ChargeStatus =
  /** The money is ours, as far as the scheme lets anybody say that. */
  | 'paid'
  /** Accepted, the answer comes later (a direct debit, a slow issuer). */
  | 'pending'
  | 'declined'
  /** The bank wants the customer to confirm: nobody can charge it while they are away. */
  | 'needsCustomer'
  /** A former `paid` that the bank has taken back. */
  | 'returned'
  /** A former `returned` that the bank has given back: the dispute is won. */
  | 'regained'
  /** The provider has no such charge: what was sent never arrived. */
  | 'notFound'
  /** No answer, or one that says neither yes nor no. Asked about later, never sent again under another key. */
  | 'unknown'

/** Whether trying the same card again can help: `soft` may (no funds today), `hard` may not (lost, closed, expired). */
export type DeclineKind = 'expired' | 'hard' | 'soft'

/** Money that a bank takes back from the house for its customer. */
export type Dispute = {
  /** The provider's own. */
  id: string
  /** How much of the charge; what is not known to be a part counts as the whole. */
  amount: number
  code?: string
  /** As the charge has it; another is what the customer's bank counts in, and says nothing about a part. */
  currency: string
  status: 'regained' | 'returned'
}

/** Whether a bank has left some of a charge alone. */
export const isOfPart = (
  dispute: Pick<Dispute, 'amount' | 'currency'>,
  charge: { amount: number; currency: string },
): boolean => dispute.currency === charge.currency && dispute.amount < Number(charge.amount)

export type ChargeAnswer = {
  /** The provider's own word for why, for people to look up. Never a card number. */
  code?: string
  decline?: DeclineKind
  /** What a bank has taken back, or given back since, of parts of a charge that was paid. */
  disputes?: readonly Dispute[]
  providerID?: string
  /** Why, as a code of the reason list, where more is known than the kind of decline. */
  reason?: string
  status: ChargeStatus
}

export type RefundAnswer = {
  code?: string
  providerID?: string
  status: 'failed' | 'notFound' | 'paid' | 'pending' | 'unknown'
}

/** What a provider tells of itself. */
export type Capabilities = {
  card: boolean
  /** How long the provider remembers a key, in hours; `null` = for ever. */
  idempotencyTTLHours: null | number
  lookupByReference: boolean
  partialRefund: boolean
  sepa: boolean
  /** Whether the answer to a charge is usually final. */
  syncResult: boolean
  webhooks: boolean
}

/** A stored card or account as the provider hands it out: what it is worth is the token, what people see is the rest. */
export type StoredMeans = {
  alias: string
  brand: string
  expMonth: null | number
  expYear: null | number
  kind: 'card' | 'sepa'
  last4: string
  mandateDate?: string
  mandateRef?: string
  networkTxID?: string
}

export type Setup = { redirectURL: string; setupID: string }

export type SetupResult =
  | { means: StoredMeans; state: 'completed' }
  | { code?: string; state: 'failed' }
  | { state: 'open' }

export type ProviderEvent = {
  code?: string
  decline?: DeclineKind
  /** What the bank has taken or given back, where it need not be all of the charge. */
  dispute?: Dispute
  eventID: string
  kind: 'charge' | 'refund' | 'setup'
  /** ISO time in UTC at the provider; events may arrive in any order and more than once. */
  occurredAt: string
  providerID: string
  /** Our reference of the charge, refund or set-up; empty where the provider names its own ID alone (a bank taking money back). */
  reference: string
  status: ChargeStatus
}

/**
 * A provider of card or direct debit payments: the one door through which money moves by itself. An implementation holds no
 * state of ours, never retries on its own under a key it has made up, and answers `unknown` whenever it cannot be sure.
 *
 * Amounts are whole numbers of minor units. `reference` is ours, unique per attempt, at most 20 of A–Z and 0–9. `key` is the
 * idempotency key: the same key with the same content is the same effect, whatever the number of calls.
 *
 * Every call may throw RequestRefused; those that have no `unknown` to answer with (the set-ups, `revokeAlias`) throw
 * ProviderUnreachable instead.
 */
export type PaymentProvider = {
  capabilities: () => Capabilities
  chargeAlias: (args: {
    alias: string
    amount: number
    currency: string
    /** The day the money is to be collected, `YYYY-MM-DD`; direct debits only. */
    dueDate?: string
    key: string
    mandate?: string
    /** Who the card belongs to, as the provider knows them from the set-up: a mismatch is refused there too. */
    customer: string
    reference: string
    /** First of a series, one of it, or on its own. */
    sequence: 'first' | 'once' | 'recurring'
    signal?: AbortSignal
  }) => Promise<ChargeAnswer>
  /** What has come of a set-up: asked when the customer returns, and again when they do not. */
  completeSetup: (args: { setupID: string; signal?: AbortSignal }) => Promise<SetupResult>
  /** Opens the provider's own page on which the customer stores a card; no card number passes through us. */
  createSetup: (args: {
    customer: string
    email?: string
    key: string
    kind: 'card' | 'sepa'
    language: 'de' | 'en' | 'fr'
    reference: string
    returnURL: string
    signal?: AbortSignal
  }) => Promise<Setup>
  /**
   * Decides every `unknown`. By the provider's id where one is known, else by our reference. What else is known of it makes the
   * finding quicker and surer.
   */
  lookup: (args: {
    /** What was charged. */
    alias?: string
    /** The provider's id of the charge that was to be given back. */
    chargeID?: string
    kind: 'charge' | 'refund'
    providerID?: string
    reference: string
    signal?: AbortSignal
  }) => Promise<ChargeAnswer>
  /** @throws WebhookRefused when the signature is missing, wrong or too old */
  parseWebhook: (args: {
    headers: Record<string, string | undefined>
    rawBody: Buffer
  }) => ProviderEvent[]
  refund: (args: {
    amount: number
    currency: string
    key: string
    /** The provider's id of the charge that is given back. */
    providerID: string
    reference: string
    signal?: AbortSignal
  }) => Promise<RefundAnswer>
  /** Forgets the card at the provider. Idempotent: a card that is gone is revoked. */
  revokeAlias: (args: { alias: string; customer: string; signal?: AbortSignal }) => Promise<void>
}

/** Thrown by `parseWebhook`: the caller answers 400 and changes nothing. */
export class WebhookRefused extends Error {}

/**
 * The provider refuses the request itself: a wrong API key, a key used before for something else, more given back than was charged.
 * This call has changed nothing (an earlier one under the same key may have), and sending it again will not help: somebody must look
 * at it. A card's own refusal is `declined`.
 */
export class RequestRefused extends Error {
  constructor(
    /** The provider's own word for why. */
    readonly code: string,
    message: string,
    /** Whether it refuses the account, not this request: the key is wrong, or may not do this. */
    readonly isOfAccount = false,
  ) {
    super(message)
  }
}

/** A set-up could not be opened now: the customer is asked to come back, nothing was stored or charged. */
export class ProviderUnreachable extends Error {}

/** A field of an account's set-up that staff fill in (an API key, a merchant number). */
export type CredentialField = {
  name: string
  isSecret: boolean
  label: { de: string; en: string; fr: string }
  required: boolean
}

/** What is known of a stored card or account that is taken over. */
export type Adopting = {
  customer: string
  expMonth: null | number
  expYear: null | number
  kind: 'card' | 'sepa'
  token: string
}

/** A provider that can be chosen for an account. */
export type ProviderKind = {
  name: string
  credentials: CredentialField[]
  label: { de: string; en: string; fr: string }
  /**
   * Takes over a card or account that another program has stored at this provider: makes of what that program knows it by the alias
   * that is charged here for a customer. Undefined for what cannot be one of this provider's. Nobody is asked.
   */
  adopt: (args: Adopting) => string | undefined
  /** @param baseURL another address to speak to, for a counterpart in tests */
  open: (args: { baseURL?: string; credentials: Record<string, string> }) => PaymentProvider
}

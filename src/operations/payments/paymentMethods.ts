import type { Payload, PayloadRequest } from 'payload'

import type { Adopt } from './storedMeans'

import type { Translate } from '../../utilities/explain'
import type { InstalmentRule } from './planInstalments'

/** How money moves, with the words staff see. */
export const paymentMethodKinds = [
  { label: { de: 'Bar', en: 'Cash', fr: 'Espèces' }, value: 'cash' },
  {
    label: { de: 'Karte am Terminal', en: 'Card at the terminal', fr: 'Carte au terminal' },
    value: 'terminal',
  },
  { label: { de: 'Karte', en: 'Card', fr: 'Carte' }, value: 'card' },
  {
    label: { de: 'Karte in Raten', en: 'Card in instalments', fr: 'Carte en plusieurs fois' },
    value: 'cardInstalments',
  },
  { label: { de: 'Lastschrift', en: 'Direct debit', fr: 'Prélèvement' }, value: 'directDebit' },
  { label: { de: 'Rechnung', en: 'Invoice', fr: 'Facture' }, value: 'invoice' },
  { label: { de: 'Überweisung', en: 'Bank transfer', fr: 'Virement' }, value: 'transfer' },
  { label: { de: 'Guthaben', en: 'Credit balance', fr: 'Avoir' }, value: 'creditBalance' },
  {
    label: { de: 'Wartekonto', en: 'Waiting account', fr: 'Compte d’attente' },
    value: 'waitingAccount',
  },
  { label: { de: 'Gutschein', en: 'Voucher', fr: 'Bon' }, value: 'voucher' },
  { label: { de: 'Andere', en: 'Other', fr: 'Autre' }, value: 'other' },
]

/** The word for a way of paying in a language of the panel; what is no way of ours stays as it is. */
export const methodName = (kind: string, language: string): string => {
  const label = paymentMethodKinds.find(({ value }) => value === kind)?.label
  return label?.[language as keyof typeof label] ?? label?.en ?? kind
}

export type PaymentMethodKind =
  | 'card'
  | 'cardInstalments'
  | 'cash'
  | 'creditBalance'
  | 'directDebit'
  | 'invoice'
  | 'other'
  | 'terminal'
  | 'transfer'
  | 'voucher'
  | 'waitingAccount'

/** What a charge can be decided from: how last year was paid, and by whom. Ids throughout. */
export type ChargeOrigin = {
  alias: null | string
  /** Who paid, else whose file it is: their card or account is charged. */
  contactID: string
  instalments: number
  mandate: null | string
  mandateReference: null | string
  method: PaymentMethodKind
  /** When it was found that there is no such mandate: one that was entered since takes its place. ISO time in UTC. */
  missingSince?: string
  siteID: string
}

/** How something was to be paid, as far as no other document says so. */
export type Terms = Pick<
  ChargeOrigin,
  'alias' | 'instalments' | 'mandate' | 'mandateReference' | 'method'
>

/** Why something cannot be charged; a code of the reason list. */
export type ChargeRefusal =
  'aliasExpired' | 'mandateExpired' | 'noAlias' | 'noChargeableMethod' | 'noMandate'

/** How a sale is to be paid: from what, in how many parts, when, and at which fee (minor units). */
export type ChargePlan = {
  account: string
  alias: null | string
  feePerInstalment: number
  feePerOrder: number
  instalments: number
  /** Whether the provider charges it by itself; otherwise it goes to the bank in a file. */
  isDirect: boolean
  /** For people: "Visa •••• 4242", "DE12 •••• 3000". */
  label: string
  mandate: null | string
  mandateReference: null | string
  method: PaymentMethodKind
  paymentMethod: string
  rule: InstalmentRule
  zone: string
}

/** A payment that was just written, with its instalments. */
export type WrittenPayment = {
  id: string
  /** What could not be charged before, where this is another attempt: the key it was reported under. */
  caseKey: string
  contact: string
  currency: string
  file: string
  instalments: { id: string; amount: number; dueAt: string }[]
  institution: string
  plan: ChargePlan
  run: null | string
  site: string
}

/** A subscription that was to be paid by itself and cannot be, as the renewal found it. Amounts in minor units. */
export type RefusedCharge = {
  amount: number
  contact: string
  currency: string
  /** The reservation that was made in place of the sale, else last season's file. */
  file: string
  institution: string
  /** What must not be reported twice: last season's file and the season it was to be renewed into. */
  caseKey: string
  reason: string
  run: string
  site: string
  terms: Terms
}

/** A payment account that cards or mandates are stored with; `adopt` takes over what another program has stored there. */
export type StoringAccount = { account: string; adopt: Adopt }

/** With which payment accounts a site keeps the cards and mandates of its customers; `null` where it has none for that kind. */
export type StoringAccounts = {
  card: null | StoringAccount
  cardInstalments: null | StoringAccount
  /** By file: the bank is sent the IBAN; otherwise the provider charges by its own token. */
  directDebit: ({ isByFile: boolean } & StoringAccount) | null
}

/**
 * What can charge without the customer present. One plugin registers itself; the renewal asks it, and does without where there is
 * none.
 */
export type Charging = {
  /** Why an instalment is not paid, in words; from the code that the charge has left on it. */
  causeText: (cause: string, t: Translate) => string
  /**
   * Loads what is needed for many origins at once, and answers per origin: a plan, or why not. Writes nothing and calls nobody.
   */
  planCharges: (args: {
    now: Date
    origins: ChargeOrigin[]
    payload: Payload
    req?: Partial<PayloadRequest>
  }) => Promise<ChargeAnswer[]>
  /** Notes, in the transaction that ends in nothing or a reservation, what could not be charged. */
  reportRefused: (args: {
    payload: Payload
    refused: RefusedCharge[]
    req: PayloadRequest
  }) => Promise<void>
  /**
   * Puts, in the transaction that took back a payment noted by mistake, what it had settled on the list of failed payments again, and
   * what is owed again because of it.
   *
   * @param bookedAt when the payment was noted
   * @param instalments the parts of plans that are owed again or anew
   */
  reopenFailures: (args: {
    bookedAt: string
    fileID: string
    instalments: string[]
    now: Date
    payload: Payload
    req: PayloadRequest
  }) => Promise<void>
  /** Closes, in the transaction that changed the ledgers of some files, what stands as a failed payment of theirs and is settled now. */
  settleFailures: (args: {
    fileIDs: readonly string[]
    payload: Payload
    req: PayloadRequest
  }) => Promise<void>
  /** Writes down the charges that are due, in the transaction that wrote the payments. They are sent after it. */
  startCharges: (args: {
    now: Date
    payload: Payload
    payments: WrittenPayment[]
    req: PayloadRequest
  }) => Promise<void>
  /** The accounts that renewals of a site charge through: what is stored with them can be charged. */
  storingAccounts: (args: {
    payload: Payload
    req?: Partial<PayloadRequest>
    siteID: string
  }) => Promise<StoringAccounts>
}

export type ChargeAnswer = { plan: ChargePlan } | { refusal: ChargeRefusal; terms: Terms }

let registered: Charging | null = null

/** Registers what can charge; `null` takes it out again (tests). */
export const registerCharging = (charging: Charging | null): void => {
  registered = charging
}

/**
 * Plans the charges for many origins.
 *
 * @returns in the order of the origins: a plan, or the reason why there is none
 */
export const planCharges: Charging['planCharges'] = async (args) =>
  registered
    ? registered.planCharges(args)
    : args.origins.map((terms) => ({ refusal: 'noChargeableMethod' as const, terms }))

/** Why an instalment is not paid, in words; the code itself where nothing charges. */
export const causeText: Charging['causeText'] = (cause, t) =>
  registered ? registered.causeText(cause, t) : cause

/** Starts what is due of payments that were just written; see `Charging`. */
export const startCharges: Charging['startCharges'] = async (args) => {
  if (args.payments.length) await registered?.startCharges(args)
}

/** Notes what could not be charged; see `Charging`. */
export const reportRefused: Charging['reportRefused'] = async (args) => {
  if (args.refused.length) await registered?.reportRefused(args)
}

/** Opens failed payments again after a payment was taken back; see `Charging`. */
export const reopenFailures: Charging['reopenFailures'] = async (args) => {
  await registered?.reopenFailures(args)
}

/** Closes failed payments that are settled now; see `Charging`. */
export const settleFailures: Charging['settleFailures'] = async (args) => {
  if (args.fileIDs.length) await registered?.settleFailures(args)
}

/** The accounts of a site that cards and mandates are stored with; see `Charging`. */
export const storingAccounts: Charging['storingAccounts'] = async (args) =>
  registered
    ? registered.storingAccounts(args)
    : { card: null, cardInstalments: null, directDebit: null }

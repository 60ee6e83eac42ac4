import type { Party } from '../../../../utilities/bank/directDebits/types'
import type { Sequence } from '../../../../utilities/bank/mandates/mandateSequence'

export type DebitInstalment = {
  id: string
  amount: number
  attempts: number
  contact: string
  dueAt: string
  file: string
  index: number
  institution: string
  nextAttemptAt: null | string
  payment: string
  reason: null | string
  site: string
  state: string
}

export const INSTALMENT_FIELDS = [
  'amount',
  'attempts',
  'contact',
  'dueAt',
  'file',
  'index',
  'institution',
  'nextAttemptAt',
  'payment',
  'reason',
  'site',
  'state',
]

export type DebitMandate = {
  id: string
  account: string
  bic: null | string
  contact: string
  createdAt: string
  formerIBAN: null | string
  holder: null | string
  iban: null | string
  institution: string
  lastPresentedOn: null | string
  maskedIBAN: null | string
  reference: string
  sequence: 'ended' | 'first' | 'recurrent'
  signedOn: null | string
  state: string
}

export const MANDATE_FIELDS = [
  'account',
  'bic',
  'contact',
  'createdAt',
  'formerIBAN',
  'holder',
  'iban',
  'institution',
  'lastPresentedOn',
  'maskedIBAN',
  'reference',
  'sequence',
  'signedOn',
  'state',
]

export type DebitContact = {
  id: string
  city: null | string
  company: null | string
  country: null | string
  displayName: string
  email: null | string
  firstName: null | string
  houseNumber: null | string
  kind: null | string
  language: null | string
  lastName: null | string
  postcode: null | string
  street: null | string
}

/** What a file of direct debits says about one charge. */
export type DebitContent = {
  debtor: Party
  /** The account of which the bank is told that it has changed. */
  formerIBAN: null | string
  mandate: { lastPresentedOn: null | string; reference: string; signedOn: string }
  purpose: string
}

/** An instalment as it would go to the bank, and what is in the way. */
export type DebitDraft = {
  collectOn: string
  contact: DebitContact | undefined
  content: DebitContent
  currency: string
  fileNumber: number
  instalment: DebitInstalment
  /** Whether the mandate was signed in the place of the one that the payment was agreed with. */
  isNewMandate: boolean
  mandate: DebitMandate
  /** Codes with a sentence under `payments:debits:problems`. */
  problems: string[]
  sequence: Sequence
}

import type { Sequence } from '../mandates/mandateSequence'

/** Codes of `directDebitProblems`: why a collection, or the head of the file, cannot be sent. */
export const directDebitProblems = [
  'addressIncomplete',
  'addressMissing',
  'amountInvalid',
  'amountTooLarge',
  'bicInvalid',
  'creditorIDInvalid',
  'currencyNotEUR',
  'dateNotTarget',
  'duplicateEndToEndID',
  'endToEndIDInvalid',
  'ibanInvalid',
  'ibanNotSEPA',
  'mandateExpired',
  'mandateNotSigned',
  'mandateReferenceInvalid',
  'messageIDInvalid',
  'nameMissing',
  'noCollections',
  'purposeTooLong',
] as const

export type DirectDebitProblem = (typeof directDebitProblems)[number]

/** Structured, as banks want it from 15 November 2026 on (EPC153-22): town and country at least. */
export type PostalAddress = {
  buildingNumber?: null | string
  /** Two capital letters. */
  country: string
  postcode?: null | string
  street?: null | string
  town: string
}

export type Party = {
  address?: null | PostalAddress
  /** Needed by some banks outside the EEA; otherwise the IBAN says it. */
  name: string
  bic?: null | string
  iban: string
}

/** What has changed since the mandate was last used; banks want it told once, with the next collection. */
export type Amendment = {
  /** The creditor's former identifier or name. */
  formerCreditorID?: string
  formerCreditorName?: string
  /** The debtor's former account, where it was at the same bank; `'other'` for any account at any bank (SMNDA). */
  formerIBAN?: string
  formerReference?: string
}

export type Mandate = {
  amendment?: Amendment | null
  /** The day of the last collection handed in under it, `YYYY-MM-DD`. */
  lastPresentedOn?: null | string
  /** The unique mandate reference (RUM). */
  reference: string
  signedOn: string
}

export type Collection = {
  /** Cents. */
  amount: number
  currency: string
  date: string
  debtor: Party
  /** Ours, unique, kept with the instalment: what the bank's answers name. */
  endToEndID: string
  mandate: Mandate
  /** What the debtor reads on the statement, at most 140 signs. */
  purpose: string
  /** @default 'CORE' */
  scheme?: 'B2B' | 'CORE'
  sequence: Sequence
}

export type Creditor = Party & {
  /** The creditor identifier (ICS), with its business code. */
  creditorID: string
}

/** Collections in their order, which can be read more than once and are the same each time. */
export type Collections = () => AsyncIterable<Collection> | Iterable<Collection>

export type DirectDebitFile = {
  /** One booking for each part of the file, or one for each collection. @default true */
  batchBooking?: boolean
  collections: Collection[] | Collections
  /** When the file was decided on: given, so that the same content gives the same bytes. */
  createdAt: Date
  creditor: Creditor
  /** At most 35 signs, unique for the creditor's bank. */
  msgID: string
  /** pain.008.001.08, or .02 for banks that still want it. @default '08' */
  version?: '02' | '08'
}

export type Problem = {
  code: DirectDebitProblem
  /** Which collection; without it, the head of the file. */
  endToEndID?: string
}

/** Nothing was written: what is wrong with which collection, all of it (of the first hundred). */
export class DirectDebitsRefused extends Error {
  override name = 'DirectDebitsRefused'

  constructor(readonly problems: Problem[]) {
    super(problems.map(({ code, endToEndID }) => `${endToEndID ?? 'file'}: ${code}`).join(', '))
  }
}

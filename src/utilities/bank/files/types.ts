/** Why a bank file is refused as a whole. Each code has a sentence and a next step in `src/translations/bankReasons`. */
export const bankFileProblems = [
  'amountInvalid',
  'currencyInvalid',
  'documentType',
  'emptyFile',
  'encodingBroken',
  'encodingUnknown',
  'fileTooLarge',
  'illegalCharacter',
  'notWellFormed',
  'notXML',
  'textTooLong',
  'tooDeep',
  'tooManyEntries',
  'unknownMessage',
  'unknownRoot',
  'valueMissing',
] as const

export type BankFileProblem = (typeof bankFileProblems)[number]

/** A file that must not be used, not even what was read of it so far. */
export class BankFileRefused extends Error {
  readonly code: BankFileProblem
  override name = 'BankFileRefused'
  /** What was found, or the limit: for the sentence. Cut, and without control signs. */
  readonly value: string

  constructor(code: BankFileProblem, value: number | string = '') {
    const shown = String(value).replace(/\p{C}/gu, ' ').slice(0, 80)
    super(`${code}: ${shown}`)
    this.code = code
    this.value = shown
  }
}

export type BankSource = AsyncIterable<Uint8Array> | Uint8Array

/** What does not add up; shown before anything is booked. Amounts in minor units. */
export type BankWarning = {
  actual: number | string
  code:
    | 'amountUnknown'
    | 'balance'
    | 'batchCount'
    | 'batchTotal'
    | 'entryCount'
    | 'entryTotal'
    | 'statusUnknown'
  expected: number | string
}

export type BankReference = {
  /** Found in free text by its form and check digits: for a person, or a rule, to confirm. */
  isProposed: boolean
  /** `other`: the payer's bank sent it as a reference, and its check digits are none of ours. */
  kind: 'other' | 'QRR' | 'SCOR'
  value: string
}

/**
 * `received`: money in. `takenBack`: money that had come in goes out again (a returned or reversed direct debit). `sent`: money out.
 * `cameBack`: money that had gone out comes in again.
 */
export type Movement = 'cameBack' | 'received' | 'sent' | 'takenBack'

export type BankTransaction = {
  type: 'transaction'
  /** Always positive, in minor units of `currency`; null where the file does not say how an entry is divided. */
  amount: null | number
  /** The part of our own file that was booked or returned (PmtInfId), where the bank names it. */
  batchID: null | string
  bookingDate: null | string
  counterparty: { name: null | string; iban: null | string }
  currency: string
  endToEndID: null | string
  /** Its place among the entries of the statement, from 0. */
  entryIndex: number
  /** As `key`, and without the UETR where there is one: a payment from before banks sent it is known by this. */
  fallbackKey: string
  /** The same for the same money, whatever file or message type reports it. */
  key: string
  mandateReference: null | string
  /** Only booked entries move money; the rest is announced or pending. */
  movement: Movement
  movesMoney: boolean
  /** More than 1 where a batch comes without its payments. */
  paymentCount: number
  references: BankReference[]
  /** ISO 20022 reason of a return, such as AM04, and the bank's own words. */
  returnCode: null | string
  returnText: null | string
  /** What the payer wrote. */
  text: string
  uetr: null | string
  valueDate: null | string
}

export type BankEntry = {
  type: 'entry'
  amount: number
  currency: string
  entryIndex: number
  isCredit: boolean
  /** BOOK, PDNG, INFO, FUTR. */
  status: string
  transactions: number
  warnings: BankWarning[]
}

export type BankBalance = {
  /** Minor units, negative for a debit balance. */
  amount: number
  /** OPBD, CLBD, PRCD, ITBD … */
  code: string
  currency: string
  date: null | string
}

export type BankStatement = {
  id: string
  type: 'statement'
  balances: BankBalance[]
  createdAt: null | string
  /** Null where the file leaves it to the entries. */
  currency: null | string
  /** Null for an account that has none; then `otherAccount`. */
  iban: null | string
  otherAccount: null | string
  owner: null | string
  /** For gaps between statements; the caller knows the former one. */
  sequenceNumber: null | string
}

export type BankFileEvent =
  | BankEntry
  | BankStatement
  | BankTransaction
  | { type: 'end'; entries: number; statements: number; transactions: number }
  | {
      type: 'message'
      createdAt: null | string
      kind: CamtKind
      messageID: string
      version: string
    }
  | { type: 'statementEnd'; warnings: BankWarning[] }

export type CamtKind = 'camt.052' | 'camt.053' | 'camt.054'

import type { RowProblemCode } from '../parsing/problemCodes'
import type { CardToStore, MandateToStore } from '../../../operations/payments/storedMeans'
import type { ColumnMapping, ImportedPerson, SubscriberRow } from '../parsing/types'

/** What is imported: nothing, the good files, or all files if there is no bad line at all. */
export type ImportMode = 'allOrNothing' | 'check' | 'goodOnly'

export type ImportSettings = {
  /** Take over prices that differ from the catalogue, instead of refusing the line. */
  acceptOtherPrices: boolean
  channel: null | string
  /** The criterion that "terminated: yes" answers. */
  criterion: null | string
  currency: string
  defaultCountry: string
  fileName: string
  mapping: ColumnMapping
  mode: ImportMode
  /** Of the file, on the machine where the import was started; `null` for an uploaded one. */
  path: null | string
  season: string
  /** The document the file was uploaded to; `null` for one that is named by its path. */
  upload: null | string
  user: { id: string; name: null | string } | null
}

/** Why a line is refused that reads well but does not fit the house. */
export const houseProblemCodes = [
  'cardOfOther',
  'fileInWithoutLine',
  'mandateOfOther',
  'noPrice',
  'numberOfOther',
  'otherLineBad',
  'payerDiffers',
  'seatMissing',
  'seatTaken',
  'seatTwice',
  'unknownSeat',
  'unknownShipmentMode',
  'unknownSubscription',
  'unknownTariff',
  'wrongPrice',
] as const

export type HouseProblemCode = (typeof houseProblemCodes)[number]

/** What a line that is good says in vain; it comes in all the same. */
export const noteCodes = [
  'cardNotKept',
  'cardUnknown',
  'mandateIncomplete',
  'mandateNotKept',
] as const

export type NoteCode = (typeof noteCodes)[number]

export type LineProblem = {
  code: HouseProblemCode | RowProblemCode
  column: null | string
  field: null | string
  value: string
}

/** A line that was understood and found in the catalogue; ids throughout, amounts in minor units. */
export type ResolvedLine = {
  aliasReference: null | string
  amount: number
  beneficiary: ImportedPerson | null
  instalments: number
  mandateReference: null | string
  method: null | string
  paid: number
  payer: ImportedPerson
  priceCategory: null | string
  remarks: null | string
  seat: null | string
  shipmentMode: null | string
  soldAt: null | string
  subscription: string
  tariff: string
  terminated: boolean | null
} & Pick<SubscriberRow, 'cardBrand' | 'cardExpiry' | 'cardLast4' | 'iban' | 'mandateSignedOn'>

/** What the payer of a line has stored, as it is to be kept with them; and what cannot be kept. */
export type LineMeans = {
  card: ({ isNew: boolean } & Omit<CardToStore, 'contact'>) | null
  mandate: ({ isNew: boolean } & Omit<MandateToStore, 'contact'>) | null
  notes: NoteCode[]
}

export type ImportLine = {
  /** Who and what, for the report. */
  label: string
  line: number
  /** What it is by, where that much was understood. */
  place: { person: ImportedPerson; seat: null | string; subscription: string } | null
  problems: LineProblem[]
  resolved: null | ResolvedLine
}

/** All lines of one file of the old system. */
export type ImportFile = {
  externalNumber: null | string
  /** Unique sign of the file: importing it again adds nothing. */
  key: string
  lines: ImportLine[]
}

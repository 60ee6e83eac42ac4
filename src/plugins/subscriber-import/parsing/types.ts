import type { PaymentMethodKind } from '../../../operations/payments/paymentMethods'
import type { ImportFieldKey } from './importFields'
import type { RowProblemCode } from './problemCodes'

/** What is wrong with one line; `value` is what stood there, shortened, and empty where it must not be repeated. */
export type RowProblem = {
  code: RowProblemCode
  /** The header of the column in the file, if the problem has one. */
  column: null | string
  /** The field the column is mapped to, if it is mapped. */
  field: ImportFieldKey | null
  value: string
}

/** One record before it has headers; `at` counts cells from 0. */
export type FileRecord = {
  cells: string[]
  /** 0 for a text that stands in no line. */
  lineNumber: number
  problems?: { at: number; code: RowProblemCode }[]
  /** The name of its worksheet, where that is not the list. */
  sheet?: string
}

/** One line as it stands in the file. */
export type RawRow = {
  cells: Record<string, string>
  /** The line of the text file where the record starts, or the row number of the worksheet; the first is 1. */
  lineNumber: number
  /** What already went wrong while reading; only there if something did. */
  problems?: RowProblem[]
}

/** The most that is read before a file is refused. */
export type ReadLimits = {
  /** Bytes of the file. */
  bytes: number
  /** Cells in one line. */
  cells: number
  /** Characters in one line. */
  characters: number
  /** Lines with content, the header included. */
  rows: number
  /** Bytes that a workbook unpacks to. */
  unzippedBytes: number
}

/** A file on disk, or the bytes of an upload; `fileName` is for sentences only, what it is shows in its content. */
export type ImportSource = {
  fileName: string
  limits?: Partial<ReadLimits>
} & ({ path: string; stream?: undefined } | { path?: undefined; stream: AsyncIterable<Uint8Array> })

/** Which column goes to which field; `null` for a field that the file does not have. */
export type ColumnMapping = Partial<Record<ImportFieldKey, null | string>>

export type ImportedPerson = {
  addressLine2: null | string
  city: null | string
  company: null | string
  /** ISO 3166-1 alpha-2. */
  country: string
  email: null | string
  externalContactNumber: null | string
  firstName: null | string
  houseNumber: null | string
  language: 'de' | 'en' | 'fr' | null
  lastName: null | string
  phone: null | string
  postcode: null | string
  salutation: null | string
  street: null | string
}

/** The month to whose end a card is good, from 1, and the whole year. */
export type CardExpiry = { month: number; year: number }

/** What tells a line from others, also one with something wrong in the rest of it. */
export type RowSign = Pick<
  SubscriberRow,
  'beneficiary' | 'block' | 'fileNumber' | 'payer' | 'row' | 'seat'
> & { subscriptionCode: null | string }

/** One line of the file, understood: one subscription for one person. */
export type SubscriberRow = {
  aliasReference: null | string
  /** `null`: the payer is the beneficiary. */
  beneficiary: ImportedPerson | null
  block: null | string
  cardBrand: null | string
  cardExpiry: CardExpiry | null
  cardLast4: null | string
  /** ISO 4217; `null` where the file does not say it. */
  currency: null | string
  fileNumber: null | string
  /** As machines write it. */
  iban: null | string
  instalments: null | number
  mandateReference: null | string
  /** A day. */
  mandateSignedOn: null | string
  payer: ImportedPerson
  paymentMethod: null | PaymentMethodKind
  /** Minor units; `null` where the file does not say it. */
  pricePaid: null | number
  remarks: null | string
  row: null | string
  seat: null | string
  shipmentMode: null | string
  /** A day, `2025-05-31`. */
  soldAt: null | string
  subscriptionCode: string
  tariffCode: string
  /** The customer has stopped the automatic renewal; `null` where the file does not say it. */
  terminated: boolean | null
}

/** What can be wrong. Each code has a sentence in `src/translations/verify.ts`. */
export const findingCodes = [
  'cancelledBy',
  'counterBehind',
  'debitFileCount',
  'debitFileSum',
  'fileBalance',
  'fileMissing',
  'filePaid',
  'fileStatus',
  'fileTotal',
  'instalmentChargedTwice',
  'instalmentElsewhere',
  'institutionDiffers',
  'lineSeatedTwice',
  'numberKey',
  'numberTwice',
  'orderAmount',
  'orderElsewhere',
  'originElsewhere',
  'originMissing',
  'originSameSeason',
  'parentMissing',
  'parentState',
  'paymentAmount',
  'paymentPaid',
  'paymentState',
  'referenceForeign',
  'referenceMissing',
  'renewalKey',
  'renewedTwice',
  'rowsOfLine',
  'rowWithoutLine',
  'runUnfinished',
  'sealedUnopened',
  'seatDiffers',
  'seatHeldTwice',
  'seatKey',
  'seatMissing',
  'seatState',
  'seatWithoutLine',
  'simulationWrote',
  'siteDiffers',
  'ticketElsewhere',
  'ticketValid',
] as const

export type FindingCode = (typeof findingCodes)[number]

/** A document that says something else than the rest of the house. Amounts in minor units, references as `field: id`. */
export type Finding = {
  actual: null | number | string
  code: FindingCode
  collection: string
  expected: null | number | string
  /** The id of the file it belongs to. */
  id: string
  file?: string
  fileNumber?: number
}

/** The collections that hang on a file. */
export const childCollections = [
  'orders',
  'lines',
  'seat-allocations',
  'payments',
  'instalments',
  'tickets',
] as const

export type ChildCollection = (typeof childCollections)[number]

type Owned = { id: string; institution: string; site: string }

export type FileDoc = {
  balance: number
  number: number
  numberKey: string
  paid: number
  run: null | string
  status: string
  total: number
} & Owned

export type OrderDoc = {
  amount: number
  file: string
  kind: string
  number: number
  numberKey: string
  run: null | string
} & Owned

export type LineDoc = {
  amount: number
  cancelledBy: null | string
  file: string
  kind: string
  order: string
  originLine: null | string
  parent: null | string
  performance: null | string
  renewalKey: string
  run: null | string
  season: null | string
  seat: null | string
  state: string
} & Owned

export type AllocationDoc = {
  file: string
  line: string
  performance: string
  seat: string
  seatKey: string
  state: string
} & Owned

export type PaymentDoc = { amount: number; file: string; paid: number; state: string } & Owned

export type InstalmentDoc = {
  amount: number
  file: string
  payment: string
  state: string
} & Owned

export type TicketDoc = {
  file: string
  line: string
  number: number
  numberKey: string
  state: string
} & Owned

/** One file with everything that hangs on it. */
export type FileLedger = {
  allocations: AllocationDoc[]
  file: FileDoc
  instalments: InstalmentDoc[]
  lines: LineDoc[]
  orders: OrderDoc[]
  payments: PaymentDoc[]
  tickets: TicketDoc[]
}

/** Some files with what their checks need besides; flat, whatever the size of the house. */
export type Page = {
  /** What the relationships of the page's documents lead to: `<collection>:<id>` → where it belongs. */
  ledgers: FileLedger[]
  owners: Map<string, { institution: string; site: null | string }>
  /** The lines that lines of this page were renewed from. */
  origins: Map<string, { id: string; institution: string; season: null | string }>
  /** All renewals, wherever they are, of the lines that lines of this page were renewed from; by origin. */
  renewals: Map<string, { id: string; season: null | string }[]>
  /** How many result rows name a renewed line of this page: `<run>:<line>` → count. */
  rows: Map<string, number>
  simulations: Set<string>
}

import type { I18n } from '@payloadcms/translations'
import type { Payload } from 'payload'

import type { Found } from '../../operations/findAsPerson'
import type { ShopVisibility } from '../../operations/shopVisibility'
import type { Names } from './createNames'

export type { Found }

/** What the page of one file is made of: the ledger as stored, and the names of all it points to. */
export type FilePageData = {
  allocations: Found[]
  answers: Found[]
  file: Found
  /** The parts of the payments, in their order. */
  instalments: Found[]
  journal: Found[]
  journalHasMore: boolean
  lines: Found[]
  names: Names
  orders: Found[]
  originLines: Found[]
  payments: Found[]
  /** Lines of other files that renew a line of this one and hold. */
  renewedLines: Found[]
  shop: ShopVisibility
}

/** The data together with the ways to write it for this reader. */
export type FileView = {
  amount: (minorUnits: number) => string
  /** Why an instalment that failed or was taken back is not paid. */
  causeOf: (instalment: Found) => string | undefined
  day: (at: string) => string
  i18n: I18n<any, any>
  /** The calendar day at the site, for comparing: "2026-11-26". */
  isoDay: (at: Date | string) => string
  /** The address of a document in the panel. */
  linkTo: (collection: string, value: unknown) => string
  moment: (at: string) => string
  /** The words of a select's value. */
  option: (collection: string, field: string, value: unknown) => string
  payload: Payload
  performance: (at: string) => string
  /** A text of the page. */
  text: (key: string, values?: Record<string, number | string>) => string
} & FilePageData

import type { PaymentMethodKind } from '../../../operations/payments/paymentMethods'
import type { FieldKind } from './fieldTypes'
import type { ImportField, ImportFieldKey } from './importFields'
import type { personFields, PersonKey } from './personFields'
import type { RowProblemCode } from './problemCodes'
import type { ticketFields, TicketKey } from './ticketFields'
import type { CardExpiry } from './types'

import { readIBAN } from '../../../utilities/bank/identifiers/iban'
import { readAmount } from './readAmount'
import { readCountry } from './readCountry'
import { readDate } from './readDate'
import { readEmail } from './readEmail'
import { readExpiry } from './readExpiry'
import { readLanguage, readPaymentMethod, readYesNo } from './readWords'

/** More would be a mistake in the column. */
const MOST_INSTALMENTS = 60

type Values = {
  amount: { amount: number; currency: null | string }
  country: string
  date: string
  email: string
  expiry: CardExpiry
  iban: string
  integer: number
  language: 'de' | 'en' | 'fr'
  lastFour: string
  paymentMethod: PaymentMethodKind
  text: string
  yesNo: boolean
}

type PersonValues<Who extends 'beneficiary' | 'payer'> = {
  [Key in PersonKey as `${Who}${Capitalize<Key>}`]?: Values[(typeof personFields)[Key]['kind']]
}

/** What the cells of a line say, by field; empty cells are not there. */
export type FieldValues = {
  [Key in TicketKey]?: Values[(typeof ticketFields)[Key]['kind']]
} & PersonValues<'beneficiary'> &
  PersonValues<'payer'>

type Read = { code: RowProblemCode } | { value: unknown }

const orProblem = (value: unknown, code: RowProblemCode): Read =>
  value === undefined ? { code } : { value }

/** How each kind of text is understood. */
const READERS: Record<FieldKind, (args: { currencyDecimals: number; text: string }) => Read> = {
  amount: (args) => {
    const read = readAmount(args)
    return 'code' in read ? read : { value: read }
  },
  country: ({ text }) => orProblem(readCountry(text), 'country'),
  date: ({ text }) => orProblem(readDate(text), 'date'),
  email: ({ text }) => orProblem(readEmail(text), 'email'),
  expiry: ({ text }) => orProblem(readExpiry(text), 'expiry'),
  iban: ({ text }) => {
    const read = readIBAN(text)
    return orProblem('iban' in read ? read.iban : undefined, 'iban')
  },
  integer: ({ text }) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return orProblem(number >= 1 && number <= MOST_INSTALMENTS ? number : undefined, 'integer')
  },
  language: ({ text }) => orProblem(readLanguage(text), 'language'),
  // With what stands for the other digits, or without; Excel drops zeros in front.
  lastFour: ({ text }) => orProblem(/^\D*(\d{1,4})$/.exec(text)?.[1]?.padStart(4, '0'), 'lastFour'),
  paymentMethod: ({ text }) => orProblem(readPaymentMethod(text), 'paymentMethod'),
  text: ({ text }) => ({ value: text }),
  yesNo: ({ text }) => orProblem(readYesNo(text), 'yesNo'),
}

/** What spreadsheets show for a formula that failed, in German, French and English. */
const EXCEL_ERROR =
  /^#(?:N\/A|NV|REF!|BEZUG!|VALUE!|WERT!|VALEUR!|NAME\?|NOM\s?\?|DIV\/0\s?!|NUM!|NOMBRE\s?!|ZAHL!|NULL!|NUL\s?!|SPILL!|CALC!|#+)$/i

/**
 * Understands one cleaned cell as the kind of its field.
 *
 * @returns the value, `undefined` for an empty cell, or a code of `rowProblemCodes`
 */
export const readField = ({
  currencyDecimals,
  field: { kind, maxLength },
  text,
}: {
  currencyDecimals: number
  field: Pick<ImportField, 'kind' | 'maxLength'> & { key: ImportFieldKey }
  text: string
}): Read => {
  if (!text) return { value: undefined }
  if (EXCEL_ERROR.test(text)) return { code: 'excelError' }
  // The sign that stands where a conversion lost a letter, or half of a pair that is one sign.
  if (/[\ufffd\p{Cs}]/u.test(text)) return { code: 'brokenText' }
  if (text.length > maxLength) return { code: 'tooLong' }
  return READERS[kind]({ currencyDecimals, text })
}

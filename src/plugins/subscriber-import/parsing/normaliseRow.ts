import type { ImportFieldKey } from './importFields'
import type { RowProblemCode } from './problemCodes'
import type { ColumnMapping, RowProblem, RowSign, SubscriberRow } from './types'

import { maskIBAN } from '../../../utilities/bank/identifiers/iban'
import { cleanText } from './cleanText'
import { findCardNumber } from './findCardNumber'
import { importFields } from './importFields'
import { type FieldValues, readField } from './readField'
import { readCurrency } from './readCurrency'
import { readPerson } from './readPerson'

/** Longer values are cut in reports. */
const SHOWN = 80

const FIELDS = new Map(importFields.map((field) => [field.key, field]))

type Args = {
  cells: Record<string, string>
  /** Digits of the minor unit of the site's currency (ISO 4217). */
  currencyDecimals: number
  /** ISO 3166-1 alpha-2; for payers without a country. A beneficiary without one has the payer's. */
  defaultCountry: string
  mapping: ColumnMapping
  /** What went wrong while the line was read: the `problems` of `readRows`. */
  problems?: RowProblem[]
}

/**
 * Understands one line of a file: typed values, or everything that is wrong with it.
 *
 * A payment card number anywhere on the line, mapped or not, refuses the line; then nothing of the line is repeated in the problems.
 * Cells that nothing is mapped to are otherwise left alone. A card paid in several instalments becomes `cardInstalments`.
 *
 * @returns with the problems what tells the line from others, where it may be repeated
 */
export const normaliseRow = ({
  cells,
  currencyDecimals,
  defaultCountry,
  mapping,
  problems: found = [],
}: Args): { problems: RowProblem[]; sign?: RowSign } | { value: SubscriberRow } => {
  const cards = findCards({ cells, mapping })
  if (cards.length) return { problems: cards }

  const problems: RowProblem[] = found.map((problem) => ({
    ...problem,
    field: fieldOf(mapping, problem.column),
  }))
  const report = (field: ImportFieldKey, code: RowProblemCode, value = '') =>
    problems.push({ code, column: mapping[field] ?? null, field, value: shorten(value) })

  const values: FieldValues = {}
  for (const field of importFields) {
    const header = mapping[field.key]
    const cell = header && Object.hasOwn(cells, header) ? cells[header]! : ''
    const text = cleanText(cell)
    const read = readField({ currencyDecimals, field, text })
    // Part of a number is enough to find it by.
    if ('code' in read)
      report(
        field.key,
        read.code,
        field.kind === 'iban' && text.length > 12 ? maskIBAN(text) : text,
      )
    else Object.assign(values, { [field.key]: read.value })
  }
  const wrong = new Set(problems.map(({ field }) => field))
  for (const key of ['subscriptionCode', 'tariffCode'] as const)
    if (!values[key] && !wrong.has(key)) report(key, 'required')

  const payer = readPerson({ defaultCountry, values, who: 'payer' })
  const beneficiary = readPerson({
    defaultCountry: payer.country,
    values,
    who: 'beneficiary',
  })
  const isNamed = (who: 'beneficiary' | 'payer') =>
    values[`${who}LastName`] ||
    values[`${who}Company`] ||
    wrong.has(`${who}LastName`) ||
    wrong.has(`${who}Company`)
  const isPayerThemself = isSamePerson(values)
  if (!isNamed('payer')) report('payerLastName', 'nameMissing')
  if (!isPayerThemself && !isNamed('beneficiary')) report('beneficiaryLastName', 'nameMissing')

  const currency = values.currency ? readCurrency(values.currency) : undefined
  if (values.currency && !currency) report('currency', 'currency', values.currency)
  const price = values.pricePaid
  if (price && price.amount < 0)
    report('pricePaid', 'amountNegative', cleanText(cells[mapping.pricePaid!]!))
  if (currency && price?.currency && price.currency !== currency)
    report('pricePaid', 'currencyMismatch', `${price.currency} ≠ ${currency}`)
  const sign: RowSign = {
    beneficiary: isPayerThemself ? null : beneficiary,
    block: values.block ?? null,
    fileNumber: values.fileNumber ?? null,
    payer,
    row: values.row ?? null,
    seat: values.seat ?? null,
    subscriptionCode: values.subscriptionCode ?? null,
  }
  if (problems.length) return { problems, sign }

  const { instalments = null, paymentMethod = null } = values
  return {
    value: {
      ...sign,
      aliasReference: values.aliasReference ?? null,
      cardBrand: values.cardBrand ?? null,
      cardExpiry: values.cardExpiry ?? null,
      cardLast4: values.cardLast4 ?? null,
      currency: currency ?? price?.currency ?? null,
      iban: values.iban ?? null,
      instalments,
      mandateReference: values.mandateReference ?? null,
      mandateSignedOn: values.mandateSignedOn ?? null,
      paymentMethod:
        paymentMethod === 'card' && (instalments ?? 1) > 1 ? 'cardInstalments' : paymentMethod,
      pricePaid: price?.amount ?? null,
      remarks: values.remarks ?? null,
      shipmentMode: values.shipmentMode ?? null,
      soldAt: values.soldAt ?? null,
      subscriptionCode: values.subscriptionCode!,
      tariffCode: values.tariffCode!,
      terminated: values.terminated ?? null,
    },
  }
}

/**
 * Whether the line names no other beneficiary: nothing but what old systems fill in by themselves, or the payer's own number.
 */
const isSamePerson = (values: FieldValues): boolean => {
  const { beneficiaryExternalContactNumber: number, payerExternalContactNumber } = values
  const hasName =
    values.beneficiaryFirstName || values.beneficiaryLastName || values.beneficiaryCompany
  if (hasName) return false
  if (number) return number === payerExternalContactNumber
  return !values.beneficiaryEmail && !values.beneficiaryPhone && !values.beneficiaryStreet
}

const findCards = ({ cells, mapping }: Pick<Args, 'cells' | 'mapping'>): RowProblem[] =>
  Object.entries(cells)
    .filter(([, cell]) => findCardNumber(cell))
    .map(([column]) => ({
      code: 'cardNumber',
      column,
      field: fieldOf(mapping, column),
      value: '',
    }))

const fieldOf = (mapping: ColumnMapping, column: null | string): ImportFieldKey | null =>
  [...FIELDS.keys()].find((key) => column !== null && mapping[key] === column) ?? null

const shorten = (value: string): string =>
  value.length > SHOWN ? `${[...value].slice(0, SHOWN).join('')}…` : value

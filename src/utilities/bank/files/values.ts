import type { Values } from './readMessage'

import { plainText } from '../../plainText'
import { BankFileRefused } from './types'

/** Whole and decimal digits together; the largest statements of the world have fewer. */
const MAX_DIGITS = 12

/** The first text at one of some paths, as it may be stored. */
export const textOf = (values: Values, ...paths: string[]): null | string => {
  for (const path of paths) {
    const text = plainText(values.get(path)?.[0]?.text ?? '')
    if (text) return text
  }
  return null
}

/** All texts at some paths. */
export const textsOf = (values: Values, ...paths: string[]): string[] =>
  paths
    .flatMap((path) => (values.get(path) ?? []).map(({ text }) => plainText(text)))
    .filter(Boolean)

/** @throws BankFileRefused `valueMissing` */
export const requiredText = (values: Values, path: string, of: string): string => {
  const text = textOf(values, path)
  if (!text) throw new BankFileRefused('valueMissing', `${of}/${path}`)
  return text
}

/** The day of a date or of a moment, as the bank wrote it. */
export const dayOf = (values: Values, path: string): null | string =>
  textOf(values, `${path}/Dt`, `${path}/DtTm`)?.slice(0, 10) ?? null

const decimals = new Map<string, number>()

/**
 * The decimals that a currency has (ISO 4217, as Intl knows them).
 *
 * @throws BankFileRefused `currencyInvalid`
 */
const decimalsOf = (currency: string): number => {
  let known = decimals.get(currency)
  if (known !== undefined) return known
  if (!/^[A-Z]{3}$/.test(currency)) throw new BankFileRefused('currencyInvalid', currency)
  const format = new Intl.NumberFormat('en', { currency, style: 'currency' })
  known = format.resolvedOptions().maximumFractionDigits ?? 2
  decimals.set(currency, known)
  return known
}

/**
 * A decimal number of a message in minor units. ISO 20022 allows five decimals: more than the currency has are only taken when they are
 * zeros. Signs, exponents and more than twelve digits are refused.
 *
 * @throws BankFileRefused `amountInvalid`, `currencyInvalid`
 */
export const toMinorUnits = (text: string, currency: string): number => {
  const parts = /^(\d{1,18})(?:\.(\d{0,18}))?$/.exec(text)
  if (!parts) throw new BankFileRefused('amountInvalid', text)
  const [, whole = '', fraction = ''] = parts
  const digits = decimalsOf(currency)
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  const isExact = /^0*$/.test(fraction.slice(digits))
  const all = `${whole}${kept}`.replace(/^0+/, '')
  if (!isExact || all.length > MAX_DIGITS) throw new BankFileRefused('amountInvalid', text)
  return Number(all || '0')
}

export type Money = { amount: number; currency: string }

/** The amount at a path, where there is one. */
export const moneyAt = (values: Values, path: string): Money | undefined => {
  const value = values.get(path)?.[0]
  if (!value) return undefined
  const currency = value.currency ?? ''
  return { amount: toMinorUnits(value.text, currency), currency }
}

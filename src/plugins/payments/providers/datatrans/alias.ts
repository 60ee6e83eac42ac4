import { createHash } from 'crypto'

import type { Adopting } from '../types'

/** What is needed to charge a stored card at Datatrans: the service wants the expiry with the alias. */
export type DatatransAlias = {
  alias: string
  /** Our own name of the customer in the form it has at Datatrans: aliases there belong to nobody. */
  customer: string
  /** Two digits each. */
  expiryMonth: string
  expiryYear: string
}

/** The one string the rest of the house keeps. */
export const writeAlias = ({ alias, customer, expiryMonth, expiryYear }: DatatransAlias): string =>
  [alias, expiryMonth, expiryYear, customer].join('|')

/** @returns undefined when the string was not written by `writeAlias` */
export const readAlias = (text: string): DatatransAlias | undefined => {
  const [, alias, expiryMonth, expiryYear, customer] =
    /^([\w-]{8,})\|(\d\d)\|(\d\d)\|(.+)$/s.exec(text) ?? []
  if (!alias) return undefined
  return { alias, customer: customer!, expiryMonth: expiryMonth!, expiryYear: expiryYear! }
}

/** The longest `refno2` (API reference 2.0.45). */
const LONGEST = 40

/** Our name of the customer as it travels in `refno2`: a name too long for it by its fingerprint. */
export const toCustomer = (customer: string): string =>
  customer.length <= LONGEST
    ? customer
    : createHash('sha256').update(customer).digest('base64url').slice(0, LONGEST)

/** The alias of a card that another program has stored at Datatrans; without the expiry Datatrans charges none. */
export const adoptAlias = ({ customer, expMonth, expYear, kind, token }: Adopting) => {
  if (kind !== 'card' || !expMonth || !expYear) return undefined
  const alias = writeAlias({
    alias: token.trim(),
    customer: toCustomer(customer),
    expiryMonth: twoDigits(expMonth),
    expiryYear: twoDigits(expYear % 100),
  })
  return readAlias(alias) && alias
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

import type { Adopting } from '../types'

/** What is needed to charge a stored card or account at Stripe. */
export type StripeAlias = {
  /** Our own name of the customer, to find a card that belongs to somebody else before anything is sent. */
  customer: string
  /** Stripe's customer (`cus_…`). */
  customerID: string
  kind: 'card' | 'sepa'
  /** Stripe's payment method (`pm_…`). */
  paymentMethodID: string
}

/** The one string the rest of the house keeps. Our customer's name stands last: it may hold any character. */
export const writeAlias = ({ customer, customerID, kind, paymentMethodID }: StripeAlias): string =>
  [kind, customerID, paymentMethodID, customer].join('|')

/** @returns undefined when the string was not written by `writeAlias` */
export const readAlias = (alias: string): StripeAlias | undefined => {
  const [, kind, customerID, paymentMethodID, customer] =
    /^(card|sepa)\|(cus_\w+)\|(pm_\w+)\|(.*)$/s.exec(alias) ?? []
  if (!kind) return undefined
  return {
    customer: customer!,
    customerID: customerID!,
    kind: kind as 'card' | 'sepa',
    paymentMethodID: paymentMethodID!,
  }
}

/**
 * The alias of a card or account that another program has stored at Stripe. Stripe charges it for its own customer only, so both are
 * asked for: `cus_… pm_…`, with any sign between them.
 */
export const adoptAlias = ({ customer, kind, token }: Adopting): string | undefined => {
  const [, customerID, paymentMethodID] =
    /^\s*(cus_[A-Za-z0-9]+)[^\w]+(pm_\w+)\s*$/.exec(token) ?? []
  return customerID && writeAlias({ customer, customerID, kind, paymentMethodID: paymentMethodID! })
}

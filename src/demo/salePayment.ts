import type { PaymentMethodKind } from '../operations/payments/paymentMethods'
import type { Random } from './random'
import type { SiteSpec } from './types'

/**
 * How a file was paid. The alias stands for a stored card (or for a mandate that the provider keeps), the mandate for the right to debit
 * an account.
 */
export type SalePayment = {
  alias: string
  instalments: number
  mandate: string
  method: PaymentMethodKind
}

type Habit = readonly (readonly [method: PaymentMethodKind, weight: number])[]

/** How the three countries pay. */
const habits: Record<string, Habit> = {
  club: [
    ['directDebit', 26],
    ['card', 26],
    ['cardInstalments', 22],
    ['cash', 9],
    ['transfer', 7],
    ['voucher', 4],
    ['invoice', 6],
  ],
  konzerthaus: [
    ['transfer', 30],
    ['directDebit', 20],
    ['card', 22],
    ['cash', 12],
    ['invoice', 10],
    ['cardInstalments', 3],
    ['voucher', 3],
  ],
  theater: [
    ['invoice', 36],
    ['card', 24],
    ['transfer', 9],
    ['cash', 9],
    ['directDebit', 8],
    ['cardInstalments', 10],
    ['voucher', 4],
  ],
}

/** Letters that cannot be mistaken for each other, and none of which make a card number. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const ALIAS_LENGTH = 16
/** A card that was used once leaves an alias when the customer agreed to it. */
const KEPT_CARD = 0.7

/** Draws a payment as people of the site make it. A card in instalments always has its alias, a direct debit its mandate. */
export const salePayment = ({ random, site }: { random: Random; site: SiteSpec }): SalePayment => {
  const method = random.weighted(habits[site.code]!)
  const hasAlias = method === 'cardInstalments' || (method === 'card' && random.chance(KEPT_CARD))
  const payment = {
    alias: hasAlias
      ? `demo-${Array.from({ length: ALIAS_LENGTH }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join('')}`
      : '',
    instalments:
      method === 'cardInstalments'
        ? random.pick([3, 4, 10])
        : method === 'directDebit'
          ? random.pick([1, 1, 2, 4, 10])
          : 1,
    mandate:
      method === 'directDebit'
        ? `RUM-${site.code.slice(0, 3).toUpperCase()}-${String(random.int(0, 999_999_999)).padStart(9, '0')}`
        : '',
    method,
  }
  return payment.mandate && site.directDebit === 'provider'
    ? { ...payment, alias: `demo-${payment.mandate.toLowerCase()}` }
    : payment
}

import type { PaymentMethodKind } from '../../operations/payments/paymentMethods'
import type { SiteSpec } from '../types'

type Words = Partial<Record<PaymentMethodKind, string>>

const german: Words = {
  card: 'Karte',
  cardInstalments: 'Karte in Raten',
  cash: 'Bar',
  creditBalance: 'Guthaben',
  directDebit: 'Lastschrift',
  invoice: 'Rechnung',
  terminal: 'Karte am Terminal',
  transfer: 'Überweisung',
  voucher: 'Gutschein',
}

const french: Words = {
  card: 'Carte bancaire',
  cardInstalments: 'Carte en plusieurs fois',
  cash: 'Espèces',
  creditBalance: 'Avoir',
  directDebit: 'Prélèvement SEPA',
  invoice: 'Facture',
  terminal: 'Carte au guichet',
  transfer: 'Virement',
  voucher: 'Chèque-cadeau',
}

const CHARGED = ['counter', 'shop', 'renewal', 'refund']

/** The payment methods of a site as its staff would have set them up, ready to be created. @param accounts ids, where it has one */
export const demoMethods = ({
  accounts,
  site,
}: {
  accounts: { bank?: string; provider?: string }
  site: SiteSpec
}): Record<string, unknown>[] => {
  const words = site.code === 'club' ? french : german
  const method = (kind: PaymentMethodKind, code: string, more: object = {}) => ({
    name: words[kind],
    code,
    kind,
    // Swiss francs have no coin below five.
    rounding: site.currency === 'CHF' ? '5' : '1',
    uses: ['counter'],
    ...more,
  })
  const { bank, provider } = accounts
  const debit = site.directDebit === 'bank' ? bank : site.directDebit && provider
  return [
    ...(provider
      ? [
          method('card', 'CARD', { account: provider, uses: CHARGED }),
          method('cardInstalments', 'CARD-PARTS', {
            account: provider,
            maxInstalments: 10,
            uses: CHARGED,
          }),
        ]
      : []),
    ...(debit
      ? [
          method('directDebit', 'DEBIT', {
            account: debit,
            // The bank wants to have the file days before, and the customer to be told.
            ...(site.directDebit === 'bank' && { firstAfterDays: 14, firstDue: 'afterDays' }),
            maxInstalments: 10,
            uses: ['counter', 'renewal'],
          }),
        ]
      : []),
    method('cash', 'CASH', { uses: ['counter', 'refund'] }),
    method('terminal', 'TERMINAL', { uses: ['counter', 'refund'] }),
    method('invoice', 'INVOICE', { uses: ['counter', 'shop'] }),
    method('transfer', 'TRANSFER', { uses: ['counter', 'refund'] }),
    method('voucher', 'VOUCHER'),
    method('creditBalance', 'CREDIT', { uses: ['counter', 'refund'] }),
  ]
}

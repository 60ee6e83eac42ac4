import type { Payload, PayloadRequest } from 'payload'

/** How money moves, with the words staff see. */
export const paymentMethodKinds = [
  { label: { de: 'Bar', en: 'Cash', fr: 'Espèces' }, value: 'cash' },
  { label: { de: 'Karte', en: 'Card', fr: 'Carte' }, value: 'card' },
  {
    label: { de: 'Karte in Raten', en: 'Card in instalments', fr: 'Carte en plusieurs fois' },
    value: 'cardInstalments',
  },
  { label: { de: 'Lastschrift', en: 'Direct debit', fr: 'Prélèvement' }, value: 'directDebit' },
  { label: { de: 'Rechnung', en: 'Invoice', fr: 'Facture' }, value: 'invoice' },
  { label: { de: 'Überweisung', en: 'Bank transfer', fr: 'Virement' }, value: 'transfer' },
  { label: { de: 'Gutschein', en: 'Voucher', fr: 'Bon' }, value: 'voucher' },
  { label: { de: 'Andere', en: 'Other', fr: 'Autre' }, value: 'other' },
]

export type PaymentMethodKind =
  'card' | 'cardInstalments' | 'cash' | 'directDebit' | 'invoice' | 'other' | 'transfer' | 'voucher'

/** What a charge can be decided from: how last year was paid, and by whom. */
export type ChargeOrigin = {
  contactID: string
  instalments: number
  mandateReference: null | string
  method: PaymentMethodKind
  siteID: string
}

/** Why something cannot be charged; a code of the reason list. */
export type ChargeRefusal = 'noAlias' | 'noChargeableMethod' | 'noMandate'

export type ChargePlan = { instalments: number; method: PaymentMethodKind }

/**
 * A way to charge without the customer present. Plugins register theirs; the renewal asks each in turn.
 */
export type ChargeableMethod = {
  /** Unique name of the method, for example `payments:stripe`. */
  name: string
  /**
   * Loads what is needed for many origins at once, and answers per origin: a plan, or why not. Must not write or call out.
   */
  planCharges: (args: {
    origins: ChargeOrigin[]
    payload: Payload
    req?: Partial<PayloadRequest>
  }) => Promise<({ plan: ChargePlan } | { refusal: ChargeRefusal })[]>
  /** The kinds of last year's payment that it can continue. */
  supports: (origin: ChargeOrigin) => boolean
}

const registry: ChargeableMethod[] = []

/** Adds a way to charge; the same name again replaces the former. */
export const registerPaymentMethod = (method: ChargeableMethod): void => {
  const at = registry.findIndex((known) => known.name === method.name)
  if (at >= 0) registry[at] = method
  else registry.push(method)
}

/** Takes a way to charge out again (a plugin that is unloaded; tests). */
export const unregisterPaymentMethod = (name: string): void => {
  const at = registry.findIndex((known) => known.name === name)
  if (at >= 0) registry.splice(at, 1)
}

/**
 * Plans the charges for many origins: each goes to the first registered method that supports it.
 *
 * @returns in the order of the origins: a plan, or the reason why there is none
 */
export const planCharges = async ({
  origins,
  payload,
  req,
}: {
  origins: ChargeOrigin[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<({ plan: ChargePlan } | { refusal: ChargeRefusal })[]> => {
  const answers: ({ plan: ChargePlan } | { refusal: ChargeRefusal })[] = origins.map(() => ({
    refusal: 'noChargeableMethod',
  }))
  const open = new Set(origins.keys())
  for (const method of registry) {
    const mine = [...open].filter((i) => method.supports(origins[i]!))
    if (!mine.length) continue
    const planned = await method.planCharges({
      origins: mine.map((i) => origins[i]!),
      payload,
      req,
    })
    mine.forEach((i, k) => {
      answers[i] = planned[k]!
      open.delete(i)
    })
  }
  return answers
}

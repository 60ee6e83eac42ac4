/** How far a payment or one of its instalments is. */
export const paymentStates = [
  { label: { de: 'Geplant', en: 'Planned', fr: 'Prévu' }, value: 'planned' },
  { label: { de: 'Unterwegs', en: 'Pending', fr: 'En cours' }, value: 'pending' },
  { label: { de: 'Bezahlt', en: 'Paid', fr: 'Payé' }, value: 'paid' },
  { label: { de: 'Fehlgeschlagen', en: 'Failed', fr: 'Échoué' }, value: 'failed' },
  { label: { de: 'Zurückgegeben', en: 'Returned', fr: 'Retourné' }, value: 'returned' },
  { label: { de: 'Erstattet', en: 'Refunded', fr: 'Remboursé' }, value: 'refunded' },
  {
    label: { de: 'Zurückgenommen', en: 'Taken back', fr: 'Contre-passé' },
    value: 'reversed',
  },
  { label: { de: 'Aufgehoben', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
]

export type PaymentState =
  'cancelled' | 'failed' | 'paid' | 'pending' | 'planned' | 'refunded' | 'returned' | 'reversed'

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { paymentMethodKinds } from '../operations/payments/paymentMethods'
import { amountField, momentField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** Money in or out of a file by a payment method. */
export const Payments: CollectionConfig = createCollection({
  slug: slugs.payments,
  config: { admin: { defaultColumns: ['file', 'method', 'amount', 'state', 'paidAt'] } },
  fields: [
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to('order', slugs.orders, { de: 'Auftrag', en: 'Order', fr: 'Ordre' }),
    to('contact', slugs.contacts, { de: 'Zahlende Person', en: 'Payer', fr: 'Payeur' }),
    selectField(
      'method',
      { de: 'Zahlungsart', en: 'Payment method', fr: 'Mode de règlement' },
      paymentMethodKinds,
      { required: true },
    ),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Geplant', en: 'Planned', fr: 'Prévu' }, value: 'planned' },
        { label: { de: 'Unterwegs', en: 'Pending', fr: 'En cours' }, value: 'pending' },
        { label: { de: 'Bezahlt', en: 'Paid', fr: 'Payé' }, value: 'paid' },
        { label: { de: 'Fehlgeschlagen', en: 'Failed', fr: 'Échoué' }, value: 'failed' },
        { label: { de: 'Zurückgegeben', en: 'Returned', fr: 'Retourné' }, value: 'returned' },
        { label: { de: 'Erstattet', en: 'Refunded', fr: 'Remboursé' }, value: 'refunded' },
        { label: { de: 'Aufgehoben', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
      ],
      { required: true },
    ),
    {
      name: 'instalments',
      type: 'number',
      defaultValue: 1,
      label: { de: 'Raten', en: 'Instalments', fr: 'Échéances' },
      required: true,
    },
    momentField('paidAt', { de: 'Bezahlt am', en: 'Paid on', fr: 'Payé le' }),
    {
      name: 'mandateReference',
      type: 'text',
      label: {
        de: 'Mandatsreferenz',
        en: 'Mandate reference (RUM)',
        fr: 'Référence unique de mandat',
      },
    },
    {
      name: 'aliasReference',
      type: 'text',
      access: { read: () => false },
      admin: { hidden: true },
    },
    uniqueKey('chargeKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Zahlungen', en: 'Payments', fr: 'Règlements' },
    singular: { de: 'Zahlung', en: 'Payment', fr: 'Règlement' },
  },
  scope: 'site',
})

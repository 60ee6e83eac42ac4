import type { CollectionConfig } from 'payload'

import { isPermitted } from '../access/ofOwnInstitution'
import { paymentMethodKinds } from '../operations/payments/paymentMethods'
import { paymentStates } from '../operations/payments/paymentStates'
import { createCollection } from './createCollection'
import { amountField, momentField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** Money in or out of a file by a payment method. What it is paid in lies in its instalments; money given back is negative. */
export const Payments: CollectionConfig = createCollection({
  slug: slugs.payments,
  config: { admin: { defaultColumns: ['file', 'method', 'amount', 'paid', 'state', 'paidAt'] } },
  fields: [
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to('order', slugs.orders, { de: 'Auftrag', en: 'Order', fr: 'Ordre' }),
    to('contact', slugs.contacts, { de: 'Zahlende Person', en: 'Payer', fr: 'Payeur' }),
    selectField(
      'method',
      { de: 'Art der Zahlung', en: 'Kind of payment', fr: 'Type de règlement' },
      paymentMethodKinds,
      { required: true },
    ),
    to('paymentMethod', slugs.paymentMethods, {
      de: 'Zahlungsart',
      en: 'Payment method',
      fr: 'Mode de règlement',
    }),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    amountField(
      'paid',
      { de: 'Davon eingegangen', en: 'Received', fr: 'Encaissé' },
      { defaultValue: 0, required: true },
    ),
    selectField('state', { de: 'Stand', en: 'State', fr: 'État' }, paymentStates, {
      required: true,
    }),
    {
      name: 'instalments',
      type: 'number',
      defaultValue: 1,
      label: { de: 'Raten', en: 'Instalments', fr: 'Échéances' },
      required: true,
    },
    momentField('paidAt', { de: 'Bezahlt am', en: 'Paid on', fr: 'Payé le' }),
    to('alias', slugs.aliases, { de: 'Karte', en: 'Card', fr: 'Carte' }),
    to('mandate', slugs.mandates, { de: 'Mandat', en: 'Mandate', fr: 'Mandat' }),
    {
      name: 'mandateReference',
      type: 'text',
      // For those who may see the mandate itself.
      access: { read: ({ req }) => isPermitted(req, slugs.mandates, 'read') },
      label: {
        de: 'Mandatsreferenz',
        en: 'Mandate reference (RUM)',
        fr: 'Référence unique de mandat',
      },
    },
    to('refundOf', slugs.payments, {
      de: 'Erstattung von',
      en: 'Refund of',
      fr: 'Remboursement de',
    }),
    // What becomes of an order whose very first charge is declined: the setting of the batch that made it.
    selectField(
      'onDecline',
      { de: 'Bei Ablehnung', en: 'When declined', fr: 'En cas de refus' },
      [
        {
          label: {
            de: 'Keinen Auftrag anlegen',
            en: 'Create no order',
            fr: 'Ne pas créer d’ordre',
          },
          value: 'nothing',
        },
        {
          label: {
            de: 'Reservation anlegen',
            en: 'Create a reservation',
            fr: 'Créer une réservation',
          },
          value: 'reservation',
        },
      ],
      { admin: { disableListColumn: true } },
    ),
    momentField(
      'declineDeadline',
      {
        de: 'Frist nach Ablehnung',
        en: 'Deadline when declined',
        fr: 'Délai en cas de refus',
      },
      { admin: { disableListColumn: true } },
    ),
    // Of one that was noted by staff: what followed from it, for when it turns out a mistake.
    { name: 'booked', type: 'json', admin: { hidden: true } },
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

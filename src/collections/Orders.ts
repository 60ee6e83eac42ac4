import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { amountField, dateField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** One operation on a file, with who asked for it and why. Added, never rewritten. */
export const Orders: CollectionConfig = createCollection({
  slug: slugs.orders,
  config: {
    admin: {
      defaultColumns: ['number', 'file', 'kind', 'amount', 'createdAt'],
      useAsTitle: 'number',
    },
    defaultSort: '-number',
  },
  fields: [
    {
      name: 'number',
      type: 'number',
      admin: { readOnly: true },
      index: true,
      label: { de: 'Nummer', en: 'Number', fr: 'Numéro' },
      required: true,
    },
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        {
          label: { de: 'Reservation', en: 'Reservation', fr: 'Réservation' },
          value: 'reservation',
        },
        { label: { de: 'Verkauf', en: 'Sale', fr: 'Vente' }, value: 'sale' },
        { label: { de: 'Storno', en: 'Cancellation', fr: 'Annulation' }, value: 'cancellation' },
        { label: { de: 'Rückerstattung', en: 'Refund', fr: 'Remboursement' }, value: 'refund' },
        { label: { de: 'Umtausch', en: 'Exchange', fr: 'Échange' }, value: 'exchange' },
        {
          label: { de: 'Platzwechsel', en: 'Seat change', fr: 'Changement de place' },
          value: 'seatChange',
        },
      ],
      { required: true },
    ),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    selectField(
      'requestedBy',
      { de: 'Verlangt von', en: 'Requested by', fr: 'Demandé par' },
      [
        { label: { de: 'Publikum', en: 'Public', fr: 'Public' }, value: 'public' },
        {
          label: { de: 'Institution', en: 'Institution', fr: 'Institution' },
          value: 'institution',
        },
      ],
      { defaultValue: 'public', required: true },
    ),
    { name: 'cause', type: 'text', label: { de: 'Grund', en: 'Cause', fr: 'Motif' } },
    to('channel', slugs.salesChannels, {
      de: 'Vertriebskanal',
      en: 'Sales channel',
      fr: 'Filière de vente',
    }),
    to('shipmentMode', slugs.shipmentModes, {
      de: 'Versandart',
      en: 'Shipment mode',
      fr: 'Mode d’envoi',
    }),
    dateField('paymentDeadline', {
      de: 'Zahlbar bis',
      en: 'Payable until',
      fr: 'Payable jusqu’au',
    }),
    to('user', slugs.users, { de: 'Erfasst von', en: 'Entered by', fr: 'Saisi par' }),
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }),
    uniqueKey('numberKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Aufträge', en: 'Orders', fr: 'Ordres' },
    singular: { de: 'Auftrag', en: 'Order', fr: 'Ordre' },
  },
  scope: 'site',
  search: ['number'],
})

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { amountField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** One sold thing inside an order: a subscription for one beneficiary, a performance of it, or a fee. */
export const Lines: CollectionConfig = createCollection({
  slug: slugs.lines,
  config: {
    admin: {
      defaultColumns: ['file', 'kind', 'subscription', 'beneficiary', 'seat', 'amount', 'state'],
    },
    indexes: [{ fields: ['season', 'kind', 'state', 'file'] }],
  },
  fields: [
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to('order', slugs.orders, { de: 'Auftrag', en: 'Order', fr: 'Ordre' }, { required: true }),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        {
          label: { de: 'Abonnement', en: 'Subscription', fr: 'Abonnement' },
          value: 'subscription',
        },
        { label: { de: 'Vorstellung', en: 'Performance', fr: 'Séance' }, value: 'performance' },
        { label: { de: 'Gebühr', en: 'Fee', fr: 'Frais' }, value: 'fee' },
      ],
      { required: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        {
          label: { de: 'Wird belastet', en: 'Being charged', fr: 'Débit en cours' },
          value: 'charging',
        },
        { label: { de: 'Reserviert', en: 'Reserved', fr: 'Réservé' }, value: 'reserved' },
        { label: { de: 'Verkauft', en: 'Sold', fr: 'Vendu' }, value: 'sold' },
        { label: { de: 'Storniert', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
      ],
      { required: true },
    ),
    to('parent', slugs.lines, { de: 'Gehört zu', en: 'Part of', fr: 'Fait partie de' }),
    to('season', slugs.seasons, { de: 'Saison', en: 'Season', fr: 'Saison' }),
    to('subscription', slugs.subscriptions, {
      de: 'Abonnement',
      en: 'Subscription',
      fr: 'Abonnement',
    }),
    to('performance', slugs.performances, { de: 'Vorstellung', en: 'Performance', fr: 'Séance' }),
    to('tariff', slugs.tariffs, { de: 'Tarif', en: 'Tariff', fr: 'Tarif' }),
    to('priceCategory', slugs.priceCategories, {
      de: 'Preiskategorie',
      en: 'Price category',
      fr: 'Catégorie de prix',
    }),
    to('seat', slugs.seats, { de: 'Platz', en: 'Seat', fr: 'Place' }),
    to(
      'payer',
      slugs.contacts,
      { de: 'Zahlende Person', en: 'Payer', fr: 'Payeur' },
      { required: true },
    ),
    to('beneficiary', slugs.contacts, { de: 'Für', en: 'Beneficiary', fr: 'Bénéficiaire' }),
    to('shipmentMode', slugs.shipmentModes, {
      de: 'Versandart',
      en: 'Shipment mode',
      fr: 'Mode d’envoi',
    }),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    to('originLine', slugs.lines, {
      de: 'Verlängert aus',
      en: 'Renewed from',
      fr: 'Renouvelé depuis',
    }),
    to('cancelledBy', slugs.orders, { de: 'Storniert mit', en: 'Cancelled by', fr: 'Annulé par' }),
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }),
    uniqueKey('renewalKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Positionen', en: 'Lines', fr: 'Lignes' },
    singular: { de: 'Position', en: 'Line', fr: 'Ligne' },
  },
  scope: 'site',
})

import type { CollectionConfig } from 'payload'

import { hasRole } from '../access/ofOwnInstitution'
import { keepOthersRemarks } from '../hooks/keepOthersRemarks'
import { createCollection } from './createCollection'
import { amountField, dateField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** The customer’s dossier: everything one payer bought in one go, over its whole life. Status and sums follow from the ledger. */
export const Files: CollectionConfig = createCollection({
  slug: slugs.files,
  config: {
    admin: {
      components: {
        views: {
          edit: {
            api: { tab: { condition: ({ req }) => hasRole(req, 'administrator') } },
            default: {
              Component: '/components/FilePage#FilePage',
              tab: { label: ({ t }) => t('reprise:filePage:overview') },
            },
          },
        },
      },
      defaultColumns: [
        'number',
        'payer',
        'status',
        'total',
        'paid',
        'balance',
        'season',
        'paymentDeadline',
      ],
      // Who calls says a name, not a number.
      listSearchableFields: ['searchKey', 'payer.searchKey'],
      useAsTitle: 'number',
    },
    defaultSort: '-number',
    hooks: { beforeChange: [keepOthersRemarks] },
  },
  fields: [
    {
      name: 'number',
      type: 'number',
      access: { update: () => false },
      admin: { readOnly: true },
      index: true,
      label: { de: 'Nummer', en: 'Number', fr: 'Numéro' },
      required: true,
    },
    to(
      'payer',
      slugs.contacts,
      { de: 'Zahlende Person', en: 'Payer', fr: 'Payeur' },
      { access: { update: () => false }, admin: { readOnly: true }, required: true },
    ),
    to(
      'season',
      slugs.seasons,
      { de: 'Saison', en: 'Season', fr: 'Saison' },
      { access: { update: () => false }, admin: { readOnly: true } },
    ),
    selectField(
      'status',
      { de: 'Stand', en: 'Status', fr: 'Statut' },
      [
        {
          label: { de: 'Wird belastet', en: 'Being charged', fr: 'Débit en cours' },
          value: 'charging',
        },
        { label: { de: 'Reserviert', en: 'Reserved', fr: 'Réservé' }, value: 'reserved' },
        { label: { de: 'Verkauft', en: 'Sold', fr: 'Vendu' }, value: 'sold' },
        {
          label: { de: 'Teils reserviert', en: 'Partly reserved', fr: 'En partie réservé' },
          value: 'mixed',
        },
        { label: { de: 'Storniert', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
      ],
      { access: { update: () => false }, admin: { readOnly: true }, required: true },
    ),
    amountField(
      'total',
      { de: 'Betrag', en: 'Total', fr: 'Total' },
      {
        access: { update: () => false },
        admin: { readOnly: true },
        defaultValue: 0,
        required: true,
      },
    ),
    amountField(
      'paid',
      { de: 'Bezahlt', en: 'Paid', fr: 'Payé' },
      {
        access: { update: () => false },
        admin: { readOnly: true },
        defaultValue: 0,
        required: true,
      },
    ),
    amountField(
      'balance',
      { de: 'Offen', en: 'Due', fr: 'Solde dû' },
      {
        access: { update: () => false },
        admin: { readOnly: true },
        defaultValue: 0,
        index: true,
        required: true,
      },
    ),
    {
      name: 'currency',
      type: 'text',
      access: { update: () => false },
      admin: { readOnly: true },
      label: { de: 'Währung', en: 'Currency', fr: 'Monnaie' },
      required: true,
    },
    to(
      'channel',
      slugs.salesChannels,
      { de: 'Vertriebskanal', en: 'Sales channel', fr: 'Filière de vente' },
      { access: { update: () => false }, admin: { readOnly: true } },
    ),
    dateField(
      'paymentDeadline',
      { de: 'Zahlbar bis', en: 'Payable until', fr: 'Payable jusqu’au' },
      { access: { update: () => false }, admin: { readOnly: true }, index: true },
    ),
    {
      name: 'externalNumber',
      type: 'text',
      access: { update: () => false },
      admin: { readOnly: true },
      index: true,
      label: {
        de: 'Nummer im alten System',
        en: 'Number in the old system',
        fr: 'Numéro dans l’ancien système',
      },
    },
    to(
      'run',
      slugs.runs,
      { de: 'Lauf', en: 'Run', fr: 'Exécution' },
      { access: { update: () => false }, admin: { readOnly: true } },
    ),
    {
      name: 'remarks',
      type: 'richText',
      label: { de: 'Bemerkungen', en: 'Remarks', fr: 'Remarques' },
    },
    uniqueKey('numberKey'),
    { ...uniqueKey('originKey'), required: false },
  ],
  group: 'sales',
  labels: {
    plural: { de: 'Dossiers', en: 'Files', fr: 'Dossiers' },
    singular: { de: 'Dossier', en: 'File', fr: 'Dossier' },
  },
  scope: 'site',
  search: ['number', 'externalNumber'],
  searchLabel: { de: 'Nummer oder Name', en: 'number or name', fr: 'numéro ou nom' },
})

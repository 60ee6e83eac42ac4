import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../../collections/createCollection'
import {
  amountField,
  dateField,
  momentField,
  selectField,
  to,
} from '../../../../collections/fields'
import { slugs } from '../../../../collections/slugs'
import { paymentSlugs } from '../../collections/slugs'

/**
 * A file of direct debits for the bank: prepared by one person, released by another, and from then on the same whenever it is
 * downloaded. What is in it are the charges that name it.
 */
export const DirectDebitFiles: CollectionConfig = createCollection({
  slug: paymentSlugs.debitFiles,
  config: {
    admin: {
      defaultColumns: [
        'messageID',
        'account',
        'state',
        'count',
        'amount',
        'preparedAt',
        'releasedAt',
      ],
      useAsTitle: 'messageID',
    },
    defaultSort: '-createdAt',
  },
  fields: [
    {
      name: 'messageID',
      type: 'text',
      label: { de: 'Nummer der Datei', en: 'Number of the file', fr: 'Numéro du fichier' },
      maxLength: 35,
      required: true,
      unique: true,
    },
    to(
      'account',
      slugs.paymentAccounts,
      { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
      { required: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Vorbereitet', en: 'Prepared', fr: 'Préparé' }, value: 'prepared' },
        { label: { de: 'Freigegeben', en: 'Released', fr: 'Libéré' }, value: 'released' },
        { label: { de: 'Verworfen', en: 'Discarded', fr: 'Abandonné' }, value: 'discarded' },
      ],
      { required: true },
    ),
    dateField(
      'until',
      { de: 'Fällig bis', en: 'Due until', fr: 'Dû jusqu’au' },
      { required: true },
    ),
    {
      name: 'count',
      type: 'number',
      label: { de: 'Einzüge', en: 'Collections', fr: 'Prélèvements' },
      required: true,
    },
    amountField('amount', { de: 'Summe', en: 'Sum', fr: 'Somme' }, { required: true }),
    {
      name: 'currency',
      type: 'text',
      label: { de: 'Währung', en: 'Currency', fr: 'Monnaie' },
      required: true,
    },
    to('preparedBy', slugs.users, { de: 'Vorbereitet von', en: 'Prepared by', fr: 'Préparé par' }),
    momentField('preparedAt', { de: 'Vorbereitet', en: 'Prepared', fr: 'Préparé le' }),
    to('releasedBy', slugs.users, { de: 'Freigegeben von', en: 'Released by', fr: 'Libéré par' }),
    momentField('releasedAt', { de: 'Freigegeben', en: 'Released', fr: 'Libéré le' }),
    to('discardedBy', slugs.users, {
      de: 'Verworfen von',
      en: 'Discarded by',
      fr: 'Abandonné par',
    }),
    momentField('discardedAt', { de: 'Verworfen', en: 'Discarded', fr: 'Abandonné le' }),
    // The house as it stands in the file, and in which format: as they were at the release.
    { name: 'creditor', type: 'json', admin: { hidden: true } },
    { name: 'version', type: 'text', admin: { hidden: true } },
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Lastschriftdateien', en: 'Direct debit files', fr: 'Fichiers de prélèvements' },
    singular: { de: 'Lastschriftdatei', en: 'Direct debit file', fr: 'Fichier de prélèvements' },
  },
  plugin: 'payments',
  scope: 'site',
})

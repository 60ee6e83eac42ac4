import type { CollectionConfig } from 'payload'

import { paymentStates } from '../operations/payments/paymentStates'
import { createCollection } from './createCollection'
import { amountField, causeField, momentField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** One part of a payment, with the day it is due. A payment in one go has one. */
export const Instalments: CollectionConfig = createCollection({
  slug: slugs.instalments,
  config: {
    admin: { defaultColumns: ['file', 'contact', 'dueAt', 'amount', 'state', 'reason'] },
    defaultSort: 'dueAt',
    indexes: [{ fields: ['state', 'dueAt'] }, { fields: ['state', 'nextAttemptAt'] }],
  },
  fields: [
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to(
      'payment',
      slugs.payments,
      { de: 'Zahlung', en: 'Payment', fr: 'Règlement' },
      { required: true },
    ),
    to(
      'contact',
      slugs.contacts,
      { de: 'Zahlende Person', en: 'Payer', fr: 'Payeur' },
      { required: true },
    ),
    {
      name: 'index',
      type: 'number',
      label: { de: 'Rate', en: 'Instalment', fr: 'Échéance' },
      required: true,
    },
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    momentField('dueAt', { de: 'Fällig am', en: 'Due on', fr: 'Due le' }, { required: true }),
    selectField('state', { de: 'Stand', en: 'State', fr: 'État' }, paymentStates, {
      required: true,
    }),
    causeField('reason', { de: 'Grund', en: 'Reason', fr: 'Motif' }),
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Versuche', en: 'Attempts', fr: 'Tentatives' },
      required: true,
    },
    momentField('nextAttemptAt', {
      de: 'Nächster Versuch',
      en: 'Next attempt',
      fr: 'Prochaine tentative',
    }),
    momentField('paidAt', { de: 'Bezahlt am', en: 'Paid on', fr: 'Payé le' }),
    uniqueKey('instalmentKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Raten', en: 'Instalments', fr: 'Échéances' },
    singular: { de: 'Rate', en: 'Instalment', fr: 'Échéance' },
  },
  scope: 'site',
})

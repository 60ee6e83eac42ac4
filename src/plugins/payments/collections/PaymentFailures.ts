import type { CollectionConfig } from 'payload'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { createCollection } from '../../../collections/createCollection'
import {
  amountField,
  causeField,
  expiryField,
  momentField,
  selectField,
  to,
  uniqueKey,
} from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { paymentSlugs } from './slugs'

/**
 * A payment that did not come about, from the day it failed until it is paid or given up: the list staff work through
 * (manual 5, contacts with a failed payment).
 */
export const PaymentFailures: CollectionConfig = createCollection({
  slug: paymentSlugs.failures,
  config: {
    admin: {
      defaultColumns: ['contact', 'cause', 'amount', 'file', 'attempts', 'state', 'failedAt'],
    },
    defaultSort: '-failedAt',
    indexes: [{ fields: ['site', 'state', 'failedAt'] }, { fields: ['state', 'nextStepAt'] }],
  },
  fields: [
    to(
      'contact',
      slugs.contacts,
      { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
      { required: true },
    ),
    causeField('cause', { de: 'Ursache', en: 'Cause', fr: 'Cause' }, { required: true }),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    {
      name: 'currency',
      type: 'text',
      label: { de: 'Währung', en: 'Currency', fr: 'Monnaie' },
      required: true,
    },
    // The new file where there is one; else last season's, from which nothing could be made.
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to('payment', slugs.payments, { de: 'Zahlung', en: 'Payment', fr: 'Règlement' }),
    // How it was to be paid, where it was refused before any payment came of it.
    { name: 'terms', type: 'json', hidden: true },
    to('instalment', slugs.instalments, { de: 'Rate', en: 'Instalment', fr: 'Échéance' }),
    to('alias', slugs.aliases, { de: 'Karte', en: 'Card', fr: 'Carte' }),
    expiryField(
      'cardExpiresAt',
      { de: 'Karte gültig bis', en: 'Card valid until', fr: 'Carte valable jusqu’au' },
      {
        // As for the card itself: marketing staff write to people, and need not know their cards.
        access: { read: ({ req }) => isPermitted(req, slugs.aliases, 'read') },
        virtual: 'alias.expiresAt',
      },
    ),
    to('mandate', slugs.mandates, { de: 'Mandat', en: 'Mandate', fr: 'Mandat' }),
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }),
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Versuche', en: 'Attempts', fr: 'Tentatives' },
      required: true,
    },
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Offen', en: 'Open', fr: 'Ouvert' }, value: 'open' },
        {
          label: { de: 'Wird belastet', en: 'Being charged', fr: 'Débit en cours' },
          value: 'charging',
        },
        { label: { de: 'Bezahlt', en: 'Paid', fr: 'Payé' }, value: 'paid' },
        {
          label: {
            de: 'Als Reservation weitergeführt',
            en: 'Handed over as a reservation',
            fr: 'Transmis comme réservation',
          },
          value: 'reserved',
        },
        { label: { de: 'Storniert', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
        { label: { de: 'Erledigt', en: 'Closed', fr: 'Classé' }, value: 'closed' },
      ],
      { defaultValue: 'open', required: true },
    ),
    momentField(
      'failedAt',
      { de: 'Fehlgeschlagen am', en: 'Failed on', fr: 'Échoué le' },
      { required: true },
    ),
    {
      name: 'stage',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Mahnstufe', en: 'Reminder stage', fr: 'Niveau de relance' },
      required: true,
    },
    momentField('lastReminderAt', {
      de: 'Zuletzt erinnert',
      en: 'Last reminder',
      fr: 'Dernière relance',
    }),
    momentField('nextStepAt', { de: 'Nächster Schritt', en: 'Next step', fr: 'Prochaine étape' }),
    momentField('closedAt', { de: 'Abgeschlossen', en: 'Closed', fr: 'Classé le' }),
    uniqueKey('failureKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Fehlgeschlagene Zahlungen', en: 'Failed payments', fr: 'Règlements échoués' },
    singular: { de: 'Fehlgeschlagene Zahlung', en: 'Failed payment', fr: 'Règlement échoué' },
  },
  plugin: 'payments',
  scope: 'site',
})

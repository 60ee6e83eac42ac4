import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import {
  amountField,
  causeField,
  dateField,
  momentField,
  selectField,
  to,
  uniqueKey,
} from '../../../collections/fields'
import { sealedField } from '../../../collections/sealedField'
import { slugs } from '../../../collections/slugs'
import { paymentSlugs } from './slugs'

/**
 * One attempt to move money through a provider, or to give it back: written down before anything is sent, with a reference of its
 * own, and settled by the answer, a message of the provider, or by asking.
 */
export const Charges: CollectionConfig = createCollection({
  slug: paymentSlugs.charges,
  config: {
    admin: {
      defaultColumns: ['reference', 'file', 'contact', 'amount', 'state', 'reason', 'createdAt'],
      useAsTitle: 'reference',
    },
    defaultSort: '-createdAt',
  },
  fields: [
    {
      name: 'reference',
      type: 'text',
      index: true,
      label: { de: 'Referenz', en: 'Reference', fr: 'Référence' },
      maxLength: 20,
      required: true,
      unique: true,
    },
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Belastung', en: 'Charge', fr: 'Débit' }, value: 'charge' },
        { label: { de: 'Rückzahlung', en: 'Refund', fr: 'Remboursement' }, value: 'refund' },
      ],
      { required: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        {
          label: { de: 'Noch nicht beantwortet', en: 'Not answered yet', fr: 'Sans réponse' },
          value: 'open',
        },
        {
          label: {
            de: 'Ungewiss, wird nachgefragt',
            en: 'Unknown, being asked',
            fr: 'Incertain, vérification',
          },
          value: 'unknown',
        },
        { label: { de: 'Angenommen', en: 'Accepted', fr: 'Accepté' }, value: 'pending' },
        { label: { de: 'Abgelehnt', en: 'Declined', fr: 'Refusé' }, value: 'declined' },
        {
          label: { de: 'Bestätigung nötig', en: 'Needs the customer', fr: 'Confirmation requise' },
          value: 'needsCustomer',
        },
        { label: { de: 'Bezahlt', en: 'Paid', fr: 'Payé' }, value: 'paid' },
        { label: { de: 'Zurückgeholt', en: 'Returned', fr: 'Retourné' }, value: 'returned' },
        {
          label: { de: 'Zurückgewonnen', en: 'Won back', fr: 'Récupéré' },
          value: 'regained',
        },
        { label: { de: 'Nicht gesendet', en: 'Not sent', fr: 'Non envoyé' }, value: 'cancelled' },
      ],
      { required: true },
    ),
    amountField('amount', { de: 'Betrag', en: 'Amount', fr: 'Montant' }, { required: true }),
    {
      name: 'currency',
      type: 'text',
      label: { de: 'Währung', en: 'Currency', fr: 'Monnaie' },
      required: true,
    },
    to(
      'contact',
      slugs.contacts,
      { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
      { required: true },
    ),
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }),
    to('payment', slugs.payments, { de: 'Zahlung', en: 'Payment', fr: 'Règlement' }),
    to('instalment', slugs.instalments, { de: 'Rate', en: 'Instalment', fr: 'Échéance' }),
    to(
      'account',
      slugs.paymentAccounts,
      { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
      { required: true },
    ),
    to('alias', slugs.aliases, { de: 'Karte', en: 'Card', fr: 'Carte' }),
    to('mandate', slugs.mandates, { de: 'Mandat', en: 'Mandate', fr: 'Mandat' }),
    to('refundOf', paymentSlugs.charges, {
      de: 'Rückzahlung von',
      en: 'Refund of',
      fr: 'Remboursement de',
    }),
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }),
    {
      name: 'providerID',
      type: 'text',
      index: true,
      label: { de: 'Beim Anbieter', en: 'At the provider', fr: 'Chez le prestataire' },
    },
    {
      name: 'code',
      type: 'text',
      label: { de: 'Antwort des Anbieters', en: 'Provider’s answer', fr: 'Réponse du prestataire' },
    },
    causeField('reason', { de: 'Grund', en: 'Reason', fr: 'Motif' }),
    to('debitFile', paymentSlugs.debitFiles, {
      de: 'Lastschriftdatei',
      en: 'Direct debit file',
      fr: 'Fichier de prélèvements',
    }),
    dateField('collectOn', { de: 'Einzug am', en: 'Collected on', fr: 'Prélevé le' }),
    {
      name: 'sequence',
      type: 'text',
      label: { de: 'Reihenfolge', en: 'Sequence', fr: 'Séquence' },
      maxLength: 4,
    },
    // The part of the file it goes out in, by which the bank books it (PmtInfId).
    { name: 'partID', type: 'text', admin: { hidden: true }, index: true },
    // All that stands in the file about it, as it was on the day, so that the file is the same whenever it is asked for.
    sealedField('debit'),
    momentField('bookedAt', {
      de: 'Von der Bank gutgeschrieben',
      en: 'Credited by the bank',
      fr: 'Crédité par la banque',
    }),
    {
      name: 'returnKind',
      type: 'text',
      admin: { hidden: true },
      label: { de: 'Rückgabe', en: 'Return', fr: 'Retour' },
    },
    { name: 'returnCode', type: 'text', admin: { hidden: true } },
    { name: 'returnText', type: 'text', admin: { hidden: true } },
    // What the bank has said and is still to be booked; a worker looks every two seconds.
    {
      name: 'toSettle',
      type: 'checkbox',
      admin: { hidden: true },
      defaultValue: false,
      index: true,
    },
    momentField('sentAt', { de: 'Gesendet', en: 'Sent', fr: 'Envoyé' }),
    momentField('settledAt', { de: 'Beantwortet', en: 'Answered', fr: 'Répondu' }),
    uniqueKey('attemptKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Belastungen', en: 'Charges', fr: 'Débits' },
    singular: { de: 'Belastung', en: 'Charge', fr: 'Débit' },
  },
  plugin: 'payments',
  scope: 'site',
})

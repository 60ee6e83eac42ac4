import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { dateField, momentField, selectField, to, uniqueKey } from './fields'
import { sealedField } from './sealedField'
import { slugs } from './slugs'

/** The right to debit an account (SEPA): its unique reference, when it was signed, and how often it was used. The IBAN is sealed. */
export const Mandates: CollectionConfig = createCollection({
  slug: slugs.mandates,
  config: {
    admin: {
      defaultColumns: ['reference', 'contact', 'maskedIBAN', 'signedOn', 'sequence', 'state'],
      useAsTitle: 'reference',
    },
  },
  fields: [
    to(
      'contact',
      slugs.contacts,
      { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
      { required: true },
    ),
    to(
      'account',
      slugs.paymentAccounts,
      { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
      { required: true },
    ),
    {
      name: 'reference',
      type: 'text',
      index: true,
      label: {
        de: 'Mandatsreferenz',
        en: 'Mandate reference (RUM)',
        fr: 'Référence unique de mandat',
      },
      maxLength: 35,
      required: true,
    },
    {
      name: 'holder',
      type: 'text',
      label: { de: 'Kontoinhaber', en: 'Account holder', fr: 'Titulaire du compte' },
      maxLength: 70,
    },
    {
      name: 'maskedIBAN',
      type: 'text',
      label: { de: 'IBAN', en: 'IBAN', fr: 'IBAN' },
    },
    { name: 'bic', type: 'text', label: { de: 'BIC', en: 'BIC', fr: 'BIC' }, maxLength: 11 },
    dateField('signedOn', { de: 'Unterschrieben am', en: 'Signed on', fr: 'Signé le' }),
    selectField(
      'sequence',
      { de: 'Reihenfolge', en: 'Sequence', fr: 'Séquence' },
      [
        {
          label: { de: 'Erste steht aus', en: 'First to come', fr: 'Premier à venir' },
          value: 'first',
        },
        { label: { de: 'Folgende', en: 'Recurrent', fr: 'Récurrent' }, value: 'recurrent' },
        { label: { de: 'Beendet', en: 'Ended', fr: 'Terminé' }, value: 'ended' },
      ],
      { defaultValue: 'first', required: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Aktiv', en: 'Active', fr: 'Actif' }, value: 'active' },
        { label: { de: 'Erloschen', en: 'Expired', fr: 'Expiré' }, value: 'expired' },
        { label: { de: 'Widerrufen', en: 'Revoked', fr: 'Révoqué' }, value: 'revoked' },
        {
          // By a return that says so; a new account sets it free again.
          label: {
            de: 'Angehalten (Rückgabe der Bank)',
            en: 'Stopped by a return',
            fr: 'Arrêté par un retour',
          },
          value: 'stopped',
        },
      ],
      { defaultValue: 'active', required: true },
    ),
    dateField('lastPresentedOn', {
      de: 'Zuletzt eingezogen am',
      en: 'Last collected on',
      fr: 'Dernier prélèvement le',
    }),
    momentField('revokedAt', { de: 'Widerrufen am', en: 'Revoked on', fr: 'Révoqué le' }),
    sealedField('iban'),
    // The account it was signed for, until the first collection from the new one has told the bank (SMNDA).
    sealedField('formerIBAN'),
    // For a mandate that the provider keeps: what it charges by.
    sealedField('token'),
    uniqueKey('mandateKey'),
  ],
  group: 'customers',
  labels: {
    plural: { de: 'Mandate', en: 'Mandates', fr: 'Mandats' },
    singular: { de: 'Mandat', en: 'Mandate', fr: 'Mandat' },
  },
  scope: 'institution',
})

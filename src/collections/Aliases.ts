import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { expiryField, momentField, selectField, to, uniqueKey } from './fields'
import { sealedField } from './sealedField'
import { slugs } from './slugs'

/**
 * A stored card: the token that the provider gave for it, sealed, and what people may know of it. Never a card number. It is bound
 * to its contact and account: the seal opens for no other.
 */
export const Aliases: CollectionConfig = createCollection({
  slug: slugs.aliases,
  config: {
    admin: {
      defaultColumns: ['contact', 'brand', 'last4', 'expiresAt', 'state'],
      useAsTitle: 'title',
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
      name: 'title',
      type: 'text',
      label: { de: 'Karte', en: 'Card', fr: 'Carte' },
      required: true,
    },
    { name: 'brand', type: 'text', label: { de: 'Marke', en: 'Brand', fr: 'Marque' } },
    {
      name: 'last4',
      type: 'text',
      label: { de: 'Letzte vier Ziffern', en: 'Last four digits', fr: 'Quatre derniers chiffres' },
      maxLength: 4,
    },
    expiryField(
      'expiresAt',
      { de: 'Gültig bis', en: 'Valid until', fr: 'Valable jusqu’au' },
      { index: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Aktiv', en: 'Active', fr: 'Active' }, value: 'active' },
        { label: { de: 'Abgelöst', en: 'Replaced', fr: 'Remplacée' }, value: 'replaced' },
        { label: { de: 'Widerrufen', en: 'Revoked', fr: 'Révoquée' }, value: 'revoked' },
      ],
      { defaultValue: 'active', required: true },
    ),
    momentField('revokedAt', { de: 'Widerrufen am', en: 'Revoked on', fr: 'Révoquée le' }),
    sealedField('token'),
    uniqueKey('tokenKey'),
  ],
  group: 'customers',
  labels: {
    plural: { de: 'Gespeicherte Karten', en: 'Stored cards', fr: 'Cartes enregistrées' },
    singular: { de: 'Gespeicherte Karte', en: 'Stored card', fr: 'Carte enregistrée' },
  },
  scope: 'institution',
})

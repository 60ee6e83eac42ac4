import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import { momentField, selectField, to, uniqueKey } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { paymentSlugs } from './slugs'

/**
 * A personal link by which one customer stores a card for one account (manual 5), with the mail that it went out in. Of its token
 * only the hash is kept; it works until a card is stored, it is withdrawn, or its time is over.
 */
export const CardLinks: CollectionConfig = createCollection({
  slug: paymentSlugs.links,
  config: {
    admin: {
      defaultColumns: ['contact', 'createdAt', 'mailState', 'openedAt', 'storedAt', 'paidAt'],
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['askAt'] }],
  },
  fields: [
    {
      name: 'withdraw',
      type: 'ui',
      admin: {
        components: { Field: '/plugins/payments/components/WithdrawLink#WithdrawLink' },
        disableListColumn: true,
      },
    },
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
    to('failure', paymentSlugs.failures, {
      de: 'Fehlgeschlagene Zahlung',
      en: 'Failed payment',
      fr: 'Règlement échoué',
    }),
    to('mailing', paymentSlugs.mailings, { de: 'Versand', en: 'Mailing', fr: 'Envoi' }),
    {
      name: 'stage',
      type: 'number',
      label: { de: 'Mahnstufe', en: 'Reminder stage', fr: 'Niveau de relance' },
    },
    selectField(
      'state',
      { de: 'Link', en: 'Link', fr: 'Lien' },
      [
        { label: { de: 'Gültig', en: 'Valid', fr: 'Valable' }, value: 'open' },
        { label: { de: 'Benutzt', en: 'Used', fr: 'Utilisé' }, value: 'used' },
        { label: { de: 'Zurückgezogen', en: 'Withdrawn', fr: 'Retiré' }, value: 'withdrawn' },
      ],
      { defaultValue: 'open', required: true },
    ),
    selectField(
      'mailState',
      { de: 'E-Mail', en: 'Mail', fr: 'E-mail' },
      [
        { label: { de: 'Wartet', en: 'Waiting', fr: 'En attente' }, value: 'waiting' },
        { label: { de: 'Verschickt', en: 'Sent', fr: 'Envoyé' }, value: 'sent' },
        {
          label: { de: 'Nicht zugestellt', en: 'Not delivered', fr: 'Non remis' },
          value: 'failed',
        },
        { label: { de: 'Ungewiss', en: 'Unknown', fr: 'Incertain' }, value: 'unknown' },
        {
          label: { de: 'Nicht mehr nötig', en: 'No longer needed', fr: 'Plus nécessaire' },
          value: 'cancelled',
        },
      ],
      { defaultValue: 'waiting', required: true },
    ),
    {
      name: 'mailError',
      type: 'text',
      label: { de: 'Fehler des Versands', en: 'Error of the mail', fr: 'Erreur d’envoi' },
    },
    momentField(
      'expiresAt',
      { de: 'Gültig bis', en: 'Valid until', fr: 'Valable jusqu’au' },
      { required: true },
    ),
    momentField('openedAt', { de: 'Geöffnet am', en: 'Opened on', fr: 'Ouvert le' }),
    momentField('storedAt', {
      de: 'Karte hinterlegt am',
      en: 'Card stored on',
      fr: 'Carte enregistrée le',
    }),
    momentField('paidAt', { de: 'Bezahlt am', en: 'Paid on', fr: 'Payé le' }),
    to(
      'alias',
      slugs.aliases,
      { de: 'Karte', en: 'Card', fr: 'Carte' },
      // Whoever may not see stored cards learns of none here either.
      { access: { read: () => false }, admin: { hidden: true } },
    ),
    // The set-ups that were opened at the provider, the newest last; one of them stores the card.
    {
      name: 'setups',
      type: 'json',
      access: { read: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
    },
    momentField(
      'askAt',
      { de: 'Nachfragen am', en: 'To be asked on', fr: 'À vérifier le' },
      { admin: { disableListColumn: true, disableListFilter: true, hidden: true } },
    ),
    {
      ...uniqueKey('tokenHash'),
      access: { create: () => false, read: () => false, update: () => false },
    },
    uniqueKey('reminderKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Links für neue Karten', en: 'Links for new cards', fr: 'Liens pour carte' },
    singular: { de: 'Link für eine neue Karte', en: 'Link for a new card', fr: 'Lien pour carte' },
  },
  plugin: 'payments',
  scope: 'site',
})

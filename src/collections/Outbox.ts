import type { CollectionConfig } from 'payload'

import { outboxStates } from '../jobs/outbox/outboxStates'
import { createCollection } from './createCollection'
import { momentField, selectField, to, uniqueKey } from './fields'
import { ofOwnSites } from '../access/ofOwnInstitution'
import { slugs } from './slugs'

/**
 * What leaves the house: written in the transaction of its cause, sent by a worker after the commit, answered into a state.
 * Operations alone write it.
 */
export const Outbox: CollectionConfig = createCollection({
  slug: slugs.outbox,
  config: {
    access: { read: ofOwnSites(slugs.outbox) },
    admin: {
      defaultColumns: ['createdAt', 'kind', 'state', 'error', 'attempts', 'sentAt'],
      description: {
        de: 'Was das Haus verlässt. „Ungewiss“ heisst: der Versand wurde unterbrochen, und niemand weiss, ob er noch ankam. Es wird nicht von selbst wiederholt.',
        en: 'What leaves the house. “Unknown” means: sending was interrupted, and nobody knows whether it still arrived. It is not repeated by itself.',
        fr: 'Ce qui quitte la maison. « Incertain » : l’envoi a été interrompu et personne ne sait s’il est arrivé. Il n’est pas répété automatiquement.',
      },
      useAsTitle: 'key',
    },
    defaultSort: '-createdAt',
    // What a worker asks for, every two seconds and for each kind.
    indexes: [{ fields: ['kind', 'state', 'dueAt'] }],
  },
  fields: [
    {
      name: 'decision',
      type: 'ui',
      admin: {
        components: { Field: '/components/OutboxDecision#OutboxDecision' },
        disableListColumn: true,
      },
    },
    {
      name: 'kind',
      type: 'text',
      label: { de: 'Art', en: 'Kind', fr: 'Type' },
      required: true,
    },
    uniqueKey('key'),
    selectField('state', { de: 'Stand', en: 'State', fr: 'État' }, outboxStates, {
      defaultValue: 'waiting',
      required: true,
    }),
    {
      name: 'subject',
      type: 'text',
      admin: { hidden: true },
      index: true,
      label: { de: 'Betrifft', en: 'About', fr: 'Concerne' },
    },
    to('site', slugs.sites, { de: 'Standort', en: 'Site', fr: 'Site' }),
    {
      name: 'content',
      type: 'json',
      label: { de: 'Inhalt', en: 'Content', fr: 'Contenu' },
      required: true,
    },
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Versuche', en: 'Attempts', fr: 'Essais' },
    },
    momentField('dueAt', { de: 'Nicht vor', en: 'Not before', fr: 'Pas avant' }),
    { name: 'claimedBy', type: 'text', admin: { hidden: true } },
    momentField(
      'leaseUntil',
      { de: 'Vergeben bis', en: 'Leased until', fr: 'Réservé jusqu’à' },
      { admin: { hidden: true } },
    ),
    { name: 'error', type: 'text', label: { de: 'Fehler', en: 'Error', fr: 'Erreur' } },
    { name: 'answer', type: 'json', label: { de: 'Antwort', en: 'Answer', fr: 'Réponse' } },
    momentField('sentAt', { de: 'Gesendet', en: 'Sent', fr: 'Envoyé' }),
  ],
  group: 'tools',
  journal: false,
  labels: {
    plural: { de: 'Postausgang', en: 'Outbox', fr: 'Boîte d’envoi' },
    singular: { de: 'Ausgang', en: 'Outgoing item', fr: 'Envoi' },
  },
  scope: 'institution',
})

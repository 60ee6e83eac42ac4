import type { CollectionConfig } from 'payload'

import { ofOwnSites } from '../access/ofOwnInstitution'
import { createCollection } from './createCollection'
import { selectField, to } from './fields'
import { slugs } from './slugs'

/** Every change: who, when, before and after. Written by hooks and operations, changed by nobody. */
export const Journal: CollectionConfig = createCollection({
  slug: slugs.journal,
  config: {
    access: {
      // An entry tells what was in the document, so it is for those who see the document.
      read: ofOwnSites(slugs.journal),
    },
    admin: {
      components: {
        views: { edit: { default: { Component: '/components/JournalPage#JournalPage' } } },
      },
      defaultColumns: ['createdAt', 'userName', 'action', 'noun', 'documentTitle'],
      useAsTitle: 'documentTitle',
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['file', 'createdAt'] }],
  },
  fields: [
    selectField(
      'action',
      { de: 'Was', en: 'Action', fr: 'Action' },
      [
        { label: { de: 'Angelegt', en: 'Created', fr: 'Créé' }, value: 'create' },
        { label: { de: 'Geändert', en: 'Changed', fr: 'Modifié' }, value: 'update' },
        { label: { de: 'Gelöscht', en: 'Deleted', fr: 'Supprimé' }, value: 'delete' },
        { label: { de: 'Eingelesen', en: 'Imported', fr: 'Importé' }, value: 'import' },
        { label: { de: 'Verlängert', en: 'Renewed', fr: 'Renouvelé' }, value: 'renew' },
        { label: { de: 'Reserviert', en: 'Reserved', fr: 'Réservé' }, value: 'reserve' },
        { label: { de: 'Verkauft', en: 'Sold', fr: 'Vendu' }, value: 'sell' },
        { label: { de: 'Storniert', en: 'Cancelled', fr: 'Annulé' }, value: 'cancel' },
        { label: { de: 'Belastet', en: 'Charged', fr: 'Débité' }, value: 'charge' },
        { label: { de: 'Bezahlt', en: 'Paid', fr: 'Payé' }, value: 'pay' },
        {
          label: { de: 'Zahlung gescheitert', en: 'Payment failed', fr: 'Règlement échoué' },
          value: 'chargeFailed',
        },
        { label: { de: 'Erstattung', en: 'Refund', fr: 'Remboursement' }, value: 'refund' },
        {
          label: { de: 'Zurückgenommen', en: 'Taken back', fr: 'Contre-passé' },
          value: 'takeBack',
        },
        { label: { de: 'Erinnert', en: 'Reminded', fr: 'Relancé' }, value: 'remind' },
        {
          label: { de: 'Karte hinterlegt', en: 'Card stored', fr: 'Carte enregistrée' },
          value: 'storeCard',
        },
        {
          label: {
            de: 'Nach den Erinnerungen aufgelöst',
            en: 'Ended after the reminders',
            fr: 'Résolu après les relances',
          },
          value: 'handOver',
        },
        {
          label: {
            de: 'Fehlgeschlagene Zahlung erledigt',
            en: 'Failed payment settled',
            fr: 'Règlement échoué soldé',
          },
          value: 'settleFailure',
        },
      ],
      { required: true },
    ),
    {
      name: 'noun',
      type: 'text',
      admin: { components: { Cell: '/components/cells/NounCell#NounCell' } },
      index: true,
      label: { de: 'Art', en: 'Kind', fr: 'Type' },
      required: true,
    },
    {
      name: 'document',
      type: 'text',
      index: true,
      label: { de: 'Dokument', en: 'Document', fr: 'Document' },
      required: true,
    },
    {
      name: 'documentTitle',
      type: 'text',
      label: { de: 'Bezeichnung', en: 'Title', fr: 'Désignation' },
    },
    {
      name: 'file',
      type: 'text',
      index: true,
      label: { de: 'Dossier', en: 'File', fr: 'Dossier' },
    },
    to('site', slugs.sites, { de: 'Standort', en: 'Site', fr: 'Site' }),
    to('user', slugs.users, { de: 'Wer', en: 'Who', fr: 'Qui' }),
    {
      name: 'userName',
      type: 'text',
      admin: { components: { Cell: '/components/cells/AuthorCell#AuthorCell' } },
      label: { de: 'Wer', en: 'Who', fr: 'Qui' },
    },
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }),
    { name: 'before', type: 'json', label: { de: 'Vorher', en: 'Before', fr: 'Avant' } },
    { name: 'after', type: 'json', label: { de: 'Nachher', en: 'After', fr: 'Après' } },
  ],
  group: 'tools',
  journal: false,
  labels: {
    plural: { de: 'Journal', en: 'Journal', fr: 'Journal' },
    singular: { de: 'Journaleintrag', en: 'Journal entry', fr: 'Entrée de journal' },
  },
  scope: 'institution',
})

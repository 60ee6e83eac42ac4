import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { momentField, selectField, to, uniqueKey } from './fields'
import { runStates } from '../jobs/runs/runStates'
import { slugs } from './slugs'

/** One execution of a batch: its frozen settings, progress and counts. Its result rows are documents of their own. */
export const Runs: CollectionConfig = createCollection({
  slug: slugs.runs,
  config: {
    admin: {
      components: {
        views: { edit: { default: { Component: '/components/RunPage#RunPage' } } },
      },
      defaultColumns: ['title', 'kind', 'state', 'simulation', 'startedAt', 'finishedAt'],
      useAsTitle: 'title',
    },
    defaultSort: '-createdAt',
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { de: 'Titel', en: 'Title', fr: 'Titre' },
      required: true,
    },
    {
      name: 'kind',
      type: 'text',
      admin: { components: { Cell: '/components/cells/RunKindCell#RunKindCell' } },
      index: true,
      label: { de: 'Art', en: 'Kind', fr: 'Type' },
      required: true,
    },
    {
      name: 'batch',
      type: 'text',
      admin: { hidden: true },
      index: true,
      label: { de: 'Stapel', en: 'Batch', fr: 'Batch' },
    },
    selectField('state', { de: 'Stand', en: 'State', fr: 'État' }, runStates, {
      defaultValue: 'scheduled',
      required: true,
    }),
    {
      name: 'simulation',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Simulation', en: 'Simulation', fr: 'Simulation' },
    },
    {
      name: 'settings',
      type: 'json',
      label: { de: 'Einstellungen', en: 'Settings', fr: 'Paramètres' },
    },
    {
      name: 'phase',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Durchgang', en: 'Pass', fr: 'Passe' },
    },
    { name: 'plannedPhase', type: 'number', admin: { hidden: true }, defaultValue: -1 },
    {
      name: 'total',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Anzahl', en: 'Items', fr: 'Éléments' },
    },
    {
      name: 'processed',
      type: 'number',
      defaultValue: 0,
      label: { de: 'Erledigt', en: 'Done', fr: 'Traités' },
    },
    { name: 'counts', type: 'json', label: { de: 'Ergebnis', en: 'Result', fr: 'Résultat' } },
    { name: 'error', type: 'text', label: { de: 'Fehler', en: 'Error', fr: 'Erreur' } },
    to('startedBy', slugs.users, { de: 'Gestartet von', en: 'Started by', fr: 'Lancé par' }),
    momentField('dueAt', { de: 'Fällig', en: 'Due', fr: 'Prévu le' }, { index: true }),
    momentField('startedAt', { de: 'Begonnen', en: 'Started', fr: 'Commencé' }),
    momentField('finishedAt', { de: 'Beendet', en: 'Finished', fr: 'Terminé' }),
    // Rows came out otherwise after the run had counted them: its counts are to be added up again.
    { name: 'recount', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
    { name: 'leaseOwner', type: 'text', admin: { hidden: true } },
    momentField(
      'leaseUntil',
      { de: 'Vergeben bis', en: 'Leased until', fr: 'Réservé jusqu’à' },
      { admin: { hidden: true } },
    ),
    uniqueKey('runKey'),
  ],
  group: 'tools',
  journal: false,
  labels: {
    plural: { de: 'Läufe', en: 'Runs', fr: 'Exécutions' },
    singular: { de: 'Lauf', en: 'Run', fr: 'Exécution' },
  },
  scope: 'site',
})

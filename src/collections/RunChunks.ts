import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { momentField, selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** A part of a run that one lane takes, does in one transaction, and marks as done. */
export const RunChunks: CollectionConfig = createCollection({
  slug: slugs.runChunks,
  config: {
    admin: { hidden: true },
    indexes: [{ fields: ['run', 'phase', 'state', 'index'] }],
  },
  fields: [
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }, { required: true }),
    { name: 'phase', type: 'number', required: true },
    { name: 'index', type: 'number', required: true },
    { name: 'items', type: 'json', required: true },
    { name: 'size', type: 'number', required: true },
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      ['planned', 'open', 'claimed', 'done'].map((value) => ({
        label: { de: value, en: value, fr: value },
        value,
      })),
      { required: true },
    ),
    { name: 'claimedBy', type: 'text' },
    momentField('leaseUntil', { de: 'Vergeben bis', en: 'Leased until', fr: 'Réservé jusqu’à' }),
    { name: 'counts', type: 'json' },
    uniqueKey('chunkKey'),
  ],
  group: 'tools',
  journal: false,
  labels: {
    plural: { de: 'Teile von Läufen', en: 'Run chunks', fr: 'Parties d’exécution' },
    singular: { de: 'Teil', en: 'Chunk', fr: 'Partie' },
  },
  scope: 'site',
})

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** A seat given to a line for one performance. While it holds, its key keeps everybody else out. */
export const SeatAllocations: CollectionConfig = createCollection({
  slug: slugs.seatAllocations,
  config: { admin: { defaultColumns: ['performance', 'seat', 'state', 'file'] } },
  fields: [
    to(
      'performance',
      slugs.performances,
      { de: 'Vorstellung', en: 'Performance', fr: 'Séance' },
      { required: true },
    ),
    to('seat', slugs.seats, { de: 'Platz', en: 'Seat', fr: 'Place' }, { required: true }),
    to('line', slugs.lines, { de: 'Position', en: 'Line', fr: 'Ligne' }, { required: true }),
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        {
          label: { de: 'Wird belastet', en: 'Being charged', fr: 'Débit en cours' },
          value: 'charging',
        },
        { label: { de: 'Reserviert', en: 'Reserved', fr: 'Réservée' }, value: 'reserved' },
        { label: { de: 'Verkauft', en: 'Sold', fr: 'Vendue' }, value: 'sold' },
        { label: { de: 'Freigegeben', en: 'Released', fr: 'Libérée' }, value: 'released' },
      ],
      { required: true },
    ),
    uniqueKey('seatKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Platzbelegungen', en: 'Seat allocations', fr: 'Attributions de places' },
    singular: { de: 'Platzbelegung', en: 'Seat allocation', fr: 'Attribution de place' },
  },
  scope: 'site',
})

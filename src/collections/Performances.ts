import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { momentField, nameField, selectField, to } from './fields'
import { slugs } from './slugs'

/** One dated showing of an event in a venue. */
export const Performances: CollectionConfig = createCollection({
  slug: slugs.performances,
  config: {
    admin: { defaultColumns: ['name', 'startsAt', 'event', 'venue', 'status'], useAsTitle: 'name' },
    defaultSort: 'startsAt',
  },
  fields: [
    nameField({
      admin: {
        description: {
          de: 'Wie sie auf Listen erscheint, zum Beispiel «Zauberflöte, Premiere».',
          en: 'As it shows in lists, for example “Magic Flute, opening night”.',
          fr: 'Telle qu’elle apparaît dans les listes, par exemple « La Flûte enchantée, première ».',
        },
      },
    }),
    to(
      'event',
      slugs.events,
      { de: 'Veranstaltung', en: 'Event', fr: 'Spectacle' },
      { required: true },
    ),
    to('season', slugs.seasons, { de: 'Saison', en: 'Season', fr: 'Saison' }, { required: true }),
    to('venue', slugs.venues, { de: 'Saal', en: 'Venue', fr: 'Salle' }, { required: true }),
    momentField(
      'startsAt',
      { de: 'Beginn', en: 'Starts', fr: 'Début' },
      { index: true, required: true },
    ),
    selectField(
      'status',
      { de: 'Stand', en: 'Status', fr: 'Statut' },
      [
        {
          label: { de: 'In Vorbereitung', en: 'In preparation', fr: 'En préparation' },
          value: 'preparation',
        },
        { label: { de: 'Im Verkauf', en: 'On sale', fr: 'En vente' }, value: 'onSale' },
        { label: { de: 'Abgesagt', en: 'Cancelled', fr: 'Annulée' }, value: 'cancelled' },
        { label: { de: 'Geschlossen', en: 'Closed', fr: 'Fermée' }, value: 'closed' },
      ],
      { defaultValue: 'onSale', required: true },
    ),
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Vorstellungen', en: 'Performances', fr: 'Séances' },
    singular: { de: 'Vorstellung', en: 'Performance', fr: 'Séance' },
  },
  scope: 'site',
  search: ['name'],
})

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, to } from './fields'
import { slugs } from './slugs'

/** A work; its dated showings are performances. */
export const Events: CollectionConfig = createCollection({
  slug: slugs.events,
  config: { admin: { defaultColumns: ['name', 'code', 'season', 'site'], useAsTitle: 'name' } },
  fields: [
    nameField({ label: { de: 'Titel', en: 'Title', fr: 'Titre' } }),
    codeField(),
    to('season', slugs.seasons, { de: 'Saison', en: 'Season', fr: 'Saison' }, { required: true }),
    {
      name: 'description',
      type: 'richText',
      label: { de: 'Beschreibung', en: 'Description', fr: 'Description' },
    },
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Veranstaltungen', en: 'Events', fr: 'Spectacles' },
    singular: { de: 'Veranstaltung', en: 'Event', fr: 'Spectacle' },
  },
  scope: 'site',
  search: ['name', 'code'],
})

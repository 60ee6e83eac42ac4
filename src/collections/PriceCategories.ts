import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, to } from './fields'
import { slugs } from './slugs'

/** A class of seats that cost the same. */
export const PriceCategories: CollectionConfig = createCollection({
  slug: slugs.priceCategories,
  config: { admin: { defaultColumns: ['name', 'code', 'venue', 'rank'], useAsTitle: 'name' } },
  fields: [
    nameField(),
    codeField(),
    to('venue', slugs.venues, { de: 'Saal', en: 'Venue', fr: 'Salle' }, { required: true }),
    {
      name: 'rank',
      type: 'number',
      defaultValue: 1,
      label: { de: 'Rang', en: 'Rank', fr: 'Rang' },
      required: true,
    },
    {
      name: 'color',
      type: 'text',
      defaultValue: '#4c6ef5',
      label: { de: 'Farbe', en: 'Colour', fr: 'Couleur' },
      required: true,
    },
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Preiskategorien', en: 'Price categories', fr: 'Catégories de prix' },
    singular: { de: 'Preiskategorie', en: 'Price category', fr: 'Catégorie de prix' },
  },
  scope: 'site',
})

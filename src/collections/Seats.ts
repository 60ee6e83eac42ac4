import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { keepSeatName } from '../hooks/keepSeatName'
import { refuseDuplicate } from '../hooks/refuseDuplicate'
import { to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** One seat of a venue: its name (block, row, number), place on the map and price category. */
export const Seats: CollectionConfig = createCollection({
  slug: slugs.seats,
  config: {
    admin: { defaultColumns: ['label', 'venue', 'priceCategory'], useAsTitle: 'label' },
    hooks: {
      beforeValidate: [
        keepSeatName,
        refuseDuplicate({ code: 'duplicateSeat', field: 'number', key: 'seatNameKey' }),
      ],
    },
  },
  fields: [
    to('venue', slugs.venues, { de: 'Saal', en: 'Venue', fr: 'Salle' }, { required: true }),
    {
      type: 'row',
      fields: [
        {
          name: 'block',
          type: 'text',
          label: { de: 'Block', en: 'Block', fr: 'Bloc' },
          required: true,
        },
        {
          name: 'row',
          type: 'text',
          label: { de: 'Reihe', en: 'Row', fr: 'Rang' },
          required: true,
        },
        {
          name: 'number',
          type: 'text',
          label: { de: 'Platz', en: 'Seat', fr: 'Place' },
          required: true,
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'x',
          type: 'number',
          label: { de: 'Waagrecht', en: 'Across', fr: 'Horizontal' },
          required: true,
        },
        {
          name: 'y',
          type: 'number',
          label: { de: 'Senkrecht', en: 'Down', fr: 'Vertical' },
          required: true,
        },
      ],
    },
    to(
      'priceCategory',
      slugs.priceCategories,
      { de: 'Preiskategorie', en: 'Price category', fr: 'Catégorie de prix' },
      { required: true },
    ),
    {
      name: 'blocked',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Gesperrt', en: 'Blocked', fr: 'Bloquée' },
    },
    {
      name: 'label',
      type: 'text',
      admin: { readOnly: true },
      label: { de: 'Platz', en: 'Seat', fr: 'Place' },
    },
    uniqueKey('seatNameKey'),
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Plätze', en: 'Seats', fr: 'Places' },
    singular: { de: 'Platz', en: 'Seat', fr: 'Place' },
  },
  scope: 'site',
  search: ['block', 'row', 'number'],
})

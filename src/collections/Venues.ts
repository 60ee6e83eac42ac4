import type { CollectionConfig } from 'payload'

import { hasRole } from '../access/ofOwnInstitution'
import { createCollection } from './createCollection'
import { codeField, nameField } from './fields'
import { slugs } from './slugs'

/** A hall or stadium with its seat map. */
export const Venues: CollectionConfig = createCollection({
  slug: slugs.venues,
  config: {
    admin: {
      components: {
        views: {
          edit: {
            api: { tab: { condition: ({ req }) => hasRole(req, 'administrator') } },
            seatMap: {
              Component: '/components/VenueSeatMap#VenueSeatMapView',
              path: '/seat-map',
              tab: { href: '/seat-map', label: ({ t }) => t('reprise:seatMap:tab' as never) },
            },
          },
        },
      },
      defaultColumns: ['name', 'code', 'site'],
      useAsTitle: 'name',
    },
  },
  fields: [
    nameField(),
    codeField(),
    {
      type: 'row',
      fields: [
        {
          name: 'stageX',
          type: 'number',
          defaultValue: 0,
          label: { de: 'Bühne: waagrecht', en: 'Stage: across', fr: 'Scène : horizontal' },
          required: true,
        },
        {
          name: 'stageY',
          type: 'number',
          defaultValue: 0,
          label: { de: 'Bühne: senkrecht', en: 'Stage: down', fr: 'Scène : vertical' },
          required: true,
        },
      ],
    },
    {
      name: 'description',
      type: 'richText',
      label: { de: 'Beschreibung', en: 'Description', fr: 'Description' },
    },
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Säle', en: 'Venues', fr: 'Salles' },
    singular: { de: 'Saal', en: 'Venue', fr: 'Salle' },
  },
  scope: 'site',
})

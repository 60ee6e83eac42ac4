import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, selectField, to } from './fields'
import { slugs } from './slugs'

/** A counter or a ticketshop; a ticketshop shows the files of its associated channels only. */
export const PointsOfSale: CollectionConfig = createCollection({
  slug: slugs.pointsOfSale,
  config: { admin: { defaultColumns: ['name', 'kind', 'channels', 'site'], useAsTitle: 'name' } },
  fields: [
    nameField(),
    codeField(),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Schalter', en: 'Counter', fr: 'Guichet' }, value: 'counter' },
        {
          label: { de: 'Ticketshop', en: 'Ticketshop', fr: 'Billetterie en ligne' },
          value: 'ticketshop',
        },
      ],
      { defaultValue: 'counter', required: true },
    ),
    to(
      'channels',
      slugs.salesChannels,
      {
        de: 'Zugeordnete Vertriebskanäle',
        en: 'Associated sales channels',
        fr: 'Filières associées',
      },
      {
        admin: {
          description: {
            de: 'Im persönlichen Bereich eines Ticketshops erscheinen nur Dossiers dieser Kanäle.',
            en: 'The personal space of a ticketshop shows files of these channels only.',
            fr: 'L’espace personnel d’une billetterie ne montre que les dossiers de ces filières.',
          },
        },
        hasMany: true,
      },
    ),
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Verkaufsstellen', en: 'Points of sale', fr: 'Points de vente' },
    singular: { de: 'Verkaufsstelle', en: 'Point of sale', fr: 'Point de vente' },
  },
  scope: 'site',
})

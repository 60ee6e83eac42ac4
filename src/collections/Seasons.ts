import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { checkPeriod } from '../hooks/checkPeriod'
import { codeField, dateField, nameField } from './fields'
import { slugs } from './slugs'

/** A selling period of a site. */
export const Seasons: CollectionConfig = createCollection({
  slug: slugs.seasons,
  config: {
    admin: { defaultColumns: ['name', 'code', 'site', 'startsOn', 'endsOn'], useAsTitle: 'name' },
    defaultSort: '-startsOn',
    hooks: { beforeChange: [checkPeriod] },
  },
  fields: [
    nameField(),
    codeField(),
    {
      type: 'row',
      fields: [
        dateField(
          'startsOn',
          { de: 'Beginn', en: 'Begins', fr: 'Début' },
          { index: true, required: true },
        ),
        dateField('endsOn', { de: 'Ende', en: 'Ends', fr: 'Fin' }, { required: true }),
      ],
    },
    {
      name: 'remarks',
      type: 'richText',
      label: { de: 'Bemerkungen', en: 'Remarks', fr: 'Remarques' },
    },
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Saisons', en: 'Seasons', fr: 'Saisons' },
    singular: { de: 'Saison', en: 'Season', fr: 'Saison' },
  },
  scope: 'site',
})

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField } from './fields'
import { slugs } from './slugs'

/** Full price, reduced, child … */
export const Tariffs: CollectionConfig = createCollection({
  slug: slugs.tariffs,
  config: { admin: { defaultColumns: ['name', 'code', 'site'], useAsTitle: 'name' } },
  fields: [nameField(), codeField()],
  group: 'catalogue',
  labels: {
    plural: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
    singular: { de: 'Tarif', en: 'Tariff', fr: 'Tarif' },
  },
  scope: 'site',
})

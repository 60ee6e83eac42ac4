import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, selectField } from './fields'
import { slugs } from './slugs'

/** Where a sale happens; the renewal has one of its own. */
export const SalesChannels: CollectionConfig = createCollection({
  slug: slugs.salesChannels,
  config: { admin: { defaultColumns: ['name', 'code', 'kind', 'site'], useAsTitle: 'name' } },
  fields: [
    nameField(),
    codeField(),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Kasse', en: 'Box office', fr: 'Guichet' }, value: 'boxOffice' },
        { label: { de: 'Internet', en: 'Internet', fr: 'Internet' }, value: 'internet' },
        { label: { de: 'Stapellauf', en: 'Batch', fr: 'Batch' }, value: 'batch' },
        { label: { de: 'Wiederverkauf', en: 'Reseller', fr: 'Revendeur' }, value: 'reseller' },
      ],
      { defaultValue: 'boxOffice', required: true },
    ),
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Vertriebskanäle', en: 'Sales channels', fr: 'Filières de vente' },
    singular: { de: 'Vertriebskanal', en: 'Sales channel', fr: 'Filière de vente' },
  },
  scope: 'site',
})

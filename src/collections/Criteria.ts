import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, selectField } from './fields'
import { slugs } from './slugs'

/** A typed question about a contact; the answers are kept per contact. */
export const Criteria: CollectionConfig = createCollection({
  slug: slugs.criteria,
  config: { admin: { defaultColumns: ['name', 'code', 'kind'], useAsTitle: 'name' } },
  fields: [
    nameField({ label: { de: 'Frage', en: 'Question', fr: 'Question' } }),
    codeField(),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Ja / Nein', en: 'Yes / no', fr: 'Oui / non' }, value: 'yesNo' },
        { label: { de: 'Text', en: 'Text', fr: 'Texte' }, value: 'text' },
      ],
      { defaultValue: 'yesNo', required: true },
    ),
    {
      name: 'description',
      type: 'richText',
      label: { de: 'Beschreibung', en: 'Description', fr: 'Description' },
    },
  ],
  group: 'customers',
  labels: {
    plural: { de: 'Kriterien', en: 'Criteria', fr: 'Critères' },
    singular: { de: 'Kriterium', en: 'Criterion', fr: 'Critère' },
  },
  scope: 'institution',
})

import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { keepKey } from '../hooks/keepKey'
import { refuseDuplicate } from '../hooks/refuseDuplicate'
import { selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** The answer of one contact to one criterion. */
export const ContactAnswers: CollectionConfig = createCollection({
  slug: slugs.contactAnswers,
  config: {
    admin: { defaultColumns: ['criterion', 'answer', 'text'], hidden: true },
    hooks: {
      beforeValidate: [
        keepKey('answerKey', ['contact', 'criterion']),
        refuseDuplicate({ code: 'notUnique', field: 'criterion', key: 'answerKey' }),
      ],
    },
  },
  fields: [
    to(
      'contact',
      slugs.contacts,
      { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
      { required: true },
    ),
    to(
      'criterion',
      slugs.criteria,
      { de: 'Kriterium', en: 'Criterion', fr: 'Critère' },
      { required: true },
    ),
    selectField(
      'answer',
      { de: 'Antwort', en: 'Answer', fr: 'Réponse' },
      [
        { label: { de: 'Ja', en: 'Yes', fr: 'Oui' }, value: 'yes' },
        { label: { de: 'Nein', en: 'No', fr: 'Non' }, value: 'no' },
      ],
      { defaultValue: 'yes', required: true },
    ),
    { name: 'text', type: 'text', label: { de: 'Bemerkung', en: 'Remark', fr: 'Remarque' } },
    uniqueKey('answerKey'),
  ],
  group: 'customers',
  labels: {
    plural: {
      de: 'Antworten zu Kriterien',
      en: 'Answers to criteria',
      fr: 'Réponses aux critères',
    },
    singular: { de: 'Antwort', en: 'Answer', fr: 'Réponse' },
  },
  scope: 'institution',
})

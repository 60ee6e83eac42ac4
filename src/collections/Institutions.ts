import type { CollectionConfig } from 'payload'

import { ofOwnInstitution } from '../access/ofOwnInstitution'
import { keepJournal } from '../hooks/keepJournal'
import { keepOthersChanges } from '../hooks/keepOthersChanges'
import { groups } from './createCollection'
import { codeField, nameField } from './fields'
import { slugs } from './slugs'

/** The legal body: the tenant. Nothing crosses it. Made by `reprise` on the command line, never in the panel. */
export const Institutions: CollectionConfig = {
  slug: slugs.institutions,
  access: {
    ...ofOwnInstitution(slugs.institutions, 'self'),
    create: () => false,
    delete: () => false,
  },
  admin: { defaultColumns: ['name', 'code'], group: groups.setup, useAsTitle: 'name' },
  fields: [
    nameField(),
    codeField({ unique: true }),
    {
      name: 'address',
      type: 'textarea',
      label: { de: 'Adresse', en: 'Address', fr: 'Adresse' },
    },
    { name: 'email', type: 'email', label: { de: 'E-Mail', en: 'E-mail', fr: 'E-mail' } },
  ],
  hooks: { afterChange: [keepJournal], beforeValidate: [keepOthersChanges] },
  labels: {
    plural: { de: 'Institutionen', en: 'Institutions', fr: 'Institutions' },
    singular: { de: 'Institution', en: 'Institution', fr: 'Institution' },
  },
  lockDocuments: false,
}

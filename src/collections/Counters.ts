import type { CollectionConfig } from 'payload'

import { slugs } from './slugs'

const nobody = () => false

/** Last number handed out per kind and institution; written by `database/takeNumbers` only. */
export const Counters: CollectionConfig = {
  slug: slugs.counters,
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'value', type: 'number', defaultValue: 0, required: true },
  ],
  lockDocuments: false,
}

import type { CollectionConfig } from 'payload'

import { slugs } from './slugs'

const nobody = () => false

export const AgendaJobs: CollectionConfig = {
  slug: slugs.agendaJobs,
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  fields: [{ name: 'name', type: 'text' }],
}

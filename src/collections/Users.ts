import type { CollectionConfig, FieldAccess, Where } from 'payload'

import { hasRole } from '../access/ofOwnInstitution'
import { roles } from '../access/roles'
import { createCollection } from './createCollection'
import { nameField, to } from './fields'
import { slugs } from './slugs'

const administratorOnly: FieldAccess = ({ req }) => hasRole(req, 'administrator')

/** Staff. Each account belongs to one institution and may be bound to some of its sites. */
export const Users: CollectionConfig = createCollection({
  slug: slugs.users,
  config: {
    access: {
      admin: ({ req }) => Boolean(req.user),
      // Everybody sees and changes their own account; more than that is the administrator's.
      read: ({ req }) => (req.user ? { institution: { equals: institutionOf(req.user) } } : false),
      unlock: ({ req }) => hasRole(req, 'administrator'),
      update: ({ req }): boolean | Where => {
        if (!req.user) return false
        return hasRole(req, 'administrator')
          ? { institution: { equals: institutionOf(req.user) } }
          : { id: { equals: req.user.id } }
      },
    },
    admin: { defaultColumns: ['name', 'email', 'roles', 'sites'], useAsTitle: 'name' },
    auth: {
      cookies: { sameSite: 'Lax' },
      tokenExpiration: 10 * 60 * 60,
      useSessions: true,
    },
  },
  fields: [
    nameField({ label: { de: 'Name', en: 'Name', fr: 'Nom' }, saveToJWT: false }),
    {
      name: 'roles',
      type: 'select',
      access: { create: administratorOnly, update: administratorOnly },
      defaultValue: ['cashier'],
      hasMany: true,
      label: { de: 'Rollen', en: 'Roles', fr: 'Rôles' },
      options: roles.map(({ label, value }) => ({ label, value })),
      required: true,
    },
    to(
      'sites',
      slugs.sites,
      { de: 'Nur diese Standorte', en: 'These sites only', fr: 'Seulement ces sites' },
      {
        access: { create: administratorOnly, update: administratorOnly },
        admin: {
          description: {
            de: 'Leer heisst: alle Standorte der Institution.',
            en: 'Empty means all sites of the institution.',
            fr: 'Vide : tous les sites de l’institution.',
          },
        },
        hasMany: true,
      },
    ),
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Mitarbeitende', en: 'Staff', fr: 'Collaborateurs' },
    singular: { de: 'Mitarbeiterin, Mitarbeiter', en: 'Member of staff', fr: 'Collaborateur' },
  },
  scope: 'institution',
})

const institutionOf = (user: unknown): string => {
  const institution = (user as { institution: { id: string } | string }).institution
  return typeof institution === 'object' ? institution.id : institution
}

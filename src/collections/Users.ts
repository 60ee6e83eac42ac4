import type { Access, CollectionBeforeChangeHook, CollectionConfig, FieldAccess } from 'payload'

import { hasRole, reachable, staffOf } from '../access/ofOwnInstitution'
import { roles } from '../access/roles'
import {
  keepAnAdministrator,
  keepAnAdministratorOnDelete,
} from '../hooks/accounts/keepAnAdministrator'
import { notePassword } from '../hooks/exchanged'
import { keepJournalOfReset } from '../hooks/keepJournal'
import { RepriseError } from '../utilities/errors'
import { idOf } from '../utilities/idOf'
import { languageOf } from '../utilities/languages'
import { createCollection } from './createCollection'
import { languageField, nameField, to } from './fields'
import { slugs } from './slugs'

const administratorOnly: FieldAccess = ({ req }) => hasRole(req, 'administrator')

/** Whether an account is bound to sites, and all of them are among one's own. */
const isWithin = ({ given, own }: { given: unknown; own: string[] }): boolean =>
  Array.isArray(given) && given.length > 0 && given.every((site) => own.includes(idOf(site)))

/**
 * The accounts that an administrator looks after: all of the institution, or, for one who is bound to sites, those that are bound to
 * no others. Who looks after an account can set its password, and so reach what it reaches.
 */
const lookedAfter: Access = async ({ req }) => {
  const staff = staffOf(req)
  if (!staff || !hasRole(req, 'administrator')) return false
  const own = reachable(staff, 'institution')
  if (!staff.sites.length) return own
  const { docs } = await req.payload.find({
    collection: slugs.users,
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: own,
  })
  const ids = docs
    .filter(({ sites }) => isWithin({ given: sites, own: staff.sites }))
    .map(({ id }) => id)
  return { id: { in: ids } }
}

/** Nobody hands out sites that they do not have. */
const keepToOwnSites: CollectionBeforeChangeHook = ({ data, req }) => {
  const own = staffOf(req)?.sites
  if (own?.length && !isWithin({ given: data.sites, own }))
    throw new RepriseError('otherSite', { field: 'sites' })
  return data
}

/** Staff. Each account belongs to one institution and may be bound to some of its sites. */
export const Users: CollectionConfig = createCollection({
  slug: slugs.users,
  config: {
    access: {
      admin: ({ req }) => Boolean(req.user),
      // Everybody sees and changes their own account; more than that is the administrator's.
      delete: lookedAfter,
      read: ({ req }) => {
        const staff = staffOf(req)
        return staff ? reachable(staff, 'institution') : false
      },
      unlock: lookedAfter,
      update: (args) =>
        hasRole(args.req, 'administrator')
          ? lookedAfter(args)
          : args.req.user
            ? { id: { equals: args.req.user.id } }
            : false,
    },
    admin: { defaultColumns: ['name', 'email', 'roles', 'sites'], useAsTitle: 'name' },
    auth: {
      cookies: { sameSite: 'Lax' },
      // Each request reads its account; ids of its house are all that anybody asks of it.
      depth: 0,
      tokenExpiration: 10 * 60 * 60,
      useSessions: true,
    },
    hooks: {
      beforeChange: [keepToOwnSites, keepAnAdministrator, notePassword],
      beforeDelete: [keepAnAdministratorOnDelete],
      beforeValidate: [keepJournalOfReset],
    },
  },
  fields: [
    nameField({ label: { de: 'Name', en: 'Name', fr: 'Nom' }, saveToJWT: false }),
    languageField({
      admin: {
        description: {
          de: 'In dieser Sprache kommen die E-Mails von Reprise.',
          en: 'E-mails of Reprise come in this language.',
          fr: 'Les e-mails de Reprise arrivent dans cette langue.',
        },
      },
      // Who makes an account most often makes it for somebody of the same house.
      defaultValue: ({ user }: { user?: unknown }) =>
        languageOf((user as null | { language?: unknown } | undefined)?.language),
    }),
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

import type { Access, PayloadRequest, Where } from 'payload'

import type { Role } from './roles'

import { permissions } from './permissions'
import { idOf } from '../utilities/idOf'

/** The signed-in member of staff, as far as access decisions need them. */
export type Staff = { id: string; institution: string; roles: Role[]; sites: string[] }

/** Who is asking, or `null` when nobody is signed in (or the account belongs to no institution). */
export const staffOf = (req: Pick<PayloadRequest, 'user'>): null | Staff => {
  const user = req.user as null | Record<string, any>
  if (!user?.institution) return null
  return {
    id: String(user.id),
    institution: idOf(user.institution),
    roles: user.roles ?? [],
    sites: (user.sites ?? []).map(idOf),
  }
}

/** Whether the person asking has one of the roles. */
export const hasRole = (req: Pick<PayloadRequest, 'user'>, ...wanted: Role[]): boolean =>
  staffOf(req)?.roles.some((role) => wanted.includes(role)) ?? false

type Operation = 'create' | 'delete' | 'read' | 'update'

/** Whether a role of the person asking is allowed the operation on the collection, whatever the document. */
export const isPermitted = (
  req: Pick<PayloadRequest, 'user'>,
  collection: string,
  operation: Operation,
): boolean => hasRole(req, ...(permissions[collection]?.[operation] ?? []))

/** The documents a person can reach at all: their institution's, and of these their sites' where they are bound to some. */
export const reachable = (staff: Staff, scope: 'institution' | 'self' | 'site'): Where => {
  if (scope === 'self') return { id: { equals: staff.institution } }
  const own: Where = { institution: { equals: staff.institution } }
  if (scope === 'institution' || !staff.sites.length) return own
  return { and: [own, { site: { in: staff.sites } }] }
}

/**
 * The access of a collection: its row of the permission table, narrowed to the institution (and sites) of the person.
 *
 * @param scope how the documents hang on the institution: by an `institution` field, also by a `site`, or being it
 */
export const ofOwnInstitution = (collection: string, scope: 'institution' | 'self' | 'site') => {
  if (!permissions[collection])
    throw new Error(`Collection "${collection}" has no row in src/access/permissions.ts`)
  const rule =
    (operation: Operation): Access =>
    ({ req }) => {
      const staff = staffOf(req)
      if (!staff || !isPermitted(req, collection, operation)) return false
      return operation === 'create' ? true : reachable(staff, scope)
    }
  return {
    create: rule('create'),
    delete: rule('delete'),
    read: rule('read'),
    readVersions: rule('read'),
    update: rule('update'),
  }
}

/**
 * Reading where a document may be of a site or of none: for those who reach the site, and for all of the institution where it is of
 * none.
 */
export const ofOwnSites =
  (collection: string): Access =>
  ({ req }) => {
    const staff = staffOf(req)
    if (!staff || !isPermitted(req, collection, 'read')) return false
    const own = reachable(staff, 'institution')
    if (!staff.sites.length) return own
    return { and: [own, { or: [{ site: { in: staff.sites } }, { site: { exists: false } }] }] }
  }

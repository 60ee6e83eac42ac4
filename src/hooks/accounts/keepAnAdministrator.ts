import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { staffOf } from '../../access/ofOwnInstitution'
import { slugs } from '../../collections/slugs'
import { updateMany } from '../../database/bulk'
import { RepriseError } from '../../utilities/errors'
import { idOf } from '../../utilities/idOf'

type Account = {
  id: number | string
  institution?: unknown
  roles?: null | string[]
  sites?: null | unknown[]
}

/** Whether an account looks after all accounts of its institution. */
const looksAfterAll = ({ roles, sites }: Account): boolean =>
  Boolean(roles?.includes('administrator')) && !sites?.length

/**
 * Refuses, with `lastAdministrator`, to take the role from the last administrator of an institution or to bind them to sites: nobody
 * could give it back. Whoever has the command line may.
 */
export const keepAnAdministrator: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!staffOf(req) || !originalDoc || !looksAfterAll(originalDoc)) return data
  const changed: Account = { ...originalDoc, ...data }
  if (!looksAfterAll(changed))
    await refuseLast({
      account: originalDoc,
      field: changed.roles?.includes('administrator') ? 'sites' : 'roles',
      req,
    })
  return data
}

/** The same for who would be deleted. */
export const keepAnAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!staffOf(req)) return
  const account = await req.payload.findByID({
    id,
    collection: slugs.users,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (looksAfterAll(account)) await refuseLast({ account, req })
}

/** Who is about to go in the transaction of a request: Payload changes several accounts at the same time. */
const leaving = new WeakMap<PayloadRequest, Set<string>>()

const refuseLast = async ({
  account,
  field,
  req,
}: {
  account: Account
  field?: string
  req: PayloadRequest
}): Promise<void> => {
  const { payload } = req
  const institution = idOf(account.institution)
  // A real write: two transactions, of which each leaves it to the other's administrator, meet here.
  await updateMany({
    collection: slugs.institutions,
    data: {},
    payload,
    req,
    where: { id: institution },
  })
  const { docs } = await payload.find({
    collection: slugs.users,
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    select: { roles: true, sites: true },
    where: { institution: { equals: institution } },
  })
  const gone = leaving.get(req) ?? new Set<string>()
  leaving.set(req, gone.add(String(account.id)))
  if ((docs as Account[]).some((other) => looksAfterAll(other) && !gone.has(String(other.id))))
    return
  gone.delete(String(account.id))
  throw new RepriseError('lastAdministrator', { field })
}

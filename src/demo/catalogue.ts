import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import type { DemoSite } from './siteCatalogue'
import type { InstitutionSpec, UserSpec } from './types'

import { inTransaction } from '../database/inTransaction'
import { group, neighbour } from './houses/institutions'
import { createDemoSite } from './siteCatalogue'

/** Ids by code. */
export type IDs = Record<string, string>

export type DemoInstitution = {
  id: string
  name: string
  criteria: IDs
  /** By code: theater, club, konzerthaus (keller in the other institution). */
  sites: Record<string, DemoSite>
  users: ({ id: string } & UserSpec)[]
}

export type DemoHouse = {
  /** The three houses that the demo is about. */
  group: DemoInstitution
  /** Another institution, with people of its own, that must never be seen from the first. */
  neighbour: DemoInstitution
}

/** Creates one document through Payload, with all its hooks. */
export type Create = (collection: CollectionSlug, data: Record<string, unknown>) => Promise<string>

type Args = {
  /** The password of every log-in of the demo. */
  password: string
  payload: Payload
  req?: Partial<PayloadRequest>
  /** What the dates are relative to. */
  today?: Date
}

/**
 * Creates the demo house: two institutions with their sites, seat maps, last and new season, prices, criteria, channels,
 * shipment modes and staff. All of it or nothing; last season's subscribers come in through the importer afterwards.
 *
 * @throws a unique error when the demo house is already there
 */
export const createDemoHouse = async ({
  password,
  payload,
  req,
  today = new Date(),
}: Args): Promise<DemoHouse> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const create: Create = async (collection, data) => {
        const doc = await payload.create({ collection, data: data as never, depth: 0, req: own })
        return String(doc.id)
      }
      const institution = (spec: InstitutionSpec) =>
        createInstitution({ create, password, payload, req: own, spec, today })
      return { group: await institution(group), neighbour: await institution(neighbour) }
    },
  })

type InstitutionArgs = {
  create: Create
  req: PayloadRequest
  spec: InstitutionSpec
} & Required<Omit<Args, 'req'>>

const createInstitution = async ({
  create,
  password,
  payload,
  req,
  spec,
  today,
}: InstitutionArgs): Promise<DemoInstitution> => {
  const { name, address, code, email } = spec
  const institution = await create('institutions', { name, address, code, email })
  const criteria: IDs = {}
  for (const criterion of spec.criteria)
    criteria[criterion.code] = await create('criteria', {
      ...criterion,
      institution,
      kind: 'yesNo',
    })
  const sites: Record<string, DemoSite> = {}
  for (const site of spec.sites)
    sites[site.code] = await createDemoSite({
      create,
      criteria,
      institution,
      payload,
      req,
      site,
      today,
    })
  const users: DemoInstitution['users'] = []
  for (const user of spec.users) {
    const id = await create('users', {
      name: user.name,
      email: user.email,
      institution,
      password,
      roles: user.roles,
      sites: user.sites.map((siteCode) => sites[siteCode]!.id),
    })
    users.push({ ...user, id })
  }
  return { id: institution, name, criteria, sites, users }
}

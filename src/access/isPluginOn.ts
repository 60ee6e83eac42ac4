import type { Payload, PayloadRequest } from 'payload'

import { RepriseError } from '../utilities/errors'
import { staffOf } from './ofOwnInstitution'

type Args = {
  /** The plugin's slug, which is also its folder. */
  plugin: string
  req: PayloadRequest
  /** The site it is asked for; without one: whether any site within the person's reach has it. */
  siteID?: string
}

/** Whether a plugin is switched on: for one site, or for any site that the person asking can reach. */
export const isPluginOn = async ({ plugin, req, siteID }: Args): Promise<boolean> => {
  const sites = await sitesWithPlugin({ plugin, req })
  return siteID ? sites.includes(siteID) : sites.length > 0
}

/** The ids of the sites that have a plugin switched on and that the person asking can reach. */
export const sitesWithPlugin = async ({ plugin, req }: Omit<Args, 'siteID'>): Promise<string[]> => {
  const staff = staffOf(req)
  if (!staff) return []
  const sites = await sitesOf({ institution: staff.institution, req })
  return sites
    .filter(
      ({ id, plugins }) =>
        plugins.includes(plugin) && (!staff.sites.length || staff.sites.includes(id)),
    )
    .map(({ id }) => id)
}

type Site = { id: string; plugins: string[] }

/** Per request: a page of the panel asks for each collection of each plugin and each thing that may be done with it, some sixty times. */
const known = new WeakMap<object, { institution: string; sites: Promise<Site[]> }>()

const sitesOf = ({
  institution,
  req,
}: {
  institution: string
  req: PayloadRequest
}): Promise<Site[]> => {
  // The one thing that stays the same where Payload wraps a request anew for each question.
  const request = req.headers ?? req
  const before = known.get(request)
  if (before?.institution === institution) return before.sites
  const sites = readSites({ institution, req })
  known.set(request, { institution, sites })
  // Who tries again after a failure asks anew.
  sites.catch(() => known.delete(request))
  return sites
}

const readSites = async ({
  institution,
  req,
}: {
  institution: string
  req: PayloadRequest
}): Promise<Site[]> => {
  const { docs } = await req.payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { institution: { equals: institution } },
  })
  return docs.map(({ id, plugins }) => ({
    id: String(id),
    plugins: (plugins as string[] | undefined) ?? [],
  }))
}

/**
 * Refuses what a plugin would begin for a site, whoever asks: also where nobody is signed in, as on the command line.
 *
 * @throws RepriseError `pluginOff`
 */
export const refusePluginOff = async ({
  payload,
  plugin,
  req,
  siteID,
}: {
  payload: Payload
  plugin: string
  req?: Partial<PayloadRequest>
  siteID: string
}): Promise<void> => {
  const site = await payload.findByID({
    id: siteID,
    collection: 'sites',
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!(site?.plugins as string[] | undefined)?.includes(plugin))
    throw new RepriseError('pluginOff')
}

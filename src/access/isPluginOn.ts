import type { PayloadRequest } from 'payload'

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
  const staff = staffOf(req)
  if (!staff) return false
  const { docs } = await req.payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: siteID
      ? { and: [{ id: { equals: siteID } }, { institution: { equals: staff.institution } }] }
      : { institution: { equals: staff.institution } },
  })
  return docs.some(
    (site) =>
      (site.plugins as string[] | undefined)?.includes(plugin) &&
      (!staff.sites.length || staff.sites.includes(String(site.id))),
  )
}

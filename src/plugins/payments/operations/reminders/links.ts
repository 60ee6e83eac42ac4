import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'
import { hashOf } from './linkTokens'
import { loadPlans } from './loadPlans'

/** A personal link as operations see it. */
export type Link = {
  id: string
  account: string
  alias: null | string
  askAt: null | string
  contact: string
  expiresAt: string
  failure: null | string
  institution: string
  openedAt: null | string
  setups: unknown
  site: string
  state: 'open' | 'used' | 'withdrawn'
}

/** A page of the provider that was opened for a link. */
export type Setup = { id: string; at: string }

/** The provider's pages that were opened for a link, the newest last. */
export const setupsOf = ({ setups }: Pick<Link, 'setups'>): Setup[] =>
  Array.isArray(setups)
    ? setups.filter((one): one is Setup => typeof (one as null | Setup)?.id === 'string')
    : []

/**
 * Finds a link by the token a customer brings.
 *
 * @returns nothing for one that was never given out, is withdrawn, or whose time is over: nobody learns which
 */
export const findLink = async ({
  now = new Date(),
  payload,
  token,
}: {
  now?: Date
  payload: Payload
  token: string
}): Promise<Link | undefined> => {
  const [link] = await readMany<Link>({
    collection: paymentSlugs.links as 'sites',
    payload,
    where: { tokenHash: hashOf(token) },
  })
  if (!link || link.state === 'withdrawn' || new Date(link.expiresAt) <= now) return undefined
  return link
}

/** Whether a site charges a new card at once. */
export const isChargedAtOnce = async ({
  payload,
  req,
  site,
}: {
  payload: Payload
  req?: PayloadRequest
  site: string
}): Promise<boolean> => {
  const plan = (await loadPlans({ payload, req, sites: [site] })).get(site)
  return Boolean(plan?.active && plan.chargeAtOnce)
}

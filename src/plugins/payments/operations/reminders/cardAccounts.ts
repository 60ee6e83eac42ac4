import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../../database/bulk'
import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'
import { FILE_PROVIDER } from '../../sepa/fileProvider'

/** The account that charges cards at a site, in one go and in instalments. */
export type CardAccounts = { card?: string; cardInstalments?: string }

/**
 * Where each site charges cards: the same methods as `planCharges` chooses from, so that a card that is stored there can be charged.
 */
export const cardAccountsOf = async ({
  payload,
  req,
  sites,
}: {
  payload: Payload
  req?: PayloadRequest
  sites: readonly string[]
}): Promise<Map<string, CardAccounts>> => {
  const { docs } = await payload.find({
    collection: 'payment-methods',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    sort: 'createdAt',
    where: {
      and: [
        { active: { equals: true } },
        { kind: { in: ['card', 'cardInstalments'] } },
        { site: { in: [...sites] } },
      ],
    },
  })
  const methods = docs.filter(
    ({ account, uses }) => account && (uses as string[] | undefined)?.includes('renewal'),
  )
  const accounts = await readMany({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    req,
    select: ['provider'],
    where: { id: [...new Set(methods.map(({ account }) => idOf(account)))], active: true },
  })
  const good = new Set(
    accounts.filter(({ provider }) => provider !== FILE_PROVIDER).map(({ id }) => id),
  )
  const found = new Map<string, CardAccounts>()
  for (const { account, kind, site } of methods) {
    if (!good.has(idOf(account))) continue
    const ofSite = found.get(idOf(site)) ?? {}
    ofSite[kind as keyof CardAccounts] ??= idOf(account)
    found.set(idOf(site), ofSite)
  }
  return found
}

/** The account for a new card: that by which the person pays, in instalments or in one go. */
export const accountFor = (
  accounts: CardAccounts | undefined,
  method: null | string,
): string | undefined =>
  method === 'cardInstalments'
    ? accounts?.cardInstalments
    : (accounts?.card ?? (method ? undefined : accounts?.cardInstalments))

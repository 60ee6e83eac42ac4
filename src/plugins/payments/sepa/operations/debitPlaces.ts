import type { Payload, PayloadRequest } from 'payload'

import type { DebitAccount } from './debitAccount'

import { sitesWithPlugin } from '../../../../access/isPluginOn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { debitAccounts } from './debitAccount'

/** A site that collects to an account at the bank. */
export type DebitPlace = {
  account: DebitAccount
  site: { id: string; name: string; timeZone: string }
}

/**
 * Where the person asking collects by file: each site of theirs, with the plugin on, and each account that a payment method of it goes
 * through.
 */
export const debitPlaces = async ({
  payload,
  req,
}: {
  payload: Payload
  req: PayloadRequest
}): Promise<DebitPlace[]> => {
  const staff = staffOf(req)
  const ids = await sitesWithPlugin({ plugin: 'payments', req })
  if (!staff || !ids.length) return []
  const accounts = await debitAccounts({ institution: staff.institution, payload, req })
  if (!accounts.length) return []
  const methods = await readMany<{ id: string; account: string; site: string }>({
    collection: 'payment-methods',
    payload,
    req,
    select: ['account', 'site'],
    where: { account: accounts.map(({ id }) => id), site: ids },
  })
  const sites = await readMany<{ id: string; name: string; timeZone: string }>({
    collection: 'sites',
    payload,
    req,
    select: ['name', 'timeZone'],
    sort: 'name',
    where: { id: ids },
  })
  return sites.flatMap((site) =>
    accounts
      .filter(({ id }) => methods.some((one) => one.account === id && one.site === site.id))
      .map((account) => ({ account, site })),
  )
}

type PlaceArgs = { accountID: string; payload: Payload; req: PayloadRequest; siteID: string }

/** One of these places, or nothing where the person cannot reach it or nothing is collected by file there. */
export const findPlace = async ({
  accountID,
  siteID,
  ...args
}: PlaceArgs): Promise<DebitPlace | undefined> =>
  (await debitPlaces(args)).find(
    ({ account, site }) => account.id === accountID && site.id === siteID,
  )

import type { Payload, PayloadRequest } from 'payload'

import type { DebitAccount } from './debitAccount'

import { sitesWithPlugin } from '../../../../access/isPluginOn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { RepriseError } from '../../../../utilities/errors'
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

/**
 * One of these places.
 *
 * @throws RepriseError `notFound` for what the person cannot reach, or where nothing is collected by file
 */
export const openPlace = async ({
  accountID,
  siteID,
  ...args
}: {
  accountID: string
  payload: Payload
  req: PayloadRequest
  siteID: string
}): Promise<DebitPlace> => {
  const place = (await debitPlaces(args)).find(
    ({ account, site }) => account.id === accountID && site.id === siteID,
  )
  if (!place) throw new RepriseError('notFound')
  return place
}

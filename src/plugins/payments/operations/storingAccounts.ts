import type { Charging } from '../../../operations/payments/paymentMethods'

import { methodsOf } from './planCharges'

/** Where stored cards and mandates of a site belong so that its renewals find them: with the methods that `planCharges` would take. */
export const storingAccounts: Charging['storingAccounts'] = async ({ payload, siteID }) => {
  const site = (await methodsOf({ payload, sites: [siteID] })).get(siteID)
  const accountOf = (...kinds: string[]): null | string =>
    kinds
      .map((wanted) => site?.methods.find(({ kind }) => kind === wanted)?.account)
      .find(Boolean) ?? null
  const account = accountOf('directDebit')
  return {
    card: accountOf('card', 'cardInstalments'),
    cardInstalments: accountOf('cardInstalments', 'card'),
    directDebit: account && site ? { account, isByFile: site.files.has(account) } : null,
  }
}

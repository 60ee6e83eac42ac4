import type { Charging, StoringAccount } from '../../../operations/payments/paymentMethods'

import { readMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { providerKinds } from '../providers'
import { methodsOf } from './planCharges'

/** Where stored cards and mandates of a site belong so that its renewals find them: with the methods that `planCharges` would take. */
export const storingAccounts: Charging['storingAccounts'] = async ({ payload, siteID }) => {
  const site = (await methodsOf({ payload, sites: [siteID] })).get(siteID)
  const accounts = await readMany({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    select: ['provider'],
    where: { id: [...new Set(site?.methods.map(({ account }) => account))] },
  })
  const accountOf = (kind: 'card' | 'sepa', ...methods: string[]): null | StoringAccount => {
    const account = methods
      .map((wanted) => site?.methods.find((method) => method.kind === wanted)?.account)
      .find(Boolean)
    const provider = accounts.find(({ id }) => id === account)?.provider
    const { adopt } = providerKinds.find(({ name }) => name === provider) ?? {}
    return account
      ? {
          account,
          adopt: ({ contact, expMonth = null, expYear = null, token }) =>
            adopt?.({ customer: contact, expMonth, expYear, kind, token }),
        }
      : null
  }
  const directDebit = accountOf('sepa', 'directDebit')
  return {
    card: accountOf('card', 'card', 'cardInstalments'),
    cardInstalments: accountOf('card', 'cardInstalments', 'card'),
    directDebit: directDebit && {
      ...directDebit,
      isByFile: Boolean(site?.files.has(directDebit.account)),
    },
  }
}

import type { Payload } from 'payload'

import type { PaymentProvider } from '../providers/types'

import { readMany } from '../../../database/bulk'
import { open } from '../../../utilities/seal'
import { paymentSlugs } from '../collections/slugs'
import { plainFields, secretFields } from '../collections/PaymentAccounts'
import { secretContext } from '../hooks/keepSecrets'
import { openProvider } from '../providers'

export type Account = { id: string; institution: string; provider: string }

/**
 * Opens an account at its provider with the credentials that staff have entered.
 *
 * @throws an Error when the account is gone, or when its secrets were sealed with another secret than this process has
 */
export const openAccount = async ({
  accountID,
  payload,
}: {
  accountID: string
  payload: Payload
}): Promise<{ account: Account; provider: PaymentProvider }> => {
  const [doc] = await readMany({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    where: { id: accountID },
  })
  if (!doc) throw new Error('The payment account is gone.')
  const credentials: Record<string, string> = {}
  for (const name of plainFields) if (doc[name]) credentials[name] = doc[name]
  for (const name of secretFields)
    if (doc[name]) credentials[name] = open(doc[name], secretContext(doc.institution, name))
  return {
    account: { id: doc.id, institution: doc.institution, provider: doc.provider },
    provider: openProvider({ credentials, kind: doc.provider }),
  }
}

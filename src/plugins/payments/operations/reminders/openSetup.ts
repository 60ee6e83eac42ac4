import type { Payload } from 'payload'

import type { Link } from './links'

import { readMany, updateMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { languageOf } from '../../../../utilities/languages'
import { paymentSlugs } from '../../collections/slugs'
import { newReference } from '../newReference'
import { openAccount } from '../openAccount'
import { linkAddress } from './linkTokens'
import { setupsOf } from './links'

const links = paymentSlugs.links as 'sites'
/** So many pages of the provider are remembered, should a customer have opened several. */
const MOST_SETUPS = 10
/** When the provider is asked about a customer who did not come back. */
const ASK_AFTER_MS = 15 * 60_000

/**
 * Opens the provider's page for the customer of a link.
 *
 * @returns the address of the page
 * @throws ProviderUnreachable, RequestRefused
 */
export const openSetup = async ({
  language,
  link,
  now = new Date(),
  payload,
  token,
}: {
  language: string
  link: Link
  now?: Date
  payload: Payload
  token: string
}): Promise<string> => {
  const { account, provider } = await openAccount({ accountID: link.account, payload })
  if (account.institution !== link.institution)
    throw new Error('The payment account is another institution’s.')
  const reference = newReference()
  const { redirectURL, setupID } = await provider.createSetup({
    customer: link.contact,
    key: `setup:${reference}`,
    kind: 'card',
    language: languageOf(language),
    reference,
    returnURL: `${linkAddress(token)}/back`,
  })
  await inTransaction({
    payload,
    work: async (req) => {
      const [stored] = await readMany<Link>({
        collection: links,
        payload,
        req,
        where: { id: link.id },
      })
      await updateMany({
        collection: links,
        data: {
          askAt: new Date(now.getTime() + ASK_AFTER_MS).toISOString(),
          setups: [...setupsOf(stored ?? link), { id: setupID, at: now.toISOString() }].slice(
            -MOST_SETUPS,
          ),
        },
        payload,
        req,
        where: { id: link.id },
      })
    },
  })
  return redirectURL
}

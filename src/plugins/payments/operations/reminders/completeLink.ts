import type { Payload, PayloadRequest } from 'payload'

import type { SetupResult, StoredMeans } from '../../providers/types'
import type { Link } from './links'

import { insertMany, readMany, updateMany } from '../../../../database/bulk'
import { compareAndSwap } from '../../../../database/compareAndSwap'
import { inTransaction } from '../../../../database/inTransaction'
import { describeCard } from '../../../../operations/payments/describeMeans'
import { storeCards } from '../../../../operations/payments/storedMeans'
import { crashPoint } from '../../../../utilities/crashPoint'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { chargeAgain } from '../chargeAgain'
import { openAccount } from '../openAccount'
import { isChargedAtOnce, setupsOf } from './links'

/** What has become of a link after the provider was asked. `open`: the customer has not finished there. */
export type LinkOutcome = 'failed' | 'none' | 'open' | 'stored'

const links = paymentSlugs.links as 'sites'

/**
 * Asks the provider what the customer of a link has done there, and stores the card once. Called when they come back, whenever they
 * open the link again, and now and then when they do neither.
 *
 * @throws ProviderUnreachable, RequestRefused
 */
export const completeLink = async ({
  link,
  now = new Date(),
  payload,
}: {
  link: Link
  now?: Date
  payload: Payload
}): Promise<LinkOutcome> => {
  if (link.state === 'used') return 'stored'
  const setups = setupsOf(link)
  if (!setups.length) return 'none'
  const { account, provider } = await openAccount({ accountID: link.account, payload })
  if (account.institution !== link.institution)
    throw new Error('The payment account is another institution’s.')
  let latest: SetupResult['state'] | undefined
  for (const { id } of setups.reverse()) {
    const result = await provider.completeSetup({ setupID: id })
    latest ??= result.state
    if (result.state !== 'completed') continue
    crashPoint('card:beforeStore')
    return (await store({ link, means: result.means, now, payload })) ? 'stored' : 'failed'
  }
  return latest === 'failed' ? 'failed' : 'open'
}

const store = async ({
  link,
  means,
  now,
  payload,
}: {
  link: Link
  means: StoredMeans
  now: Date
  payload: Payload
}): Promise<boolean> =>
  inTransaction({
    payload,
    work: async (req) => {
      const [current] = await readMany<Link>({
        collection: links,
        payload,
        req,
        where: { id: link.id },
      })
      if (current?.state === 'used') return true
      const { account, contact, institution } = link
      const [alias] = await storeCards({
        cards: [
          {
            account,
            brand: means.brand,
            contact,
            expMonth: means.expMonth,
            expYear: means.expYear,
            institution,
            last4: means.last4,
            token: means.alias,
          },
        ],
        payload,
        replaces: true,
        req,
      })
      if (!alias) return false
      const used = await compareAndSwap({
        collection: links,
        data: { alias, askAt: null, state: 'used', storedAt: now.toISOString() },
        expected: { and: [{ id: { equals: link.id } }, { state: { equals: 'open' } }] },
        payload,
        req,
      })
      // Withdrawn while the customer was at the provider's: what they have stored there since is theirs to see, and not charged.
      if (!used) throw new RepriseError('conflict')
      await retireOthers({ alias, link, payload, req })
      await note({ alias, link, payload, req })
      await chargeWhereAsked({ link, now, payload, req })
      return true
    },
  })

const note = async ({
  alias,
  link,
  payload,
  req,
}: {
  alias: string
  link: Link
  payload: Payload
  req: PayloadRequest
}) => {
  const [card] = await readMany<{ id: string; expiresAt: null | string; title: string }>({
    collection: 'aliases',
    payload,
    req,
    select: ['expiresAt', 'title'],
    where: { id: alias },
  })
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action: 'storeCard',
        after: { link: link.id },
        document: alias,
        documentTitle: card ? describeCard(card) : null,
        institution: link.institution,
        noun: 'aliases',
        site: link.site,
      },
    ],
    payload,
    req,
  })
}

/** Where the plan of the site says so, and the page has said so, the new card is charged at once. */
const chargeWhereAsked = async ({
  link,
  now,
  payload,
  req,
}: {
  link: Link
  now: Date
  payload: Payload
  req: PayloadRequest
}) => {
  if (!link.failure || !(await isChargedAtOnce({ payload, req, site: link.site }))) return
  try {
    await chargeAgain({ failureID: link.failure, now, payload, req })
  } catch (err) {
    // Paid meanwhile, or nothing that can be charged by itself: the card is stored, and staff see both.
    if (!(err instanceof RepriseError)) throw err
  }
}

/** Earlier mails about the same payment carry links that have done their service, too. */
const retireOthers = async ({
  alias,
  link,
  payload,
  req,
}: {
  alias: string
  link: Link
  payload: Payload
  req: PayloadRequest
}) => {
  if (link.failure)
    await updateMany({
      collection: links,
      data: { alias, askAt: null, state: 'used' },
      payload,
      req,
      where: { contact: link.contact, failure: link.failure, state: 'open' },
    })
}

import type Stripe from 'stripe'

import type { ChargeAnswer } from '../types'
import type { StripeClient } from './client'

import { lookUpCharge } from './charges'
import { unknownOf } from './errors'
import { quoted } from './setups'

/**
 * How far the search may lag behind, in seconds: Stripe names a minute, and an hour during outages (docs.stripe.com, "Search",
 * "Data freshness"). Twice that.
 */
const SEARCH_LAG_S = 7_200

/** The most pages of a hundred that are read before a search gives up and says that it does not know. */
const PAGES = 20

/**
 * Finds a charge by our reference, which stands in its metadata.
 *
 * Stripe's search looks into metadata but sees what is new only after a while, so what it does not find may be there all the same;
 * lists are up to date but cannot look into metadata. So:
 * 1. whose charge it was is known: that customer's list decides;
 * 2. else the search for what is older than its lag, and the list of everything newer than that;
 * 3. when that list is too long to be read to its end: `unknown`, never `notFound`.
 *
 * @throws RequestRefused
 */
export const findCharge = async (
  client: StripeClient,
  { customerID, reference, signal }: FindArgs,
): Promise<ChargeAnswer> => {
  try {
    const { found, isSure } = await search(client, { customerID, reference, signal })
    if (found) return await lookUpCharge(client, { providerID: found, signal })
    return isSure ? { status: 'notFound' } : { code: 'too_many_to_search', status: 'unknown' }
  } catch (err) {
    return unknownOf(err)
  }
}

type FindArgs = {
  /** Stripe's customer, where it is known whose charge it was. */
  customerID?: string
  reference: string
  signal?: AbortSignal
}

type Found = { found?: string; isSure: boolean }

const search = async (
  client: StripeClient,
  { customerID, reference, signal }: FindArgs,
): Promise<Found> => {
  if (customerID) return inList(client, { filter: { customer: customerID }, reference, signal })
  const { data } = await client.call(
    (stripe) =>
      stripe.paymentIntents.search({
        limit: 1,
        query: `metadata['reference']:${quoted(reference)}`,
      }),
    signal,
  )
  if (data[0]) return { found: data[0].id, isSure: true }
  const gte = Math.floor(Date.now() / 1000) - SEARCH_LAG_S
  return inList(client, { filter: { created: { gte } }, reference, signal })
}

/** Newest first, page by page. */
const inList = async (
  { call }: StripeClient,
  {
    filter,
    reference,
    signal,
  }: { filter: Stripe.PaymentIntentListParams; reference: string; signal?: AbortSignal },
): Promise<Found> => {
  let last: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { data, has_more } = await call(
      (stripe) =>
        stripe.paymentIntents.list({
          ...filter,
          limit: 100,
          ...(last && { starting_after: last }),
        }),
      signal,
    )
    const found = data.find(({ metadata }) => metadata.reference === reference)
    if (found) return { found: found.id, isSure: true }
    if (!has_more) return { isSure: true }
    last = data.at(-1)!.id
  }
  return { isSure: false }
}

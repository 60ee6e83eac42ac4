import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../database/bulk'

/** Prices in minor units, by the key of subscription, tariff and category. */
export type Prices = ReadonlyMap<string, number>

/**
 * Reads the prices of some subscriptions, in one query.
 *
 * @returns what `priceOf` looks prices up in
 */
export const loadPrices = async ({
  payload,
  req,
  subscriptionIDs,
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  subscriptionIDs: readonly string[]
}): Promise<Prices> => {
  if (!subscriptionIDs.length) return new Map()
  const prices = await readMany({
    collection: 'prices',
    payload,
    req,
    select: ['amount', 'priceCategory', 'subscription', 'tariff'],
    where: { subscription: subscriptionIDs },
  })
  return new Map(
    prices.map(({ amount, priceCategory, subscription, tariff }) => [
      keyOf(subscription, tariff, priceCategory),
      Number(amount),
    ]),
  )
}

/**
 * What a subscription costs: the price of the seat's category, else the one that holds for every category.
 *
 * @param priceCategory the category of the seat; without one only the price for every category counts
 * @returns minor units of the site's currency, or `null` where the catalogue has no price
 */
export const priceOf = ({
  priceCategory,
  prices,
  subscription,
  tariff,
}: {
  priceCategory?: null | string
  prices: Prices
  subscription: string
  tariff: string
}): null | number =>
  prices.get(keyOf(subscription, tariff, priceCategory)) ??
  prices.get(keyOf(subscription, tariff, null)) ??
  null

const keyOf = (subscription: string, tariff: string, category: null | string | undefined): string =>
  `${subscription}:${tariff}:${category ?? 'none'}`

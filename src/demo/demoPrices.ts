import type { SeasonName, SubscriptionSpec, TariffSpec } from './types'

/** By how much the new season is dearer. */
const INCREASE = 1.035

/**
 * What a subscription costs; the catalogue and the subscriber files both ask here, so that prices paid are last season's.
 *
 * @param category `none` for free seating
 * @returns minor units, rounded to ten of them
 */
export const demoPrice = ({
  category,
  season,
  subscription,
  tariff,
}: {
  category: string
  season: SeasonName
  subscription: Pick<SubscriptionSpec, 'code' | 'prices'>
  tariff: Pick<TariffSpec, 'share'>
}): number => {
  const full = subscription.prices[category]
  if (full === undefined)
    throw new Error(`${subscription.code} has no price in category ${category}.`)
  return Math.round((full * tariff.share * (season === 'next' ? INCREASE : 1)) / 10) * 10
}

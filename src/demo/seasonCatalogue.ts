import type { Create, IDs } from './catalogue'
import type { SeasonName, SiteSpec, SubscriptionSpec } from './types'

import { toSearchKey } from '../utilities/toSearchKey'
import { demoPrice } from './demoPrices'
import { demoSubscription } from './demoSubscription'
import { performanceTimes, seasonDates } from './seasonDates'

/** Writes many documents of the site at once and answers their ids. */
export type Bulk = (
  collection: 'events' | 'performances' | 'prices' | 'seats',
  docs: Record<string, unknown>[],
) => Promise<string[]>

type Args = {
  add: Create
  bulk: Bulk
  /** By `<venue code>:<category code>`. */
  categories: IDs
  season: SeasonName
  spec: SiteSpec
  tariffs: IDs
  today: Date
  venues: IDs
}

type Season = Omit<Args, 'today'> & { seasonID: string }

/**
 * Creates one season of a site: events, performances, subscriptions and their prices.
 *
 * @returns the season's id and those of its subscriptions, by code
 */
export const createDemoSeason = async ({
  today,
  ...args
}: Args): Promise<{ id: string; subscriptions: IDs }> => {
  const { add, season, spec, venues } = args
  const { code, endsOn, startsOn, years } = seasonDates(today)[season]
  const seasonID = await add('seasons', {
    name: `${spec.seasonWord} ${years}`,
    code,
    endsOn,
    startsOn,
  })
  const performances = await createPerformances({ ...args, seasonID, today })
  const subscriptions: IDs = {}
  for (const subscription of spec.subscriptions) {
    const offered = demoSubscription(subscription, season)
    if (!offered) continue
    const { name, code, venue } = offered
    const id = await add('subscriptions', {
      name,
      automaticRenewal: subscription.automaticRenewal,
      code,
      performances: performances[subscription.code],
      productFamily: subscription.family,
      season: seasonID,
      seated: Boolean(venue),
      venue: venue && venues[venue],
    })
    subscriptions[code] = id
    await createPrices({ ...args, id, subscription, venue })
  }
  return { id: seasonID, subscriptions }
}

/** The performances of each subscription, by its code of last season; a shared series exists once. */
const createPerformances = async ({
  bulk,
  season,
  seasonID,
  spec,
  today,
  venues,
}: { today: Date } & Season): Promise<Record<string, string[]>> => {
  const offered = spec.subscriptions.filter((subscription) =>
    demoSubscription(subscription, season),
  )
  const events = await createEvents({ bulk, offered, season, seasonID, spec })
  const series: Record<string, string[]> = {}
  for (const subscription of offered) {
    const plan = subscription.performances
    if ('of' in plan) {
      series[subscription.code] = series[plan.of]!.slice(plan.from)
      continue
    }
    const titles = plan.titles?.[season] ?? spec.events[season]
    const times = performanceTimes({ plan, season, timeZone: spec.timeZone, today })
    series[subscription.code] = await bulk(
      'performances',
      times.map((startsAt, i) => {
        const name = plan.label ? `${titles[i]} (${plan.label})` : titles[i]!
        return {
          name,
          event: events[titles[i]!],
          searchKey: toSearchKey(name),
          season: seasonID,
          startsAt,
          status: 'onSale',
          venue: venues[demoSubscription(subscription, season)!.venue!],
        }
      }),
    )
  }
  return series
}

/** The works of a season, those of single subscriptions included; ids by title. */
const createEvents = async ({
  bulk,
  offered,
  season,
  seasonID,
  spec,
}: { offered: SubscriptionSpec[] } & Pick<
  Season,
  'bulk' | 'season' | 'seasonID' | 'spec'
>): Promise<IDs> => {
  const own = offered.flatMap(({ performances }) =>
    'of' in performances ? [] : (performances.titles?.[season] ?? []),
  )
  const titles = [...new Set([...spec.events[season], ...own])]
  const ids = await bulk(
    'events',
    titles.map((name, i) => {
      const code = `V${String(i + 1).padStart(2, '0')}`
      return { name, code, searchKey: toSearchKey(name, code), season: seasonID }
    }),
  )
  return Object.fromEntries(titles.map((title, i) => [title, ids[i]!]))
}

const createPrices = async ({
  id,
  bulk,
  categories,
  season,
  spec,
  subscription,
  tariffs,
  venue,
}: {
  id: string
  subscription: SubscriptionSpec
  venue: string | undefined
} & Pick<Args, 'bulk' | 'categories' | 'season' | 'spec' | 'tariffs'>): Promise<void> => {
  await bulk(
    'prices',
    spec.tariffs.flatMap((tariff) =>
      Object.keys(subscription.prices).map((category) => {
        const priceCategory = venue ? categories[`${venue}:${category}`] : undefined
        return {
          amount: demoPrice({ category, season, subscription, tariff }),
          priceCategory,
          priceKey: [id, tariffs[tariff.code], priceCategory ?? 'none'].join(':'),
          subscription: id,
          tariff: tariffs[tariff.code],
        }
      }),
    ),
  )
}

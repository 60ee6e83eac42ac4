import type { Parties, Party, PartyKind } from './people/createParties'
import type { Person } from './people/types'
import type { SoldFile } from './newSoldFile'
import type { Seating } from './seating'
import type { SiteSpec, SubscriptionSpec } from './types'

import { createSiteParties, newSoldFile } from './newSoldFile'
import { oddPeople } from './people/oddPeople'
import { createRandom } from './random'
import { categoryWeights, createSeating } from './seating'
import { seasonDates } from './seasonDates'

type Args = {
  /** 1 = the usual numbers. Numbered seats grow no further than that; what is beyond goes to free seating. */
  scale?: number
  seed: number | string
  site: SiteSpec
  today: Date
}

/** Who stops the automatic renewal, in each subscription, so that every case of “who pays decides” is there. */
const CASES: readonly { kind: PartyKind; stops: 'beneficiary' | 'payer' }[] = [
  { kind: 'family', stops: 'payer' },
  { kind: 'family', stops: 'beneficiary' },
  { kind: 'gift', stops: 'payer' },
  { kind: 'gift', stops: 'beneficiary' },
  { kind: 'company', stops: 'payer' },
  { kind: 'company', stops: 'beneficiary' },
]
/** Cases, odd people and duplicates come in between the usual parties, every so many of them. */
const CASE_EVERY = 5
const ODD_EVERY = 4
const DUPLICATE_EVERY = 31
const LARGEST_PARTY = 8
const SECOND_SUBSCRIPTION = 0.06
/** Days between the start of the presale and of the season. */
const PRESALE_DAYS = 120
const DAY = 86_400_000

/**
 * Who bought what for last season at a site, in the order of the sales; the same for the same seed.
 *
 * Companions sit side by side. Some payers bought a second subscription, in the same file or in one of their own. A few are in
 * it twice, spelt differently.
 */
export const lastSeasonSales = ({ scale = 1, seed, site, today }: Args): SoldFile[] => {
  const random = createRandom(`${seed}:${site.code}`)
  const parties = createSiteParties({ random, site })
  const presale = new Date(seasonDates(today).last.startsOn).getTime() - PRESALE_DAYS * DAY
  const seatings = new Map<string, Seating>()
  const files: SoldFile[] = []
  const waiting = { odd: [...(oddPeople[site.code] ?? [])] }

  const newFile = (party: Party): SoldFile => {
    const soldAt = new Date(presale + random.int(0, PRESALE_DAYS - 10) * DAY)
    const file = newSoldFile({ party, random, site, soldAt })
    files.push(file)
    return file
  }

  for (const { count, subscription } of quantities({ scale, site })) {
    const venue = site.venues.find(({ code }) => code === subscription.venue)
    const seating = venue && seatingOf({ random, seatings, subscription, venue })
    const weights = venue ? categoryWeights(venue, subscription) : []
    const cases = [...CASES]
    const others = files.length
    let left = count
    for (let turn = 1; left > 0; turn++) {
      const full = subscription.full?.find((category) => seating!.longestRun(category) > 0)
      const largest = Math.min(
        LARGEST_PARTY,
        left,
        full ? seating!.longestRun(full) : LARGEST_PARTY,
      )
      const other =
        others && random.chance(SECOND_SUBSCRIPTION) ? files[random.int(0, others - 1)] : undefined
      const again = other && other.party.members.length <= largest ? other : undefined
      const party = again?.party ?? nextParty({ cases, files, largest, parties, turn, waiting })
      const seats = seating?.take({
        categories: full ? [[full, 1]] : weights,
        count: party.members.length,
      })
      if (seating && !seats) throw new Error(`${site.name}: no room left for ${subscription.name}.`)
      const file = again && random.chance(0.5) ? again : newFile(party)
      party.members.forEach((member, i) =>
        file.sales.push({ member, seat: seats?.[i], subscription }),
      )
      left -= party.members.length
    }
  }
  return files.sort((a, b) => a.soldAt.getTime() - b.soldAt.getTime())
}

type Next = {
  cases: { kind: PartyKind; stops: 'beneficiary' | 'payer' }[]
  files: SoldFile[]
  largest: number
  parties: Parties
  turn: number
  waiting: { odd: Person[] }
}

const nextParty = ({ cases, files, largest, parties, turn, waiting }: Next): Party => {
  if (turn % CASE_EVERY === 0 && cases.length && largest >= 3)
    return parties.draw({ ...cases.shift()!, largest })
  if (turn % ODD_EVERY === 0 && waiting.odd.length)
    return parties.draw({ largest, payer: waiting.odd.shift() })
  const twin =
    turn % DUPLICATE_EVERY === 0 ? files.findLast(({ party }) => isOrdinary(party)) : undefined
  return twin ? parties.duplicate(twin.party) : parties.draw({ largest })
}

const isOrdinary = ({ payer }: Party): boolean =>
  Boolean(payer.firstName && payer.street && !payer.company)

/** Season tickets per subscription at a scale. */
const quantities = ({ scale, site }: { scale: number; site: SiteSpec }) => {
  const counts = site.subscriptions.map((subscription) => ({
    count: Math.ceil(subscription.sold * Math.min(scale, 1)),
    subscription,
  }))
  const free = counts.find(({ subscription }) => !subscription.venue)
  const total = Math.round(
    counts.reduce((sum, { subscription }) => sum + subscription.sold, 0) * scale,
  )
  if (free && scale > 1) free.count += total - counts.reduce((sum, { count }) => sum + count, 0)
  return counts
}

/** Subscriptions that share performances share one seating. */
const seatingOf = ({
  random,
  seatings,
  subscription: { code, performances },
  venue,
}: {
  seatings: Map<string, Seating>
  subscription: SubscriptionSpec
} & Parameters<typeof createSeating>[0]): Seating => {
  const series = 'of' in performances ? performances.of : code
  const seating = seatings.get(series) ?? createSeating({ random, venue })
  seatings.set(series, seating)
  return seating
}

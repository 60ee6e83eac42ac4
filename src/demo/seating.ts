import type { Random } from './random'
import type { SeatSpec, SubscriptionSpec, VenueSpec } from './types'

type Row = { category: string; free: boolean[]; seats: SeatSpec[] }

/** How sought after the rows are: the nearer half of a category sells a little better. */
const NEAR_HALF = 0.6
/** How many take the seats nearest to the centre line, and how far the others look. */
const CENTRE = 0.8
const FURTHER_OUT = 8

/**
 * Gives out seats of a hall for last season's subscribers: companions side by side in one row. Subscriptions that share
 * performances share one seating, so that no seat is sold twice for an evening.
 */
export const createSeating = ({ random, venue }: { random: Random; venue: VenueSpec }) => {
  const rows = rowsOf(venue)
  const byCategory = (category: string) => rows.filter((row) => row.category === category)

  const runsOf = (row: Row): { from: number; length: number }[] => {
    const runs: { from: number; length: number }[] = []
    row.free.forEach((isFree, i) => {
      const last = runs[runs.length - 1]
      if (!isFree) return
      if (last && last.from + last.length === i) last.length++
      else runs.push({ from: i, length: 1 })
    })
    return runs
  }

  const longestRun = (category: string): number =>
    Math.max(0, ...byCategory(category).flatMap((row) => runsOf(row).map((run) => run.length)))

  const takeIn = (category: string, count: number): SeatSpec[] | undefined => {
    const fitting = byCategory(category).flatMap((row) => {
      const runs = runsOf(row).filter((run) => run.length >= count)
      return runs.length ? [{ row, runs }] : []
    })
    if (!fitting.length) return undefined
    const half = Math.ceil(fitting.length / 2)
    const { row, runs } = random.pick(
      random.chance(NEAR_HALF) ? fitting.slice(0, half) : fitting.slice(fitting.length - half),
    )
    const middle = (row.seats.length - count) / 2
    const starts = runs
      .flatMap((run) => Array.from({ length: run.length - count + 1 }, (_, i) => run.from + i))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    // Next to those who sit in the middle already; some like it a little further out.
    const from = random.chance(CENTRE) ? starts[0]! : random.pick(starts.slice(0, FURTHER_OUT))
    for (let i = from; i < from + count; i++) row.free[i] = false
    return row.seats.slice(from, from + count)
  }

  return {
    longestRun,
    /**
     * Takes seats side by side, in one of the categories by their weight, else in any other.
     *
     * @returns `undefined` when no row has room for so many
     */
    take: ({
      categories,
      count,
    }: {
      categories: readonly (readonly [category: string, weight: number])[]
      count: number
    }): SeatSpec[] | undefined => {
      const wanted = random.weighted(categories)
      const others = categories
        .map(([category]) => category)
        .filter((category) => category !== wanted)
      for (const category of [wanted, ...others]) {
        const seats = takeIn(category, count)
        if (seats) return seats
      }
      return undefined
    },
  }
}

export type Seating = ReturnType<typeof createSeating>

/** The weight of a category: how many seats it has. */
export const categoryWeights = (venue: VenueSpec, { full = [] }: SubscriptionSpec) =>
  venue.categories
    .filter(({ code }) => !full.includes(code))
    .map(({ code }) => [code, venue.seats.filter((seat) => seat.category === code).length] as const)

/** The rows of the hall; a blocked seat parts its row. */
const rowsOf = (venue: VenueSpec): Row[] => {
  const rows = new Map<string, Row>()
  for (const seat of venue.seats) {
    const key = `${seat.block}|${seat.row}`
    const row = rows.get(key) ?? { category: seat.category, free: [], seats: [] }
    row.seats.push(seat)
    row.free.push(!seat.blocked)
    rows.set(key, row)
  }
  return [...rows.values()]
}

import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { OriginFile, OriginLine, RenewalSettings, SeasonContext, Seat, Target } from './types'

import { readMany } from '../../../database/bulk'

/** The unique name of a seat, moved to another venue. */
const nameIn = (venue: string, seat: Seat): string =>
  [venue, ...seat.seatNameKey.split(':').slice(1)].join(':')

/** What of a line says where it sat and where it may sit. */
type Sitting = Pick<OriginLine, 'seat' | 'subscription'>

export type SameSeats = {
  /** Last year's seat in the venue: itself, or the one of the same name when the subscription moves to another venue. */
  seatOf: (line: Sitting, venue: null | string) => Seat | undefined
}

/** Finds last year's seats in the venues of the new subscriptions; one query, and only when a subscription moves. */
export const sameSeatsOf = async ({
  files,
  payload,
  season,
  settings,
}: {
  files: { lines: Sitting[] }[]
  payload: Payload
  season: SeasonContext
  settings: RenewalSettings
}): Promise<SameSeats> => {
  const names = new Set<string>()
  for (const { lines } of files)
    for (const line of lines) {
      const venue = targetOf(line, season, settings)?.venue
      if (venue && line.seat && line.seat.venue !== venue) names.add(nameIn(venue, line.seat))
    }
  const moved = names.size
    ? await readMany<Seat>({ collection: 'seats', payload, where: { seatNameKey: [...names] } })
    : []
  const byName = new Map(moved.map((seat) => [seat.seatNameKey, seat]))
  return {
    seatOf: (line, venue) => {
      if (!line.seat || !venue) return undefined
      return line.seat.venue === venue ? line.seat : byName.get(nameIn(venue, line.seat))
    },
  }
}

const targetOf = (
  line: Sitting,
  season: SeasonContext,
  settings: RenewalSettings,
): Target | undefined => {
  const id = settings.mapping[line.subscription]?.target
  return id ? season.targets.get(id) : undefined
}

/**
 * Which of last year's seats are taken in the new season already. In a simulation the seats that it has given out so far count as
 * taken too: they are in its own result rows.
 */
export const takenSameSeats = async ({
  files,
  payload,
  run,
  same,
  season,
}: {
  files: OriginFile[]
  payload: Payload
  run: Run<RenewalSettings>
  same: SameSeats
  season: SeasonContext
}) => {
  const keys: string[] = []
  const seatIDs = new Set<string>()
  for (const { lines } of files)
    for (const line of lines) {
      const target = targetOf(line, season, run.settings)
      const seat = target?.seated ? same.seatOf(line, target.venue) : undefined
      if (!target || !seat) continue
      seatIDs.add(seat.id)
      for (const performance of target.performances) keys.push(`${performance}:${seat.id}`)
    }
  const taken = new Set(
    keys.length
      ? (
          await readMany({
            collection: 'seat-allocations',
            payload,
            select: ['seatKey'],
            where: { seatKey: keys },
          })
        ).map((allocation) => allocation.seatKey as string)
      : [],
  )
  const take = (target: Target, seatID: string) => {
    for (const performance of target.performances) taken.add(`${performance}:${seatID}`)
  }
  if (run.simulation && seatIDs.size)
    for (const row of await readMany({
      collection: 'run-rows',
      payload,
      select: ['seat', 'subscription'],
      where: { outcome: ['sold', 'reserved'], run: run.id, seat: [...seatIDs] },
    })) {
      const target = season.targets.get(row.subscription)
      if (target) take(target, row.seat)
    }
  return {
    isTaken: (target: Target, seatID: string) =>
      target.performances.some((performance) => taken.has(`${performance}:${seatID}`)),
    take,
  }
}

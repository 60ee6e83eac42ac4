import type { Payload } from 'payload'

import type { Chunk, Run } from '../../../jobs/runs/types'
import type { SeatFinder, SeatHall } from '../../../operations/seatFinder'
import type { Preferences } from './chooseSeats'
import type { KeptSeats } from './keptSeats'
import type { OriginFile, OriginLine, RenewalSettings, SeasonContext, Seat } from './types'

import { readMany, readPages } from '../../../database/bulk'
import { readRunRows } from '../../../jobs/runs/readRunRows'
import { createSeatFinder, createSeatHall } from '../../../operations/seatFinder'
import { keepForTheirOwners } from './keptSeats'

/** What looking for a seat and naming it needs. */
const SEAT_FIELDS = [
  'block',
  'blocked',
  'label',
  'number',
  'priceCategory',
  'row',
  'seatNameKey',
  'venue',
  'x',
  'y',
]

type Plan = {
  categories: Map<string, Map<string, string>>
  finders: Map<string, SeatFinder<Seat>>
  /** Last year's seats of the files that this run still comes to: nobody else who lost a seat gets one of these. */
  kept: KeptSeats
  nextIndex: number
  runID: string
  /** Per target the finders of all that share a performance with it, its own among them: they share their seats. */
  sharing: Map<string, SeatFinder<Seat>[]>
}

/** The free seats of the run in hand. Belongs to the chunk it stopped at; anything else in between reads it anew. */
let current: null | Plan = null

/**
 * The seats of the second pass: for each target subscription those free in every one of its performances. Read once and kept
 * up to date while this process does chunk after chunk; read anew when another did one in between, or somebody else took a seat.
 */
export const seatPlanFor = async ({
  attempt,
  automatic,
  chunk,
  files,
  payload,
  run,
  season,
}: {
  attempt: number
  automatic: ReadonlySet<string>
  chunk: Chunk<string>
  files: OriginFile[]
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}) => {
  if (attempt > 1 || current?.runID !== run.id || current.nextIndex !== chunk.index)
    current = await readPlan({ automatic, payload, run, season })
  const plan = current
  // Until this chunk is written, what is in hand is not what is in the database.
  plan.nextIndex = -1
  const people = [
    ...new Set(
      files.flatMap((file) => [file.payer, ...file.lines.map((l) => l.beneficiary ?? file.payer)]),
    ),
  ]
  const venues = [...new Set([...season.targets.values()].flatMap((target) => target.venue ?? []))]
  const preferred = venues.length
    ? await readMany({
        collection: 'preferred-seats',
        payload,
        select: ['contact', 'seat', 'venue'],
        where: { contact: people, venue: venues },
      })
    : []
  const preferences: Preferences = new Map(
    preferred.map((wish) => [`${wish.contact}:${wish.venue}`, wish.seat as string]),
  )
  const forAll = (targetID: string, work: (finder: SeatFinder<Seat>) => void) =>
    plan.sharing.get(targetID)?.forEach(work)
  return {
    categoryIn: (line: OriginLine, venue: string): null | string => {
      if (!line.priceCategory) return null
      const categories = plan.categories.get(venue)
      const code = season.categoryCodes.get(line.priceCategory)
      return code === undefined ? null : (categories?.get(code) ?? null)
    },
    finderOf: (targetID: string): SeatFinder<Seat> => {
      const finder = plan.finders.get(targetID)!
      return { ...finder, take: (seatID) => forAll(targetID, (other) => other.take(seatID)) }
    },
    preferences,
    /** From here on the file's own kept seats are free for itself. */
    release: (fileID: string) => {
      for (const { seatID, targetID } of plan.kept.get(fileID) ?? [])
        forAll(targetID, (finder) => finder.release(seatID))
      plan.kept.delete(fileID)
    },
    /** The chunk is written: the seats in hand are those in the database again. */
    settle: () => {
      plan.nextIndex = chunk.index + 1
    },
  }
}

const readPlan = async ({
  automatic,
  payload,
  run,
  season,
}: {
  automatic: ReadonlySet<string>
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}): Promise<Plan> => {
  const targets = [...season.targets.values()].filter((target) => target.seated && target.venue)
  const halls = await readHalls({ payload, venues: targets.map((target) => target.venue!) })
  const finders = new Map(
    targets.map((target) => [
      target.id,
      createSeatFinder({ hall: halls.get(target.venue!)!, taken: [] }),
    ]),
  )
  const playing = new Map<string, Set<SeatFinder<Seat>>>()
  for (const { id, performances } of targets)
    for (const performance of performances) {
      const those = playing.get(performance) ?? new Set()
      playing.set(performance, those.add(finders.get(id)!))
    }
  const sharing = new Map(
    targets.map(({ id, performances }) => [
      id,
      [...new Set([finders.get(id)!, ...performances.flatMap((p) => [...playing.get(p)!])])],
    ]),
  )
  // A seat that is held in one performance is taken for every subscription that has it. What is held has a key of this form.
  for (const [performance, those] of playing)
    for await (const page of readPages({
      by: 'seatKey',
      collection: 'seat-allocations',
      payload,
      select: ['seatKey'],
      where: { seatKey: { after: `${performance}:`, before: `${performance};` } },
    }))
      for (const { seatKey } of page)
        for (const finder of those) finder.take(String(seatKey).slice(performance.length + 1))
  if (run.simulation)
    for await (const rows of readRunRows({
      payload,
      runID: run.id,
      select: ['seat', 'subscription'],
      where: { outcome: ['sold', 'reserved'], seat: { not: null } },
    }))
      for (const row of rows) sharing.get(row.subscription)?.forEach(({ take }) => take(row.seat))
  return {
    categories: new Map(
      [...halls].map(([venue, hall]) => [venue, categoriesOf(hall.byCategory.keys(), season)]),
    ),
    finders,
    kept: await keepForTheirOwners({ automatic, payload, run, season, sharing }),
    nextIndex: -1,
    runID: run.id,
    sharing,
  }
}

/** The categories of a venue by their code. */
const categoriesOf = (ids: Iterable<string>, season: SeasonContext): Map<string, string> =>
  new Map(
    [...ids].flatMap((id): [string, string][] => {
      const code = season.categoryCodes.get(id)
      return code === undefined ? [] : [[code, id]]
    }),
  )

/** The seats of venues, read in pages along their names, which begin with the venue. */
const readHalls = async ({
  payload,
  venues,
}: {
  payload: Payload
  venues: string[]
}): Promise<Map<string, SeatHall<Seat>>> => {
  const halls = new Map<string, SeatHall<Seat>>()
  for (const venue of await readMany({
    collection: 'venues',
    payload,
    where: { id: [...new Set(venues)] },
  })) {
    const seats: Seat[] = []
    for await (const page of readPages<Seat>({
      by: 'seatNameKey',
      collection: 'seats',
      payload,
      select: SEAT_FIELDS,
      where: { seatNameKey: { after: `${venue.id}:`, before: `${venue.id};` } },
    }))
      seats.push(...page)
    const stage = { x: Number(venue.stageX), y: Number(venue.stageY) }
    halls.set(venue.id, createSeatHall({ seats, stage }))
  }
  return halls
}

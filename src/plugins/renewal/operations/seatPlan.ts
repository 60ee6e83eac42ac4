import type { Payload } from 'payload'

import type { Chunk, Run } from '../../../jobs/runs/types'
import type { SeatFinder } from '../../../operations/seatFinder'
import type { Preferences } from './chooseSeats'
import type { OriginFile, OriginLine, RenewalSettings, Seat, SeasonContext, Target } from './types'

import { readMany } from '../../../database/bulk'
import { createSeatFinder } from '../../../operations/seatFinder'

type Plan = {
  categories: Map<string, Map<string, string>>
  finders: Map<string, SeatFinder<Seat>>
  /** Seats that other files of this pass keep if nobody has taken them: nobody of this pass takes them. */
  kept: Map<string, { seatID: string; targetID: string }[]>
  nextIndex: number
  runID: string
}

/** The free seats of the run in hand. Belongs to the chunk it stopped at; anything else in between reads it anew. */
let current: null | Plan = null

/**
 * The seats of the second pass: for each target subscription those free in every one of its performances. Read once and kept
 * up to date while this process does chunk after chunk; read anew when another did one in between, or somebody else took a seat.
 */
export const seatPlanFor = async ({
  attempt,
  chunk,
  files,
  payload,
  run,
  season,
}: {
  attempt: number
  chunk: Chunk<string>
  files: OriginFile[]
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}) => {
  if (attempt > 1 || current?.runID !== run.id || current.nextIndex !== chunk.index)
    current = await readPlan({ payload, run, season })
  const plan = current
  // Until this chunk is written, what is in hand is not what is in the database.
  plan.nextIndex = -1
  const people = [...new Set(files.flatMap((file) => [file.payer, ...file.lines.map((l) => l.beneficiary ?? file.payer)]))]
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
  const related = (target: Target) =>
    [...season.targets.values()].filter((other) =>
      other.performances.some((performance) => target.performances.includes(performance)),
    )
  const forAll = (targetID: string, work: (finder: SeatFinder<Seat>) => void) => {
    for (const target of related(season.targets.get(targetID)!)) {
      const finder = plan.finders.get(target.id)
      if (finder) work(finder)
    }
  }
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
  payload,
  run,
  season,
}: {
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}): Promise<Plan> => {
  const plan: Plan = { categories: new Map(), finders: new Map(), kept: new Map(), nextIndex: -1, runID: run.id }
  const seatsOf = new Map<string, Promise<Seat[]>>()
  const stages = new Map<string, { x: number; y: number }>()
  const targets = [...season.targets.values()].filter((target) => target.seated && target.venue)
  for (const venue of await readMany({
    collection: 'venues',
    payload,
    where: { id: [...new Set(targets.map((target) => target.venue!))] },
  }))
    stages.set(venue.id, { x: Number(venue.stageX), y: Number(venue.stageY) })

  // Seats taken in at least one performance, read performance by performance.
  const takenIn = new Map<string, string[]>()
  for (const performance of new Set(targets.flatMap((target) => target.performances)))
    takenIn.set(
      performance,
      (
        await readMany({
          collection: 'seat-allocations',
          payload,
          select: ['seat'],
          where: { performance, state: ['reserved', 'sold'] },
        })
      ).map((allocation) => allocation.seat as string),
    )
  for (const target of targets) {
    const venue = target.venue!
    if (!seatsOf.has(venue))
      seatsOf.set(venue, readMany<Seat>({ collection: 'seats', payload, where: { venue } }))
    const seats = await seatsOf.get(venue)!
    if (!plan.categories.has(venue)) {
      const categories = new Map<string, string>()
      for (const seat of seats) {
        const code = season.categoryCodes.get(seat.priceCategory)
        if (code !== undefined) categories.set(code, seat.priceCategory)
      }
      plan.categories.set(venue, categories)
    }
    const taken = target.performances.flatMap((performance) => takenIn.get(performance) ?? [])
    plan.finders.set(target.id, createSeatFinder({ seats, stage: stages.get(venue)!, taken }))
  }

  const sharing = (targetID: string): SeatFinder<Seat>[] => {
    const target = season.targets.get(targetID)
    if (!target) return []
    return [...season.targets.values()]
      .filter((other) => other.performances.some((p) => target.performances.includes(p)))
      .flatMap((other) => plan.finders.get(other.id) ?? [])
  }
  if (run.simulation)
    for (const row of await readMany({
      collection: 'run-rows',
      payload,
      select: ['seat', 'subscription'],
      where: { outcome: ['sold', 'reserved'], run: run.id, seat: { not: null } },
    }))
      for (const finder of sharing(row.subscription)) finder.take(row.seat)
  for (const row of await readMany({
    collection: 'run-rows',
    payload,
    select: ['file', 'seat', 'subscription'],
    where: { outcome: 'waiting', run: run.id, seat: { not: null } },
  })) {
    const finders = sharing(row.subscription)
    // Somebody was quicker than this pass: nothing to keep.
    if (!finders.every((finder) => finder.isFree(row.seat))) continue
    for (const finder of finders) finder.take(row.seat)
    plan.kept.set(row.file, [...(plan.kept.get(row.file) ?? []), { seatID: row.seat, targetID: row.subscription }])
  }
  return plan
}

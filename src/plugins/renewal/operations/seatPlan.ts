import type { Payload } from 'payload'

import type { Chunk, Run } from '../../../jobs/runs/types'
import type { SeatFinder } from '../../../operations/seatFinder'
import type { Preferences } from './chooseSeats'
import type { OriginFile, OriginLine, RenewalSettings, SeasonContext, Seat, Target } from './types'

import { readMany } from '../../../database/bulk'
import { createSeatFinder } from '../../../operations/seatFinder'
import { intentOf } from './decideFile'
import { loadFiles } from './loadFiles'
import { planFiles } from './planFiles'
import { sameSeatsOf } from './sameSeats'

type Plan = {
  categories: Map<string, Map<string, string>>
  finders: Map<string, SeatFinder<Seat>>
  /** Last year's seats of files that are still to be renewed: nobody who lost a seat gets one of these. */
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
  const plan: Plan = {
    categories: new Map(),
    finders: new Map(),
    kept: new Map(),
    nextIndex: -1,
    runID: run.id,
  }
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
  await keepForTheirOwners({ automatic, payload, plan, run, season, sharing })
  return plan
}

/**
 * Takes last year's seat of everybody who is still to be renewed out of the search, also of those whom this run does not try (a
 * batch size, a list of files) and of those it could not pay: the seat waits for its owner. Who has stopped leaves it free.
 */
const keepForTheirOwners = async ({
  automatic,
  payload,
  plan,
  run,
  season,
  sharing,
}: {
  automatic: ReadonlySet<string>
  payload: Payload
  plan: Plan
  run: Run<RenewalSettings>
  season: SeasonContext
  sharing: (targetID: string) => SeatFinder<Seat>[]
}) => {
  const settings = { ...run.settings, batchSize: null, fileNumbers: null, lineIDs: null }
  for await (const fileIDs of planFiles({ payload, run: { ...run, settings } })) {
    const { alreadyRenewed, files, stops } = await loadFiles({
      automatic,
      fileIDs,
      payload,
      settings,
      site: run.site,
    })
    const same = await sameSeatsOf({ files, payload, season, settings })
    for (const file of files)
      for (const line of file.lines) {
        if (alreadyRenewed.has(line.id)) continue
        const intent = intentOf({ file, line, season, settings, stops })
        if (intent.kind === 'stop' && intent.outcome === 'notRenewed') continue
        const target = season.targets.get(settings.mapping[line.subscription]?.target ?? '')
        const seat = target?.seated ? same.seatOf(line, target.venue) : undefined
        if (!target || !seat) continue
        const finders = sharing(target.id)
        // Somebody was quicker: nothing to keep.
        if (!finders.every((finder) => finder.isFree(seat.id))) continue
        for (const finder of finders) finder.take(seat.id)
        plan.kept.set(file.id, [
          ...(plan.kept.get(file.id) ?? []),
          { seatID: seat.id, targetID: target.id },
        ])
      }
  }
}

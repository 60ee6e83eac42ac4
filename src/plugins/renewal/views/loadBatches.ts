import type { PayloadRequest } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'
import type { UndoSettings } from '../operations/startUndo'

import { readMany } from '../../../database/bulk'
import { ACTIVE_STATES } from '../../../jobs/runs/createRun'
import { progressOf } from '../../../jobs/runs/progressOf'
import { renewalBatchesSlug } from '../collections/RenewalBatches'
import { renewalKind, undoKind } from '../renewalKinds'

export type RunSummary = {
  id: string
  counts: Counts
  finishedAt: null | string
  isSimulation: boolean
  kind: string
  phase: number
  processed: number
  secondsLeft: null | number
  startedAt: null | string
  state: string
  timeZone: string
  title: string
  total: number
}

export type BatchSummary = {
  id: string
  name: string
  /** How often it is repeated, where it is. */
  every: 'day' | 'hour' | 'week' | null
  isSimulation: boolean
  lastRun: null | RunSummary
  nextRunAt: null | string
  seasons: string
  site: string
  tab: 'done' | 'new' | 'running' | 'scheduled'
  timeZone: string
  /** What has taken the last run back since, if anybody asked for it. */
  undo: null | RunSummary
}

const LATEST = 10

/** The batches and latest runs that the person can see, with what came of them; a fixed number of queries. */
export const loadBatches = async ({ req }: { req: PayloadRequest }) => {
  const { payload } = req
  const [{ docs }, latest, sites] = await Promise.all([
    payload.find({
      collection: renewalBatchesSlug as 'sites',
      depth: 0,
      limit: 200,
      overrideAccess: false,
      req,
      sort: '-updatedAt',
    }),
    payload.find({
      collection: 'runs',
      depth: 0,
      limit: LATEST,
      overrideAccess: false,
      req,
      sort: '-createdAt',
      where: { kind: { in: [renewalKind, undoKind] } },
    }),
    payload.find({
      collection: 'sites',
      depth: 0,
      overrideAccess: false,
      pagination: false,
      req,
    }),
  ])
  const found = docs as unknown as Record<string, any>[]
  const siteOf = new Map(sites.docs.map((site) => [String(site.id), site as Record<string, any>]))
  const seasonIDs = [...new Set(found.flatMap((doc) => [doc.originSeason, doc.targetSeason]))]
  const seasons = new Map(
    (
      await readMany({ collection: 'seasons', payload, select: ['name'], where: { id: seasonIDs } })
    ).map((season) => [season.id, season.name as string]),
  )
  const lastIDs = found.flatMap((doc) => (doc.lastRun ? [String(doc.lastRun)] : []))
  const latestIDs = latest.docs.map((doc) => String(doc.id))
  const [runDocs, undoDocs] = await Promise.all([
    readMany<Run>({
      collection: 'runs',
      payload,
      where: { id: [...new Set([...lastIDs, ...latestIDs])] },
    }),
    readMany<Run<UndoSettings>>({
      collection: 'runs',
      payload,
      sort: 'createdAt',
      where: { batch: found.map(({ id }) => String(id)), kind: undoKind },
    }),
  ])
  const undoOf = new Map(undoDocs.map((run) => [run.settings.runID, run.id]))
  const summaries = new Map<string, RunSummary>()
  for (const run of [
    ...runDocs,
    ...undoDocs.filter(({ settings }) => lastIDs.includes(settings.runID)),
  ]) {
    // Only runs that are not through yet are added up; the others carry their counts.
    const { counts, processed, secondsLeft, total } = await progressOf({ payload, run })
    summaries.set(run.id, {
      id: run.id,
      counts,
      finishedAt: run.finishedAt,
      isSimulation: run.simulation,
      kind: run.kind,
      phase: run.phase,
      processed,
      secondsLeft,
      startedAt: run.startedAt,
      state: run.state,
      timeZone: siteOf.get(run.site)?.timeZone ?? 'UTC',
      title: run.title,
      total,
    })
  }
  const batches = found.map((doc): BatchSummary => {
    const lastRun = doc.lastRun ? (summaries.get(String(doc.lastRun)) ?? null) : null
    const undo = summaries.get(undoOf.get(String(doc.lastRun)) ?? '') ?? null
    const isActive = [lastRun, undo].some(
      (run) => run && (ACTIVE_STATES as readonly string[]).includes(run.state),
    )
    return {
      id: String(doc.id),
      name: doc.name,
      every: doc.when === 'repeat' ? (doc.every ?? null) : null,
      isSimulation: Boolean(doc.simulation),
      lastRun,
      nextRunAt: doc.nextRunAt ?? null,
      seasons: `${seasons.get(String(doc.originSeason)) ?? ''} → ${seasons.get(String(doc.targetSeason)) ?? ''}`,
      site: siteOf.get(String(doc.site))?.name ?? '',
      tab: isActive ? 'running' : doc.nextRunAt ? 'scheduled' : lastRun ? 'done' : 'new',
      timeZone: siteOf.get(String(doc.site))?.timeZone ?? 'UTC',
      undo,
    }
  })
  const counts = { done: 0, new: 0, running: 0, scheduled: 0 }
  for (const { tab } of batches) counts[tab]++
  return { batches, counts, runs: latestIDs.flatMap((id) => summaries.get(id) ?? []) }
}

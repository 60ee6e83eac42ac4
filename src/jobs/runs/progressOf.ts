import type { Payload } from 'payload'

import type { Counts, Run } from './types'

import { readPages } from '../../database/bulk'
import { runKindNamed } from './runKinds'

export type Progress = {
  counts: Counts
  /** Items done, of `total`. */
  processed: number
  /** Seconds to go at the pace since it was last taken up; `null` while there is no pace, and after the first pass. */
  secondsLeft: null | number
  total: number
}

/** What the engine notes in the settings of a run that goes on: when that was, and how many items were done by then. */
export type ResumedSettings = { resumed?: { at: string; processed: number } }

/** Adds counts into the first of them. */
const addCounts = (into: Counts, more: Counts | null | undefined): Counts => {
  for (const [key, value] of Object.entries(more ?? {})) into[key] = (into[key] ?? 0) + value
  return into
}

/** Adds up what the finished chunks of a run have counted. */
export const sumChunks = async ({
  payload,
  runID,
}: {
  payload: Payload
  runID: string
}): Promise<{ counts: Counts; processed: number }> => {
  const counts: Counts = {}
  let processed = 0
  for await (const chunks of readPages<{
    id: string
    counts: Counts | null
    phase: number
    size: number
  }>({
    collection: 'run-chunks',
    payload,
    select: ['counts', 'phase', 'size'],
    where: { run: runID, state: 'done' },
  }))
    for (const chunk of chunks) {
      addCounts(counts, chunk.counts)
      if (chunk.phase === 0) processed += chunk.size
    }
  return { counts, processed }
}

/**
 * How far a run is. While it runs the figures are the sums of its finished chunks, which are written together with their
 * effects: never ahead of them, never behind.
 */
export const progressOf = async ({
  payload,
  run,
}: {
  payload: Payload
  run: Run
}): Promise<Progress> => {
  if (run.state === 'done') {
    const processed = (run as { processed?: number }).processed ?? run.total
    return { counts: run.counts ?? {}, processed, secondsLeft: 0, total: run.total }
  }
  const { counts, processed: done } = await sumChunks({ payload, runID: run.id })
  const isLimited = Boolean(runKindNamed(run.kind).limit?.(run.settings))
  // What was looked at and is not tried takes no place in a limited run; after the first pass all that there was has been tried.
  const tried = run.phase > 0 ? run.total : Math.min(counts.tried ?? 0, run.total)
  const processed = isLimited ? tried : done
  const { resumed } = (run.settings ?? {}) as ResumedSettings
  const since = resumed?.at ?? run.startedAt ?? Date.now()
  const seconds = (Date.now() - new Date(since).getTime()) / 1000
  const doneSince = processed - (resumed?.processed ?? 0)
  // How long the passes after the first take does not follow from the pace of the first.
  const secondsLeft =
    run.state === 'running' && run.phase === 0 && doneSince > 0
      ? Math.round((seconds / doneSince) * (run.total - processed))
      : null
  return { counts, processed, secondsLeft, total: run.total }
}

import type { Payload } from 'payload'

import type { Counts, Run } from './types'

import { readPages } from '../../database/bulk'

export type Progress = {
  counts: Counts
  /** Items done, of `total`. */
  processed: number
  /** Seconds to go at the pace so far; `null` while there is no pace. */
  secondsLeft: null | number
  total: number
}

/** Adds counts into the first of them. */
export const addCounts = (into: Counts, more: Counts | null | undefined): Counts => {
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
  const { counts, processed } = await sumChunks({ payload, runID: run.id })
  const seconds = run.startedAt ? (Date.now() - new Date(run.startedAt).getTime()) / 1000 : 0
  const secondsLeft =
    run.state === 'running' && processed > 0
      ? Math.round((seconds / processed) * (run.total - processed))
      : null
  return { counts, processed, secondsLeft, total: run.total }
}

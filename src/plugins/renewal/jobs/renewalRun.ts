import type { Payload, PayloadRequest } from 'payload'

import type { Counts, Phase, Run, RunKind } from '../../../jobs/runs/types'
import type { DecidedFile } from '../operations/composeFiles'
import type { LoadedFiles } from '../operations/loadFiles'
import type {
  OriginFile,
  ReasonCode,
  RenewalSettings,
  SeasonContext,
  SeatChoice,
} from '../operations/types'

import { deleteMany, insertMany, readMany, updateMany } from '../../../database/bulk'
import { progressOf } from '../../../jobs/runs/progressOf'
import { reportRefused, startCharges } from '../../../operations/payments/paymentMethods'
import { takeFileNumbers, writeFiles } from '../../../operations/writeFiles'
import { groupBy } from '../../../utilities/groupBy'
import { chooseSeats } from '../operations/chooseSeats'
import { composeFiles } from '../operations/composeFiles'
import { decideLine, intentOf, needsSeat } from '../operations/decideFile'
import { awaitCharges } from './awaitCharges'
import { finishBatch } from '../operations/finishBatch'
import { loadFiles } from '../operations/loadFiles'
import { loadSeason } from '../operations/loadSeason'
import { planFiles, planWaiting } from '../operations/planFiles'
import { sameSeatsOf, takenSameSeats } from '../operations/sameSeats'
import { seatPlanFor } from '../operations/seatPlan'
import { renewalKind } from '../renewalKinds'
import { refusePastDeadline } from './refusePastDeadline'

type Work = { automatic: Set<string>; season: SeasonContext }

/** The season does not change for a run's settings in a way that matters within a minute; read once per lane and minute. */
const seasons = new Map<string, { at: number; work: Promise<Work> }>()

const workOf = (payload: Payload, run: Run<RenewalSettings>): Promise<Work> => {
  const known = seasons.get(run.id)
  if (known && Date.now() - known.at < 60_000) return known.work
  const work = (async () => {
    const season = await loadSeason({ payload, settings: run.settings, site: run.site })
    const origins = await readMany({
      collection: 'subscriptions',
      payload,
      select: ['automaticRenewal'],
      where: { automaticRenewal: true, season: run.settings.originSeason },
    })
    return { automatic: new Set(origins.map((origin) => origin.id)), season }
  })()
  seasons.clear()
  seasons.set(run.id, { at: Date.now(), work })
  return work
}

type Decided = { decided: DecidedFile[]; loaded: LoadedFiles; season: SeasonContext }

/** What a chunk's decisions come to, ready to be written: nothing but rows in a simulation. */
const settle = async ({
  decided,
  exhausted,
  extraCounts = {},
  firstPosition,
  loaded,
  onWritten,
  payload,
  run,
  season,
}: {
  exhausted?: boolean
  /** What is counted besides the decisions. */
  extraCounts?: Counts
  firstPosition: number
  onWritten?: (req: PayloadRequest) => Promise<void>
  payload: Payload
  run: Run<RenewalSettings>
} & Decided) => {
  const now = new Date()
  const composed = composeFiles({ decided, firstPosition, loaded, now, payload, run, season })
  // Where there is one writer nobody waits for the counter: the numbers are taken in the chunk's own transaction.
  const isAhead = payload.db.name !== 'sqlite' && !run.simulation && composed.plans.length > 0
  const numbers = isAhead ? await takeFileNumbers({ payload, plans: composed.plans }) : undefined
  const counts = { ...composed.counts }
  for (const [key, by] of Object.entries(extraCounts)) counts[key] = (counts[key] ?? 0) + by
  return {
    counts,
    exhausted,
    write: async (req: PayloadRequest) => {
      await onWritten?.(req)
      const written = run.simulation
        ? []
        : await writeFiles({
            action: 'renew',
            numbers,
            payload,
            plans: composed.plans,
            req,
            user: run.settings.user,
          })
      await insertMany({ collection: 'run-rows', docs: composed.rows(written), payload, req })
      if (run.simulation) return
      await startCharges({ now, payload, payments: composed.payments(written), req })
      await reportRefused({ payload, refused: composed.refused(written), req })
    },
  }
}

const intentsOf = (
  file: OriginFile,
  loaded: LoadedFiles,
  season: SeasonContext,
  settings: RenewalSettings,
) =>
  file.lines
    .filter((line) => !loaded.alreadyRenewed.has(line.id))
    .map((line) => ({
      intent: intentOf({ file, line, season, settings, stops: loaded.stops }),
      line,
    }))

/** First pass: files whose subscriptions all keep their seats, or need none. The others wait for the second. */
const keepSeats: Phase<RenewalSettings, string> = {
  // A batch size must be counted off, and a simulation must foresee what a run after it does: both go in order.
  isSequential: (run) => Boolean(run.settings.batchSize) || run.simulation,
  plan: planFiles,
  process: async ({ chunk, payload, run }) => {
    const { settings } = run
    const { automatic, season } = await workOf(payload, run)
    const loaded = await loadFiles({
      automatic,
      fileIDs: chunk.items,
      payload,
      settings,
      site: run.site,
    })
    let left = settings.batchSize
      ? settings.batchSize - ((await progressOf({ payload, run })).counts.tried ?? 0)
      : Infinity
    const same = await sameSeatsOf({ files: loaded.files, payload, season, settings })
    const taken = await takenSameSeats({ files: loaded.files, payload, run, same, season })
    const decided: DecidedFile[] = []
    let tried = 0
    for (const file of loaded.files) {
      if (left <= 0) break
      const wanted = intentsOf(file, loaded, season, settings)
      if (!wanted.length) continue
      const choices = new Map<string, SeatChoice>()
      for (const { intent, line } of wanted) {
        if (intent.kind !== 'renew') continue
        if (!needsSeat(intent, line))
          choices.set(line.id, { reason: 'renewedWithoutSeat', seat: null })
        else {
          const seat = same.seatOf(line, intent.target.venue)
          if (seat && !seat.blocked && !taken.isTaken(intent.target, seat.id))
            choices.set(line.id, { reason: 'sameSeat', seat })
        }
      }
      const renewing = wanted.filter(({ intent }) => intent.kind === 'renew')
      const allKept = renewing.every(({ line }) => choices.has(line.id))
      if (allKept)
        for (const { intent, line } of renewing)
          if (intent.kind === 'renew' && choices.get(line.id)?.seat)
            taken.take(intent.target, choices.get(line.id)!.seat!.id)
      decided.push({
        decisions: wanted.map(({ intent, line }) => ({
          decision:
            intent.kind === 'renew' && !allKept
              ? null
              : decideLine({ choice: choices.get(line.id) ?? null, intent, line, season }),
          line,
        })),
        file,
      })
      if (renewing.length) {
        tried++
        left--
      }
    }
    return settle({
      decided,
      exhausted: left <= 0,
      extraCounts: { tried },
      firstPosition: chunk.index * 10_000,
      loaded,
      payload,
      run,
      season,
    })
  },
}

/** Second pass: the others, one after the other, by the ladder same → preferred → best of the category. */
const findSeats: Phase<RenewalSettings, string> = {
  isSequential: () => true,
  plan: planWaiting,
  process: async ({ attempt, chunk, payload, run }) => {
    const { settings } = run
    const { automatic, season } = await workOf(payload, run)
    const loaded = await loadFiles({
      automatic,
      fileIDs: chunk.items,
      payload,
      settings,
      site: run.site,
    })
    const same = await sameSeatsOf({ files: loaded.files, payload, season, settings })
    const waiting = new Set(
      (
        await readMany({
          collection: 'run-rows',
          payload,
          select: ['item'],
          where: { file: chunk.items, outcome: 'waiting', run: run.id },
        })
      ).map((row) => row.item as string),
    )
    const plan = await seatPlanFor({
      attempt,
      automatic,
      chunk,
      files: loaded.files,
      payload,
      run,
      season,
    })
    const decided = loaded.files.flatMap((file): DecidedFile[] => {
      const wanted = intentsOf(file, loaded, season, settings).filter(({ line }) =>
        waiting.has(line.id),
      )
      if (!wanted.length) return []
      plan.release(file.id)
      const choices = chooseSeats({
        categoryIn: plan.categoryIn,
        file,
        finderOf: plan.finderOf,
        preferences: plan.preferences,
        sameSeat: (line, venue) => same.seatOf(line, venue)?.id,
        wanted,
      })
      return [
        {
          decisions: wanted.map(({ intent, line }) => ({
            decision: decideLine({ choice: choices.get(line.id) ?? null, intent, line, season }),
            line,
          })),
          file,
        },
      ]
    })
    const placed = decided.flatMap(({ decisions }) => decisions.map(({ line }) => line.id))
    // Renewed or cancelled by somebody else between the passes: the row stays, and says so.
    const left = groupBy(
      [...waiting].filter((item) => !placed.includes(item)),
      (item): ReasonCode => (loaded.alreadyRenewed.has(item) ? 'alreadyRenewed' : 'originChanged'),
    )
    const extraCounts: Counts = { waiting: -waiting.size }
    for (const [reason, items] of left) {
      extraCounts[`reason:${reason}`] = items.length
      extraCounts.notRenewed = (extraCounts.notRenewed ?? 0) + items.length
    }
    return settle({
      decided,
      extraCounts,
      firstPosition: 1_000_000_000 + chunk.index * 10_000,
      loaded,
      onWritten: async (req) => {
        const rowsOf = (items: string[]) => ({
          collection: 'run-rows' as const,
          payload,
          req,
          where: { file: chunk.items, item: items, outcome: 'waiting', run: run.id },
        })
        await deleteMany(rowsOf(placed))
        for (const [reason, items] of left)
          await updateMany({ ...rowsOf(items), data: { outcome: 'notRenewed', reason } })
        plan.settle()
      },
      payload,
      run,
      season,
    })
  },
}

const phases = [keepSeats, findSeats, awaitCharges]

/**
 * The renewal batch as a kind of run: everyone who keeps their seat, then the others (PRODUCT.md §1, seats); last it waits for what is
 * being charged.
 */
export const renewalRun: RunKind<RenewalSettings, string> = {
  name: renewalKind,
  beforeResume: ({ phase, settings }) => {
    // What is being charged may still be waited for.
    if (phases[phase] !== awaitCharges) refusePastDeadline(settings)
  },
  finish: finishBatch,
  limit: ({ batchSize }) => batchSize,
  namespace: 'renewal',
  notify: ({ notify }) => notify,
  phases,
  plugin: 'renewal',
}

import type { ReminderPlan } from './loadPlans'

const DAY_MS = 86_400_000

/** What a plan does next with a failed payment, and from when on. */
export type Step =
  { at: Date; kind: 'end' } | { at: Date; kind: 'remind'; mail: string; stage: number }

/** How many steps a plan has. */
export const stepsOf = ({ atEnd, stages }: Pick<ReminderPlan, 'atEnd' | 'stages'>): number =>
  stages.length + (atEnd === 'leave' ? 0 : 1)

/**
 * The next step of a plan, pure. Its day counts from the failure; after a step that came late (the plan was switched on later, or
 * nothing ran for a while) the next one keeps its distance from that, so that nobody gets several at once.
 *
 * @param done how many steps were made
 * @returns `null` when the plan has done all it does
 */
export const nextStep = ({
  done,
  failedAt,
  lastAt,
  plan,
}: {
  done: number
  failedAt: Date
  /** When the last step was made. */
  lastAt: Date | null
  plan: Pick<ReminderPlan, 'atEnd' | 'endDays' | 'stages'>
}): null | Step => {
  if (done >= stepsOf(plan)) return null
  const days = [...plan.stages.map((stage) => stage.days), plan.endDays]
  const byFailure = failedAt.getTime() + days[done]! * DAY_MS
  const byLast =
    done > 0 && lastAt ? lastAt.getTime() + (days[done]! - days[done - 1]!) * DAY_MS : 0
  const at = new Date(Math.max(byFailure, byLast))
  const stage = plan.stages[done]
  return stage ? { at, kind: 'remind', mail: stage.mail, stage: done + 1 } : { at, kind: 'end' }
}

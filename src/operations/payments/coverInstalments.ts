import { isLate } from './isLate'

/** Why an instalment fell away: money that came in another way stands for it. */
export const PAID_OTHERWISE = 'paidOtherwise'

/** A part of a payment that nobody has paid yet. Amount in minor units. */
export type OpenInstalment = {
  id: string
  amount: number
  dueAt: string
  payment: string
  reason: null | string
  state: string
}

/** What becomes of open instalments: those that fall away, and one that is lowered by so much, in minor units. */
export type Cover = {
  cancelled: OpenInstalment[]
  lowered: { by: number; instalment: OpenInstalment } | null
}

/**
 * Which open instalments money that came in another way stands for, so that it is not charged once more: those that failed before
 * those that are planned, and of each the oldest first. Pure.
 *
 * @param tooMuch by how much what is open exceeds what is due, in minor units
 */
export const coverInstalments = (open: readonly OpenInstalment[], tooMuch: number): Cover => {
  const rank = ({ state }: OpenInstalment) => (state === 'planned' ? 1 : 0)
  const inOrder = [...open].sort(
    (a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt) || (a.id < b.id ? -1 : 1),
  )
  const cover: Cover = { cancelled: [], lowered: null }
  let left = Math.max(0, tooMuch)
  for (const instalment of inOrder) {
    if (!left) break
    if (instalment.amount <= left) {
      cover.cancelled.push(instalment)
      left -= instalment.amount
    } else {
      cover.lowered = { by: left, instalment }
      left = 0
    }
  }
  return cover
}

/** An instalment that money stands for, as it was before: what it goes back to when that money turns out not to have come. */
export type CoveredPart = {
  id: string
  /** So much of it, in minor units. */
  by: number
  reason: null | string
  state: string
}

/** What a cover has taken out of a plan, in the order in which it did. */
export const partsOf = ({ cancelled, lowered }: Cover): CoveredPart[] =>
  [
    ...cancelled.map((instalment) => ({ by: instalment.amount, instalment })),
    ...(lowered ? [lowered] : []),
  ].map(({ by, instalment: { id, reason, state } }) => ({ id, by, reason, state }))

/** Why an instalment is owed again whose day has passed meanwhile: nobody is charged without a person having asked for it. */
export const BOOKING_TAKEN_BACK = 'bookingTakenBack'

/** What is to be done to the plans of a file after money that stood for them was taken back. Amounts in minor units. */
type Uncovering = {
  changes: {
    id: string
    amount: number
    nextAttemptAt: null
    payment: string
    reason: null | string
    state: string
  }[]
  /** Owed again, but the part itself has been paid or is on its way: it can only stand as one of its own. */
  others: { amount: number; payment: string }[]
}

/**
 * The way back from `coverInstalments`: gives what was taken out of a plan back to it, what was taken last first. What was planned and
 * whose day is over comes back as failed, so that a person decides whether it is charged. Pure.
 *
 * @param covered what that money stood for
 * @param instalments these parts as they are now
 * @param isoDay a moment as its day in the time zone of the site
 * @param missing how much is due for which there is no instalment, in minor units: no more than that comes back
 */
export const uncoverInstalments = ({
  covered,
  instalments,
  isoDay,
  missing,
  now,
}: {
  covered: readonly CoveredPart[]
  instalments: readonly OpenInstalment[]
  isoDay: (at: Date | string) => string
  missing: number
  now: Date
}): Uncovering => {
  const byID = new Map(instalments.map((instalment) => [instalment.id, instalment]))
  const changes: Uncovering['changes'] = []
  const others: Uncovering['others'] = []
  let left = Math.max(0, missing)
  for (const part of [...covered].reverse()) {
    const found = byID.get(part.id)
    const by = Math.min(part.by, left)
    if (!found || by < 1) continue
    const { id, amount, payment, reason, state } = found
    if (state === 'cancelled') {
      // Dropped with its plan, not by that money.
      if (reason !== PAID_OTHERWISE) continue
      const { dueAt } = found
      const mustAsk = part.state === 'planned' && isLate({ dueAt, isoDay, now, state: part.state })
      changes.push({
        id,
        amount: by,
        nextAttemptAt: null,
        payment,
        reason: mustAsk ? BOOKING_TAKEN_BACK : part.reason,
        state: mustAsk ? 'failed' : part.state,
      })
    } else if (state === 'failed' || state === 'planned' || state === 'returned')
      changes.push({ id, amount: amount + by, nextAttemptAt: null, payment, reason, state })
    else others.push({ amount: by, payment })
    left -= by
  }
  return { changes, others }
}

/** Why an instalment fell away: money that came in another way stands for it. */
export const PAID_OTHERWISE = 'paidOtherwise'

/** A part of a payment that nobody has paid yet. Amount in minor units. */
export type OpenInstalment = {
  id: string
  amount: number
  dueAt: string
  payment: string
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

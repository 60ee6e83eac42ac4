import type { SeatChanges } from '../../operations/changeVenueSeats'
import type { VenueSeat } from '../../operations/loadVenueMap'

import { seatNameKey } from '../../hooks/keepSeatName'
import { groupBy } from '../../utilities/groupBy'
import { alongRow } from '../SeatMap/rowEnd'

/** What a seat is called and what it is like; all but where it lies in the list. */
const fields = ['block', 'blocked', 'number', 'priceCategory', 'row', 'x', 'y'] as const

/** The changes between two states of a map, and for each part the seats it speaks of, so that an error finds its seat. */
export type DraftChanges = {
  changes: SeatChanges
  count: number
  /** Ids in the order of `changes.create` and `changes.update`. */
  ids: { create: string[]; update: string[] }
}

const newPrefix = 'new:'

/** An id for a seat that is not saved yet; the server gives it one of its own. */
export const newSeatID = (unique: string): string => `${newPrefix}${unique}`

/** What has to be saved to get from the saved seats to the draft. */
export const changesOf = ({
  draft,
  saved,
}: {
  draft: VenueSeat[]
  saved: VenueSeat[]
}): DraftChanges => {
  const before = new Map(saved.map((seat) => [seat.id, seat]))
  const kept = new Set(draft.map(({ id }) => id))
  const created = draft.filter(({ id }) => !before.has(id))
  const update = draft.flatMap((seat) => {
    const old = before.get(seat.id)
    const changed = old ? fields.filter((field) => old[field] !== seat[field]) : []
    return changed.length
      ? [{ id: seat.id, ...Object.fromEntries(changed.map((field) => [field, seat[field]])) }]
      : []
  })
  const gone = saved.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  return {
    changes: { create: created.map(({ id: _, ...seat }) => seat), delete: gone, update },
    count: created.length + update.length + gone.length,
    ids: { create: created.map(({ id }) => id), update: update.map(({ id }) => id) },
  }
}

/** The seats whose name another seat of the draft has, the first of each name left out. */
export const duplicatesIn = (draft: VenueSeat[]): VenueSeat[] => {
  const names = new Set<string>()
  return draft.filter((seat) => {
    const name = seatNameKey({ ...seat, venue: '' })
    if (names.has(name)) return true
    names.add(name)
    return false
  })
}

type Chosen = { draft: VenueSeat[]; selected: ReadonlySet<string> }

/** The draft with the same change made to each selected seat. */
export const changeSeats = ({
  change,
  draft,
  selected,
}: { change: (seat: VenueSeat) => Partial<VenueSeat> } & Chosen): VenueSeat[] =>
  draft.map((seat) => (selected.has(seat.id) ? { ...seat, ...change(seat) } : seat))

/**
 * New names for the selected seats; what is left empty stays. With several seats the number is where counting begins, anew in each
 * row, from left to right or from right to left.
 */
export const renameSeats = ({
  block,
  draft,
  fromRight = false,
  number,
  row,
  selected,
}: {
  block?: string
  fromRight?: boolean
  number?: string
  row?: string
} & Chosen): VenueSeat[] => {
  const numbers = new Map<string, string>()
  const chosen = draft.filter(({ id }) => selected.has(id))
  if (number && chosen.length === 1) numbers.set(chosen[0]!.id, number)
  else if (number)
    for (const seats of groupBy(chosen, (seat) => `${seat.block}:${seat.row}`).values()) {
      const inOrder = alongRow(seats)
      if (fromRight) inOrder.reverse()
      inOrder.forEach(({ id }, i) => numbers.set(id, String(Number(number) + i)))
    }
  return changeSeats({
    change: (seat) => ({
      block: block || seat.block,
      number: numbers.get(seat.id) ?? seat.number,
      row: row || seat.row,
    }),
    draft,
    selected,
  })
}

/** The selection widened to all seats of its rows, or of its blocks. */
export const widen = ({ draft, selected, to }: { to: 'block' | 'row' } & Chosen): string[] => {
  const keyOf = (seat: VenueSeat) => (to === 'row' ? `${seat.block}:${seat.row}` : seat.block)
  const keys = new Set(draft.filter(({ id }) => selected.has(id)).map(keyOf))
  return draft.filter((seat) => keys.has(keyOf(seat))).map(({ id }) => id)
}

/** The seat that a refusal of the server speaks of: "create.3.number" is the fourth new one. */
export const seatOfField = ({
  changes,
  field,
  ids,
}: { field?: string } & Pick<DraftChanges, 'changes' | 'ids'>): string | undefined => {
  const [part, index] = (field ?? '').split('.')
  if (part === 'create' || part === 'update') return ids[part][Number(index)]
  if (part === 'delete') return changes.delete[Number(index)]
  return undefined
}

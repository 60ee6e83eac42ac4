import type { MapSeat, SeatCategory, SeatMapLabels, SeatState } from './types'

/** Fills the braces of a text: `fillIn('{count} free', { count: 3 })` → "3 free". */
export const fillIn = (text: string, values: Record<string, number | string>): string =>
  text.replace(/\{(\w+)\}/g, (braces, key: string) => String(values[key] ?? braces))

/** How a seat stands, in words: "free", "selected", or both where being selected does not say it all. */
export const stateText = ({
  labels,
  selected,
  state,
}: {
  labels: SeatMapLabels
  selected: boolean
  state: SeatState
}): string =>
  selected && state !== 'free' && state !== 'selected'
    ? `${labels.states[state]}, ${labels.states.selected}`
    : labels.states[selected ? 'selected' : state]

/** What a seat is called aloud: "Parkett, row 4, seat 12, category 1, CHF 320, free". */
export const seatName = ({
  category,
  labels,
  seat,
  selected,
}: {
  category: SeatCategory | undefined
  labels: SeatMapLabels
  seat: MapSeat
  selected: boolean
}): string =>
  [
    fillIn(labels.seat, { block: seat.block, number: seat.number, row: seat.row }),
    category?.name,
    category?.price,
    seat.label,
    stateText({ labels, selected, state: seat.state }),
  ]
    .filter(Boolean)
    .join(', ')

import type { MapSeat, SeatCategory, SeatMapLabels } from './types'

/** Fills the braces of a text: `fillIn('{count} free', { count: 3 })` → "3 free". */
export const fillIn = (text: string, values: Record<string, number | string>): string =>
  text.replace(/\{(\w+)\}/g, (braces, key: string) => String(values[key] ?? braces))

/** What a seat is called aloud: "Parkett, row 4, seat 12, category 1, CHF 320, free". */
export const seatName = ({
  category,
  labels,
  seat,
}: {
  category: SeatCategory | undefined
  labels: SeatMapLabels
  seat: MapSeat
}): string =>
  [
    fillIn(labels.seat, { block: seat.block, number: seat.number, row: seat.row }),
    category?.name,
    category?.price,
    seat.label,
    labels.states[seat.state],
  ]
    .filter(Boolean)
    .join(', ')

import type { PlacedSeat } from './types'

import { seatBounds } from './seatBounds'

/** The seats of one row from left to right; a row that runs down the map (a side stand) from top to bottom. */
export const alongRow = <Seat extends PlacedSeat>(row: Seat[]): Seat[] => {
  const bounds = seatBounds(row)
  const axis = bounds && bounds.height > bounds.width ? 'y' : 'x'
  return [...row].sort((one, other) => one[axis] - other[axis])
}

/** The first or last seat of the row a seat is in, as it lies on the map; what the keys Home and End mean. */
export const rowEnd = <Seat extends PlacedSeat>({
  end,
  from,
  seats,
}: {
  end: 'first' | 'last'
  from: PlacedSeat
  seats: Seat[]
}): Seat | undefined => {
  const row = alongRow(seats.filter(({ block, row }) => block === from.block && row === from.row))
  return end === 'first' ? row[0] : row[row.length - 1]
}

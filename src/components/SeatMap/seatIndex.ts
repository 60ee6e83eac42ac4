import type { Point } from './types'

/** Seats in squares of the map, so that the one under the pointer is found without looking at all of them. */
export type SeatIndex<Seat> = { cells: Map<string, Seat[]>; size: number }

const cellKey = (column: number, row: number) => `${column}:${row}`

/** Puts seats into squares of the given side length. */
export const indexSeats = <Seat extends Point>({
  seats,
  size,
}: {
  seats: Seat[]
  size: number
}): SeatIndex<Seat> => {
  const cells = new Map<string, Seat[]>()
  for (const seat of seats) {
    const key = cellKey(Math.floor(seat.x / size), Math.floor(seat.y / size))
    const cell = cells.get(key)
    if (cell) cell.push(seat)
    else cells.set(key, [seat])
  }
  return { cells, size }
}

/** The seat nearest to a point and no further away than `reach`; undefined when there is none. */
export const seatAt = <Seat extends Point>({
  index: { cells, size },
  point,
  reach,
}: {
  index: SeatIndex<Seat>
  point: Point
  reach: number
}): Seat | undefined => {
  let found: Seat | undefined
  let shortest = reach
  const lastColumn = Math.floor((point.x + reach) / size)
  const lastRow = Math.floor((point.y + reach) / size)
  for (let column = Math.floor((point.x - reach) / size); column <= lastColumn; column++) {
    for (let row = Math.floor((point.y - reach) / size); row <= lastRow; row++) {
      for (const seat of cells.get(cellKey(column, row)) ?? []) {
        const distance = Math.hypot(seat.x - point.x, seat.y - point.y)
        if (distance <= shortest) {
          found = seat
          shortest = distance
        }
      }
    }
  }
  return found
}

import type { Direction, PlacedSeat } from './types'

const directions: Record<Direction, { x: number; y: number }> = {
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
}

/** Sideways offset counts twice: the seat straight ahead is meant, even if it is a little further. */
const sidewaysWeight = 2

/** Along a row, its next seat is meant, even across an aisle. */
const sameRowWeight = 0.5

/** Beyond this (sideways per step ahead) a seat no longer lies in the direction at all. */
const widestSlope = 3

/**
 * The seat that an arrow key means: nearest in the direction, preferably straight ahead (within 45°) and in
 * the same row. Seats further to the side count only where nothing lies ahead, so that every block can be
 * reached. The ends of a curved row are not "above" its middle.
 * Returns undefined at the edge of the map. Independent of the units of the map.
 */
export const nearestSeat = <Seat extends PlacedSeat>({
  direction,
  from,
  seats,
}: {
  direction: Direction
  from: PlacedSeat
  seats: Seat[]
}): Seat | undefined => {
  const towards = directions[direction]
  let ahead: { score: number; seat: Seat } | undefined
  let aside: { score: number; seat: Seat } | undefined

  for (const seat of seats) {
    if (seat.id === from.id) continue
    const x = seat.x - from.x
    const y = seat.y - from.y
    const along = x * towards.x + y * towards.y
    if (along <= 0) continue

    const sideways = Math.abs(x * towards.y) + Math.abs(y * towards.x)
    const score = along + sidewaysWeight * sideways
    const sameRow = seat.row === from.row && seat.block === from.block
    if (sideways <= along) {
      const weighted = sameRow ? score * sameRowWeight : score
      if (!ahead || weighted < ahead.score) ahead = { score: weighted, seat }
    } else if (!sameRow && sideways <= widestSlope * along) {
      if (!aside || score < aside.score) aside = { score, seat }
    }
  }
  return (ahead ?? aside)?.seat
}

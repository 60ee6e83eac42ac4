import type { Point } from './types'

/** Enough seats to know the usual distance; all of them would be slow in a stadium. */
const sampleSize = 200

/**
 * The usual distance between neighbours (median), in the units of the seats: maps come in metres, pixels or
 * seat widths, and are drawn alike. Seats on one point are passed over. 1 when it cannot be told.
 */
export const seatPitch = (seats: Point[]): number => {
  const step = Math.max(1, Math.floor(seats.length / sampleSize))
  const distances: number[] = []
  for (let index = 0; index < seats.length; index += step) {
    let nearest = Infinity
    for (const other of seats) {
      const distance = Math.hypot(other.x - seats[index].x, other.y - seats[index].y)
      if (distance > 0 && distance < nearest) nearest = distance
    }
    if (nearest < Infinity) distances.push(nearest)
  }
  distances.sort((one, other) => one - other)
  return distances[Math.floor(distances.length / 2)] ?? 1
}

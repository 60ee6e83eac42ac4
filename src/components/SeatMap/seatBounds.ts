import type { Box, Point } from './types'

/** The smallest box around the middles of the seats, in their units; undefined when there are none. */
export const seatBounds = (seats: Point[]): Box | undefined => {
  if (seats.length === 0) return undefined

  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of seats) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { height: bottom - top, width: right - left, x: left, y: top }
}

import type { Box, Point } from './types'

/**
 * The seats whose middle lies in the rectangle, edges included, in the order given.
 * Width and height may be negative, as they are when somebody drags up or to the left.
 */
export const seatsInRectangle = <Seat extends Point>({
  rectangle,
  seats,
}: {
  rectangle: Box
  seats: Seat[]
}): Seat[] => {
  const left = Math.min(rectangle.x, rectangle.x + rectangle.width)
  const right = Math.max(rectangle.x, rectangle.x + rectangle.width)
  const top = Math.min(rectangle.y, rectangle.y + rectangle.height)
  const bottom = Math.max(rectangle.y, rectangle.y + rectangle.height)
  return seats.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
}

import type { Point, SeatState } from './types'

// All moves are relative, and begin at the middle of the seat.
const square = 'm-7.5 -3.5a4 4 0 0 1 4 -4h7a4 4 0 0 1 4 4v7a4 4 0 0 1 -4 4h-7a4 4 0 0 1 -4 -4z'
const largeSquare =
  'm-9 -4.5a4.5 4.5 0 0 1 4.5 -4.5h9a4.5 4.5 0 0 1 4.5 4.5v9a4.5 4.5 0 0 1 -4.5 4.5h-9a4.5 4.5 0 0 1 -4.5 -4.5z'
const disc = 'm-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z'
const hole = 'm2.6 0a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0 -10.8 0z'
const dot = 'm2.5 0a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0 -5.8 0z'

/** One outline per state, so that the states differ without colours. */
const seatShapes: Record<SeatState, string> = {
  blocked: `${square}m0 5l9 -9m-7.7 13.7l12.4 -12.4m-7.7 13.7l9 -9`,
  free: square,
  own: disc + hole + dot,
  selected: `${largeSquare}m4.8 4.7l2.9 3l5.6 -6.3`,
  taken: `${square}m4.5 0.5l6 6m0 -6l-6 6`,
}

/**
 * The path of a seat at its place. The place is part of the path because a transform for each of thousands of
 * elements would cost the browser a layer calculation of its own with every movement of the map.
 */
export const seatPath = ({ state, x, y }: Point & { state: SeatState }): string =>
  `M${x.toFixed(2)} ${y.toFixed(2)}${seatShapes[state]}`

import type { Box, Point, Stage } from './types'

import { seatBounds } from './seatBounds'

/** In seat distances. */
const clearance = 1.2
/** Between stands and what lies in their middle; the names of the stands stand there. */
const clearanceInside = 2.2
const corridor = 3
const depth = 3
const largestWidth = 40
const smallestWidth = 8

/** How far the first seat is that lies in a direction within a corridor; Infinity when there is none. */
const firstSeat = (offsets: { across: number; along: number }[], halfCorridor: number): number =>
  offsets.reduce(
    (nearest, { across, along }) =>
      along > 0 && Math.abs(across) <= halfCorridor ? Math.min(nearest, along) : nearest,
    Infinity,
  )

/** Where the stage is when nobody has said so: above the first row, in the middle. */
const stageAbove = (bounds: Box, pitch: number): Stage => ({
  x: bounds.x + bounds.width / 2,
  y: bounds.y - 2 * pitch,
})

/**
 * The box in which the stage is drawn, in the units of the seats. With seats on one side only, its edge
 * towards them runs through the stage's point; with seats around, it fills what they leave free. A point
 * that seats stand on (a map whose stage was never placed) counts as none. Undefined without seats.
 */
export const stageBox = ({
  pitch,
  seats,
  stage,
}: {
  /** Usual distance between neighbours. */
  pitch: number
  seats: Point[]
  stage?: Stage
}): Box | undefined => {
  const bounds = seatBounds(seats)
  if (!bounds) return undefined

  const fallback = stageAbove(bounds, pitch)
  const occupied =
    !stage || seats.some(({ x, y }) => Math.hypot(x - stage.x, y - stage.y) < clearance * pitch)
  return (
    fitBox({ bounds, pitch, seats, stage: occupied ? fallback : stage }) ??
    fitBox({ bounds, pitch, seats, stage: fallback })
  )
}

const fitBox = ({
  bounds,
  pitch,
  seats,
  stage,
}: {
  bounds: Box
  pitch: number
  seats: Point[]
  stage: Stage
}): Box | undefined => {
  const beside =
    (stage.x < bounds.x || stage.x > bounds.x + bounds.width) &&
    stage.y >= bounds.y &&
    stage.y <= bounds.y + bounds.height

  // A stage beside the seats is the same as one above them, with the axes exchanged.
  if (beside) {
    const turned = fitBox({
      bounds: { height: bounds.width, width: bounds.height, x: bounds.y, y: bounds.x },
      pitch,
      seats: seats.map(({ x, y }) => ({ x: y, y: x })),
      stage: { height: stage.width, width: stage.height, x: stage.y, y: stage.x },
    })
    return turned && { height: turned.width, width: turned.height, x: turned.y, y: turned.x }
  }

  const offsets = seats.map(({ x, y }) => ({ x: x - stage.x, y: y - stage.y }))
  const half = corridor * pitch
  const below = firstSeat(
    offsets.map(({ x, y }) => ({ across: x, along: y })),
    half,
  )
  const above = firstSeat(
    offsets.map(({ x, y }) => ({ across: x, along: -y })),
    half,
  )
  const inTheMiddle = above < Infinity && below < Infinity
  const margin = (inTheMiddle ? clearanceInside : clearance) * pitch
  const height =
    stage.height ?? (inTheMiddle ? 2 * (Math.min(above, below) - margin) : depth * pitch)
  const atTheBottom = !inTheMiddle && above < Infinity
  const top = inTheMiddle ? -height / 2 : atTheBottom ? 0 : -height

  // Only seats level with the stage limit its width, such as the ends of curved rows.
  const level = offsets.filter(({ y }) => y > top - margin / 2 && y < top + height + margin / 2)
  const room = level.reduce((nearest, { x }) => Math.min(nearest, Math.abs(x)), Infinity) - margin
  const wished =
    stage.width ??
    (inTheMiddle && room < Infinity
      ? 2 * room
      : Math.min(Math.max(bounds.width / 2, smallestWidth * pitch), largestWidth * pitch))
  const width = Math.min(wished, 2 * room)
  if (!(width > pitch && height > pitch / 2)) return undefined
  return { height, width, x: stage.x - width / 2, y: stage.y + top }
}

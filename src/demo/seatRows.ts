import type { SeatSpec } from './types'

/** Distance between two seats, and between two rows, on the map. */
const SEAT_PITCH = 10
const ROW_PITCH = 11

type Curved = {
  block: string
  category: (row: number) => string
  /** Distance of the first row from the stage. */
  distance: number
  isBlocked?: (row: number, number: number) => boolean
  rows: number
  /** Seats of a row; rows count from 1. */
  seats: (row: number) => number
}

/** How far behind the stage the circles of the rows have their centre: far means slightly curved. */
const CENTRE_BEHIND_STAGE = 380

/** Rows that curve a little around the stage at (0, 0), seats numbered from left to right. */
export const curvedRows = ({
  block,
  category,
  distance,
  isBlocked,
  rows,
  seats,
}: Curved): SeatSpec[] =>
  Array.from({ length: rows }, (_, i) => i + 1).flatMap((row) => {
    const count = seats(row)
    const radius = CENTRE_BEHIND_STAGE + distance + (row - 1) * ROW_PITCH
    return Array.from({ length: count }, (_, i) => {
      const angle = ((i - (count - 1) / 2) * SEAT_PITCH) / radius
      return {
        block,
        category: category(row),
        number: String(i + 1),
        row: String(row),
        x: rounded(radius * Math.sin(angle)),
        y: rounded(radius * Math.cos(angle) - CENTRE_BEHIND_STAGE),
        ...(isBlocked?.(row, i + 1) && { blocked: true }),
      }
    })
  })

type Stand = {
  block: string
  category: string
  /** Middle of the first row's front, and where "away from the pitch" is. */
  front: { x: number; y: number }
  isBlocked?: (row: number, number: number) => boolean
  rows: number
  seats: number
  towards: 'down' | 'left' | 'right' | 'up'
}

/** A straight stand: rows one behind the other, away from the pitch or stage. */
export const standRows = ({
  block,
  category,
  front,
  isBlocked,
  rows,
  seats,
  towards,
}: Stand): SeatSpec[] =>
  Array.from({ length: rows }, (_, i) => i + 1).flatMap((row) =>
    Array.from({ length: seats }, (_, i) => {
      const along = (i - (seats - 1) / 2) * SEAT_PITCH
      const away = (row - 1) * ROW_PITCH
      const place = {
        down: { x: along, y: away },
        left: { x: -away, y: along },
        right: { x: away, y: along },
        up: { x: along, y: -away },
      }[towards]
      return {
        block,
        category,
        number: String(i + 1),
        row: String(row),
        x: rounded(front.x + place.x),
        y: rounded(front.y + place.y),
        ...(isBlocked?.(row, i + 1) && { blocked: true }),
      }
    }),
  )

/** One decimal is finer than anybody sees, and the same on every machine. */
const rounded = (value: number): number => Math.round(value * 10) / 10 + 0

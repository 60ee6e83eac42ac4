import type { Point } from './types'

/** A block of seats to lay out. Distances are in map units; the stage is at 0/0, the hall lies below it. */
export type BlockPlan = {
  name: string
  /** After how many seats of the first row, from the left, a gangway follows; wider rows grow at both ends. */
  aisles?: number[]
  /** How far the ends of the first row bend towards the stage, as a share of half its width: 0 to 0.8. @default 0 */
  curve?: number
  /** Name of the first row: a number, or letters (A … Z, AA …). @default '1' */
  firstRow?: string
  /** Number of the first seat of each row. @default 1 */
  firstSeat?: number
  /** At which end of the row, seen on the map, the numbers begin. @default 'left' */
  numberFrom?: 'left' | 'right'
  /** Degrees clockwise about the middle of the first row, for side stands. @default 0 */
  rotation?: number
  /** @default 12 */
  rowDistance?: number
  rows: number
  /** @default 10 */
  seatDistance?: number
  /** One number for all rows, or one for each. */
  seatsPerRow: number | number[]
  /** 2 numbers the seats 1, 3, 5 … @default 1 */
  seatStep?: number
  /** Middle of the first row. @default the axis of the hall */
  x?: number
  /** Middle of the first row. @default behind the block before */
  y?: number
}

export type LaidSeat = Point & {
  block: string
  number: string
  row: string
  /** 0 for the row nearest to the stage; says which price category a row gets. */
  rowIndex: number
}

const largest = 500
const gangway = 1.5
const gapBehind = 3
const firstRowAt = 25
/** Radians on either side of the middle; a row never closes to a circle. */
const widestTurn = 1.4

const round = (value: number) => Math.round(value * 100) / 100 + 0

const checked = (value: number): number => {
  if (!Number.isInteger(value) || value < 1 || value > largest)
    throw new RangeError(`Rows and seats are whole numbers from 1 to ${largest}, not ${value}.`)
  return value
}

/** "A" → 1, "Z" → 26, "AA" → 27. */
const lettersToNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const numberToLetters = (number: number): string =>
  number < 1
    ? ''
    : numberToLetters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26))

/** The name of a row, counted on from the first: "1" + 2 → "3", "Y" + 2 → "AA", "Loge" + 2 → "Loge 3". */
export const rowName = (first: string, index: number): string => {
  const name = first.trim()
  if (/^\d+$/.test(name)) return String(Number(name) + index)
  if (/^[A-Z]{1,2}$/.test(name)) return numberToLetters(lettersToNumber(name) + index)
  return `${name} ${index + 1}`
}

/** Radius of the arc through the middle and both ends of the first row; Infinity for straight rows. */
const radiusOf = (halfWidth: number, curve: number) => {
  const rise = halfWidth * Math.min(Math.max(curve, 0), 0.8)
  return rise === 0 ? Infinity : (halfWidth ** 2 + rise ** 2) / (2 * rise)
}

/** Seats of one block around its own first row (middle at 0/0), rows going down the map. */
const layoutBlock = (plan: BlockPlan): LaidSeat[] => {
  const { aisles = [], curve = 0, firstRow = '1', firstSeat = 1, numberFrom = 'left' } = plan
  const { rowDistance = 12, seatDistance = 10, seatsPerRow, seatStep = 1 } = plan
  const rows = checked(plan.rows)
  const seatsIn = (rowIndex: number) =>
    checked(
      Array.isArray(seatsPerRow)
        ? (seatsPerRow[rowIndex] ?? seatsPerRow[seatsPerRow.length - 1])
        : seatsPerRow,
    )
  const offsetsIn = (rowIndex: number) => {
    const count = seatsIn(rowIndex)
    const wider = Math.floor((count - seatsIn(0)) / 2)
    return Array.from({ length: count }, (_, seat) => {
      const passed = aisles.filter((after) => after + wider > 0 && after + wider <= seat).length
      return (seat + gangway * passed) * seatDistance
    })
  }

  const halfWidths = Array.from({ length: rows }, (_, rowIndex) => {
    const offsets = offsetsIn(rowIndex)
    return offsets[offsets.length - 1] / 2
  })
  const radius = Math.max(
    radiusOf(Math.max(halfWidths[0], seatDistance / 2), curve),
    ...halfWidths.map((half, rowIndex) => half / widestTurn - rowIndex * rowDistance),
  )
  const turn = ((plan.rotation ?? 0) * Math.PI) / 180

  return halfWidths.flatMap((half, rowIndex) => {
    // The rows of a curved block share one centre, as they do in a theatre.
    const rowRadius = radius + rowIndex * rowDistance
    return offsetsIn(rowIndex).map((offset, seat, { length: count }) => {
      const across = offset - half
      const angle = across / rowRadius
      const x = radius === Infinity ? across : rowRadius * Math.sin(angle)
      const y =
        rowIndex * rowDistance - (radius === Infinity ? 0 : rowRadius * (1 - Math.cos(angle)))
      const place = numberFrom === 'left' ? seat : count - 1 - seat
      return {
        block: plan.name,
        number: String(firstSeat + place * seatStep),
        row: rowName(firstRow, rowIndex),
        rowIndex,
        x: x * Math.cos(turn) - y * Math.sin(turn),
        y: x * Math.sin(turn) + y * Math.cos(turn),
      }
    })
  })
}

/**
 * Positions for blocks of seats in straight or curved rows: for a new block in the venue editor and for made-up
 * halls. The stage's front edge is at 0/0. A block without a place of its own goes behind the one before it, on
 * the axis of the hall. Positions are rounded to hundredths of a map unit; neighbours are 10 units apart.
 * Throws a RangeError when rows or seats are not whole numbers from 1 to 500.
 */
export const layoutRows = ({ blocks }: { blocks: BlockPlan[] }): LaidSeat[] => {
  const seats: LaidSeat[] = []
  let back: number | undefined
  for (const plan of blocks) {
    const block = layoutBlock(plan)
    const front = block.reduce((top, { y }) => Math.min(top, y), Infinity)
    const start = back === undefined ? firstRowAt : back + gapBehind * (plan.rowDistance ?? 12)
    const x = plan.x ?? 0
    const y = plan.y ?? start - front
    for (const seat of block) {
      seats.push({ ...seat, x: round(seat.x + x), y: round(seat.y + y) })
      back = Math.max(back ?? -Infinity, seat.y + y)
    }
  }
  return seats
}

import type { SeatIndex } from './seatIndex'
import type { Box, MapSeat, Point, Stage } from './types'

import { alongRow } from './rowEnd'
import { seatBounds } from './seatBounds'
import { indexSeats, seatAt } from './seatIndex'
import { seatPitch } from './seatPitch'
import { stageBox } from './stageBox'

/** Distance between neighbours in the drawing, whatever the units of the venue are. */
export const drawnPitch = 20

export type DrawnRow = { key: string; row: string; seats: MapSeat[] }

export type DrawnBlock = { name: string; rows: DrawnRow[] }

export type MapText = Point & { key: string; text: string }

/** A seat map in drawing units: everything about it that does not change while somebody uses it. */
export type DrawnMap = {
  blockNames: MapText[]
  blocks: DrawnBlock[]
  bounds: Box
  index: SeatIndex<MapSeat>
  rowNames: MapText[]
  /** The seats as given, at their places in the drawing. */
  seats: MapSeat[]
  stage: Box | undefined
}

/** Groups seats by block and row, in the order in which the blocks and rows first occur. */
const groupSeats = (seats: MapSeat[]): DrawnBlock[] => {
  const blocks = new Map<string, Map<string, MapSeat[]>>()
  for (const seat of seats) {
    const rows = blocks.get(seat.block) ?? new Map<string, MapSeat[]>()
    blocks.set(seat.block, rows)
    const row = rows.get(seat.row)
    if (row) row.push(seat)
    else rows.set(seat.row, [seat])
  }
  return [...blocks].map(([name, rows]) => ({
    name,
    rows: [...rows].map(([row, members]) => ({ key: row, row, seats: alongRow(members) })),
  }))
}

/** A row's name goes beyond each of its ends, in the direction of the row, where no other seat is. */
const nameRow = ({
  block,
  index,
  row,
}: {
  block: string
  index: SeatIndex<MapSeat>
  row: DrawnRow
}): MapText[] => {
  const { seats } = row
  const ends = [
    { end: seats[0], next: seats[1] },
    { end: seats[seats.length - 1], next: seats[seats.length - 2] },
  ]
  return ends.flatMap(({ end, next }, position) => {
    const inward = next ?? { x: end.x + (position === 0 ? 1 : -1), y: end.y }
    const length = Math.hypot(end.x - inward.x, end.y - inward.y) || 1
    const point = {
      x: end.x + ((end.x - inward.x) / length) * drawnPitch,
      y: end.y + ((end.y - inward.y) / length) * drawnPitch,
    }
    if (seatAt({ index, point, reach: drawnPitch * 0.75 })) return []
    return [{ ...point, key: `${block}:${row.key}:${position}`, text: row.row }]
  })
}

/** A block's name stands above the middle of its first row. */
const nameBlock = ({ name, rows }: DrawnBlock): MapText[] => {
  const seats = rows.flatMap((row) => row.seats)
  const bounds = seatBounds(seats)
  if (!bounds) return []
  const x = bounds.x + bounds.width / 2
  const middle = seats.filter(
    (seat) => Math.abs(seat.x - x) <= Math.max(bounds.width / 8, drawnPitch),
  )
  const top = (seatBounds(middle) ?? bounds).y
  return [{ key: name, text: name, x, y: top - drawnPitch * 0.9 }]
}

const boundsOf = (boxes: (Box | undefined)[]): Box | undefined =>
  seatBounds(
    boxes.flatMap((box) =>
      box
        ? [
            { x: box.x, y: box.y },
            { x: box.x + box.width, y: box.y + box.height },
          ]
        : [],
    ),
  )

const grow = (box: Box | undefined, by: number): Box | undefined =>
  box && { height: box.height + 2 * by, width: box.width + 2 * by, x: box.x - by, y: box.y - by }

/** Turns the seats of a venue into a drawing: scaled to one seat distance, grouped, named, indexed, with its stage. */
export const drawMap = ({ seats, stage }: { seats: MapSeat[]; stage?: Stage }): DrawnMap => {
  const pitch = seatPitch(seats)
  const ratio = drawnPitch / pitch
  const drawn = seats.map((seat) => ({ ...seat, x: seat.x * ratio, y: seat.y * ratio }))
  const blocks = groupSeats(drawn)
  const index = indexSeats({ seats: drawn, size: drawnPitch * 2 })
  const box = stageBox({ pitch, seats, stage })
  const drawnStage = box && {
    height: box.height * ratio,
    width: box.width * ratio,
    x: box.x * ratio,
    y: box.y * ratio,
  }
  return {
    blockNames: blocks.flatMap(nameBlock),
    blocks,
    bounds: boundsOf([
      grow(seatBounds(drawn), drawnPitch * 2),
      grow(drawnStage, drawnPitch / 2),
    ]) ?? {
      height: 1,
      width: 1,
      x: 0,
      y: 0,
    },
    index,
    rowNames: blocks.flatMap((block) =>
      block.rows.flatMap((row) => nameRow({ block: block.name, index, row })),
    ),
    seats: drawn,
    stage: drawnStage,
  }
}

import type { DrawnBlock } from './drawMap'
import type { MapSeat, SeatCategory, SeatMapLabels, SeatState } from './types'

import { fillIn, seatName } from './seatName'

/** A seat as it is drawn: plain values only, so that unchanged rows are recognised and not drawn again. */
export type PaintedSeat = {
  id: string
  name: string
  color: string | undefined
  elementID: string
  /** Undefined where nothing can be selected. */
  selected: boolean | undefined
  state: SeatState
  x: number
  y: number
}

export type PaintedRow = { name: string; key: string; seats: PaintedSeat[] }

export type PaintedBlock = { name: string; rows: PaintedRow[] }

/** Whether a person may select a seat here: what is taken or blocked only in venue editing. */
export const isSelectable = ({ editMode, seat }: { editMode: boolean; seat: MapSeat }): boolean =>
  editMode || (seat.state !== 'taken' && seat.state !== 'blocked')

/** Gives every seat its colour, its name and its state with the selection. */
export const paintRows = ({
  blocks,
  categories,
  elementIDs,
  labels,
  selected,
  view,
}: {
  blocks: DrawnBlock[]
  categories: Map<string, SeatCategory>
  elementIDs: Map<string, string>
  labels: SeatMapLabels
  selected: Set<string>
  view: boolean
}): PaintedBlock[] =>
  blocks.map((block) => ({
    name: block.name,
    rows: block.rows.map(({ key, row, seats }) => ({
      name: fillIn(labels.row, { block: block.name, row }),
      key,
      seats: seats.map((seat) => {
        const category = categories.get(seat.category)
        const isSelected = selected.has(seat.id)
        return {
          id: seat.id,
          name: seatName({ category, labels, seat, selected: isSelected }),
          color: category?.color,
          elementID: elementIDs.get(seat.id) ?? '',
          selected: view ? undefined : isSelected,
          state: isSelected ? 'selected' : seat.state,
          x: seat.x,
          y: seat.y,
        }
      }),
    })),
  }))

/** Whether two versions of a row look and read the same. */
export const isSameRow = (one: PaintedRow, other: PaintedRow): boolean =>
  one.name === other.name &&
  one.seats.length === other.seats.length &&
  one.seats.every((seat, index) => {
    const twin = other.seats[index]
    return (
      seat.id === twin.id &&
      seat.name === twin.name &&
      seat.color === twin.color &&
      seat.elementID === twin.elementID &&
      seat.selected === twin.selected &&
      seat.state === twin.state &&
      seat.x === twin.x &&
      seat.y === twin.y
    )
  })

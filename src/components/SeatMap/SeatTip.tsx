import type { MapSeat, SeatCategory, SeatMapLabels } from './types'
import type { Frame } from './useViewport'

import { drawnPitch } from './drawMap'
import { SeatGlyph } from './SeatGlyph'
import { fillIn, stateText } from './seatName'

/** Pixels from the middle of the seat within which the tip would be cut off. */
const halfWidth = 120
const heightAbove = 110

type Props = {
  category: SeatCategory | undefined
  frame: Frame
  labels: SeatMapLabels
  seat: MapSeat
  selected: boolean
}

/** A card beside the seat under the pointer or the focus. The seat's name says the same to screen readers. */
export const SeatTip = ({ category, frame: { size, view }, labels, seat, selected }: Props) => {
  const x = seat.x * view.scale + view.x
  const y = seat.y * view.scale + view.y
  const below = y < heightAbove
  const gap = (drawnPitch / 2) * view.scale + 6
  const left = Math.min(Math.max(x, halfWidth), Math.max(size.width - halfWidth, halfWidth))
  return (
    <div
      aria-hidden="true"
      className={`seat-map__tip${below ? ' seat-map__tip--below' : ''}`}
      style={{ left, top: below ? y + gap : y - gap }}
    >
      <strong>
        {fillIn(labels.seat, { block: seat.block, number: seat.number, row: seat.row })}
      </strong>
      {category && (
        <span className="seat-map__tip-line">
          <span>{category.name}</span>
          {category.price && <span>{category.price}</span>}
        </span>
      )}
      {seat.label && <span>{seat.label}</span>}
      <span className="seat-map__tip-state">
        <SeatGlyph color={category?.color} state={selected ? 'selected' : seat.state} />
        {stateText({ labels, selected, state: seat.state })}
      </span>
    </div>
  )
}

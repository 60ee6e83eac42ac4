import { memo } from 'react'

import type { DrawnMap } from './drawMap'
import type { Frame } from './useViewport'
import type { SeatCategory } from './types'

import { contrastingColor } from './contrastingColor'
import { drawnPitch } from './drawMap'
import { seatsInRectangle } from './seatsInRectangle'

/** Numbers are shown from this seat distance in pixels on; smaller they could not be read. */
const legiblePitch = 23

type Props = {
  categories: Map<string, SeatCategory>
  frame: Frame
  map: DrawnMap
  selected: Set<string>
}

/** Seat numbers of the free seats in sight (and a little around), once the seats are large enough for them. */
export const NumberLayer = memo(({ categories, frame, map, selected }: Props) => {
  const { size, view } = frame
  if (view.scale * drawnPitch < legiblePitch) return null

  // Grows with the seats up to 15 pixels.
  const fontSize = Math.max(Math.min(8, 15 / view.scale), 5)
  const rectangle = {
    height: (size.height * 1.5) / view.scale,
    width: (size.width * 1.5) / view.scale,
    x: (-view.x - size.width / 4) / view.scale,
    y: (-view.y - size.height / 4) / view.scale,
  }
  return (
    <g aria-hidden="true" className="seat-map__numbers">
      {seatsInRectangle({ rectangle, seats: map.seats })
        .filter((seat) => seat.state === 'free' && !selected.has(seat.id))
        .map(({ id, category, number, x, y }) => (
          <text
            fill={contrastingColor(categories.get(category)?.color ?? '') ?? 'currentColor'}
            fontSize={number.length > 2 ? fontSize * 0.8 : fontSize}
            key={id}
            x={x}
            y={y}
          >
            {number}
          </text>
        ))}
    </g>
  )
})
NumberLayer.displayName = 'NumberLayer'

import { memo } from 'react'

import type { MapSeat, SeatCategory, SeatMapLabels, SeatState } from './types'

import { SeatGlyph } from './SeatGlyph'
import { fillIn } from './seatName'

/** Free seats are shown by their categories. */
const order: SeatState[] = ['taken', 'blocked', 'own', 'selected']

type Props = {
  categories: SeatCategory[]
  editMode: boolean
  highlights: boolean
  labels: SeatMapLabels
  seats: MapSeat[]
  selectable: boolean
}

/** What the colours and shapes mean: categories with price and free seats, and the states that occur. */
export const Legend = memo(
  ({ categories, editMode, highlights, labels, seats, selectable }: Props) => {
    const states = new Set<SeatState>(seats.map(({ state }) => state))
    if (selectable) states.add('selected')
    const counts = new Map<string, number>()
    for (const { category, state } of seats) {
      const counted = editMode || state === 'free' ? 1 : 0
      counts.set(category, (counts.get(category) ?? 0) + counted)
    }

    // To be assigned, a category is offered even before it has seats.
    const shown = categories.filter(({ id }) => editMode || counts.has(id))

    return (
      <div aria-label={labels.legend} className="seat-map__legend" role="group">
        <ul aria-label={labels.categories} className="seat-map__legend-list">
          {shown.map(({ id, name, color, price }) => (
            <li className="seat-map__legend-item" key={id}>
              <SeatGlyph color={color} state="free" />
              <span className="seat-map__legend-name">{name}</span>
              {price && <span>{price}</span>}
              <span className="seat-map__legend-count">
                {fillIn(editMode ? labels.seatCount : labels.freeCount, {
                  count: counts.get(id) ?? 0,
                })}
              </span>
            </li>
          ))}
        </ul>
        <ul className="seat-map__legend-list">
          {order
            .filter((state) => states.has(state))
            .map((state) => (
              <li className="seat-map__legend-item" key={state}>
                <SeatGlyph state={state} />
                <span>{labels.states[state]}</span>
              </li>
            ))}
          {highlights && (
            <li className="seat-map__legend-item">
              <svg
                aria-hidden="true"
                className="seat-map__glyph"
                focusable="false"
                viewBox="-13 -13 26 26"
              >
                <circle className="seat-map__highlight" pathLength={24} r={10.5} strokeWidth={3} />
              </svg>
              <span>{labels.highlight}</span>
            </li>
          )}
        </ul>
      </div>
    )
  },
)
Legend.displayName = 'Legend'

import type { SeatState } from './types'

import { seatPath } from './seatPath'

/** One seat as it looks on the map, for legend and tip; silent. */
export const SeatGlyph = ({ color, state }: { color?: string; state: SeatState }) => (
  <svg aria-hidden="true" className="seat-map__glyph" focusable="false" viewBox="-10 -10 20 20">
    <path
      className={`seat-map__seat seat-map__seat--${state}`}
      color={color}
      d={seatPath({ state, x: 0, y: 0 })}
    />
  </svg>
)

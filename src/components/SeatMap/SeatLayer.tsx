import { memo } from 'react'

import type { PaintedBlock, PaintedRow } from './paintRows'

import { isSameRow } from './paintRows'
import { seatPath } from './seatPath'

const SeatRow = memo(
  ({ row }: { row: PaintedRow }) => (
    <g aria-label={row.name} role="row">
      {row.seats.map((seat) => (
        <path
          aria-label={seat.name}
          aria-selected={seat.selected}
          className={`seat-map__seat seat-map__seat--${seat.state}`}
          color={seat.color}
          d={seatPath(seat)}
          data-seat={seat.id}
          id={seat.elementID}
          key={seat.id}
          role="gridcell"
        />
      ))}
    </g>
  ),
  (before, after) => isSameRow(before.row, after.row),
)
SeatRow.displayName = 'SeatRow'

/** All seats, as the rows and cells of a grid. Drawn again only where a row changes; has no listeners of its own. */
export const SeatLayer = memo(({ blocks }: { blocks: PaintedBlock[] }) =>
  blocks.map((block) => (
    <g aria-label={block.name} key={block.name} role="rowgroup">
      {block.rows.map((row) => (
        <SeatRow key={row.key} row={row} />
      ))}
    </g>
  )),
)
SeatLayer.displayName = 'SeatLayer'

import type { Point } from './types'

/** Rings grow with the map, but never get so small that they hide the seat. */
const radius = (scale: number, pixels: number) => Math.max(11.5, pixels / scale)

/** Seats pointed out; lies under the seats, so that neighbours pointed out together stay legible. */
export const HighlightLayer = ({
  scale,
  seats,
}: {
  scale: number
  seats: (Point & { id: string })[]
}) => (
  <g aria-hidden="true">
    {seats.map(({ id, x, y }) => (
      <circle
        className="seat-map__highlight"
        cx={x}
        cy={y}
        key={id}
        pathLength={24}
        r={radius(scale, 8)}
        strokeWidth={Math.max(2.5 / scale, 2)}
      />
    ))}
  </g>
)

type Props = { focused: Point | undefined; hovered: Point | undefined; scale: number }

/** Rings around the seats under the pointer and under the keyboard; in a drawing of its own, so that the seats need no painting. */
export const MarkLayer = ({ focused, hovered, scale }: Props) => {
  const half = radius(scale, 8)
  const square = { height: 2 * half, rx: half * 0.6, width: 2 * half }
  return (
    <>
      {hovered && (
        <circle className="seat-map__hover" cx={hovered.x} cy={hovered.y} r={radius(scale, 7)} />
      )}
      {focused && (
        <>
          <rect
            className="seat-map__focus-gap"
            x={focused.x - half}
            y={focused.y - half}
            {...square}
          />
          <rect className="seat-map__focus" x={focused.x - half} y={focused.y - half} {...square} />
        </>
      )}
    </>
  )
}

import { memo } from 'react'

import type { DrawnMap, MapText } from './drawMap'
import type { Box } from './types'

/** Row names are shown from this scale on; smaller they could not be read. */
const legibleRowNames = 0.62

/** A size in drawing units that comes out at the wished pixels, as far as the place for it allows. */
const fontSize = ({
  largest,
  pixels,
  scale,
  smallest,
}: Record<'largest' | 'pixels' | 'scale' | 'smallest', number>) =>
  Math.max(Math.min(pixels / scale, largest), smallest)

const StageShape = ({ box, label, scale }: { box: Box; label: string; scale: number }) => {
  const upright = box.height > box.width
  const [length, depth] = upright ? [box.height, box.width] : [box.width, box.height]
  const largest = Math.min(depth * 0.55, (length / Math.max(label.length, 4)) * 1.1)
  return (
    <>
      <rect className="seat-map__stage" rx={6} {...box} />
      <text
        className="seat-map__stage-name"
        fontSize={fontSize({ largest, pixels: 14, scale, smallest: 8 })}
        transform={`translate(${box.x + box.width / 2} ${box.y + box.height / 2})${upright ? ' rotate(-90)' : ''}`}
      >
        {label}
      </text>
    </>
  )
}

const Texts = ({
  className,
  size,
  texts,
}: {
  className: string
  size: number
  texts: MapText[]
}) => (
  <g className={className} fontSize={size}>
    {texts.map(({ key, text, x, y }) => (
      <text key={key} x={x} y={y}>
        {text}
      </text>
    ))}
  </g>
)

/** Stage, names of blocks and rows. The seats say the same to screen readers, so these keep silent. */
export const TextLayer = memo(
  ({ map, scale, stageLabel }: { map: DrawnMap; scale: number; stageLabel: string }) => (
    <g aria-hidden="true">
      {map.stage && <StageShape box={map.stage} label={stageLabel} scale={scale} />}
      {scale >= legibleRowNames && (
        <Texts
          className="seat-map__row-names"
          size={fontSize({ largest: 10, pixels: 11, scale, smallest: 6 })}
          texts={map.rowNames}
        />
      )}
      <Texts
        className="seat-map__block-names"
        size={fontSize({ largest: 30, pixels: 14, scale, smallest: 8 })}
        texts={map.blockNames}
      />
    </g>
  ),
)
TextLayer.displayName = 'TextLayer'

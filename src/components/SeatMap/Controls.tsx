import type { SeatMapLabels } from './types'

import './controls.scss'

const icons = {
  area: 'M4 4h3M10 4h4M17 4h3v3M20 10v4M20 17v3h-3M14 20h-4M7 20H4v-3M4 14v-4M4 7V4',
  fit: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
}

const Control = ({
  icon,
  label,
  onClick,
  pressed,
}: {
  icon: keyof typeof icons
  label: string
  onClick: () => void
  pressed?: boolean
}) => (
  <button
    aria-label={label}
    aria-pressed={pressed}
    className="seat-map__control"
    onClick={onClick}
    title={label}
    type="button"
  >
    <svg aria-hidden="true" focusable="false" viewBox="0 0 24 24">
      <path d={icons[icon]} />
    </svg>
  </button>
)

type Props = {
  labels: SeatMapLabels
  onFit: () => void
  /** Left out where no rectangle can be drawn. */
  onSelectArea?: () => void
  onZoom: (factor: number) => void
  selectsArea: boolean
}

/** Zoom, show all, and (in venue editing) the rectangle for those who have no Shift key under their fingers. */
export const Controls = ({ labels, onFit, onSelectArea, onZoom, selectsArea }: Props) => (
  <div className="seat-map__controls">
    <Control icon="in" label={labels.zoomIn} onClick={() => onZoom(1.5)} />
    <Control icon="out" label={labels.zoomOut} onClick={() => onZoom(1 / 1.5)} />
    <Control icon="fit" label={labels.fit} onClick={onFit} />
    {onSelectArea && (
      <Control icon="area" label={labels.selectArea} onClick={onSelectArea} pressed={selectsArea} />
    )}
  </div>
)

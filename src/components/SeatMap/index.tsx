'use client'
import type { KeyboardEvent as ReactKeyboardEvent, MouseEvent as ReactMouseEvent } from 'react'

import { useId, useMemo, useState } from 'react'

import type { Direction, MapSeat, Point, SeatMapProps } from './types'

import { Controls } from './Controls'
import { drawMap, drawnPitch } from './drawMap'
import './index.scss'
import { Legend } from './Legend'
import { HighlightLayer, MarkLayer } from './MarkLayer'
import { nearestSeat } from './nearestSeat'
import { NumberLayer } from './NumberLayer'
import { isSelectable, paintRows } from './paintRows'
import { rowEnd } from './rowEnd'
import { seatAt } from './seatIndex'
import { SeatLayer } from './SeatLayer'
import { fillIn } from './seatName'
import { seatsInRectangle } from './seatsInRectangle'
import { SeatTip } from './SeatTip'
import { TextLayer } from './TextLayer'
import { usePointers } from './usePointers'
import { useViewport } from './useViewport'
import { toMap } from './view'

const arrows: Record<string, Direction> = {
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
}

const rowEnds: Record<string, 'first' | 'last'> = { End: 'last', Home: 'first' }

/** A finger covers this many pixels around its middle. */
const fingertip = 14

const nothing: string[] = []

/**
 * A hall with its seats: pan, zoom, select by mouse, finger and keyboard. Knows nothing of the database: it draws
 * what it is given and reports what was chosen. Seats may be in any unit; the drawing goes by their usual distance.
 */
export const SeatMap = ({
  categories,
  editMode = false,
  height,
  highlight = nothing,
  labels,
  mode,
  onSelect,
  seats,
  selected,
  stage,
}: SeatMapProps) => {
  const prefix = useId()
  const map = useMemo(() => drawMap({ seats, stage }), [seats, stage])
  const viewport = useViewport(map.bounds)
  const { frame, layerRef, marksRef, surfaceRef, viewRef } = viewport
  const [activeID, setActiveID] = useState<string>()
  const [hoveredID, setHoveredID] = useState<string>()
  const [keyboard, setKeyboard] = useState<'ring' | 'tip' | 'unused'>('unused')
  const [selectsArea, setSelectsArea] = useState(false)

  const seatsByID = useMemo(() => new Map(map.seats.map((seat) => [seat.id, seat])), [map])
  const elementIDs = useMemo(
    () => new Map(map.seats.map(({ id }, index) => [id, `${prefix}${index}`])),
    [map, prefix],
  )
  const categoriesByID = useMemo(
    () => new Map(categories.map((category) => [category.id, category])),
    [categories],
  )
  const selectedIDs = useMemo(
    () =>
      new Set([
        ...map.seats.filter(({ state }) => state === 'selected').map(({ id }) => id),
        ...selected,
      ]),
    [map, selected],
  )
  const rows = useMemo(
    () =>
      paintRows({
        blocks: map.blocks,
        categories: categoriesByID,
        elementIDs,
        labels,
        selected: selectedIDs,
        view: mode === 'view',
      }),
    [categoriesByID, elementIDs, labels, map, mode, selectedIDs],
  )

  const seatOf = (id: string | undefined) => (id === undefined ? undefined : seatsByID.get(id))
  const firstOf = (ids: Iterable<string>) => seatOf([...ids].find((id) => seatsByID.has(id)))
  // Where the keyboard starts: at what matters to the person, else at the first seat.
  const active =
    seatOf(activeID) ??
    firstOf(selectedIDs) ??
    firstOf(highlight) ??
    map.seats.find(({ state }) => state === 'own') ??
    map.seats[0]
  const scale = frame?.view.scale ?? 1
  const hovered = seatOf(hoveredID)
  const tipped = hovered ?? (keyboard === 'tip' ? active : undefined)

  const select = (ids: Iterable<string>) => onSelect?.([...ids])

  const toggle = (seat: MapSeat) => {
    if (mode === 'view' || !isSelectable({ editMode, seat })) return
    const others = [...selectedIDs].filter((id) => id !== seat.id)
    if (selectedIDs.has(seat.id)) select(mode === 'single' ? nothing : others)
    else select(mode === 'single' ? [seat.id] : [...others, seat.id])
  }

  const seatUnder = (point: Point, reach: number) =>
    seatAt({
      index: map.index,
      point: toMap(point, viewRef.current),
      reach: Math.max(reach / viewRef.current.scale, drawnPitch * 0.55),
    })

  const pointers = usePointers({
    drawsArea: (event) => editMode && mode === 'multiple' && (event.shiftKey || selectsArea),
    onArea: (area) => {
      const { scale } = viewRef.current
      const rectangle = {
        ...toMap(area, viewRef.current),
        height: area.height / scale,
        width: area.width / scale,
      }
      const inside = seatsInRectangle({ rectangle, seats: map.seats }).map(({ id }) => id)
      select(new Set([...selectedIDs, ...inside]))
    },
    onHover: (point) => setHoveredID(point && seatUnder(point, 0)?.id),
    viewport,
  })

  const onClick = (event: ReactMouseEvent) => {
    if (pointers.isDrag(event)) return
    setKeyboard('unused')
    // A screen reader clicks the element itself, without a place.
    const target = (event.target as Element).closest<SVGElement>('[data-seat]')
    const seat = seatOf(target?.dataset.seat) ?? seatUnder(pointers.toSurface(event), fingertip)
    setHoveredID(seat?.id)
    if (seat) {
      setActiveID(seat.id)
      toggle(seat)
    } else if (editMode && mode === 'multiple') select(nothing)
  }

  const goTo = (seat: MapSeat | undefined, extend: boolean) => {
    if (!seat) return
    setActiveID(seat.id)
    setHoveredID(undefined)
    viewport.reveal(seat)
    if (extend && mode === 'multiple' && isSelectable({ editMode, seat }))
      select(new Set([...selectedIDs, seat.id]))
  }

  /** Does what a key means; false when it means nothing here. */
  const press = (event: ReactKeyboardEvent): boolean => {
    const { key } = event
    if (arrows[key])
      goTo(nearestSeat({ direction: arrows[key], from: active, seats: map.seats }), event.shiftKey)
    else if (rowEnds[key])
      goTo(rowEnd({ end: rowEnds[key], from: active, seats: map.seats }), false)
    else if (key === 'Enter' || key === ' ') toggle(active)
    else if (key === '+' || key === '=') viewport.zoomBy({ animated: true, factor: 1.5 })
    else if (key === '-') viewport.zoomBy({ animated: true, factor: 1 / 1.5 })
    else if (key === '0') viewport.fit()
    else if (key === 'Escape' && editMode && selectedIDs.size > 0) select(nothing)
    else return false
    return true
  }

  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !active) return
    // Escape puts the tip away.
    setKeyboard(event.key === 'Escape' ? 'ring' : 'tip')
    if (event.key === 'Escape') setHoveredID(undefined)
    if (!press(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  if (seats.length === 0) return <p className="seat-map__empty">{labels.empty}</p>

  return (
    <div className="seat-map">
      <div className="seat-map__frame" style={{ height }}>
        <div
          {...pointers.handlers}
          aria-activedescendant={active && elementIDs.get(active.id)}
          aria-describedby={`${prefix}help`}
          aria-label={labels.map}
          aria-multiselectable={mode === 'multiple' || undefined}
          aria-readonly={mode === 'view' || undefined}
          className={`seat-map__surface${selectsArea ? ' seat-map__surface--area' : ''}`}
          data-mode={mode}
          onBlur={() => setKeyboard('unused')}
          onClick={onClick}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible')) setKeyboard('tip')
          }}
          onKeyDown={onKeyDown}
          ref={surfaceRef}
          role="grid"
          tabIndex={0}
        >
          <svg className="seat-map__svg" focusable="false" role="presentation">
            <g className="seat-map__layer" ref={layerRef} role="presentation">
              <TextLayer map={map} scale={scale} stageLabel={labels.stage} />
              <HighlightLayer scale={scale} seats={highlight.flatMap((id) => seatOf(id) ?? [])} />
              <SeatLayer blocks={rows} />
              {frame && (
                <NumberLayer
                  categories={categoriesByID}
                  frame={frame}
                  map={map}
                  selected={selectedIDs}
                />
              )}
            </g>
          </svg>
          <svg aria-hidden="true" className="seat-map__svg seat-map__svg--marks" focusable="false">
            <g className="seat-map__layer" ref={marksRef}>
              <MarkLayer
                focused={keyboard === 'unused' ? undefined : active}
                hovered={hovered}
                scale={scale}
              />
            </g>
          </svg>
        </div>
        {pointers.area && (
          <div
            className="seat-map__area"
            style={{
              height: Math.abs(pointers.area.height),
              left: Math.min(pointers.area.x, pointers.area.x + pointers.area.width),
              top: Math.min(pointers.area.y, pointers.area.y + pointers.area.height),
              width: Math.abs(pointers.area.width),
            }}
          />
        )}
        {tipped && frame && (
          <SeatTip
            category={categoriesByID.get(tipped.category)}
            frame={frame}
            labels={labels}
            seat={tipped}
            selected={selectedIDs.has(tipped.id)}
          />
        )}
        <Controls
          labels={labels}
          onFit={viewport.fit}
          onSelectArea={
            editMode && mode === 'multiple' ? () => setSelectsArea(!selectsArea) : undefined
          }
          onZoom={(factor) => viewport.zoomBy({ animated: true, factor })}
          selectsArea={selectsArea}
        />
      </div>
      <div className="seat-map__foot">
        <Legend
          categories={categories}
          editMode={editMode}
          highlights={highlight.length > 0}
          labels={labels}
          seats={seats}
          selectable={mode !== 'view'}
        />
        {mode !== 'view' && (
          <p aria-live="polite" className="seat-map__count">
            {fillIn(labels.selectedCount, { count: selectedIDs.size })}
          </p>
        )}
      </div>
      <p className="seat-map__hidden" id={`${prefix}help`}>
        {labels.help}
      </p>
    </div>
  )
}

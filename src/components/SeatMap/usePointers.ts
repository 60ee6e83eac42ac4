import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react'

import { useEffect, useRef, useState } from 'react'

import type { Box, Point } from './types'
import type { Viewport } from './useViewport'

/** Pixels; less is a click with an unsteady hand. */
const dragThreshold = 4

type Gesture = { area?: Box; drawsArea: boolean; moved: boolean; start: Point }

type Props = {
  /** Whether a drag that begins with this event draws a rectangle. */
  drawsArea: (event: ReactPointerEvent) => boolean
  /** Gets the finished rectangle, in pixels of the surface. */
  onArea: (area: Box) => void
  /** The mouse moves over the map without a button held; undefined when it leaves. */
  onHover: (point: Point | undefined) => void
  viewport: Viewport
}

/** Drag, pinch, Ctrl + wheel and the rectangle, with pointer events: mouse, pen and fingers are the same. */
export const usePointers = ({ drawsArea, onArea, onHover, viewport }: Props) => {
  const { moveBy, surfaceRef, zoomBy } = viewport
  const pointersRef = useRef(new Map<number, Point>())
  const gestureRef = useRef<Gesture>(undefined)
  const [area, setArea] = useState<Box>()

  const toSurface = (event: { clientX: number; clientY: number }): Point => {
    const box = surfaceRef.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }

  const pinch = (event: ReactPointerEvent, before: Point, after: Point) => {
    const other = [...pointersRef.current].find(([id]) => id !== event.pointerId)?.[1]
    if (!other) return
    const apart = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y)
    moveBy({ x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 })
    zoomBy({
      at: { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 },
      factor: apart(after) / Math.max(apart(before), 1),
    })
  }

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    const start = toSurface(event)
    pointersRef.current.set(event.pointerId, start)
    if (pointersRef.current.size === 1) {
      gestureRef.current = { drawsArea: drawsArea(event), moved: false, start }
      return
    }
    // A second finger makes it a pinch: no click and no rectangle will come of it.
    gestureRef.current = { drawsArea: false, moved: true, start }
    setArea(undefined)
  }

  const onPointerMove = (event: ReactPointerEvent) => {
    const before = pointersRef.current.get(event.pointerId)
    const after = toSurface(event)
    const gesture = gestureRef.current
    if (!before || !gesture) {
      if (event.pointerType !== 'touch') onHover(after)
      return
    }
    const { start } = gesture
    if (!gesture.moved) {
      if (Math.hypot(after.x - start.x, after.y - start.y) < dragThreshold) return
      gesture.moved = true
      surfaceRef.current?.setPointerCapture(event.pointerId)
      onHover(undefined)
    }
    pointersRef.current.set(event.pointerId, after)
    if (pointersRef.current.size > 1) pinch(event, before, after)
    else if (gesture.drawsArea) {
      gesture.area = { height: after.y - start.y, width: after.x - start.x, ...start }
      setArea(gesture.area)
    } else moveBy({ x: after.x - before.x, y: after.y - before.y })
  }

  const onPointerEnd = (event: ReactPointerEvent) => {
    if (!pointersRef.current.delete(event.pointerId)) return
    const drawn = gestureRef.current?.area
    if (drawn && event.type === 'pointerup') onArea(drawn)
    setArea(undefined)
  }

  // React listens to the wheel passively, which could not keep the page from zooming.
  useEffect(() => {
    const surface = surfaceRef.current
    if (!surface) return undefined
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = surface.getBoundingClientRect()
      const pixels =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY
      zoomBy({
        at: { x: event.clientX - box.left, y: event.clientY - box.top },
        factor: Math.exp(-Math.min(Math.max(pixels, -120), 120) / 240),
      })
    }
    surface.addEventListener('wheel', onWheel, { passive: false })
    return () => surface.removeEventListener('wheel', onWheel)
  }, [surfaceRef, zoomBy])

  return {
    area,
    handlers: {
      onPointerCancel: onPointerEnd,
      onPointerDown,
      onPointerLeave: () => onHover(undefined),
      onPointerMove,
      onPointerUp: onPointerEnd,
    },
    /** Whether a click is the end of a drag. One that a screen reader makes (detail 0) never is. */
    isDrag: (event: ReactMouseEvent) => event.detail > 0 && (gestureRef.current?.moved ?? false),
    toSurface,
  }
}

import type { RefObject } from 'react'

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import type { Box, Point, Size, View } from './types'

import { clampView, fitView, revealPoint, zoomView } from './view'

/** Milliseconds; the style sheet uses the same time for the movement. */
const animation = 160
const rest = 120

/** What was in sight when the map last came to rest. */
export type Frame = { size: Size; view: View }

export type Viewport = {
  fit: () => void
  frame: Frame | undefined
  layerRef: RefObject<SVGGElement | null>
  marksRef: RefObject<SVGGElement | null>
  moveBy: (offset: Point) => void
  reveal: (point: Point) => void
  surfaceRef: RefObject<HTMLDivElement | null>
  viewRef: RefObject<View>
  /** Zooms about a pixel of the surface, its middle when none is given. */
  zoomBy: (options: { animated?: boolean; at?: Point; factor: number }) => void
}

/**
 * Pan and zoom without React: the transform of the layers is set directly, so that no seat is drawn again. React
 * hears of it once the map rests (`frame`), for what depends on the part in sight.
 */
export const useViewport = ({ height, width, x, y }: Box): Viewport => {
  const bounds = useMemo(() => ({ height, width, x, y }), [height, width, x, y])
  const surfaceRef = useRef<HTMLDivElement>(null)
  const layerRef = useRef<SVGGElement>(null)
  const marksRef = useRef<SVGGElement>(null)
  const viewRef = useRef<View>({ scale: 1, x: 0, y: 0 })
  const sizeRef = useRef<Size>({ height: 0, width: 0 })
  const fittedRef = useRef(true)
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [frame, setFrame] = useState<Frame>()

  const show = useCallback(
    (wanted: View, { animated = false, delay = rest } = {}) => {
      const surface = surfaceRef.current
      if (!surface) return

      const view = clampView({ bounds, size: sizeRef.current, view: wanted })
      viewRef.current = view
      for (const layer of [layerRef.current, marksRef.current]) {
        if (!layer) continue
        layer.style.transition = animated ? '' : 'none'
        layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
      }
      surface.dataset.moving = ''
      clearTimeout(timerRef.current)
      const settle = () => {
        delete surface.dataset.moving
        setFrame({ size: sizeRef.current, view })
      }
      if (delay === 0) settle()
      else timerRef.current = setTimeout(settle, animated ? animation : delay)
    },
    [bounds],
  )

  const fit = useCallback(() => {
    fittedRef.current = true
    show(fitView({ bounds, size: sizeRef.current }), { animated: true })
  }, [bounds, show])

  const moveBy = useCallback(
    (offset: Point) => {
      fittedRef.current = false
      const view = viewRef.current
      show({ ...view, x: view.x + offset.x, y: view.y + offset.y })
    },
    [show],
  )

  const zoomBy = useCallback<Viewport['zoomBy']>(
    ({ animated, at, factor }) => {
      fittedRef.current = false
      const { height, width } = sizeRef.current
      const view = viewRef.current
      // Clamped first: at the limits the map must not wander off while its scale stays.
      const { scale } = clampView({
        bounds,
        size: sizeRef.current,
        view: { ...view, scale: view.scale * factor },
      })
      const middle = { x: width / 2, y: height / 2 }
      show(zoomView({ at: at ?? middle, factor: scale / view.scale, view }), { animated })
    },
    [bounds, show],
  )

  const reveal = useCallback(
    (point: Point) => {
      const view = viewRef.current
      const moved = revealPoint({ margin: 56, point, size: sizeRef.current, view })
      if (moved.x === view.x && moved.y === view.y) return
      fittedRef.current = false
      show(moved, { animated: true })
    },
    [show],
  )

  // A new map is shown whole; a new size of the surface keeps the middle of the map where it is.
  useLayoutEffect(() => {
    const surface = surfaceRef.current
    if (!surface) return undefined
    const resize = () => {
      const before = sizeRef.current
      const size = { height: surface.clientHeight, width: surface.clientWidth }
      sizeRef.current = size
      const view = viewRef.current
      show(
        fittedRef.current
          ? fitView({ bounds, size })
          : {
              ...view,
              x: view.x + (size.width - before.width) / 2,
              y: view.y + (size.height - before.height) / 2,
            },
        { delay: 0 },
      )
    }
    fittedRef.current = true
    resize()
    const observer = new ResizeObserver(resize)
    observer.observe(surface)
    return () => observer.disconnect()
  }, [bounds, show])

  useEffect(() => () => clearTimeout(timerRef.current), [])

  return { fit, frame, layerRef, marksRef, moveBy, reveal, surfaceRef, viewRef, zoomBy }
}

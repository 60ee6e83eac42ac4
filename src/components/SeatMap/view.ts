import type { Box, Point, Size, View } from './types'

const padding = 12

/** Seats of a small hall are not blown up beyond this when all of it is shown. */
const largestFit = 2

const between = (value: number, smallest: number, largest: number) =>
  Math.min(Math.max(value, smallest), Math.max(smallest, largest))

/** The view that shows the whole map, centred in the surface. */
export const fitView = ({ bounds, size }: { bounds: Box; size: Size }): View => {
  const scale = Math.min(
    Math.max(size.width - 2 * padding, 1) / Math.max(bounds.width, 1),
    Math.max(size.height - 2 * padding, 1) / Math.max(bounds.height, 1),
    largestFit,
  )
  return {
    scale,
    x: size.width / 2 - (bounds.x + bounds.width / 2) * scale,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * scale,
  }
}

/** Keeps a view within what makes sense: not too near, not too far, and the map never out of sight. */
export const clampView = ({
  bounds,
  size,
  view,
}: {
  bounds: Box
  size: Size
  view: View
}): View => {
  const fitted = fitView({ bounds, size })
  const scale = between(view.scale, fitted.scale * 0.75, Math.max(3, fitted.scale * 1.5))
  return {
    scale,
    x: between(
      view.x,
      size.width / 2 - (bounds.x + bounds.width) * scale,
      size.width / 2 - bounds.x * scale,
    ),
    y: between(
      view.y,
      size.height / 2 - (bounds.y + bounds.height) * scale,
      size.height / 2 - bounds.y * scale,
    ),
  }
}

/** The view magnified by a factor, with the given pixel of the surface staying where it is. */
export const zoomView = ({
  at,
  factor,
  view,
}: {
  at: Point
  factor: number
  view: View
}): View => ({
  scale: view.scale * factor,
  x: at.x - (at.x - view.x) * factor,
  y: at.y - (at.y - view.y) * factor,
})

/** The view moved as little as needed for a point of the map to be at least `margin` pixels inside the surface. */
export const revealPoint = ({
  margin,
  point,
  size,
  view,
}: {
  margin: number
  point: Point
  size: Size
  view: View
}): View => {
  const x = point.x * view.scale + view.x
  const y = point.y * view.scale + view.y
  const acrossMargin = Math.min(margin, size.width / 2)
  const downMargin = Math.min(margin, size.height / 2)
  return {
    ...view,
    x: view.x + between(x, acrossMargin, size.width - acrossMargin) - x,
    y: view.y + between(y, downMargin, size.height - downMargin) - y,
  }
}

/** The point of the map under a pixel of the surface. */
export const toMap = (point: Point, view: View): Point => ({
  x: (point.x - view.x) / view.scale,
  y: (point.y - view.y) / view.scale,
})

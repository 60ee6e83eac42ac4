import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  clampView,
  fitView,
  revealPoint,
  toMap,
  zoomView,
} from '../../../src/components/SeatMap/view'

const size = { height: 600, width: 800 }
const bounds = { height: 900, width: 1600, x: -800, y: 0 }

describe('fitView', () => {
  it('should show the whole map, centred', () => {
    const view = fitView({ bounds, size })
    const first = { x: bounds.x * view.scale + view.x, y: bounds.y * view.scale + view.y }
    expect(first.x).toBeCloseTo(12)
    expect(first.y).toBeCloseTo((600 - 900 * view.scale) / 2)
  })

  it('should not blow up a small hall', () => {
    expect(fitView({ bounds: { height: 40, width: 40, x: 0, y: 0 }, size }).scale).toBe(2)
  })

  it('should stay finite for a surface or a map without size', () => {
    const empty = { height: 0, width: 0 }
    for (const view of [
      fitView({ bounds, size: empty }),
      fitView({ bounds: { ...empty, x: 5, y: 5 }, size }),
    ])
      expect(Object.values(view).every(Number.isFinite)).toBe(true)
  })
})

describe('zoomView', () => {
  it('should keep the point under the pointer', () => {
    fc.assert(
      fc.property(
        fc.double({ max: 4, min: 0.2, noNaN: true }),
        fc.integer({ max: 800, min: 0 }),
        fc.integer({ max: 600, min: 0 }),
        (factor, x, y) => {
          const view = { scale: 0.7, x: 120, y: -40 }
          const before = toMap({ x, y }, view)
          const after = toMap({ x, y }, zoomView({ at: { x, y }, factor, view }))
          expect(after.x).toBeCloseTo(before.x)
          expect(after.y).toBeCloseTo(before.y)
        },
      ),
    )
  })
})

describe('clampView', () => {
  it('should leave the whole map as it is', () => {
    const view = fitView({ bounds, size })
    expect(clampView({ bounds, size, view })).toEqual(view)
  })

  it('should never lose the map', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 9000, min: -9000 }),
        fc.integer({ max: 9000, min: -9000 }),
        fc.double({ max: 50, min: 0.001, noNaN: true }),
        (x, y, scale) => {
          const view = clampView({ bounds, size, view: { scale, x, y } })
          const middle = toMap({ x: size.width / 2, y: size.height / 2 }, view)
          expect(middle.x).toBeGreaterThanOrEqual(bounds.x - 0.01)
          expect(middle.x).toBeLessThanOrEqual(bounds.x + bounds.width + 0.01)
          expect(middle.y).toBeGreaterThanOrEqual(bounds.y - 0.01)
          expect(middle.y).toBeLessThanOrEqual(bounds.y + bounds.height + 0.01)
          expect(view.scale).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})

describe('revealPoint', () => {
  const view = { scale: 1, x: 0, y: 0 }

  it('should not move when the point is well in sight', () => {
    expect(revealPoint({ margin: 50, point: { x: 400, y: 300 }, size, view })).toEqual(view)
  })

  it('should bring a point outside just into sight', () => {
    const moved = revealPoint({ margin: 50, point: { x: 1000, y: -80 }, size, view })
    expect(moved).toEqual({ scale: 1, x: -250, y: 130 })
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createSeatFinder } from '../../src/operations/seatFinder'

/** Rows of seats below a stage in the middle; `gaps` are aisles behind a number. */
const hall = ({ aisleAfter = 0, rows = 3, seats = 6 } = {}) =>
  Array.from({ length: rows }, (_, y) =>
    Array.from({ length: seats }, (_, x) => ({
      id: `${y}-${x}`,
      block: 'A',
      priceCategory: y < 2 ? 'first' : 'second',
      row: String(y),
      x: x + (aisleAfter && x >= aisleAfter ? 2 : 0),
      y: y + 1,
    })),
  ).flat()

const stage = { x: 2.5, y: 0 }
const ids = (seats: { id: string }[]) => seats.map(({ id }) => id)

describe('the best seats of a category', () => {
  it('should be the nearest row to the stage, then the nearest to the centre', () => {
    const finder = createSeatFinder({ seats: hall(), stage, taken: ['0-2'] })
    expect(ids(finder.best({ category: 'first', count: 1 }))).toEqual(['0-3'])
  })

  it('should put companions side by side, in a row further back if need be', () => {
    const finder = createSeatFinder({ seats: hall(), stage, taken: ['0-0', '0-2', '0-4'] })
    expect(ids(finder.best({ category: 'first', count: 2 }))).toEqual(['1-2', '1-3'])
  })

  it('should not seat companions across an aisle', () => {
    const finder = createSeatFinder({
      seats: hall({ aisleAfter: 3 }),
      stage: { x: 3.5, y: 0 },
      taken: ['0-0', '0-5'],
    })
    const [one, other] = ids(finder.best({ category: 'first', count: 2 }))
    expect([one, other]).not.toEqual(['0-2', '0-3'])
  })

  it('should prefer a seat beside those of the file who sit already', () => {
    const finder = createSeatFinder({ seats: hall(), stage, taken: ['1-0'] })
    expect(ids(finder.best({ category: 'first', companions: ['1-0'], count: 1 }))).toEqual(['1-1'])
  })

  it('should split companions only where nothing else is left', () => {
    const taken = hall()
      .filter(({ id }) => !['0-0', '1-5'].includes(id))
      .map(({ id }) => id)
    const finder = createSeatFinder({ seats: hall(), stage, taken })
    expect(ids(finder.best({ category: 'first', count: 2 }))).toEqual(['0-0', '1-5'])
  })

  it('should never leave the category, nor take blocked seats', () => {
    const seats = hall().map((seat) => ({ ...seat, blocked: seat.priceCategory === 'first' }))
    const finder = createSeatFinder({ seats, stage, taken: [] })
    expect(finder.best({ category: 'first', count: 1 })).toEqual([])
  })

  it('should give out each seat once, whatever is taken and released', () => {
    const all = hall()
    fc.assert(
      fc.property(fc.subarray(all), fc.array(fc.integer({ max: 4, min: 1 })), (taken, wishes) => {
        const finder = createSeatFinder({ seats: all, stage, taken: ids(taken) })
        const given = new Set(ids(taken))
        for (const count of wishes)
          for (const seat of finder.best({ category: 'first', count })) {
            expect(given.has(seat.id)).toBe(false)
            given.add(seat.id)
            finder.take(seat.id)
          }
      }),
    )
  })
})

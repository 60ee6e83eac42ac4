import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { layoutRows } from '../../../src/components/SeatMap/layoutRows'
import { rowEnd } from '../../../src/components/SeatMap/rowEnd'
import { seatBounds } from '../../../src/components/SeatMap/seatBounds'
import { indexSeats, seatAt } from '../../../src/components/SeatMap/seatIndex'
import { seatPitch } from '../../../src/components/SeatMap/seatPitch'
import { seatsInRectangle } from '../../../src/components/SeatMap/seatsInRectangle'
import { stageBox } from '../../../src/components/SeatMap/stageBox'

const points = fc.array(
  fc.record({ x: fc.integer({ max: 300, min: -300 }), y: fc.integer({ max: 300, min: -300 }) }),
  { maxLength: 60, minLength: 1 },
)

describe('seatBounds', () => {
  it('should be the smallest box around all seats', () => {
    const seats = [
      { x: 3, y: -4 },
      { x: -1, y: 6 },
      { x: 2, y: 0 },
    ]
    expect(seatBounds(seats)).toEqual({ height: 10, width: 4, x: -1, y: -4 })
  })

  it('should be undefined without seats', () => {
    expect(seatBounds([])).toBeUndefined()
  })
})

describe('seatsInRectangle', () => {
  const seats = layoutRows({ blocks: [{ name: 'A', rows: 3, seatsPerRow: 3 }] })
  const inside = (rectangle: { height: number; width: number; x: number; y: number }) =>
    seatsInRectangle({ rectangle, seats }).map(({ number, row }) => `${row}/${number}`)

  it('should take the seats inside, edges included', () => {
    expect(inside({ height: 12, width: 10, x: 0, y: 25 })).toEqual(['1/2', '1/3', '2/2', '2/3'])
  })

  it('should not mind in which direction the rectangle was drawn', () => {
    expect(inside({ height: -12, width: -10, x: 10, y: 37 })).toEqual(['1/2', '1/3', '2/2', '2/3'])
  })

  it('should take none beside the seats', () => {
    expect(inside({ height: 10, width: 10, x: 100, y: 100 })).toEqual([])
  })

  it('should take all within their own bounds', () => {
    fc.assert(
      fc.property(points, (all) => {
        expect(seatsInRectangle({ rectangle: seatBounds(all)!, seats: all })).toEqual(all)
      }),
    )
  })
})

describe('rowEnd', () => {
  const seats = layoutRows({
    blocks: [
      { name: 'A', numberFrom: 'right', rows: 2, seatsPerRow: 5 },
      { name: 'Side', rotation: 90, rows: 1, seatsPerRow: 4, x: -80, y: 30 },
    ],
  }).map((seat, index) => ({ ...seat, id: String(index) }))
  const end = (index: number, which: 'first' | 'last') =>
    rowEnd({ end: which, from: seats[index], seats })?.number

  it('should be the leftmost and rightmost seat, whatever their numbers', () => {
    expect([end(2, 'first'), end(2, 'last')]).toEqual(['5', '1'])
  })

  it('should be the top and bottom of a row that runs down the map', () => {
    expect([end(11, 'first'), end(11, 'last')]).toEqual(['1', '4'])
  })
})

describe('seatPitch', () => {
  it('should be the usual distance of neighbours in any unit', () => {
    const seats = layoutRows({ blocks: [{ name: 'A', rows: 30, seatsPerRow: 40 }] })
    expect(seatPitch(seats)).toBeCloseTo(10)
    expect(seatPitch(seats.map(({ x, y }) => ({ x: x / 20, y: y / 20 })))).toBeCloseTo(0.5)
  })

  it('should be 1 when it cannot be told', () => {
    expect([
      seatPitch([]),
      seatPitch([{ x: 4, y: 4 }]),
      seatPitch([
        { x: 4, y: 4 },
        { x: 4, y: 4 },
      ]),
    ]).toEqual([1, 1, 1])
  })
})

describe('seatAt', () => {
  it('should find the same seat as a look at all of them', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ max: 320, min: -320 }),
        fc.integer({ max: 320, min: -320 }),
        (seats, x, y) => {
          const distance = (seat: { x: number; y: number }) => Math.hypot(seat.x - x, seat.y - y)
          const shortest = Math.min(...seats.map(distance))
          const found = seatAt({
            index: indexSeats({ seats, size: 40 }),
            point: { x, y },
            reach: 30,
          })
          expect(found && distance(found)).toBe(shortest <= 30 ? shortest : undefined)
        },
      ),
    )
  })
})

describe('stageBox', () => {
  const theatre = layoutRows({ blocks: [{ name: 'A', curve: 0.25, rows: 8, seatsPerRow: 30 }] })
  const stadium = layoutRows({
    blocks: [
      { name: 'North', rotation: 180, rows: 4, seatsPerRow: 20, y: -100 },
      { name: 'South', rows: 4, seatsPerRow: 20, y: 100 },
      { name: 'East', rotation: -90, rows: 4, seatsPerRow: 12, x: 160, y: 0 },
      { name: 'West', rotation: 90, rows: 4, seatsPerRow: 12, x: -160, y: 0 },
    ],
  })

  it('should stand above the first row by itself', () => {
    const box = stageBox({ pitch: 10, seats: theatre })!
    const bounds = seatBounds(theatre)!
    expect(box.y + box.height).toBeLessThan(bounds.y)
    expect(box.x + box.width / 2).toBeCloseTo(0)
  })

  it('should have its front edge at the place of the stage', () => {
    const box = stageBox({ pitch: 10, seats: theatre, stage: { x: 0, y: 0 } })!
    expect(box.y + box.height).toBeCloseTo(0)
  })

  it('should fill what the stands of a stadium leave free', () => {
    const box = stageBox({ pitch: 10, seats: stadium, stage: { x: 0, y: 0 } })!
    expect(box).toEqual({ height: 156, width: 276, x: -138, y: -78 })
  })

  it('should stand upright beside the seats', () => {
    const seats = layoutRows({
      blocks: [{ name: 'A', rotation: -90, rows: 5, seatsPerRow: 20, x: 25, y: 0 }],
    })
    const box = stageBox({ pitch: 10, seats, stage: { x: 0, y: 0 } })!
    expect(box.height).toBeGreaterThan(box.width)
    expect(box.x + box.width).toBeCloseTo(0)
  })

  it('should not stand on seats when it was never placed', () => {
    const seats = theatre.map(({ x, y }) => ({ x, y: y - 60 }))
    const placed = stageBox({ pitch: 10, seats, stage: { x: 0, y: 0 } })!
    expect(placed).toEqual(stageBox({ pitch: 10, seats }))
  })

  it('should never lie under a seat', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ max: 300, min: -300 }),
        fc.integer({ max: 300, min: -300 }),
        (seats, x, y) => {
          const box = stageBox({ pitch: 10, seats, stage: { x, y } })
          expect(box ? seatsInRectangle({ rectangle: box, seats }) : []).toEqual([])
        },
      ),
    )
  })

  it('should be undefined without seats', () => {
    expect(stageBox({ pitch: 10, seats: [] })).toBeUndefined()
  })
})

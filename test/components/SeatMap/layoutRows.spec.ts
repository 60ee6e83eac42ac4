import { describe, expect, it } from '@jest/globals'

import { layoutRows, rowName } from '../../../src/components/SeatMap/layoutRows'
import { seatBounds } from '../../../src/components/SeatMap/seatBounds'

const rowsOf = (seats: ReturnType<typeof layoutRows>) =>
  [...new Set(seats.map(({ row }) => row))].map((row) => seats.filter((seat) => seat.row === row))

describe('layoutRows', () => {
  it('should lay straight rows on the axis of the hall, the first nearest to the stage', () => {
    expect(layoutRows({ blocks: [{ name: 'A', rows: 2, seatsPerRow: 2 }] })).toEqual([
      { block: 'A', number: '1', row: '1', rowIndex: 0, x: -5, y: 25 },
      { block: 'A', number: '2', row: '1', rowIndex: 0, x: 5, y: 25 },
      { block: 'A', number: '1', row: '2', rowIndex: 1, x: -5, y: 37 },
      { block: 'A', number: '2', row: '2', rowIndex: 1, x: 5, y: 37 },
    ])
  })

  it('should number from the right, in steps, and rows by letters', () => {
    const seats = layoutRows({
      blocks: [
        {
          name: 'A',
          firstRow: 'Y',
          firstSeat: 2,
          numberFrom: 'right',
          rows: 3,
          seatsPerRow: 3,
          seatStep: 2,
        },
      ],
    })
    expect(seats.slice(0, 3).map(({ number }) => number)).toEqual(['6', '4', '2'])
    expect(rowsOf(seats).map(([{ row }]) => row)).toEqual(['Y', 'Z', 'AA'])
  })

  it('should bend the ends of curved rows towards the stage, evenly on both sides', () => {
    const [row] = rowsOf(
      layoutRows({ blocks: [{ name: 'A', curve: 0.3, rows: 1, seatsPerRow: 21 }] }),
    )
    const middle = row[10]
    expect(middle.x).toBe(0)
    row.forEach((seat, index) => {
      const opposite = row[20 - index]
      expect(seat.x).toBeCloseTo(-opposite.x)
      expect(seat.y).toBeCloseTo(opposite.y)
      expect(seat.y).toBeLessThanOrEqual(middle.y)
    })
    expect(row[0].y).toBeLessThan(row[5].y)
  })

  it('should keep neighbours one seat distance apart, whatever the curve', () => {
    const seats = layoutRows({ blocks: [{ name: 'A', curve: 0.5, rows: 6, seatsPerRow: 24 }] })
    for (const row of rowsOf(seats))
      row.slice(1).forEach((seat, index) => {
        const distance = Math.hypot(seat.x - row[index].x, seat.y - row[index].y)
        expect(distance).toBeGreaterThan(9.8)
        expect(distance).toBeLessThan(10.1)
      })
  })

  it('should never put two seats closer than a seat distance, not even in the widest curve', () => {
    const seats = layoutRows({ blocks: [{ name: 'A', curve: 0.8, rows: 8, seatsPerRow: [6, 60] }] })
    const closest = seats.reduce(
      (least, one, index) =>
        seats
          .slice(index + 1)
          .reduce(
            (nearest, other) => Math.min(nearest, Math.hypot(one.x - other.x, one.y - other.y)),
            least,
          ),
      Infinity,
    )
    expect(closest).toBeGreaterThan(9.5)
  })

  it('should keep a gangway straight while the rows get wider', () => {
    const seats = layoutRows({
      blocks: [{ name: 'A', aisles: [4], rows: 3, seatsPerRow: [8, 10, 12] }],
    })
    for (const row of rowsOf(seats)) {
      const gaps = row.slice(1).map((seat, index) => seat.x - row[index].x)
      expect(gaps.filter((gap) => gap > 10)).toEqual([25])
      expect(row[row.length / 2].x + row[row.length / 2 - 1].x).toBeCloseTo(0)
    }
  })

  it('should put a block without a place behind the one before it', () => {
    const seats = layoutRows({
      blocks: [
        { name: 'Front', curve: 0.3, rows: 4, seatsPerRow: 20 },
        { name: 'Back', curve: 0.3, rows: 2, seatsPerRow: 30 },
      ],
    })
    const front = seatBounds(seats.filter(({ block }) => block === 'Front'))!
    const back = seatBounds(seats.filter(({ block }) => block === 'Back'))!
    expect(front.y).toBeCloseTo(25)
    expect(back.y - (front.y + front.height)).toBeCloseTo(36, 1)
  })

  it('should turn a side stand about the middle of its first row', () => {
    const seats = layoutRows({
      blocks: [{ name: 'West', rotation: 90, rows: 2, seatsPerRow: 3, x: -100, y: 0 }],
    })
    expect(rowsOf(seats)[0].map(({ x, y }) => [x, y])).toEqual([
      [-100, -10],
      [-100, 0],
      [-100, 10],
    ])
    expect(seats[3].x).toBe(-112)
  })

  it.each([0, -1, 1.5, 501, NaN])('should refuse %s rows', (rows) => {
    expect(() => layoutRows({ blocks: [{ name: 'A', rows, seatsPerRow: 2 }] })).toThrow(RangeError)
    expect(() => layoutRows({ blocks: [{ name: 'A', rows: 2, seatsPerRow: rows }] })).toThrow(
      RangeError,
    )
  })
})

describe('rowName', () => {
  it.each([
    ['1', 2, '3'],
    ['A', 25, 'Z'],
    ['A', 26, 'AA'],
    ['ZZ', 1, 'AAA'],
    [' 7 ', 1, '8'],
    ['Loge', 1, 'Loge 2'],
  ])('should count on from %s by %s to %s', (first, index, name) => {
    expect(rowName(first, index)).toBe(name)
  })
})

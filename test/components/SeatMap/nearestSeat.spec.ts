import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { BlockPlan } from '../../../src/components/SeatMap/layoutRows'
import type { Direction, PlacedSeat } from '../../../src/components/SeatMap/types'

import { layoutRows } from '../../../src/components/SeatMap/layoutRows'
import { nearestSeat } from '../../../src/components/SeatMap/nearestSeat'

const directions: Direction[] = ['down', 'left', 'right', 'up']

const hall = (...blocks: BlockPlan[]): PlacedSeat[] =>
  layoutRows({ blocks }).map((seat, index) => ({ ...seat, id: String(index) }))

const find = (seats: PlacedSeat[], block: string, row: string, number: string) => {
  const found = seats.find(
    (seat) => seat.block === block && seat.row === row && seat.number === number,
  )
  if (!found) throw new Error(`No seat ${block} ${row}/${number}`)
  return found
}

/** Walks from a seat and says where one is after each step. */
const walk = (seats: PlacedSeat[], from: PlacedSeat, ...steps: Direction[]): string[] => {
  let seat = from
  return steps.map((direction) => {
    const next = nearestSeat({ direction, from: seat, seats })
    if (!next) return 'edge'
    seat = next
    return `${seat.block} ${seat.row}/${seat.number}`
  })
}

/** The seats that arrow keys can reach from the first one. */
const reachable = (seats: PlacedSeat[]): Set<string> => {
  const reached = new Set([seats[0].id])
  const open = [seats[0]]
  for (let seat = open.pop(); seat; seat = open.pop())
    for (const direction of directions) {
      const next = nearestSeat({ direction, from: seat, seats })
      if (next && !reached.has(next.id)) {
        reached.add(next.id)
        open.push(next)
      }
    }
  return reached
}

const theatre = hall(
  { name: 'Parkett', aisles: [10, 20], curve: 0.25, rows: 12, seatsPerRow: [30, 30, 32, 34] },
  { name: 'Balkon', curve: 0.25, firstRow: 'A', rows: 4, seatsPerRow: 40 },
)

const stadium = hall(
  { name: 'North', rotation: 180, rows: 6, seatsPerRow: 30, y: -120 },
  { name: 'South', rows: 6, seatsPerRow: 30, y: 120 },
  { name: 'East', rotation: -90, rows: 8, seatsPerRow: 16, x: 220, y: 0 },
  { name: 'West', rotation: 90, rows: 8, seatsPerRow: 16, x: -220, y: 0 },
)

describe('nearestSeat', () => {
  it('should step along a straight row and between rows', () => {
    const seats = hall({ name: 'A', rows: 3, seatsPerRow: 4 })
    expect(walk(seats, find(seats, 'A', '1', '1'), 'right', 'down', 'down', 'left', 'up')).toEqual([
      'A 1/2',
      'A 2/2',
      'A 3/2',
      'A 3/1',
      'A 2/1',
    ])
  })

  it('should stop at the edges', () => {
    const seats = hall({ name: 'A', rows: 2, seatsPerRow: 2 })
    const corner = find(seats, 'A', '1', '1')
    expect(walk(seats, corner, 'up', 'left')).toEqual(['edge', 'edge'])
  })

  it('should stay in a curved row from one end to the other', () => {
    const steps = Array.from({ length: 29 }, (): Direction => 'right')
    expect(walk(theatre, find(theatre, 'Parkett', '1', '1'), ...steps)).toEqual(
      steps.map((_, index) => `Parkett 1/${index + 2}`),
    )
  })

  it('should cross a gangway within the row', () => {
    expect(walk(theatre, find(theatre, 'Parkett', '1', '10'), 'right', 'left')).toEqual([
      'Parkett 1/11',
      'Parkett 1/10',
    ])
  })

  it('should not take the bent ends of the first row for seats in front of its middle', () => {
    expect(walk(theatre, find(theatre, 'Parkett', '1', '15'), 'up')).toEqual(['edge'])
  })

  it('should go on in the block behind', () => {
    const last = find(theatre, 'Parkett', '12', '17')
    expect(walk(theatre, last, 'down')[0]).toMatch(/^Balkon A\//)
  })

  it('should go along the rows of a side stand with up and down', () => {
    expect(walk(stadium, find(stadium, 'West', '1', '3'), 'down', 'up')).toEqual([
      'West 1/4',
      'West 1/3',
    ])
  })

  it('should cross the pitch of a stadium', () => {
    expect(walk(stadium, find(stadium, 'North', '1', '15'), 'down')[0]).toMatch(/^South 1\//)
  })

  it('should take the nearer of two seats that lie straight ahead', () => {
    const [from, near, far] = [0, 10, 20].map((x) => ({
      id: String(x),
      block: String(x),
      number: '1',
      row: '1',
      x,
      y: 0,
    }))
    expect(nearestSeat({ direction: 'right', from, seats: [far, near, from] })).toBe(near)
  })

  it('should pass over a seat on the same point', () => {
    const seats = ['1', '2'].map((id) => ({ id, block: 'A', number: id, row: '1', x: 0, y: 0 }))
    expect(walk(seats, seats[0], ...directions)).toEqual(['edge', 'edge', 'edge', 'edge'])
  })

  it.each([
    ['theatre', theatre],
    ['stadium', stadium],
  ])('should reach every seat of a %s', (_, seats) => {
    expect(reachable(seats).size).toBe(seats.length)
  })

  it('should give the same answer in any unit and only seats that lie in the direction', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ x: fc.integer({ max: 40, min: 0 }), y: fc.integer({ max: 40, min: 0 }) }),
          {
            maxLength: 40,
            minLength: 1,
          },
        ),
        fc.constantFrom(...directions),
        (points, direction) => {
          const seats = points.map(({ x, y }, index) => ({
            id: String(index),
            block: 'A',
            number: String(x),
            row: String(y),
            x,
            y,
          }))
          const metres = seats.map((seat) => ({ ...seat, x: seat.x * 64, y: seat.y * 64 }))
          const found = nearestSeat({ direction, from: seats[0], seats })
          expect(nearestSeat({ direction, from: metres[0], seats: metres })?.id).toBe(found?.id)
          if (!found) return
          const [x, y] = [found.x - seats[0].x, found.y - seats[0].y]
          expect({ down: y, left: -x, right: x, up: -y }[direction]).toBeGreaterThan(0)
        },
      ),
    )
  })
})

import { describe, expect, it } from '@jest/globals'

import type { MapSeat, SeatState } from '../../../src/components/SeatMap/types'

import { contrastingColor, luminance } from '../../../src/components/SeatMap/contrastingColor'
import { drawMap } from '../../../src/components/SeatMap/drawMap'
import { layoutRows } from '../../../src/components/SeatMap/layoutRows'
import { isSameRow, isSelectable, paintRows } from '../../../src/components/SeatMap/paintRows'
import { fillIn, seatName } from '../../../src/components/SeatMap/seatName'
import { seatPath } from '../../../src/components/SeatMap/seatPath'
import { seatMapTexts } from '../../../src/components/SeatMap/texts'

const category = { id: 'one', name: 'category 1', color: '#d9480f', price: 'CHF 320' }

const seats: MapSeat[] = layoutRows({
  blocks: [
    { name: 'Parkett', rows: 4, seatsPerRow: 12 },
    { name: 'Balkon', rows: 2, seatsPerRow: 6 },
  ],
}).map((seat, index) => ({ ...seat, id: String(index), category: 'one', state: 'free' }))

const paint = (selected: string[]) =>
  paintRows({
    blocks: drawMap({ seats }).blocks,
    categories: new Map([['one', category]]),
    elementIDs: new Map(seats.map(({ id }) => [id, `seat-${id}`])),
    labels: seatMapTexts.en,
    selected: new Set(selected),
    view: false,
  })

describe('drawMap', () => {
  it('should group seats by block and row', () => {
    const { blocks } = drawMap({ seats: [...seats].reverse() })
    expect(blocks.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Balkon', 2],
      ['Parkett', 4],
    ])
    expect(blocks[1].rows[0].seats.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
  })

  it('should draw neighbours at the same distance whatever the units are', () => {
    const metres = seats.map((seat) => ({ ...seat, x: seat.x * 0.055, y: seat.y * 0.055 }))
    const [one, other] = drawMap({ seats: metres }).seats
    expect(other.x - one.x).toBeCloseTo(20)
  })

  it('should name both ends of each row, but not where another seat is', () => {
    const twoBlocks = ['Left', 'Right'].flatMap((block, side) =>
      [0, 1].map((place) => ({
        ...seats[0],
        id: `${block}${place}`,
        block,
        number: String(place),
        x: (side * 2 + place) * 10,
      })),
    )
    expect(drawMap({ seats }).rowNames).toHaveLength(12)
    expect(drawMap({ seats: twoBlocks }).rowNames.map(({ key }) => key)).toEqual([
      'Left:1:0',
      'Right:1:1',
    ])
  })

  it('should have bounds without any seat', () => {
    expect(drawMap({ seats: [] }).bounds).toEqual({ height: 1, width: 1, x: 0, y: 0 })
  })
})

describe('paintRows', () => {
  it('should change only the rows in which something is selected', () => {
    const [before, after] = [paint([]), paint(['0', '59'])].map((blocks) =>
      blocks.flatMap(({ rows }) => rows),
    )
    expect(before.map((row, index) => isSameRow(row, after[index]))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('should know the selected seats', () => {
    const [first, second] = paint(['0'])[0].rows[0].seats
    expect([first.state, first.selected]).toEqual(['selected', true])
    expect([second.state, second.selected]).toEqual(['free', false])
  })
})

describe('isSelectable', () => {
  const states: SeatState[] = ['blocked', 'free', 'own', 'selected', 'taken']
  const selectable = (editMode: boolean) =>
    states.filter((state) => isSelectable({ editMode, seat: { ...seats[0], state } }))

  it('should leave out what is taken or blocked', () => {
    expect(selectable(false)).toEqual(['free', 'own', 'selected'])
  })

  it('should let the venue editor select everything', () => {
    expect(selectable(true)).toEqual(states)
  })
})

describe('seatName', () => {
  const seat: MapSeat = { ...seats[0], block: 'Parkett', number: '12', row: '4' }
  const name = (overrides: Partial<MapSeat> = {}, selected = false) =>
    seatName({ category, labels: seatMapTexts.en, seat: { ...seat, ...overrides }, selected })

  it('should say place, category, price and state', () => {
    expect(name()).toBe('Parkett, row 4, seat 12, category 1, CHF 320, free')
  })

  it('should say what else there is to say, and leave out what there is not', () => {
    expect(
      seatName({
        category: undefined,
        labels: seatMapTexts.de,
        seat: { ...seat, label: 'Anna Müller' },
        selected: false,
      }),
    ).toBe('Parkett, Reihe 4, Platz 12, Anna Müller, frei')
  })

  it('should say of a selected seat how it stands besides', () => {
    expect(name({}, true)).toMatch(/CHF 320, selected$/)
    expect(name({ state: 'blocked' }, true)).toMatch(/, blocked, selected$/)
    expect(name({ state: 'selected' }, true)).toMatch(/CHF 320, selected$/)
  })

  it('should leave unknown braces and braces in names alone', () => {
    expect(fillIn('{block} {other}', { block: '{row}', row: '1' })).toBe('{row} {other}')
  })
})

describe('contrastingColor', () => {
  it.each(['#000', '#ffffff', '#4c6ef5', '#d9480f', '#ffd43b', '#777777', '#757575'])(
    'should be legible on %s',
    (color) => {
      const [text, ground] = [contrastingColor(color)!, color].map(
        (value) => luminance(value)! + 0.05,
      )
      expect(Math.max(text, ground) / Math.min(text, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('should be undefined for colours it cannot read', () => {
    expect([contrastingColor('tomato'), contrastingColor('#12'), contrastingColor('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('seatPath', () => {
  it('should give each state an outline of its own at the place of the seat', () => {
    const states: SeatState[] = ['blocked', 'free', 'own', 'selected', 'taken']
    const paths = states.map((state) => seatPath({ state, x: 12.345, y: -7 }))
    expect(new Set(paths).size).toBe(5)
    expect(paths.every((path) => path.startsWith('M12.35 -7.00m'))).toBe(true)
  })
})

describe('seatMapTexts', () => {
  it.each(['seat', 'row', 'freeCount', 'seatCount', 'selectedCount'] as const)(
    'should have the same blanks to fill in %s in every language',
    (key) => {
      const blanks = Object.values(seatMapTexts).map((labels) =>
        labels[key].match(/\{\w+\}/g)?.sort(),
      )
      expect(blanks).toEqual([blanks[0], blanks[0], blanks[0]])
    },
  )
})

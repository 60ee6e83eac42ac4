import { describe, expect, it } from '@jest/globals'

import type { VenueSeat } from '../../src/operations/loadVenueMap'

import {
  changeSeats,
  changesOf,
  duplicatesIn,
  renameSeats,
  seatOfField,
  widen,
} from '../../src/components/VenueSeatMap/draft'
import { emptyBlock, layoutBlock, refusalsOf } from '../../src/components/VenueSeatMap/layoutBlock'

const seat = (row: string, number: string, rest: Partial<VenueSeat> = {}): VenueSeat => ({
  id: `${row}/${number}`,
  block: 'Stalls',
  blocked: false,
  number,
  priceCategory: '1',
  row,
  x: Number(number) * 10,
  y: Number(row) * 12,
  ...rest,
})

const saved = [seat('1', '1'), seat('1', '2'), seat('1', '3'), seat('2', '1'), seat('2', '2')]

describe('the draft of a seat map', () => {
  it('should tell what is new, changed and gone, and nothing else', () => {
    const draft = changeSeats({
      change: () => ({ blocked: true }),
      draft: [...saved.slice(1), seat('9', '9', { id: 'new:a' })],
      selected: new Set(['1/2']),
    })
    const { changes, count, ids } = changesOf({ draft, saved })
    expect(changes.update).toEqual([{ id: '1/2', blocked: true }])
    expect(changes.delete).toEqual(['1/1'])
    expect(changes.create).toEqual([expect.objectContaining({ number: '9', row: '9' })])
    expect(changes.create[0]).not.toHaveProperty('id')
    expect(ids).toEqual({ create: ['new:a'], update: ['1/2'] })
    expect(count).toBe(3)
  })

  it('should not count a change that was taken back', () => {
    const there = changeSeats({
      change: () => ({ x: 5 }),
      draft: saved,
      selected: new Set(['1/1']),
    })
    const back = changeSeats({
      change: () => ({ x: 10 }),
      draft: there,
      selected: new Set(['1/1']),
    })
    expect(changesOf({ draft: back, saved }).count).toBe(0)
  })

  it('should find seats of one name, whatever the case and blanks', () => {
    const double = seat('1', ' 1 ', { id: 'new:a', block: 'STALLS' })
    expect(duplicatesIn([...saved, double])).toEqual([double])
    expect(duplicatesIn(saved)).toEqual([])
  })

  it('should number the selected seats anew in each row, from the side that was asked', () => {
    const selected = new Set(saved.map(({ id }) => id))
    const numbersOf = (seats: VenueSeat[]) => seats.map(({ number }) => number)
    expect(numbersOf(renameSeats({ draft: saved, number: '11', selected }))).toEqual([
      '11',
      '12',
      '13',
      '11',
      '12',
    ])
    expect(
      numbersOf(renameSeats({ draft: saved, fromRight: true, number: '1', selected })),
    ).toEqual(['3', '2', '1', '2', '1'])
  })

  it('should keep what is left empty when renaming', () => {
    const [renamed] = renameSeats({ draft: saved, row: 'A', selected: new Set(['1/1']) })
    expect(renamed).toMatchObject({ block: 'Stalls', number: '1', row: 'A' })
  })

  it('should widen a selection to rows and blocks', () => {
    const selected = new Set(['1/2'])
    expect(widen({ draft: saved, selected, to: 'row' })).toEqual(['1/1', '1/2', '1/3'])
    expect(widen({ draft: saved, selected, to: 'block' })).toHaveLength(5)
  })

  it.each([
    ['create.0.number', 'new:a'],
    ['update.0.number', '1/2'],
    ['delete.0', '1/1'],
    [undefined, undefined],
    ['venue', undefined],
  ])('should lead from the field %s to its seat', (field, id) => {
    const draft = changeSeats({
      change: () => ({ blocked: true }),
      draft: [...saved.slice(1), seat('9', '9', { id: 'new:a' })],
      selected: new Set(['1/2']),
    })
    expect(seatOfField({ ...changesOf({ draft, saved }), field })).toBe(id)
  })
})

describe('the form for a new block', () => {
  const form = { ...emptyBlock, name: 'Balcony', category: '1', rows: '2', seatsPerRow: '3' }

  it('should say at each field what is wrong', () => {
    expect(refusalsOf(emptyBlock)).toEqual({
      name: 'blockName',
      category: 'category',
      rows: 'rows',
      seatsPerRow: 'rows',
    })
    expect(refusalsOf({ ...form, across: 'left', rows: '200', seatsPerRow: '100' })).toEqual({
      across: 'position',
      rows: 'size',
    })
    expect(refusalsOf(form)).toEqual({})
  })

  it('should put the block behind the others, as far apart as they are', () => {
    const made = layoutBlock({ form, seats: saved })
    expect(made).toHaveLength(6)
    expect(made.map(({ number, row }) => `${row}/${number}`)).toEqual([
      '1/1',
      '1/2',
      '1/3',
      '2/1',
      '2/2',
      '2/3',
    ])
    expect(made[1]!.x - made[0]!.x).toBe(10)
    expect(Math.min(...made.map(({ y }) => y))).toBeGreaterThan(24)
  })

  it('should number odd seats from the right where asked', () => {
    const made = layoutBlock({ form: { ...form, firstRow: 'A', numbering: 'oddRight' }, seats: [] })
    expect(made.slice(0, 3).map(({ number, row }) => `${row}${number}`)).toEqual(['A5', 'A3', 'A1'])
  })

  it('should put the middle of the first row where it was asked', () => {
    const made = layoutBlock({ form: { ...form, across: '100,5', down: '-20' }, seats: saved })
    expect(made[1]).toMatchObject({ x: 100.5, y: -20 })
  })
})

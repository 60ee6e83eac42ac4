import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  addDays,
  addMonths,
  addTargetDays,
  earliestCollection,
  isDay,
  isTargetDay,
  nextTargetDay,
} from '../../../src/utilities/bank/identifiers/targetDays'

/** Good Friday and Easter Monday, as the calendars print them. */
const EASTER: [string, string][] = [
  ['2026-04-03', '2026-04-06'],
  ['2027-03-26', '2027-03-29'],
  ['2028-04-14', '2028-04-17'],
  ['2029-03-30', '2029-04-02'],
  ['2030-04-19', '2030-04-22'],
  ['2031-04-11', '2031-04-14'],
  ['2032-03-26', '2032-03-29'],
]

describe('TARGET days', () => {
  it.each(EASTER)('should be closed from %s to %s and on the fixed days', (friday, monday) => {
    const year = friday.slice(0, 4)
    const closed = [
      `${year}-01-01`,
      friday,
      monday,
      `${year}-05-01`,
      `${year}-12-25`,
      `${year}-12-26`,
    ]
    const found: string[] = []
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      const isWeekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
      if (isWeekend) expect([day, isTargetDay(day)]).toEqual([day, false])
      else if (!isTargetDay(day)) found.push(day)
    }
    const onWeekdays = closed.filter(
      (day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
    )
    expect(found).toEqual(onWeekdays)
  })

  it('should stay open on holidays of a country', () => {
    for (const day of [
      '2027-08-02',
      '2026-10-26',
      '2026-12-24',
      '2026-12-31',
      '2027-05-06',
      '2027-07-14',
    ])
      expect([day, isTargetDay(day)]).toEqual([day, true])
  })

  it('should find the next', () => {
    expect(nextTargetDay('2026-11-27')).toBe('2026-11-27')
    expect(nextTargetDay('2026-11-28')).toBe('2026-11-30')
    expect(nextTargetDay('2026-04-03')).toBe('2026-04-07')
    expect(nextTargetDay('2027-12-25')).toBe('2027-12-27')
    expect(nextTargetDay('2026-12-25')).toBe('2026-12-28')
    expect(nextTargetDay('2027-01-01')).toBe('2027-01-04')
    expect(nextTargetDay('2028-02-29')).toBe('2028-02-29')
  })

  it('should count over month ends, leap days and holidays, both ways', () => {
    expect(addTargetDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addTargetDays('2028-02-29', 1)).toBe('2028-03-01')
    expect(addTargetDays('2027-02-26', 1)).toBe('2027-03-01')
    expect(addTargetDays('2026-04-02', 1)).toBe('2026-04-07')
    expect(addTargetDays('2026-12-23', 2)).toBe('2026-12-28')
    expect(addTargetDays('2026-12-28', -2)).toBe('2026-12-23')
    expect(addTargetDays('2026-11-28', 0)).toBe('2026-11-30')
    expect(addTargetDays('2026-11-28', 1)).toBe('2026-11-30')
  })

  it('should go there and back again', () => {
    const days = fc
      .integer({ max: 2500, min: 0 })
      .map((count) => nextTargetDay(addDays('2026-01-01', count)))
    fc.assert(
      fc.property(days, fc.integer({ max: 60, min: 1 }), (day, count) => {
        const later = addTargetDays(day, count)
        expect(isTargetDay(later)).toBe(true)
        expect(addTargetDays(later, -count)).toBe(day)
        expect(addTargetDays(addTargetDays(day, 1), count - 1)).toBe(later)
      }),
    )
  })

  it('should refuse what is no day', () => {
    for (const text of ['2027-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-04-31']) {
      expect([text, isDay(text)]).toEqual([text, false])
      expect(() => isTargetDay(text)).toThrow(RangeError)
    }
    expect(isDay('2028-02-29')).toBe(true)
    expect(isDay('1970-01-01')).toBe(true)
  })

  it('should add months to the last of a month', () => {
    expect(addMonths('2028-02-29', 36)).toBe('2031-02-28')
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2026-11-26', 36)).toBe('2029-11-26')
  })
})

describe('the earliest collection', () => {
  const at = (moment: string, leadDays = 1) =>
    earliestCollection({
      at: new Date(moment),
      cutOff: '12:00',
      leadDays,
      timeZone: 'Europe/Zurich',
    })

  it('should be a TARGET day ahead before the cut-off, two after it', () => {
    expect(at('2026-11-26T10:59:00Z')).toBe('2026-11-27')
    expect(at('2026-11-26T11:00:00Z')).toBe('2026-11-30')
    expect(at('2026-11-27T10:00:00Z')).toBe('2026-11-30')
    expect(at('2026-11-27T12:00:00Z')).toBe('2026-12-01')
  })

  it('should not count days on which the bank takes nothing', () => {
    expect(at('2026-11-28T08:00:00Z')).toBe('2026-12-01')
    expect(at('2026-04-02T15:00:00Z')).toBe('2026-04-08')
    expect(at('2026-12-24T08:00:00Z', 2)).toBe('2026-12-29')
  })

  it('should go by the clock of the bank, in summer and winter time', () => {
    expect(at('2027-03-25T10:59:00Z')).toBe('2027-03-30')
    expect(at('2027-03-30T09:59:00Z')).toBe('2027-03-31')
    expect(at('2027-03-30T10:00:00Z')).toBe('2027-04-01')
    expect(at('2026-11-26T23:30:00Z')).toBe('2026-11-30')
  })
})

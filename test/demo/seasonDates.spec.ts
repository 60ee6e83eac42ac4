import { describe, expect, it } from '@jest/globals'
import { DateTime } from 'luxon'

import { performanceTimes, seasonDates } from '../../src/demo/seasonDates'

const days = [
  '2026-11-23',
  '2027-01-01',
  '2027-03-31',
  '2028-02-29',
  '2026-12-31',
  '2027-08-15',
].map((day) => new Date(`${day}T23:30:00Z`))

describe('the demo’s seasons', () => {
  it.each(days)('should end and begin around today without touching (%s)', (today) => {
    const { last, next } = seasonDates(today)
    const daysUntil = (moment: string) =>
      (new Date(moment).getTime() - today.getTime()) / 86_400_000
    expect(daysUntil(last.startsOn)).toBeLessThan(-270)
    expect(Math.abs(daysUntil(last.endsOn))).toBeLessThan(32)
    expect(daysUntil(next.startsOn)).toBeGreaterThan(58)
    expect(daysUntil(next.startsOn)).toBeLessThan(95)
    expect(new Date(next.endsOn) > new Date(next.startsOn)).toBe(true)
    expect(last.code).not.toBe(next.code)
  })

  it('should be called by their years', () => {
    expect(seasonDates(new Date('2027-06-10T12:00:00Z'))).toMatchObject({
      last: { code: '2026-27', endsOn: '2027-06-30T12:00:00.000Z', years: '2026/27' },
      next: { code: '2027-28', startsOn: '2027-09-01T12:00:00.000Z', years: '2027/28' },
    })
    expect(seasonDates(new Date('2026-11-10T12:00:00Z')).last.years).toBe('2026')
  })
})

describe('the demo’s performances', () => {
  const plan = { at: '19:30', count: 10, weekday: 6 }

  it.each(days)('should be on their weekday at local time within the season (%s)', (today) => {
    for (const season of ['last', 'next'] as const)
      for (const timeZone of ['Europe/Zurich', 'Europe/London']) {
        const times = performanceTimes({ plan, season, timeZone, today })
        const { endsOn, startsOn } = seasonDates(today)[season]
        expect(new Set(times).size).toBe(10)
        expect([...times].sort()).toEqual(times)
        expect(times[0]! > startsOn && times[9]! < endsOn).toBe(true)
        for (const time of times) {
          const local = DateTime.fromISO(time, { zone: timeZone })
          expect([local.weekday, local.toFormat('HH:mm')]).toEqual([6, '19:30'])
        }
      }
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DateTime } from 'luxon'

import type { InstalmentRule } from '../../src/operations/payments/planInstalments'

import { planInstalments } from '../../src/operations/payments/planInstalments'

const zone = 'Europe/Zurich'
const monthly: InstalmentRule = {
  firstAfterDays: 0,
  firstDate: null,
  firstDue: 'atOnce',
  intervalCount: 1,
  intervalUnit: 'months',
  step: 1,
}

const daysOf = (now: string, rule: InstalmentRule, count: number) =>
  planInstalments({ amount: 100 * count, count, now: new Date(now), rule, zone }).map(({ dueAt }) =>
    DateTime.fromISO(dueAt, { zone }).toISODate()!,
  )

const rules = fc.record({
  firstAfterDays: fc.integer({ max: 365, min: 0 }),
  firstDate: fc.constantFrom(null, '2026-08-31', '2028-02-29', '2030-12-31'),
  firstDue: fc.constantFrom('afterDays' as const, 'atOnce' as const, 'onDate' as const),
  intervalCount: fc.integer({ max: 12, min: 1 }),
  intervalUnit: fc.constantFrom('days' as const, 'months' as const, 'weeks' as const),
  step: fc.constantFrom(1, 5, 10, 100),
})

describe('an instalment plan', () => {
  it('should add up to the amount to the cent, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 10_000_000, min: 1 }),
        fc.integer({ max: 60, min: 1 }),
        rules,
        fc.date({ max: new Date('2034-12-31'), min: new Date('2024-01-01'), noInvalidDate: true }),
        (amount, count, rule, now) => {
          const parts = planInstalments({ amount, count, now, rule, zone })
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
          expect(parts.length).toBe(Math.min(count, amount))
          for (const part of parts)
            expect(Number.isInteger(part.amount) && part.amount > 0).toBe(true)
          // Each but the last is the same whole number of steps; the last takes the rest.
          const each = parts[0]!.amount
          for (const part of parts.slice(0, -1)) expect(part.amount).toBe(each)
          if (amount >= rule.step * count && parts.length > 1) expect(each % rule.step).toBe(0)
          expect(parts[parts.length - 1]!.amount).toBeGreaterThanOrEqual(
            parts.length > 1 ? each : 1,
          )
        },
      ),
    )
  })

  it('should fall on days in order, each at midnight at the site, none in the past', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 24, min: 1 }),
        rules,
        fc.date({ max: new Date('2034-12-31'), min: new Date('2024-01-01'), noInvalidDate: true }),
        (count, rule, now) => {
          const days = planInstalments({ amount: 100_000, count, now, rule, zone }).map(
            ({ dueAt }) => DateTime.fromISO(dueAt, { zone }),
          )
          const today = DateTime.fromJSDate(now, { zone }).startOf('day')
          days.forEach((day, i) => {
            expect(day.hour + day.minute + day.second).toBe(0)
            expect(day >= (i ? days[i - 1]! : today)).toBe(true)
            if (i) expect(day > days[i - 1]!).toBe(true)
          })
        },
      ),
    )
  })

  it('should come back to the 31st after a shorter month', () => {
    expect(daysOf('2027-01-31T11:00:00Z', monthly, 5)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ])
  })

  it('should know the leap day', () => {
    expect(daysOf('2028-01-30T11:00:00Z', monthly, 3)).toEqual([
      '2028-01-30',
      '2028-02-29',
      '2028-03-30',
    ])
    expect(daysOf('2028-02-29T11:00:00Z', { ...monthly, intervalCount: 12 }, 3)).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
    ])
  })

  it('should count days where the site is, also when the clock there changes', () => {
    // Half past midnight in Zurich is still the day before in UTC.
    expect(daysOf('2026-10-24T22:30:00Z', { ...monthly, intervalUnit: 'days' }, 3)).toEqual([
      '2026-10-25',
      '2026-10-26',
      '2026-10-27',
    ])
  })

  it('should begin on the date of the method, or today when that has passed', () => {
    const rule: InstalmentRule = { ...monthly, firstDate: '2026-09-05', firstDue: 'onDate' }
    expect(daysOf('2026-06-01T10:00:00Z', rule, 2)).toEqual(['2026-09-05', '2026-10-05'])
    expect(daysOf('2026-09-20T10:00:00Z', rule, 2)).toEqual(['2026-09-20', '2026-10-20'])
  })

  it('should let the last take the rest of the rounding', () => {
    const amounts = (amount: number, count: number, step: number) =>
      planInstalments({ amount, count, now: new Date(), rule: { ...monthly, step }, zone }).map(
        (part) => part.amount,
      )
    expect(amounts(10_000, 3, 1)).toEqual([3333, 3333, 3334])
    expect(amounts(10_000, 3, 5)).toEqual([3330, 3330, 3340])
    expect(amounts(10_000, 3, 100)).toEqual([3300, 3300, 3400])
    expect(amounts(2, 3, 1)).toEqual([1, 1])
  })

  it.each([0, -1, 1.5, Number.NaN])(
    'should refuse %d as an amount or a number of parts',
    (value) => {
      const common = { now: new Date(), rule: monthly, zone }
      expect(() => planInstalments({ ...common, amount: value, count: 1 })).toThrow('Not an amount')
      expect(() => planInstalments({ ...common, amount: 1, count: value })).toThrow('Not a number')
    },
  )
})

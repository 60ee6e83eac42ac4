import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  mandateExpiresOn,
  type MandateUse,
  nextSequence,
  type Sequence,
  stateAfterPresentation,
  stateAfterRejection,
} from '../../../src/utilities/bank/mandates/mandateSequence'
import { addMonths } from '../../../src/utilities/bank/identifiers/targetDays'

const aMandate = (changes: Partial<MandateUse> = {}): MandateUse => ({
  kind: 'recurring',
  lastPresentedOn: null,
  signedOn: '2026-09-01',
  state: 'new',
  ...changes,
})

const ON = '2026-10-01'
const next = (mandate: MandateUse, more: { isLast?: boolean; usesFirst?: boolean } = {}) =>
  nextSequence({ mandate, on: ON, ...more })

describe('the sequence of a mandate', () => {
  it('should begin as the bank wants it', () => {
    expect(next(aMandate())).toEqual({ sequence: 'RCUR' })
    expect(next(aMandate(), { usesFirst: true })).toEqual({ sequence: 'FRST' })
    expect(next(aMandate({ kind: 'oneOff' }), { usesFirst: true })).toEqual({ sequence: 'OOFF' })
  })

  it('should go on, and end', () => {
    const first = stateAfterPresentation({ mandate: aMandate(), on: ON, sequence: 'FRST' })
    expect(first).toMatchObject({ lastPresentedOn: ON, state: 'first' })
    expect(next(first, { usesFirst: true })).toEqual({ sequence: 'RCUR' })
    expect(next(first, { isLast: true })).toEqual({ sequence: 'FNAL' })
    for (const sequence of ['FNAL', 'OOFF'] as const) {
      const ended = stateAfterPresentation({ mandate: aMandate(), on: ON, sequence })
      expect(next(ended)).toEqual({ refused: 'mandateEnded' })
    }
  })

  it('should begin again after a first one that was rejected before it was settled', () => {
    const first = stateAfterPresentation({ mandate: aMandate(), on: ON, sequence: 'FRST' })
    const rejected = stateAfterRejection({ mandate: first, sequence: 'FRST' })
    expect(next(rejected, { usesFirst: true })).toEqual({ sequence: 'FRST' })
    // It was presented all the same, which is what the 36 months count from.
    expect(rejected.lastPresentedOn).toBe(ON)
  })

  it('should not go back to the first when a later one is rejected', () => {
    let mandate = stateAfterPresentation({ mandate: aMandate(), on: ON, sequence: 'FRST' })
    mandate = stateAfterPresentation({ mandate, on: '2026-11-02', sequence: 'RCUR' })
    for (const sequence of ['FRST', 'RCUR'] as const)
      expect(next(stateAfterRejection({ mandate, sequence }), { usesFirst: true })).toEqual({
        sequence: 'RCUR',
      })
  })

  it('should not end by what was rejected', () => {
    const kind = 'oneOff'
    const used = stateAfterPresentation({ mandate: aMandate({ kind }), on: ON, sequence: 'OOFF' })
    expect(next(stateAfterRejection({ mandate: used, sequence: 'OOFF' }))).toEqual({
      sequence: 'OOFF',
    })
    const last = stateAfterPresentation({
      mandate: aMandate({ state: 'running' }),
      on: ON,
      sequence: 'FNAL',
    })
    expect(
      next(stateAfterRejection({ mandate: last, sequence: 'FNAL' }), { isLast: true }),
    ).toEqual({ sequence: 'FNAL' })
  })
})

describe('36 months', () => {
  it('should count from the signature, then from the last collection that was presented', () => {
    expect(mandateExpiresOn({ lastPresentedOn: null, signedOn: '2024-02-29' })).toBe('2027-02-28')
    expect(mandateExpiresOn({ lastPresentedOn: '2026-08-31', signedOn: '2024-02-29' })).toBe(
      '2029-08-31',
    )
    const mandate = aMandate({
      lastPresentedOn: '2023-10-01',
      signedOn: '2020-01-01',
      state: 'running',
    })
    expect(nextSequence({ mandate, on: '2026-10-01' })).toEqual({ sequence: 'RCUR' })
    expect(nextSequence({ mandate, on: '2026-10-02' })).toEqual({ refused: 'mandateExpired' })
  })

  it('should not be shortened by a collection handed in late for an earlier day', () => {
    const mandate = aMandate({ lastPresentedOn: '2026-11-02', state: 'running' })
    expect(stateAfterPresentation({ mandate, on: ON, sequence: 'RCUR' }).lastPresentedOn).toBe(
      '2026-11-02',
    )
  })
})

/** A plan: for each collection, after how many months, whether the bank rejects it, and whether it is meant to be the last. */
const plans = fc.array(
  fc.record({
    isLast: fc.boolean(),
    isRejected: fc.boolean(),
    months: fc.integer({ max: 40, min: 0 }),
  }),
  { maxLength: 30 },
)

describe('any plan', () => {
  it('should make a word of FRST? RCUR* FNAL?, or one OOFF', () => {
    fc.assert(
      fc.property(
        plans,
        fc.boolean(),
        fc.constantFrom<MandateUse['kind']>('oneOff', 'recurring'),
        (plan, usesFirst, kind) => {
          let mandate = aMandate({ kind })
          let on = '2026-10-01'
          const presented: Sequence[] = []
          const kept: Sequence[] = []
          for (const { isLast, isRejected, months } of plan) {
            on = addMonths(on, months)
            const answer = nextSequence({ isLast, mandate, on, usesFirst })
            if ('refused' in answer) continue
            presented.push(answer.sequence)
            mandate = stateAfterPresentation({ mandate, on, sequence: answer.sequence })
            if (isRejected) mandate = stateAfterRejection({ mandate, sequence: answer.sequence })
            else kept.push(answer.sequence)
          }
          const word = `${kept.join(' ')} `
          expect(word.trimStart()).toMatch(
            kind === 'oneOff' ? /^(?:OOFF )?$/ : /^(?:FRST )?(?:RCUR )*(?:FNAL )?$/,
          )
          if (usesFirst && kind === 'recurring' && kept.length) expect(kept[0]).toBe('FRST')
          // A rejected one is followed by one of its own kind, or by none; only RCUR may become FNAL.
          expect(presented.filter((one) => one === 'FRST').length).toBeGreaterThanOrEqual(
            kept.filter((one) => one === 'FRST').length,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('should never present anything after 36 months without one', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        let mandate = aMandate()
        let on = mandate.signedOn
        let last = on
        for (const { months } of plan) {
          on = addMonths(on, months)
          const answer = nextSequence({ mandate, on })
          if ('refused' in answer) {
            expect(on > addMonths(last, 36)).toBe(true)
            return
          }
          expect(on <= addMonths(last, 36)).toBe(true)
          mandate = stateAfterPresentation({ mandate, on, sequence: answer.sequence })
          last = on
        }
      }),
    )
  })
})

import { describe, expect, it } from '@jest/globals'

import { problemCodes } from '../../../src/plugins/subscriber-import/parsing/problemCodes'
import de from '../../../src/plugins/subscriber-import/translations/de'
import en from '../../../src/plugins/subscriber-import/translations/en'
import fr from '../../../src/plugins/subscriber-import/translations/fr'

/** Codes whose sentence must not repeat what stood in the cell, or has nothing to repeat. */
const WITHOUT_VALUE = new Set([
  'brokenQuotes',
  'cardNumber',
  'digitsLost',
  'formulaWithoutValue',
  'nameMissing',
  'required',
])

describe('sentences of the subscriber import', () => {
  it.each([
    ['de', de],
    ['en', en],
    ['fr', fr],
  ])('should say in %s why, and what to do', (_, { subscriberImport: { nextSteps, reasons } }) => {
    const codes = [...problemCodes].sort()
    expect(Object.keys(reasons).sort()).toEqual(codes)
    expect(Object.keys(nextSteps).sort()).toEqual(codes)
    for (const code of codes) {
      expect([code, reasons[code].includes('{{value}}')]).toEqual([code, !WITHOUT_VALUE.has(code)])
      expect(nextSteps[code]).toMatch(/\.$/)
      expect(nextSteps[code]).not.toContain('{{')
    }
  })
})

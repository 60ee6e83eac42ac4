import { describe, expect, it } from '@jest/globals'

import {
  bankFileSentences,
  directDebitSentences,
  returnSentences,
} from '../../../src/translations/bankReasons'
import { directDebitProblems } from '../../../src/utilities/bank/directDebits/types'
import { bankFileProblems } from '../../../src/utilities/bank/files/types'
import {
  returnCodes,
  returnReason,
  returnTexts,
} from '../../../src/utilities/bank/returns/returnReason'

describe('what a return means', () => {
  it.each([
    ['stop', 'AC01 AC04 AC06 AG01 MD01 MD06 MD07 MS02 SL01'],
    ['retry', 'AM04 MS03'],
    ['ask', 'BE05 FF01 MD02 RC01 RR01 RR02 RR03 RR04'],
  ])('should be to %s for %s', (kind, codes) => {
    for (const code of codes.split(' '))
      expect([code, returnReason(code).kind]).toEqual([code, kind])
  })

  it('should stop the mandate exactly where nothing more may be collected under it', () => {
    for (const code of returnCodes) {
      const { kind, stopsMandate } = returnReason(code)
      expect([code, stopsMandate]).toEqual([code, kind === 'stop'])
    }
  })

  it('should decide nothing on a code that is not known', () => {
    for (const code of [null, '', 'NARR', 'ZZ99', '__proto__', 'constructor'])
      expect(returnReason(code)).toEqual({
        kind: 'ask',
        stopsMandate: false,
        text: 'unknownReason',
      })
    expect(returnReason(' am04 ').text).toBe('fundsMissing')
  })

  it('should use every sentence', () => {
    const used = new Set([...returnCodes, 'ZZ99'].map((code) => returnReason(code).text))
    expect([...used].sort()).toEqual([...returnTexts].sort())
  })
})

describe('sentences about the bank', () => {
  it.each([
    ['returns', returnSentences, returnTexts],
    ['bank files', bankFileSentences, bankFileProblems],
    ['direct debits', directDebitSentences, directDebitProblems],
  ] as const)('should be there for %s, in each language, once per code', (_, sentences, codes) => {
    for (const language of ['de', 'en', 'fr'] as const) {
      const texts: Record<string, string> = sentences[language]
      expect(Object.keys(texts).sort()).toEqual([...codes].sort())
      for (const text of Object.values(texts)) expect(text).toMatch(/\.$/)
      expect(new Set(Object.values(texts)).size).toBe(codes.length)
      // Swiss spelling, as everywhere in these texts.
      if (language === 'de') expect(Object.values(texts).join()).not.toContain('ß')
    }
  })
})

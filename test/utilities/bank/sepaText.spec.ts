import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  hasSubstance,
  isSEPAReference,
  toSEPAText,
} from '../../../src/utilities/bank/identifiers/sepaText'

describe('SEPA text', () => {
  it.each([
    ['Zoé Müller-Weiß', 'Zoe Muller-Weiss'],
    ['Łukasz Øster & Sœur', 'Lukasz Oster + Soeur'],
    ['Ünal Şahin, İstanbul', 'Unal Sahin, Istanbul'],
    ['e\u0301te\u0301', 'ete'],
    ['Γιώργος Παπάς', 'Giorgos Papas'],
    ['Щедрин', 'Shtedrin'],
    ['L’Opéra «Élan» – 50 €', "L'Opera .Elan. - 50 E"],
    ['Abo_1 [2027] @ 100%', 'Abo-1 (2027) . 100.'],
    ['two\nlines\tand  blanks ', 'two lines and blanks'],
    ['so\u00adft\u200b hy\u202ephen', 'soft hyphen'],
    ['ﬁn № ½', 'fin No 1.2'],
  ])('should write %j as %j', (text, written) => expect(toSEPAText(text)).toBe(written))

  it('should leave a sign for what has no likeness, and see that nothing is named', () => {
    expect(toSEPAText('山田 Taro')).toBe('.. Taro')
    expect(hasSubstance(toSEPAText('山田'))).toBe(false)
    expect(hasSubstance(toSEPAText('😀'))).toBe(false)
    expect(hasSubstance(toSEPAText('\u200b'))).toBe(false)
    expect(hasSubstance(toSEPAText('Ωδείο'))).toBe(true)
  })

  it('should hold only allowed signs, whatever comes in, and change nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = toSEPAText(text)
        expect(written).toMatch(/^[A-Za-z0-9+?/\-:().,' ]*$/)
        expect(toSEPAText(written)).toBe(written)
        // What shows something leaves something.
        if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.normalize('NFC'))) expect(written).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('SEPA references', () => {
  it('should be short and plain', () => {
    for (const text of ['A', 'RUM-2026/0001', "a+?-:().,'1", 'x'.repeat(35)])
      expect([text, isSEPAReference(text)]).toEqual([text, true])
    for (const text of ['', 'x'.repeat(36), '/A', 'A/', 'A//B', ' A', 'A ', 'Ä', 'A_B', '...'])
      expect([text, isSEPAReference(text)]).toEqual([text, false])
  })
})

import { describe, expect, it } from '@jest/globals'
import { de } from '@payloadcms/translations/languages/de'

import { translations as payments } from '../../src/plugins/payments/translations'
import { translations as renewal } from '../../src/plugins/renewal/translations'
import { translations as subscriberImport } from '../../src/plugins/subscriber-import/translations'
import { translations as core } from '../../src/translations'
import { editorPlaceholder } from '../../src/translations/editorPlaceholder'
import { formalGerman } from '../../src/translations/formalGerman'

type Texts = { [key: string]: string | Texts }

const flatten = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[path + key, text]] : flatten(text, `${path}${key}:`),
  )

describe('the German of the panel', () => {
  it('should address nobody with "du"', () => {
    const ours = [core, payments, renewal, subscriberImport].flatMap((texts) =>
      flatten(texts.de as unknown as Texts),
    )
    const said = [...ours, ['editorPlaceholder', editorPlaceholder.de] as const]
    expect(said.length).toBeGreaterThan(1000)
    expect(said.filter(([, text]) => /\b(?:du|dein\w*|dir|dich)\b/i.test(text))).toEqual([])
  })

  it('should replace words that Payload has, with the values and marks that these have', () => {
    const theirs = new Map(flatten(de.translations as unknown as Texts))
    const partsOf = (text = '') => (text.match(/\{\{\w+\}\}|<\/?\d>/g) ?? []).sort()
    for (const [key, text] of flatten(formalGerman))
      expect([key, partsOf(text)]).toEqual([key, partsOf(theirs.get(key) ?? '<no such key>')])
    expect(flatten(formalGerman).filter(([key]) => !theirs.has(key))).toEqual([])
  })
})

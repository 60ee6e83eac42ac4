import { sepaReplacements } from './sepaReplacements'

/** What a SEPA message may hold: the Latin character set of EPC217-08. */
const ALLOWED = /[A-Za-z0-9+?/\-:().,' ]/

/**
 * A text in the signs that every bank of SEPA takes, after the best practices of EPC217-08 (SEPA Requirements for an Extended Character
 * Set): an accented letter gives its plain letter, so "é" is "e" and "ö" is "o" (not "oe": a Swede's or a Hungarian's ö is none), "&"
 * is "+", and what has no likeness becomes a full stop. Nothing goes without a trace, except marks that show nothing. Letters that are
 * two in one (ß, æ, œ) become both, which German banks allow beside EPC's single "s" (rules of the Deutsche Kreditwirtschaft, annex 3).
 *
 * @returns the text in NFC, with single blanks; it may hold no letter at all, see `hasSubstance`
 */
export const toSEPAText = (text: string): string => {
  let written = ''
  for (const sign of text.normalize('NFC').replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')) {
    if (/\p{Cf}/u.test(sign)) continue
    written += inSEPA(sign)
  }
  return written.replace(/ {2,}/g, ' ').trim()
}

const inSEPA = (sign: string): string => {
  if (ALLOWED.test(sign)) return sign
  const known = sepaReplacements.get(sign)
  if (known !== undefined) return known
  const parts = [...sign.normalize('NFKD')].filter((part) => !/\p{M}/u.test(part))
  if (!parts.length) return ''
  const plain = parts.map((part) =>
    ALLOWED.test(part) ? part : (sepaReplacements.get(part) ?? '.'),
  )
  return plain.join('').trim() || '.'
}

/** Whether anything of a SEPA text names somebody: "山田" comes out as two full stops, which is nobody. */
export const hasSubstance = (text: string): boolean => /[A-Za-z0-9]/.test(text)

/** Whether a text may be a MsgId, PmtInfId, EndToEndId or mandate reference: at most 35 allowed signs, no slash at an end, no two in a row (EPC130-08). */
export const isSEPAReference = (text: string): boolean =>
  /^[A-Za-z0-9+?/\-:().,' ]{1,35}$/.test(text) &&
  !/^[/ ]|[/ ]$|\/\//.test(text) &&
  hasSubstance(text)

/**
 * Why a text is not read as XML: no tag at its beginning, not well-formed (or cut off), a document type, nested too deeply, one text too long, bytes that are not
 * what they say they are, signs that XML does not allow.
 */
export type XMLProblem =
  | 'documentType'
  | 'encodingBroken'
  | 'encodingUnknown'
  | 'illegalCharacter'
  | 'notWellFormed'
  | 'notXML'
  | 'textTooLong'
  | 'tooDeep'

export class XMLRefused extends Error {
  override name = 'XMLRefused'
  readonly code: XMLProblem
  /** What the parser found, or the limit. */
  readonly value: string

  constructor(code: XMLProblem, value: number | string = '') {
    super(`${code}: ${value}`)
    this.code = code
    this.value = String(value)
  }
}

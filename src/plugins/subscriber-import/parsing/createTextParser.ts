import type { FileRecord, ReadLimits } from './types'

import { ImportFileError } from './ImportFileError'

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32

const isBlank = (text: string): boolean => !text.trim()

/**
 * Where the parser stands inside a cell. `closing`: a quote was seen inside quotes, and the next sign says what it means; `closed`: only
 * blanks followed it so far.
 */
type State = 'closed' | 'closing' | 'plain' | 'quoted' | 'start'

/**
 * Cuts delimited text into records, piece by piece (RFC 4180, and what real files do besides: any mixture of line ends, quotes in the
 * middle of a cell). Text after a closing quote is kept and the record marked `brokenQuotes`.
 *
 * Our own and not a library's, because the line on which a record starts must be right in every report: csv-parse 7.0.3 counts a line
 * end CR LF inside quotes twice.
 *
 * @throws ImportFileError `lineTooLong`, `tooManyColumns`, and at the end `quoteNotClosed`
 */
export const createTextParser = ({
  delimiter,
  firstLine,
  limits,
}: {
  delimiter: string
  firstLine: number
  limits: ReadLimits
}) => {
  const separator = delimiter.charCodeAt(0)
  let cells: string[] = []
  let cell = ''
  let characters = 0
  let isBroken = false
  let line = firstLine
  let previous = 0
  let startLine = firstLine
  let state: State = 'start'

  const endCell = () => {
    cells.push(cell)
    cell = ''
    state = 'start'
    if (cells.length > limits.cells)
      throw new ImportFileError({ code: 'tooManyColumns', value: limits.cells })
  }

  const endRecord = (): FileRecord => {
    endCell()
    const record: FileRecord = { cells, lineNumber: startLine }
    if (isBroken) record.problems = [{ at: 0, code: 'brokenQuotes' }]
    cells = []
    characters = 0
    isBroken = false
    return record
  }

  const append = (piece: string) => {
    cell += piece
    characters += piece.length
    if (characters > limits.characters)
      throw new ImportFileError({ code: 'lineTooLong', value: startLine })
  }

  /** The records that this piece of text completes. */
  const push = (text: string): FileRecord[] => {
    const records: FileRecord[] = []
    /** Where the signs begin that belong to the cell and are not in it yet. */
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      const isSecondOfPair = sign === LINE_FEED && previous === RETURN
      previous = sign
      if (state === 'quoted') {
        if (sign === QUOTE) {
          append(text.slice(from, at))
          state = 'closing'
        } else if ((sign === LINE_FEED && !isSecondOfPair) || sign === RETURN) line++
        continue
      }
      if (state === 'closing' && sign === QUOTE) {
        // Two quotes inside quotes are one; it is the first sign of what follows.
        from = at
        state = 'quoted'
        continue
      }
      if (sign === separator || sign === LINE_FEED || sign === RETURN) {
        if (isSecondOfPair) {
          from = at + 1
          continue
        }
        // No record: a file may end with millions of empty lines.
        if (sign !== separator && state === 'start' && !cells.length) {
          from = at + 1
          startLine = ++line
          continue
        }
        if (state === 'plain') append(text.slice(from, at))
        from = at + 1
        if (sign === separator) {
          endCell()
          continue
        }
        records.push(endRecord())
        line++
        startLine = line
        continue
      }
      const isOpening =
        sign === QUOTE &&
        (state === 'start' || (state === 'plain' && isBlank(cell) && isBlank(text.slice(from, at))))
      if (isOpening) {
        cell = ''
        from = at + 1
        state = 'quoted'
      } else if (state === 'start') {
        from = at
        state = 'plain'
      } else if (state !== 'plain') {
        if (sign === BLANK) state = 'closed'
        else {
          from = at
          isBroken = true
          state = 'plain'
        }
      }
    }
    if (state === 'plain' || state === 'quoted') append(text.slice(from))
    return records
  }

  /** The last record, if the file does not end with a line end. */
  const end = (): FileRecord[] => {
    if (state === 'quoted') throw new ImportFileError({ code: 'quoteNotClosed', value: startLine })
    return cells.length || cell || state !== 'start' ? [endRecord()] : []
  }

  return { end, push }
}

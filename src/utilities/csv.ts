/** What a cell may hold; `null` and `undefined` are empty cells. */
export type CSVCell = boolean | null | number | string | undefined

/** Blanks, controls and invisible signs that a spreadsheet may skip before it looks at the first sign. */
const SKIPPED = String.raw`[\s\p{Cc}\p{Cf}]*`

/** `= + - @` in their ordinary, full-width and small forms. */
const FORMULA_SIGNS = '[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]'

/** A text that a spreadsheet would take for a formula; TAB, CR and NUL at the beginning count as such (OWASP, CSV injection). */
const FORMULA = new RegExp(`^(?:[\\t\\r\\0]|${SKIPPED}${FORMULA_SIGNS})`, 'u')

const PROTECTED = new RegExp(`^'(?=[\\t\\r\\0]|${SKIPPED}${FORMULA_SIGNS})`, 'u')

/** A text that no spreadsheet takes for a formula: "=1+1" gets an apostrophe in front (ASVS 5.0, 1.2.10). */
export const protectCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Takes the apostrophe of `protectCell` away again; a name like "'t Hart" keeps its own. */
export const unprotectCell = (text: string): string => text.replace(PROTECTED, '')

const writeCell = (cell: CSVCell, separator: string, decimalSign: string): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? String(cell).replace('.', decimalSign) : ''
  if (typeof cell === 'boolean') return String(cell)
  const text = protectCell(cell).replaceAll('\0', '')
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}

/**
 * Writes a table as CSV (RFC 4180), a line at a time: UTF-8 with the mark by which spreadsheets know it, lines ended by CR LF. Texts are
 * made safe against being run as formulas; numbers are written as they are, negative ones too.
 *
 * @param decimalSign what the reader's spreadsheet takes for the sign before decimals; not the separator
 * @param rows cells of each line, the headers first
 * @param hasBOM whether to begin with the byte order mark
 * @returns pieces of text in their order
 */
export async function* writeCSV({
  decimalSign = '.',
  hasBOM = true,
  rows,
  separator = ';',
}: {
  decimalSign?: ',' | '.'
  hasBOM?: boolean
  rows: AsyncIterable<CSVCell[]> | Iterable<CSVCell[]>
  separator?: ',' | ';' | '\t'
}): AsyncGenerator<string> {
  if (hasBOM) yield '\ufeff'
  for await (const row of rows) {
    // A line of one empty cell would be an empty line, which readers skip.
    const line = row.map((cell) => writeCell(cell, separator, decimalSign)).join(separator)
    yield `${line || '""'}\r\n`
  }
}

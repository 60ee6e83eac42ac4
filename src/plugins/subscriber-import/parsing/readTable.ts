import type { RowProblemCode } from './problemCodes'
import type { FileRecord, ImportSource, RawRow, RowProblem } from './types'

import { findCardNumber } from './findCardNumber'
import { ImportFileError } from './ImportFileError'
import { nameOf } from './nameOf'
import { openRecords } from './openRecords'

/** A file opened: its headers, its lines one by one, and `close`, which must be called. */
export type Table = { close: () => Promise<void>; headers: string[]; rows: AsyncGenerator<RawRow> }

/**
 * Opens a file and reads its first line with content, the headers. Only what a piece of the file needs is in memory.
 *
 * @throws ImportFileError with a code of `fileProblemCodes`, here or while the rows are read
 */
export const readTable = async (source: ImportSource): Promise<Table> => {
  const { fileName } = source
  const { close, format, records } = await openRecords(source)
  try {
    const first = await records.next()
    if (first.done) throw new ImportFileError({ code: 'emptyFile', value: fileName })
    const headers = nameHeaders({ cells: first.value.cells, fileName })
    return { close, headers, rows: toRows({ headers, isPadded: format === 'workbook', records }) }
  } catch (err) {
    await close()
    throw err
  }
}

/** Headers as they stand; an empty one becomes `#3`, a second one of the same name `Name (2)`; empty ones at the end go. */
const nameHeaders = ({ cells, fileName }: { cells: string[]; fileName: string }): string[] => {
  const written = cells.slice(0, cells.findLastIndex((cell) => nameOf(cell, '')) + 1)
  if (!written.some((header) => /\p{L}/u.test(header)))
    throw new ImportFileError({ code: 'noHeader', value: fileName })
  if (findCardNumber(written.join('\n')))
    throw new ImportFileError({ code: 'cardNumberInHeader', value: fileName })
  const used = new Set<string>()
  return written.map((header, at) => {
    const base = nameOf(header, `#${at + 1}`)
    let name = base
    for (let count = 2; used.has(name); count++) name = `${base} (${count})`
    used.add(name)
    return name
  })
}

/** `isPadded`: the format leaves out empty cells at the end of a line (worksheets do), so that a short line says nothing. */
async function* toRows({
  headers,
  isPadded,
  records,
}: {
  headers: string[]
  isPadded: boolean
  records: AsyncGenerator<FileRecord>
}): AsyncGenerator<RawRow> {
  for await (const { cells, lineNumber, problems: found = [] } of records) {
    const problems: RowProblem[] = found.map(({ at, code }) => ({
      code,
      column: code === 'brokenQuotes' ? null : (headers[at] ?? null),
      field: null,
      value: '',
    }))
    const whole = (code: RowProblemCode) =>
      problems.push({ code, column: null, field: null, value: String(cells.length) })
    if (!isPadded && cells.length < headers.length) whole('tooFewCells')
    if (!isPadded && cells.slice(headers.length).some((cell) => cell.trim())) whole('tooManyCells')
    yield {
      // Own properties whatever the header is called, `__proto__` too.
      cells: Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ''])),
      lineNumber,
      ...(problems.length ? { problems } : {}),
    }
  }
}

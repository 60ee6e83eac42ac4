import type { RowProblemCode } from './problemCodes'
import type { ImportSource, RawRow, ReadLimits, RowProblem } from './types'

import { findCardNumber } from './findCardNumber'
import { ImportFileError } from './ImportFileError'
import { defaultReadLimits } from './readLimits'
import { readTextRecords } from './readTextRecords'
import { readWorkbookRecords } from './readWorkbookRecords'
import { sniffFormat } from './sniffFormat'
import { spoolSource } from './spoolSource'

/** One record before it has headers; `at` counts cells from 0. */
export type FileRecord = {
  cells: string[]
  lineNumber: number
  problems?: { at: number; code: RowProblemCode }[]
}

/** A file opened: its headers, its lines one by one, and `close`, which must be called. */
export type Table = { close: () => Promise<void>; headers: string[]; rows: AsyncGenerator<RawRow> }

const isEmpty = (record: FileRecord): boolean =>
  !record.problems && record.cells.every((cell) => !cell.trim())

/**
 * Opens a file and reads its first line with content, the headers. Only what a piece of the file needs is in memory.
 *
 * @throws ImportFileError with a code of `fileProblemCodes`, here or while the rows are read
 */
export const readTable = async (source: ImportSource): Promise<Table> => {
  const limits = { ...defaultReadLimits, ...source.limits }
  const { fileName } = source
  const file = await spoolSource({ limits, source })
  let records: AsyncGenerator<FileRecord> | undefined
  const close = async () => {
    await records?.return(undefined)
    await file.close()
  }
  try {
    const format = await sniffFormat({ fileName, path: file.path })
    const read = format === 'workbook' ? readWorkbookRecords : readTextRecords
    records = skipEmpty({ limits, records: read({ fileName, limits, path: file.path }) })
    const first = await records.next()
    if (first.done) throw new ImportFileError({ code: 'emptyFile', value: fileName })
    const headers = nameHeaders({ cells: first.value.cells, fileName })
    return { close, headers, rows: toRows({ headers, isPadded: format === 'workbook', records }) }
  } catch (err) {
    await close()
    throw err
  }
}

/** Empty lines are no records; the others are counted. */
async function* skipEmpty({
  limits,
  records,
}: {
  limits: ReadLimits
  records: AsyncGenerator<FileRecord>
}): AsyncGenerator<FileRecord> {
  let count = 0
  for await (const record of records) {
    if (isEmpty(record)) continue
    if (++count > limits.rows)
      throw new ImportFileError({ code: 'tooManyRows', value: limits.rows })
    yield record
  }
}

/** Headers as they stand; an empty one becomes `#3`, a second one of the same name `Name (2)`; empty ones at the end go. */
const nameHeaders = ({ cells, fileName }: { cells: string[]; fileName: string }): string[] => {
  const written = cells.map((cell) => cell.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  while (written.length && !written.at(-1)) written.pop()
  if (!written.some((header) => /\p{L}/u.test(header)))
    throw new ImportFileError({ code: 'noHeader', value: fileName })
  if (findCardNumber(written.join('\n')))
    throw new ImportFileError({ code: 'cardNumberInHeader', value: fileName })
  const used = new Set<string>()
  return written.map((header, at) => {
    const base = header || `#${at + 1}`
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

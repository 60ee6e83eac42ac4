import type { FileRecord, ReadLimits } from './types'

import { columnOf, dateText, numberText, unescapeText } from './cellText'
import { ImportFileError } from './ImportFileError'
import { openWorkbook, type Workbook } from './openWorkbook'
import { createPartTexts, readLooseTexts, readPartTexts } from './readPartTexts'
import { parseXML, type XMLHandlers } from '../../../utilities/xml/parseXML'

/** From here on a worksheet has rounded a whole number: it keeps fifteen digits. */
const FIRST_ROUNDED = 1e15

type Cell = {
  type: string
  column: number
  hasFormula: boolean
  style: number
  text: string
}

/**
 * The rows of the first visible worksheet: dates in ISO 8601, numbers plainly written, formulas by the value that was saved with them.
 * With `isWhole` those of the other worksheets too, and, on no line, what stands in no cell: formulas, headers and footers, comments,
 * text boxes, links, names.
 *
 * @throws ImportFileError
 */
export async function* readWorkbookRecords({
  fileName,
  isWhole = false,
  limits,
  path,
}: {
  fileName: string
  isWhole?: boolean
  limits: ReadLimits
  path: string
}): AsyncGenerator<FileRecord> {
  let workbook: undefined | Workbook
  try {
    workbook = await openWorkbook({ fileName, limits, path })
    const [list, ...others] = workbook.sheets
    yield* readSheet({ isWhole, limits, open: list!.open, workbook })
    if (!isWhole) return
    // As wide as they like: the import reads none of them.
    const ofOthers = { ...limits, cells: Infinity }
    for (const { name, open } of others)
      for await (const record of readSheet({ isWhole, limits: ofOthers, open, workbook }))
        yield record.lineNumber ? { ...record, sheet: name } : record
    for (const { isLoose, open } of workbook.otherParts)
      for await (const text of (isLoose ? readLooseTexts : readPartTexts)(await open()))
        yield besideLines(text)
  } catch (err) {
    if (err instanceof ImportFileError) throw err
    throw new ImportFileError({ cause: err, code: 'brokenWorkbook', value: fileName })
  } finally {
    workbook?.close()
  }
}

const besideLines = (text: string): FileRecord => ({ cells: [text], lineNumber: 0 })

async function* readSheet({
  isWhole,
  limits,
  open,
  workbook,
}: {
  isWhole: boolean
  limits: ReadLimits
  workbook: Workbook
} & Pick<Workbook['sheets'][number], 'open'>): AsyncGenerator<FileRecord> {
  const { handlers, records } = createSheetReader({ limits, workbook })
  const beside = createPartTexts()
  const all = isWhole ? withTextsBeside(handlers, beside.handlers) : handlers
  for await (const _ of parseXML({ handlers: all, stream: await open() })) {
    yield* records
    records.length = 0
    for (const text of beside.texts) yield besideLines(text)
    beside.texts.length = 0
  }
}

/** Hands on what stands outside the cells of a sheet, and their formulas, as well. */
const withTextsBeside = (cells: XMLHandlers, beside: XMLHandlers): XMLHandlers => {
  let isInCells = false
  let isInFormula = false
  return {
    onClose: (name) => {
      cells.onClose?.(name)
      if (name === 'sheetData') isInCells = false
      if (!isInCells || name === 'f') beside.onClose?.(name)
      if (name === 'f') isInFormula = false
    },
    onOpen: (name, attributes, fullName) => {
      cells.onOpen?.(name, attributes, fullName)
      if (name === 'f') isInFormula = true
      if (!isInCells || isInFormula) beside.onOpen?.(name, attributes, fullName)
      if (name === 'sheetData') isInCells = true
    },
    onText: (piece) => {
      cells.onText?.(piece)
      if (!isInCells || isInFormula) beside.onText?.(piece)
    },
  }
}

/** Handlers that turn the XML of a sheet into records, which gather in a list until they are taken. */
const createSheetReader = ({ limits, workbook }: { limits: ReadLimits; workbook: Workbook }) => {
  const records: FileRecord[] = []
  let record: FileRecord = { cells: [], lineNumber: 0 }
  let cell: Cell | undefined
  let characters = 0
  let isCollecting = false
  let isInReadingAid = false
  let lastColumn = -1

  const report = (code: 'digitsLost' | 'formulaWithoutValue', at: number) => {
    record.problems = [...(record.problems ?? []), { at, code }]
  }

  const endCell = () => {
    if (!cell) return
    const { type, column, hasFormula, text } = cell
    lastColumn = column
    const shown = showCell({ cell, workbook })
    // A formula of texts may well have an empty one as its value; any other was written by a program that does not calculate.
    if (hasFormula && !text && type !== 'str') report('formulaWithoutValue', column)
    if (shown && (type === 'n' || !type) && Math.abs(Number(text)) >= FIRST_ROUNDED)
      report('digitsLost', column)
    cell = undefined
    if (!shown) return
    if (column >= limits.cells)
      throw new ImportFileError({ code: 'tooManyColumns', value: limits.cells })
    while (record.cells.length < column) record.cells.push('')
    record.cells[column] = shown
  }

  const handlers: XMLHandlers = {
    onClose: (name) => {
      if (name === 'v' || name === 't') isCollecting = false
      if (name === 'rPh') isInReadingAid = false
      if (name === 'c') endCell()
      if (name === 'row') records.push(record)
    },
    onOpen: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributes.r)
        const lineNumber = Number.isSafeInteger(number) ? number : record.lineNumber + 1
        record = { cells: [], lineNumber }
        characters = 0
        lastColumn = -1
      } else if (name === 'c') {
        const column = columnOf(attributes.r ?? '') ?? lastColumn + 1
        const { s = '0', t = '' } = attributes
        cell = { type: t, column, hasFormula: false, style: Number(s), text: '' }
      } else if (cell) {
        if (name === 'f') cell.hasFormula = true
        if (name === 'rPh') isInReadingAid = true
        if (name === 'v' || (name === 't' && !isInReadingAid)) {
          isCollecting = true
        }
      }
    },
    onText: (piece) => {
      if (!cell || !isCollecting) return
      cell.text += piece
      characters += piece.length
      if (characters > limits.characters)
        throw new ImportFileError({ code: 'lineTooLong', value: record.lineNumber })
    },
  }
  return { handlers, records }
}

/** What a person sees in a cell (ECMA-376 part 1, 18.18.11, the types of cells). */
const showCell = ({
  cell: { type, style, text },
  workbook: { formats, is1904, strings },
}: {
  cell: Cell
  workbook: Workbook
}): string => {
  if (text === '') return ''
  if (type === 's') {
    const shared = strings.get(Number(text))
    if (shared === undefined) throw new Error(`There is no text number ${text}`)
    return shared
  }
  if (type === 'str' || type === 'inlineStr') return unescapeText(text)
  if (type === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return text
  if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '')
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Error(`${text} is no number`)
  const format = formats[style] ?? {}
  return format.isDate ? dateText({ is1904, value }) : numberText({ format, value })
}

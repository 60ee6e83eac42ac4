import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import type { ImportFileError } from '../../../src/plugins/subscriber-import/parsing/ImportFileError'
import type { ImportSource, RawRow } from '../../../src/plugins/subscriber-import/parsing/types'

import { createZip } from '../../../src/demo/createZip'
import { readRows } from '../../../src/plugins/subscriber-import/parsing/readRows'

/** A folder of its own for a test file; `remove` at the end. */
export const createFolder = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reprise-test-'))
  let count = 0
  return {
    path: folder,
    remove: () => rmSync(folder, { force: true, recursive: true }),
    write: (content: Buffer | string): string => {
      const file = path.join(folder, `file-${++count}.bin`)
      writeFileSync(file, content)
      return file
    },
  }
}

export const collect = async (source: Partial<ImportSource>): Promise<RawRow[]> => {
  const rows: RawRow[] = []
  for await (const row of readRows({ fileName: 'list', ...source } as ImportSource)) rows.push(row)
  return rows
}

/** The code and value with which a file is refused; fails if it is not. */
export const refusalOf = async (source: Partial<ImportSource>) => {
  try {
    await collect(source)
  } catch (err) {
    const { code, value } = err as ImportFileError
    return { code, value }
  }
  throw new Error('The file was not refused')
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

type WorkbookParts = {
  /** The content of `sheetData`. */
  sheet: string
  /** The content of `sst`. */
  strings?: string
  /** The content of `styleSheet`. */
  styles?: string
  /** The whole of the part instead of ours. */
  overrides?: Record<string, null | string>
  workbook?: string
}

/** A workbook by its raw XML, so that tests can write what no program writes. */
export const workbookOf = ({
  overrides = {},
  sheet,
  strings,
  styles,
  workbook = '<sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets>',
}: WorkbookParts): Buffer => {
  const parts: Record<string, null | string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}</workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...(strings ? { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` } : {}),
    ...(styles ? { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` } : {}),
    ...overrides,
  }
  return createZip(
    Object.entries(parts)
      .filter(([, text]) => text !== null)
      .map(([name, text]) => ({ name, text: text! })),
  )
}

/** A row of texts. */
export const rowOf = (...texts: string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

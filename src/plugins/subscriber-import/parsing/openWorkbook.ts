import path from 'node:path'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

import type { NumberFormat } from './numberFormats'
import type { ReadLimits } from './types'

import { unescapeText } from './cellText'
import { createStringStore, type StringStore } from './createStringStore'
import { ImportFileError } from './ImportFileError'
import { numberFormatOf } from './numberFormats'
import { parseWholeXML, type XMLHandlers } from '../../../utilities/xml/parseXML'

/** More parts than any workbook of subscribers has. */
const MAX_PARTS = 10_000

type Open = () => Promise<AsyncIterable<Buffer>>

/** A workbook opened: what its sheets need to be understood, and the sheets themselves as streams of XML. */
export type Workbook = {
  close: () => void
  formats: NumberFormat[]
  is1904: boolean
  /** The parts with markup that are no sheets; `isLoose` of those that need not be well-formed. */
  otherParts: { isLoose: boolean; open: Open }[]
  /** The first is the list: the first one that is not hidden. */
  sheets: { name: string; open: Open }[]
  strings: StringStore
}

/**
 * Opens an XLSX or XLSM file and finds its worksheets (ECMA-376: package, workbook and relationships). Only parts that are
 * asked for are unpacked: the list alone, or all with markup (comments, links, names, drawings); never macros and pictures. Sizes are
 * checked before unpacking, and the zip reader stops a part that unpacks to more than it declared.
 *
 * @throws ImportFileError `embeddedFile`, `notWorkbook`, `unzippedTooLarge`; other errors for what is damaged
 */
export const openWorkbook = async ({
  fileName,
  limits,
  path: filePath,
}: {
  fileName: string
  limits: ReadLimits
  path: string
}): Promise<Workbook> => {
  const zip = await openPromise(filePath, { autoClose: false, lazyEntries: true })
  try {
    const parts = await listParts({ limits, zip })
    // Files in the file, of any kind, and the tables of a data model, in a format of their own: nobody knows what is in them.
    if ([...parts.keys()].some((name) => /(?:^|\/)embeddings\/|^xl\/model\//.test(name)))
      throw new ImportFileError({ code: 'embeddedFile', value: fileName })
    const open = async (name: string): Promise<AsyncIterable<Buffer>> => {
      const part = parts.get(name.toLowerCase())
      if (!part) throw new Error(`The part ${name} is missing`)
      return zip.openReadStreamPromise(part)
    }
    const read = async (name: string, handlers: XMLHandlers): Promise<void> => {
      if (parts.has(name.toLowerCase())) await parseWholeXML({ handlers, stream: await open(name) })
    }
    const root = await readRelations({ of: '', read })
    const main = root.find(({ type }) => type === 'officeDocument')?.target
    if (!main || !/\.xml$/i.test(main))
      throw new ImportFileError({ code: 'notWorkbook', value: fileName })
    const { is1904, sheets } = await readMain({ main, read })
    const relations = await readRelations({ of: main, read })
    const targetOf = (kind: string) => relations.find(({ type }) => type === kind)?.target
    const found = sheets
      .map(({ id, name, isHidden }) => ({
        name,
        isHidden,
        target: relations.find((one) => one.id === id && one.type === 'worksheet')?.target ?? '',
      }))
      .filter(({ target }) => target)
      .sort((a, b) => Number(a.isHidden) - Number(b.isHidden))
    if (!found.length) throw new ImportFileError({ code: 'notWorkbook', value: fileName })
    return {
      close: () => zip.close(),
      formats: await readFormats({ part: targetOf('styles'), read }),
      is1904,
      otherParts: [...parts.keys()]
        .filter((name) => /\.(?:rels|vml|xml)$/.test(name))
        .filter((name) => !found.some(({ target }) => target.toLowerCase() === name))
        // The drawings of old versions of Excel are half HTML.
        .map((name) => ({ isLoose: name.endsWith('.vml'), open: () => open(name) })),
      sheets: found.map(({ name, target }) => ({ name, open: () => open(target) })),
      strings: await readStrings({ part: targetOf('sharedStrings'), read }),
    }
  } catch (err) {
    zip.close()
    throw err
  }
}

type Read = (name: string, handlers: XMLHandlers) => Promise<void>

const listParts = async ({
  limits,
  zip,
}: {
  limits: ReadLimits
  zip: ZipFile
}): Promise<Map<string, Entry>> => {
  const parts = new Map<string, Entry>()
  const refuse = () => {
    const value = `${Math.floor(limits.unzippedBytes / 1024 / 1024)} MB`
    throw new ImportFileError({ code: 'unzippedTooLarge', value })
  }
  if (zip.entryCount > MAX_PARTS) refuse()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    // Pictures and macros count too: a file like that is no list of subscribers.
    bytes += entry.uncompressedSize
    if (bytes > limits.unzippedBytes || parts.size > MAX_PARTS) refuse()
    const name = entry.fileName.toLowerCase()
    if (!parts.has(name)) parts.set(name, entry)
  }
  return parts
}

/** The relations of a part: what belongs to it, of which kind, and where it lies in the package. */
const readRelations = async ({ of, read }: { of: string; read: Read }) => {
  const relations: { id: string; type: string; target: string }[] = []
  const folder = path.posix.dirname(`/${of}`)
  await read(path.posix.join(folder, '_rels', `${path.posix.basename(of)}.rels`).slice(1), {
    onOpen: (name, { Id = '', Target = '', Type = '' }) => {
      if (name !== 'Relationship') return
      const target = path.posix.resolve(folder, Target).slice(1)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}

const readMain = async ({ main, read }: { main: string; read: Read }) => {
  const sheets: { id: string; name: string; isHidden: boolean }[] = []
  let is1904 = false
  await read(main, {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const { name: title = '', state = 'visible' } = attributes
      sheets.push({ id, name: title, isHidden: state !== 'visible' })
    },
  })
  return { is1904, sheets }
}

/** The number format of each cell style, in their order. */
const readFormats = async ({ part, read }: { part?: string; read: Read }) => {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isInCellStyles = false
  const handlers: XMLHandlers = {
    onClose: (name) => {
      if (name === 'cellXfs') isInCellStyles = false
    },
    onOpen: (name, { formatCode = '', numFmtId = '0' }) => {
      const id = Number(numFmtId)
      if (name === 'cellXfs') isInCellStyles = true
      if (name === 'numFmt') codes.set(id, formatCode)
      if (name === 'xf' && isInCellStyles) formats.push(numberFormatOf({ id, code: codes.get(id) }))
    },
  }
  if (part) await read(part, handlers)
  return formats
}

/** The texts that cells refer to by number; of a rich text its plain text, without reading aids (furigana). */
const readStrings = async ({ part, read }: { part?: string; read: Read }) => {
  const strings = createStringStore()
  let text = ''
  let isInText = false
  let isInReadingAid = false
  const handlers: XMLHandlers = {
    onClose: (name) => {
      if (name === 't') isInText = false
      if (name === 'rPh') isInReadingAid = false
      if (name === 'si') strings.add(unescapeText(text))
    },
    onOpen: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isInReadingAid = true
      if (name === 't') isInText = !isInReadingAid
    },
    onText: (piece) => {
      if (isInText) text += piece
    },
  }
  if (part) await read(part, handlers)
  return strings
}

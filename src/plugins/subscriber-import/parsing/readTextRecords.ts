import iconv from 'iconv-lite'
import { createReadStream } from 'node:fs'

import type { FileRecord, ReadLimits } from './types'

import { createTextParser } from './createTextParser'
import { detectDelimiter } from './detectDelimiter'
import { detectEncoding } from './detectEncoding'

/** The records of a text file, in UTF-8 or Windows-1252, delimited by `;`, `,` or tab; the file is read twice, in pieces. */
export async function* readTextRecords({
  fileName,
  limits,
  path,
}: {
  fileName: string
  limits: ReadLimits
  path: string
}): AsyncGenerator<FileRecord> {
  const decoder = iconv.getDecoder(await detectEncoding({ fileName, path }))
  let parser: ReturnType<typeof createTextParser> | undefined
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let text = decoder.write(chunk)
    if (!parser && text) {
      const { delimiter, skip } = detectDelimiter(text)
      text = text.slice(skip)
      parser = createTextParser({ delimiter, firstLine: skip ? 2 : 1, limits })
    }
    if (parser) yield* parser.push(text)
  }
  if (!parser) return
  yield* parser.push(decoder.end() ?? '')
  yield* parser.end()
}

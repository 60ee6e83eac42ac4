import { createReadStream } from 'node:fs'

import { ImportFileError } from './ImportFileError'

export type TextEncoding = 'utf8' | 'win1252'

/** Bytes that mean nothing in Windows-1252: where they stand, the text was written in something else (DOS, Mac). */
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Tab, line feed, vertical tab, form feed, carriage return, and the end sign of DOS. */
const USUAL_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a])

/**
 * Reads a file once, in pieces, and says how its text is written: UTF-8 if every byte of it is, else Windows-1252.
 *
 * Text that is mostly UTF-8 is refused and not read as Windows-1252: "Müller" would become "MÃ¼ller" on every line.
 *
 * @throws ImportFileError `binaryFile`, `mixedEncoding`, `unknownEncoding`
 */
export const detectEncoding = async ({
  fileName,
  path,
}: {
  fileName: string
  path: string
}): Promise<TextEncoding> => {
  const counts = { broken: 0, controls: 0, foreign: 0, multibyte: 0, total: 0 }
  // The well-formed sequences of the Unicode standard, table 3-7: how many bytes must follow, and the range of the next one.
  let following = 0
  let from = 0x80
  let to = 0xbf
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    counts.total += chunk.length
    for (const byte of chunk) {
      if (following) {
        const fits = byte >= from && byte <= to
        from = 0x80
        to = 0xbf
        if (fits) {
          if (--following === 0) counts.multibyte++
          if (NOT_IN_1252.has(byte)) counts.foreign++
          continue
        }
        counts.broken++
        following = 0
      }
      if (byte === 0) throw new ImportFileError({ code: 'binaryFile', value: fileName })
      if (byte < 0x80) {
        if (byte < 0x20 && !USUAL_CONTROLS.has(byte)) counts.controls++
        continue
      }
      if (NOT_IN_1252.has(byte)) counts.foreign++
      if (byte >= 0xc2 && byte <= 0xdf) following = 1
      else if (byte >= 0xe0 && byte <= 0xef) following = 2
      else if (byte >= 0xf0 && byte <= 0xf4) following = 3
      else counts.broken++
      if (byte === 0xe0) from = 0xa0
      if (byte === 0xed) to = 0x9f
      if (byte === 0xf0) from = 0x90
      if (byte === 0xf4) to = 0x8f
    }
  }
  if (following) counts.broken++
  if (counts.controls * 100 > counts.total)
    throw new ImportFileError({ code: 'binaryFile', value: fileName })
  if (!counts.broken) return 'utf8'
  if (counts.multibyte >= counts.broken)
    throw new ImportFileError({ code: 'mixedEncoding', value: fileName })
  if (counts.foreign) throw new ImportFileError({ code: 'unknownEncoding', value: fileName })
  return 'win1252'
}

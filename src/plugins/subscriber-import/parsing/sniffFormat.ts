import { open } from 'node:fs/promises'

import { ImportFileError } from './ImportFileError'

const startsWith = (head: Buffer, ...bytes: number[]): boolean =>
  head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte)

/**
 * What a file is, told by its first bytes and never by its name: a zip is a workbook, everything else is text until proven otherwise.
 *
 * @throws ImportFileError `oldWorkbook` (.xls, or a workbook with a password), `unknownEncoding` (UTF-16), `notTable` (a web page, PDF,
 * RTF)
 */
export const sniffFormat = async ({
  fileName,
  path,
}: {
  fileName: string
  path: string
}): Promise<'text' | 'workbook'> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(512), position: 0 })
    const head = buffer.subarray(0, bytesRead)
    if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06))
      return 'workbook'
    if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0))
      throw new ImportFileError({ code: 'oldWorkbook', value: fileName })
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff))
      throw new ImportFileError({ code: 'unknownEncoding', value: fileName })
    if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<|%PDF-|\{\\rtf)/.test(head.toString('latin1')))
      throw new ImportFileError({ code: 'notTable', value: fileName })
    return 'text'
  } finally {
    await file.close()
  }
}

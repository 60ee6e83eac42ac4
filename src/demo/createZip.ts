import { crc32, deflateRawSync } from 'zlib'

type Entry = { name: string; text: string }

/** 1 January 1980, the first day a zip archive knows: the same content makes the same bytes on any day. */
const DOS_DATE = 0x0021
const UTF8_NAMES = 0x0800
const DEFLATE = 8
const VERSION = 20

/**
 * Packs texts into a zip archive (PKWARE APPNOTE 4.3: local headers, central directory, end record). For small archives of
 * known content, such as a workbook; no encryption, no Zip64.
 */
export const createZip = (entries: Entry[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const content = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(content)
    const fileName = Buffer.from(name, 'utf8')
    // What the local header and the central directory both say, from "version needed" to the length of the name.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt16LE(DEFLATE, 4)
    common.writeUInt16LE(DOS_DATE, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(fileName.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, fileName, packed])
    const pointer = Buffer.alloc(14)
    pointer.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([VERSION, 0])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, common, pointer, fileName]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}

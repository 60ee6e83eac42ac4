import { XMLRefused } from './XMLRefused'

/** How many bytes a declaration is looked for in. */
const HEAD_BYTES = 256

/** What a declaration may name: TextDecoder knows more, but nobody sends these files in Shift JIS. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['us-ascii', 'utf-8'],
  ['utf-8', 'utf-8'],
  ['windows-1252', 'windows-1252'],
])

/**
 * The bytes of an XML document as text: by the byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F). A byte that
 * the encoding does not have is refused and not replaced: a name must not change on its way.
 *
 * @throws XMLRefused `encodingBroken`, `encodingUnknown`, `notXML` for what does not begin with a tag
 */
export async function* decodeXML(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  let decoder: TextDecoder | undefined
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder!.decode(bytes, { stream: true }) : decoder!.decode()
    } catch {
      throw new XMLRefused('encodingBroken', decoder!.encoding)
    }
  }
  for await (const chunk of stream) {
    if (!head) {
      yield decode(chunk)
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD_BYTES) continue
    decoder = new TextDecoder(encodingOf(head), { fatal: true })
    yield decode(head)
    head = undefined
  }
  if (head) {
    decoder = new TextDecoder(encodingOf(head), { fatal: true })
    yield decode(head)
  }
  yield decode()
}

const encodingOf = (head: Uint8Array): string => {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // "<?" without a mark
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  // A mark of UTF-8 goes before anything that the declaration says.
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf
  const text = Buffer.from(head.subarray(hasMark ? 3 : 0, HEAD_BYTES)).toString('latin1')
  if (!/^\s*</.test(text)) throw new XMLRefused('notXML')
  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1]
  if (hasMark || !declared) return 'utf-8'
  const known = ENCODINGS.get(declared.toLowerCase())
  if (!known) throw new XMLRefused('encodingUnknown', declared)
  return known
}

import sax from 'sax'

import { decodeXML } from './decodeXML'
import { XMLRefused } from './XMLRefused'

/** Deeper than any worksheet, and far from what makes a parser slow. */
const MAX_DEPTH = 100

/** What XML 1.0 allows nowhere (section 2.2), written out or as a reference. */

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

export type XMLHandlers = {
  onClose?: (name: string) => void
  onOpen?: (name: string, attributes: Record<string, string>, fullName: string) => void
  onText?: (text: string) => void
}

export type XMLLimits = {
  /** @default 100 */
  depth?: number
  /** The most signs of the text between two tags. @default no limit of its own */
  text?: number
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a stream of XML in pieces and yields after each, so that what the handlers collected can be handed on before more is read.
 * Names come without their prefix. A document type, and with it every entity of its own, is refused (ASVS 5.0, 1.5.1).
 *
 * @throws XMLRefused
 */
export async function* parseXML({
  handlers,
  limits: { depth: maxDepth = MAX_DEPTH, text: maxText = Infinity } = {},
  stream,
}: {
  handlers: XMLHandlers
  limits?: XMLLimits
  stream: AsyncIterable<Uint8Array>
}): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false })
  let depth = 0
  let length = 0
  parser.onerror = (err) => {
    throw err instanceof XMLRefused ? err : new XMLRefused('notWellFormed', firstLine(err.message))
  }
  parser.ondoctype = () => {
    throw new XMLRefused('documentType')
  }
  // Parts of one that stand on their own.
  parser.onsgmldeclaration = () => {
    throw new XMLRefused('documentType')
  }
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > maxDepth) throw new XMLRefused('tooDeep', maxDepth)
    length = 0
    handlers.onOpen?.(localName(name), attributes as Record<string, string>, name)
  }
  parser.onclosetag = (name) => {
    depth--
    length = 0
    handlers.onClose?.(localName(name))
  }
  const onText = (text: string) => {
    length += text.length
    if (length > maxText) throw new XMLRefused('textTooLong', maxText)
    if (ILLEGAL.test(text)) throw new XMLRefused('illegalCharacter')
    handlers.onText?.(text)
  }
  parser.ontext = onText
  parser.oncdata = onText
  for await (const text of decodeXML(stream)) {
    parser.write(text)
    yield
  }
  parser.close()
  yield
}

const firstLine = (message: string): string => message.split('\n', 1)[0]!

/** Reads a small XML document at once. */
export const parseWholeXML = async (args: {
  handlers: XMLHandlers
  stream: AsyncIterable<Uint8Array>
}): Promise<void> => {
  const pieces = parseXML(args)
  while (!(await pieces.next()).done);
}

import sax from 'sax'
import { StringDecoder } from 'node:string_decoder'

/** Deeper than any worksheet, and far from what makes a parser slow. */
const MAX_DEPTH = 100

export type XMLHandlers = {
  onClose?: (name: string) => void
  onOpen?: (name: string, attributes: Record<string, string>) => void
  onText?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a stream of XML in pieces and yields after each, so that what the handlers collected can be handed on before more is read.
 * Names come without their prefix. A document type, and with it every entity of its own, is refused (ASVS 5.0, 1.5.1).
 *
 * @throws Error for what is not well-formed
 */
export async function* parseXML({
  handlers,
  stream,
}: {
  handlers: XMLHandlers
  stream: AsyncIterable<Buffer>
}): AsyncGenerator<void> {
  const decoder = new StringDecoder('utf8')
  const parser = sax.parser(true, { position: false })
  let depth = 0
  parser.onerror = (err) => {
    throw err
  }
  parser.ondoctype = () => {
    throw new Error('A document type is not allowed')
  }
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new Error('Nested too deeply')
    handlers.onOpen?.(localName(name), attributes as Record<string, string>)
  }
  parser.onclosetag = (name) => {
    depth--
    handlers.onClose?.(localName(name))
  }
  parser.ontext = (text) => handlers.onText?.(text)
  parser.oncdata = (text) => handlers.onText?.(text)
  for await (const chunk of stream) {
    parser.write(decoder.write(chunk))
    yield
  }
  parser.write(decoder.end()).close()
  yield
}

/** Reads a small XML document at once. */
export const parseWholeXML = async (args: {
  handlers: XMLHandlers
  stream: AsyncIterable<Buffer>
}): Promise<void> => {
  const pieces = parseXML(args)
  while (!(await pieces.next()).done);
}

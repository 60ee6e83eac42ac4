import iconv from 'iconv-lite'

import { unescapeText } from './cellText'
import { parseXML, type XMLHandlers } from '../../../utilities/xml/parseXML'

/** A text that is longer is looked at in pieces. */
const LONGEST = 100_000

/** Each of them begins with the end of the one before, so that no number is cut. */
const OVERLAP = 200

/** Most attributes are shorter than what anybody looks for here. */
const SHORTEST = 12

/** A whole number of which a worksheet has rounded the last digits away: it keeps fifteen. */
const ROUNDED = /^\s*-?\d{15}0{1,4}(?:\.0*)?\s*$/

/**
 * Handlers that gather the texts of a part of a workbook in a list until they are taken: those between tags, each whole (one that is
 * written in several styles stands in several elements), and those of attributes. A number that may have been rounded comes with an
 * exponent, which tells the digits that are certain.
 */
export const createPartTexts = (): { handlers: XMLHandlers; texts: string[] } => {
  const texts: string[] = []
  let isInStyle = false
  let text = ''
  const add = (written: string) => {
    if (written.length < SHORTEST) return
    texts.push(unescapeText(written))
    if (ROUNDED.test(written)) texts.push(Number(written).toExponential(14))
  }
  const end = () => {
    add(text)
    text = ''
  }
  const handlers: XMLHandlers = {
    onClose: (name) => {
      if (name === 'rPr') isInStyle = false
      // A run of a text ("r", its style "rPr", its words "t") does not end it.
      else if (!isInStyle && name !== 't' && name !== 'r') end()
    },
    onOpen: (name, attributes) => {
      if (name === 'rPr') isInStyle = true
      for (const value of Object.values(attributes)) add(value)
    },
    onText: (piece) => {
      text += piece
      if (text.length <= LONGEST) return
      add(text)
      text = text.slice(-OVERLAP)
    },
  }
  return { handlers, texts }
}

/**
 * The texts of a part of a workbook that is no worksheet (comments, text boxes, names, kept copies of tables).
 *
 * @throws XMLRefused
 */
export async function* readPartTexts(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { handlers, texts } = createPartTexts()
  for await (const _ of parseXML({ handlers, stream })) {
    yield* texts
    texts.length = 0
  }
}

/** The text of a part that need not be well-formed XML, in pieces: with its markup, for what stands in attributes, and without. */
export async function* readLooseTexts(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = iconv.getDecoder('utf8')
  let text = ''
  const pieces = () => [
    text,
    text.replace(/<\/?(?:br|div|p)\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, ''),
  ]
  for await (const chunk of stream) {
    text += decoder.write(Buffer.from(chunk))
    if (text.length <= LONGEST) continue
    yield* pieces()
    text = text.slice(-OVERLAP)
  }
  text += decoder.end() ?? ''
  yield* pieces()
}

import type { BankSource } from './types'

import { parseXML } from '../../xml/parseXML'
import { XMLRefused } from '../../xml/XMLRefused'
import { BankFileRefused } from './types'

const MAX_BYTES = 20_000_000
const MAX_DEPTH = 64
const MAX_TEXT = 1_000_000
const PIECE_BYTES = 65_536

/** The text of an element, and the currency that stood with it. */
export type Value = { currency?: string; text: string }

/** What stood in a record, by the path below it: "RltdPties/Dbtr/Nm". A map, so that no name of an element is more than a name. */
export type Values = Map<string, Value[]>

export type MessageVisitor = {
  onEnd: (path: string, values: Values) => void
  onMessage: (message: { kind: string; version: string }) => void
  /** @param values fill while the record is open */
  onStart: (path: string, values: Values) => void
}

/**
 * Reads an ISO 20022 message in pieces and yields after each. Elements go by their local names, whatever the prefix; the kind and version
 * come from the namespace. Only what stands in open records is kept.
 *
 * @param aliases names of records that mean the same: the same message in other clothes
 * @param maxBytes how large the file may be. @default 20 MB
 * @param messages the kind of message for each element below `Document` that is taken
 * @param records paths, below that element, of what is handed over as a record of its own
 * @throws BankFileRefused
 */
export async function* readMessage({
  aliases = new Map(),
  maxBytes = MAX_BYTES,
  messages,
  records,
  source,
  visitor,
}: {
  aliases?: ReadonlyMap<string, string>
  maxBytes?: number
  messages: ReadonlyMap<string, string>
  records: ReadonlySet<string>
  source: BankSource
  visitor: MessageVisitor
}): AsyncGenerator<void> {
  const reader = createRecordReader({ aliases, messages, records, visitor })
  try {
    yield* parseXML({
      handlers: reader,
      limits: { depth: MAX_DEPTH, text: MAX_TEXT },
      stream: inPieces(source, maxBytes),
    })
  } catch (err) {
    if (!(err instanceof XMLRefused)) throw err
    throw new BankFileRefused(err.code, err.value)
  }
  if (!reader.hasMessage()) throw new BankFileRefused('unknownMessage', 'Document')
}

async function* inPieces(source: BankSource, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new BankFileRefused('fileTooLarge', `${Math.floor(maxBytes / 1_000_000)} MB`)
    for (let at = 0; at < chunk.length; at += PIECE_BYTES)
      yield chunk.subarray(at, at + PIECE_BYTES)
  }
  if (!bytes) throw new BankFileRefused('emptyFile')
}

type Open = { currency?: string; hasChildren: boolean; path: string; text: string }

const createRecordReader = ({
  aliases,
  messages,
  records,
  visitor,
}: {
  aliases: ReadonlyMap<string, string>
  messages: ReadonlyMap<string, string>
  records: ReadonlySet<string>
  visitor: MessageVisitor
}) => {
  const open: Open[] = []
  const openRecords: { path: string; values: Values }[] = []
  let namespace = ''
  let hasMessage = false

  const openMessage = (name: string) => {
    const [, found, version = ''] =
      /(?:^|[:/])([a-z]{4}\.\d{3})\.\d{3}\.(\d{2})/.exec(namespace) ?? []
    const kind = messages.get(name)
    if (!kind || (found && found !== kind)) {
      const isOtherKind = found && ![...messages.values()].includes(found)
      throw new BankFileRefused('unknownMessage', isOtherKind ? found : name)
    }
    if (hasMessage) throw new BankFileRefused('unknownMessage', name)
    hasMessage = true
    visitor.onMessage({ kind, version })
  }

  return {
    hasMessage: () => hasMessage,
    onClose: () => {
      const { currency, hasChildren, path, text } = open.pop()!
      const record = openRecords.at(-1)
      if (!record) return
      if (record.path === path) {
        openRecords.pop()
        visitor.onEnd(path, record.values)
      } else if (!hasChildren && text.trim()) {
        const key = path.slice(record.path.length + 1)
        const value = { currency, text: text.trim() }
        const known = record.values.get(key)
        if (known) known.push(value)
        else record.values.set(key, [value])
      }
    },
    onOpen: (name: string, attributes: Record<string, string>, fullName: string) => {
      const depth = open.length
      if (depth === 0) {
        if (name !== 'Document') throw new BankFileRefused('unknownRoot', name)
        const prefix = fullName.slice(0, -name.length - 1)
        namespace = attributes[prefix ? `xmlns:${prefix}` : 'xmlns'] ?? ''
      } else open.at(-1)!.hasChildren = true
      if (depth === 1) {
        // Where the message itself says so, the namespace may stand there.
        namespace ||= attributes.xmlns ?? ''
        openMessage(name)
      }
      const step = depth === 2 ? (aliases.get(name) ?? name) : name
      const parent = depth > 2 ? `${open.at(-1)!.path}/` : ''
      const path = depth < 2 ? '' : parent + step
      open.push({ currency: attributes.Ccy, hasChildren: false, path, text: '' })
      if (!records.has(path)) return
      const values: Values = new Map()
      openRecords.push({ path, values })
      visitor.onStart(path, values)
    },
    onText: (piece: string) => {
      const element = open.at(-1)
      if (element) element.text += piece
    },
  }
}

import { createHash } from 'node:crypto'

import type { Collection, Collections, DirectDebitFile, Problem } from './types'

import { checkCollection, checkHead } from './checkCollection'
import { collectionXML, decimal, element, partHead, party, schemeID } from './collectionXML'
import { DirectDebitsRefused } from './types'

/** Nobody reads more at once, and a file of ten thousand wrong ones would not fit into an answer. */
const MAX_PROBLEMS = 100

type Part = { count: number; date: string; scheme: string; sequence: string; sum: bigint }

export type OpenedDirectDebits = {
  /** Cents, over the whole file. */
  controlSum: bigint
  msgID: string
  numberOfTransactions: number
  /** What the bank books each as one, with the name under which it says so (PmtInfId). */
  parts: ({ id: string } & Part)[]
  /** The file, in pieces. Reads the collections again, once for each part. */
  pieces: () => AsyncGenerator<string>
}

/**
 * Checks collections and makes ready to write them as a pain.008 file (EPC130-08, customer to bank; SEPA Core and B2B): one part for
 * each sequence, day and scheme, with count and sum of each and of the whole. The same input gives the same bytes. Only what is being
 * written is in memory: the collections are read once to check and to sum, and once more for each part.
 *
 * @throws DirectDebitsRefused before anything is written, with a code for each thing that is wrong
 */
export const openDirectDebits = async (file: DirectDebitFile): Promise<OpenedDirectDebits> => {
  const { collections } = file
  const read: Collections = typeof collections === 'function' ? collections : () => collections
  const parts = await checkAndSum({ ...file, read })
  const ordered = [...parts.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const count = ordered.reduce((sum, [, part]) => sum + part.count, 0)
  const controlSum = ordered.reduce((sum, [, part]) => sum + part.sum, 0n)
  return {
    controlSum,
    msgID: file.msgID,
    numberOfTransactions: count,
    parts: ordered.map(([, part], at) => ({ ...part, id: partID(file.msgID, at + 1) })),
    pieces: () => writePieces({ controlSum, count, file, parts: ordered, read }),
  }
}

/** As `openDirectDebits`, with the whole file in memory. */
export const writeDirectDebits = async (file: DirectDebitFile) => {
  const { pieces, ...summary } = await openDirectDebits(file)
  let xml = ''
  for await (const piece of pieces()) xml += piece
  return { ...summary, xml }
}

/** What begins with the day sorts by it; and what banks treat alike stays together. */
const partKey = ({ date, scheme = 'CORE', sequence }: Collection): string =>
  `${date} ${scheme} ${sequence}`

const checkAndSum = async ({
  read,
  ...file
}: DirectDebitFile & { read: Collections }): Promise<Map<string, Part>> => {
  const parts = new Map<string, Part>()
  const seen = new Set<string>()
  const problems: Problem[] = checkHead(file).map((code) => ({ code }))
  for await (const collection of read()) {
    const { amount, date, endToEndID, scheme = 'CORE', sequence } = collection
    const codes = checkCollection({ collection, creditor: file.creditor })
    if (seen.has(endToEndID)) codes.push('duplicateEndToEndID')
    seen.add(endToEndID)
    problems.push(...codes.map((code) => ({ code, endToEndID })))
    if (problems.length >= MAX_PROBLEMS) break
    if (codes.length) continue
    const key = partKey(collection)
    const part = parts.get(key) ?? { count: 0, date, scheme, sequence, sum: 0n }
    parts.set(key, { ...part, count: part.count + 1, sum: part.sum + BigInt(amount) })
  }
  if (!seen.size) problems.push({ code: 'noCollections' })
  if (problems.length) throw new DirectDebitsRefused(problems.slice(0, MAX_PROBLEMS))
  return parts
}

async function* writePieces({
  controlSum,
  count,
  file: { batchBooking = true, createdAt, creditor, msgID, version = '08' },
  parts,
  read,
}: {
  controlSum: bigint
  count: number
  file: DirectDebitFile
  parts: [string, Part][]
  read: Collections
}): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.${version}"><CstmrDrctDbtInitn>\n`
  const head = element(
    'GrpHdr',
    element('MsgId', msgID),
    element('CreDtTm', createdAt.toISOString().replace(/\.\d+Z$/, 'Z')),
    element('NbOfTxs', String(count)),
    element('CtrlSum', decimal(controlSum)),
    element('InitgPty', party({ name: creditor.name }), schemeID(creditor.creditorID)),
  )
  yield `${head}\n`
  for (const [at, [key, part]] of parts.entries()) {
    const id = partID(msgID, at + 1)
    yield `<PmtInf>${partHead({ ...part, id, batchBooking, creditor, version })}\n`
    let written = 0
    let sum = 0n
    for await (const collection of read()) {
      if (partKey(collection) !== key) continue
      written++
      sum += BigInt(collection.amount)
      yield `${collectionXML(collection, version)}\n`
    }
    // The sums stand in front of what they are the sums of: a source that changed in between would make a false file.
    if (written !== part.count || sum !== part.sum)
      throw new Error('The collections have changed while they were written')
    yield '</PmtInf>\n'
  }
  yield '</CstmrDrctDbtInitn></Document>\n'
}

/** The name of a part: that of the file with a number, shortened by a digest where the two do not fit into 35 signs. */
const partID = (msgID: string, number: number): string => {
  const id = `${msgID}-${number}`
  if (id.length <= 35) return id
  const digest = createHash('sha256').update(msgID).digest('hex').slice(0, 12)
  return `${msgID.slice(0, 17)}${digest}-${number}`
}

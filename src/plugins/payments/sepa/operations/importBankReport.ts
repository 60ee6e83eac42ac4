import type { Payload, PayloadRequest } from 'payload'

import { createHash } from 'crypto'

import type { Conditions } from '../../../../database/bulk'
import type { Mark, Unmatched } from './matchNews'
import type { BankNews } from './readBankReport'

import { sitesWithPlugin } from '../../../../access/isPluginOn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { insertMany, newID, readMany, updateMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'
import { isBookedByTime } from './bookByTime'
import { HANDED_IN, matchNews } from './matchNews'
import { readBankReport } from './readBankReport'
import { settleMarked } from './settleMarked'

/** What came of a bank's file: collections by what was booked, and rows that were not. */
export type ReportCounts = {
  /** Collections that the bank has credited. */
  credited: number
  /** Rows about what was booked before, from this or another file. */
  known: number
  /** Rows that have nothing to do with our direct debits. */
  others: number
  /** Collections that came back or were rejected. */
  returned: number
  unmatched: number
}

export type BankReport = {
  id: string
  counts: ReportCounts
  kind: string
  unmatched: Unmatched[]
}

const charges = paymentSlugs.charges as 'sites'
const AT_ONCE = 500
/** Nobody reads more; the number says how many there were. */
const MOST_UNMATCHED = 300
/** So many are booked while the person waits; a worker books the rest in the next seconds. */
const SETTLED_AT_ONCE = 200

/**
 * Reads a file of the bank and books what it says of direct debits: what was credited is paid, what came back or was rejected is owed
 * again, with the reason. Nothing is booked before the file has been read to its end. The same file again changes nothing, and one that
 * was interrupted is simply read again.
 *
 * @param maxBytes how large it may be
 * @throws BankFileRefused
 */
export const importBankReport = async ({
  fileName,
  maxBytes,
  now = new Date(),
  payload,
  req,
  source,
}: {
  fileName: string
  maxBytes: number
  now?: Date
  payload: Payload
  req: PayloadRequest
  source: AsyncIterable<Uint8Array>
}): Promise<BankReport> => {
  const { id: person, institution } = staffOf(req)!
  const sites = new Set(await sitesWithPlugin({ plugin: 'payments', req }))
  const hash = createHash('sha256')
  const counts: ReportCounts = { credited: 0, known: 0, others: 0, returned: 0, unmatched: 0 }
  const marks: Mark[] = []
  const refused = new Set<string>()
  const unmatched: Unmatched[] = []
  let head = { kind: '', messageID: '' }
  let waiting: BankNews[] = []
  const list = (rows: Unmatched[]) => {
    counts.unmatched += rows.length
    unmatched.push(...rows.slice(0, MOST_UNMATCHED - unmatched.length))
  }
  const match = async () => {
    const found = await matchNews({ institution, news: waiting, payload, sites })
    for (const mark of found.marks) marks.push(mark)
    for (const { code, of } of found.refused) refused.add(`${of} ${code}`)
    counts.others += found.others
    list(found.unmatched)
    waiting = []
  }
  for await (const news of readBankReport({ maxBytes, source: hashed(source, hash) })) {
    if (news.type === 'head') head = news
    else if (news.type === 'other') counts.others++
    else if (waiting.push(news) === AT_ONCE) await match()
  }
  if (waiting.length) await match()
  const id = newID(payload)
  const report = {
    counts,
    digest: hash.digest('hex'),
    fileName: fileName.slice(0, 200),
    institution,
    isDone: false,
    kind: head.kind,
    messageID: head.messageID.slice(0, 100),
    unmatched,
    uploadedBy: person,
  }
  await insertMany({
    collection: paymentSlugs.bankReports as 'sites',
    docs: [{ id, ...report }],
    payload,
  })
  // What was rejected with the whole is no reason of its own.
  const isOwn = (mark: Mark) =>
    mark.type === 'credit' || !mark.within?.some((of) => refused.has(`${of} ${mark.code}`))
  for (const mark of marks.filter(isOwn)) {
    const marked = await write({ institution, mark, now, payload, sites })
    if (marked === 'known') counts.known++
    else if (typeof marked === 'string') list([{ ...mark.row, why: marked }])
    else if (mark.type === 'credit') counts.credited += marked
    else counts.returned += marked
  }
  await settleMarked({ institution, limit: SETTLED_AT_ONCE, now, payload })
  await updateMany({
    collection: paymentSlugs.bankReports as 'sites',
    data: { counts, isDone: true, unmatched },
    payload,
    where: { id },
  })
  return { id, counts, kind: head.kind, unmatched }
}

async function* hashed(
  source: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

type Noted = {
  id: string
  bookedAt: null | string
  returnKind: null | string
  state: string
}

/**
 * Notes on the charges what the bank has said, once.
 *
 * @returns how many did not know it yet, or why it says nothing to any of them
 */
const write = async ({
  institution,
  mark,
  now,
  payload,
  sites,
}: {
  institution: string
  mark: Mark
  now: Date
  payload: Payload
  sites: ReadonlySet<string>
}): Promise<'creditedAfter' | 'known' | 'rejectedAfter' | number> => {
  const { id, partID } = mark
  const debitFile = mark.type === 'return' ? mark.debitFile : undefined
  const which: Conditions = id ? { id } : partID ? { partID } : { debitFile: debitFile! }
  const all = await readMany<Noted>({
    collection: charges,
    payload,
    select: ['bookedAt', 'returnKind', 'state'],
    where: { ...which, institution, site: [...sites], state: HANDED_IN },
  })
  const set = (is: (charge: Noted) => boolean, data: Record<string, unknown>, where: Conditions) =>
    updateMany({
      collection: charges,
      data: { ...data, toSettle: true },
      payload,
      where: { ...where, id: all.filter(is).map((charge) => charge.id) },
    })
  if (mark.type === 'credit') {
    const bookedAt = `${mark.day ?? now.toISOString().slice(0, 10)}T00:00:00.000Z`
    // What the bank has rejected is not in what it credits of the part.
    const isOpen = ({ returnKind }: Noted) => returnKind === null || returnKind === 'returned'
    const credited = await set(isOpen, { bookedAt }, { bookedAt: null, state: 'pending' })
    // What came back after its credit may have been told before it.
    const isKnown = all.some((charge) => charge.bookedAt || charge.returnKind === 'returned')
    return credited || (isKnown ? 'known' : 'creditedAfter')
  }
  const returned = await set(
    // What the bank has credited is not rejected any more; what only counts as paid by time may be.
    ({ bookedAt, state }) =>
      mark.kind === 'returned' || state === 'pending' || isBookedByTime(bookedAt),
    {
      ...(mark.bankRow && { providerID: mark.bankRow }),
      returnCode: mark.code?.slice(0, 35) ?? null,
      returnKind: mark.kind,
      returnText: mark.text.slice(0, 140) || null,
    },
    { returnKind: null, state: ['paid', 'pending'] },
  )
  return returned || (all.some(({ returnKind }) => returnKind) ? 'known' : 'rejectedAfter')
}

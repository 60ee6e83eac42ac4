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
import { CAME_IN, NOT_CAME_IN } from './decideByHand'
import { HANDED_IN, matchNews, sumOf, withoutMissing } from './matchNews'
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
    const { count, why } = await write({ institution, mark, now, payload, sites })
    counts[mark.type === 'credit' ? 'credited' : 'returned'] += count
    if (why === 'known') counts.known++
    else if (why) list([{ ...mark.row, why }])
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
  amount: number
  bookedAt: null | string
  returnCode: null | string
  returnKind: null | string
  state: string
}

/**
 * Notes on the charges what the bank has said, once.
 *
 * @returns how many did not know it yet; and why it says nothing to any of them, or what a person must look at
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
}): Promise<{ count: number; why?: 'known' | Unmatched['why'] }> => {
  const { id, partID } = mark
  const debitFile = mark.type === 'return' ? mark.debitFile : undefined
  const which: Conditions = id ? { id } : partID ? { partID } : { debitFile: debitFile! }
  const readAll = () =>
    readMany<Noted>({
      collection: charges,
      payload,
      select: ['amount', 'bookedAt', 'returnCode', 'returnKind', 'state'],
      where: { ...which, institution, site: [...sites], state: HANDED_IN },
    })
  const all = await readAll()
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
    const undecided = { bookedAt: null, returnCode: { not: NOT_CAME_IN }, state: 'pending' }
    const count = await set(isOpen, { bookedAt }, undecided)
    // Also what a person has decided at this very moment.
    const noted = await readAll()
    const isWithout = partID && mark.row.amount === sumOf(withoutMissing(noted))
    if (
      noted.some(isNotedAsPaid) ||
      (!isWithout && noted.some(({ returnCode }) => returnCode === NOT_CAME_IN))
    )
      return { count, why: 'decidedBefore' }
    // What came back after its credit may have been told before it.
    const isKnown = all.some((charge) => charge.bookedAt || charge.returnKind === 'returned')
    return { count, why: count ? undefined : isKnown ? 'known' : 'creditedAfter' }
  }
  const count = await set(
    // What the bank has credited is not rejected any more; what only counts as paid by time, or because somebody said so, may be.
    (charge) =>
      mark.kind === 'returned' ||
      charge.state === 'pending' ||
      isBookedByTime(charge.bookedAt) ||
      isNotedAsPaid(charge),
    {
      ...(mark.bankRow && { providerID: mark.bankRow }),
      returnCode: mark.code?.slice(0, 35) ?? null,
      returnKind: mark.kind,
      returnText: mark.text.slice(0, 140) || null,
    },
    { returnKind: null, state: ['paid', 'pending'] },
  )
  if (count) return { count }
  if (all.some(({ returnCode }) => returnCode === NOT_CAME_IN))
    return { count, why: 'decidedBefore' }
  return { count, why: all.some(({ returnKind }) => returnKind) ? 'known' : 'rejectedAfter' }
}

const isNotedAsPaid = ({ returnCode, returnKind }: Noted): boolean =>
  returnCode === CAME_IN && returnKind === null

import type { Payload } from 'payload'

import type { Creditor } from '../../../../utilities/bank/directDebits/types'
import type { BankNews } from './readBankReport'

import { readMany } from '../../../../database/bulk'
import { groupBy } from '../../../../utilities/groupBy'
import { paymentSlugs } from '../../collections/slugs'
import { NOT_CAME_IN } from './decideByHand'

/** What the bank says of one of our charges, or of a whole part of a file; with the row in which it does. */
export type Mark =
  | { id?: string; type: 'credit'; day: null | string; partID?: string; row: Row }
  | {
      id?: string
      type: 'return'
      /** What the bank's row is known by when it comes again: its day and reason. */
      bankRow?: null | string
      code: null | string
      debitFile?: string
      /** Before it was settled, by itself or with the whole file or part; or after. */
      kind: 'refused' | 'rejected' | 'returned'
      partID?: string
      row: Row
      text: string
      /** The file and the part that it was rejected in. */
      within?: string[]
    }

type Row = {
  name: null | string
  amount: null | number
  code: null | string
  currency: null | string
  mandate: null | string
  reference: null | string
  text: string
}

/** Why a row could not be booked; each has a sentence under `payments:debits:unmatched`. */
export type Unmatched = {
  why:
    | 'ambiguous'
    | 'amountDiffers'
    | 'cameBack'
    | 'creditedAfter'
    | 'decidedBefore'
    | 'duplicate'
    | 'otherAccount'
    | 'otherSite'
    | 'rejectedAfter'
    | 'unknown'
} & Row

export type Matches = {
  marks: Mark[]
  others: number
  /** What was rejected as a whole, and for which reason: banks may repeat it with each collection. */
  refused: { code: null | string; of: string }[]
  unmatched: Unmatched[]
}

type Return = Extract<BankNews, { type: 'return' }>

type Known = {
  id: string
  amount: number
  debitFile: string
  partID: string
  providerID: null | string
  reference: string
  returnCode: null | string
  returnKind: null | string
  site: string
  state: string
}

const charges = paymentSlugs.charges as 'sites'
const FIELDS = [
  'amount',
  'debitFile',
  'partID',
  'providerID',
  'reference',
  'returnCode',
  'returnKind',
  'site',
  'state',
]
/** What was handed in twice: the bank has taken the first. */
const DUPLICATE = 'AM05'
/** What was never handed in no bank can know. */
export const HANDED_IN = ['declined', 'paid', 'pending', 'returned']

/**
 * Finds the charges that a bank speaks of: by our reference, else by the mandate where only one comes into question. Never of another
 * institution, nor for an account at another bank. Reads only.
 *
 * @param sites those whose charges the person may book
 */
export const matchNews = async ({
  institution,
  news,
  payload,
  sites,
}: {
  institution: string
  news: readonly BankNews[]
  payload: Payload
  sites: ReadonlySet<string>
}): Promise<Matches> => {
  const matches: Matches = { marks: [], others: 0, refused: [], unmatched: [] }
  const base = { debitFile: { not: null }, institution, state: HANDED_IN }
  const find = (where: object) =>
    readMany<Known>({ collection: charges, payload, select: FIELDS, where: { ...base, ...where } })
  const references = news.flatMap((one) =>
    'reference' in one && one.reference ? [one.reference] : [],
  )
  const byReference = new Map(
    references.length
      ? (await find({ reference: [...new Set(references)] })).map((one) => [one.reference, one])
      : [],
  )
  const parts = groupBy(await readParts({ base, news, payload }), ({ partID }) => partID)
  const files = new Map(
    (
      await readMany<{ id: string; messageID: string }>({
        collection: paymentSlugs.debitFiles as 'sites',
        payload,
        select: ['messageID'],
        where: {
          institution,
          messageID: news.flatMap((one) =>
            one.type === 'rejectedAll' && one.messageID ? [one.messageID] : [],
          ),
          site: [...sites],
        },
      })
    ).map(({ id, messageID }) => [messageID, id]),
  )
  const refuse = (one: Partial<Row>, why: Unmatched['why']) =>
    matches.unmatched.push({ ...rowOf(one), why })
  const ibans = new Map<string, string | undefined>()
  /** The account of the house that a file collects to: what is under way comes in there, whatever the house has now. */
  const ibanOf = async (debitFile: string) => {
    if (!ibans.has(debitFile)) {
      const [file] = await readMany<{ id: string; creditor: Creditor | null }>({
        collection: paymentSlugs.debitFiles as 'sites',
        payload,
        select: ['creditor'],
        where: { id: debitFile },
      })
      ibans.set(debitFile, file?.creditor?.iban)
    }
    return ibans.get(debitFile)
  }
  /** Whether a charge may be booked by this row; otherwise the row is listed. */
  const mayBook = async (charge: Known, one: { iban: null | string } & Partial<Row>) => {
    const why = !sites.has(charge.site)
      ? 'otherSite'
      : one.iban && (await ibanOf(charge.debitFile)) !== one.iban
        ? 'otherAccount'
        : undefined
    if (why) refuse(one, why)
    return !why
  }
  for (const one of news) {
    if (one.type === 'head') continue
    if (one.type === 'other') {
      matches.others++
      continue
    }
    if (one.type === 'rejectedAll') {
      const { code, messageID, partID, text } = one
      const debitFile = messageID && files.get(messageID)
      const isPart = partID && parts.get(partID)?.some(({ site }) => sites.has(site))
      const of = debitFile || (isPart && partID)
      const row = rowOf({ code, reference: messageID ?? partID, text })
      if (of) matches.refused.push({ code, of })
      if (!of) refuse(row, 'unknown')
      else if (code === DUPLICATE) refuse(row, 'duplicate')
      else
        matches.marks.push({
          type: 'return',
          code,
          kind: 'refused',
          row,
          text,
          ...(debitFile ? { debitFile } : { partID }),
        })
      continue
    }
    const direct = one.reference ? byReference.get(one.reference) : undefined
    if (one.type === 'credit') {
      const part = one.partID ? parts.get(one.partID) : undefined
      const day = one.valueDate
      if (direct) {
        if (!(await mayBook(direct, one))) continue
        if (one.amount !== direct.amount) refuse(one, 'amountDiffers')
        else matches.marks.push({ id: direct.id, type: 'credit', day, row: rowOf(one) })
      } else if (part) {
        if (!(await mayBook(part[0]!, one))) continue
        // Some banks leave out what they have rejected, others credit all of it and take that back.
        const sums = [part, part.filter(isAccepted), withoutMissing(part)].map(sumOf)
        if (!sums.some((sum) => sum === one.amount))
          refuse({ ...one, reference: one.partID }, 'amountDiffers')
        else
          matches.marks.push({
            type: 'credit',
            day,
            partID: one.partID!,
            row: rowOf({ ...one, reference: one.partID }),
          })
      } else matches.others++
      continue
    }
    if (one.type === 'cameBack') {
      if (!direct) matches.others++
      else if (await mayBook(direct, one)) refuse(one, 'cameBack')
      continue
    }
    const { code, kind, text } = one
    const found = direct ? [direct] : await byMandate({ find, institution, one, payload })
    const [charge] = found
    if (!charge || found.length > 1) refuse(one, charge ? 'ambiguous' : 'unknown')
    else if (!(await mayBook(charge, one))) continue
    // The bank of the debtor may take interest with it, but never less than was collected.
    else if (one.amount !== null && one.amount < charge.amount) refuse(one, 'amountDiffers')
    else {
      const within = [charge.debitFile, charge.partID]
      matches.marks.push({
        id: charge.id,
        type: 'return',
        bankRow: bankRowOf(one),
        code,
        kind,
        row: rowOf(one),
        text,
        within,
      })
    }
  }
  return matches
}

const rowOf = (one: Partial<Row>): Row => ({
  name: one.name ?? null,
  amount: one.amount ?? null,
  code: one.code ?? null,
  currency: one.currency ?? null,
  mandate: one.mandate ?? null,
  reference: one.reference ?? null,
  text: one.text ?? '',
})

export const sumOf = (list: readonly { amount: number }[]): number =>
  list.reduce((sum, { amount }) => sum + Number(amount), 0)

const isAccepted = ({ returnKind }: Pick<Known, 'returnKind'>): boolean =>
  returnKind !== 'refused' && returnKind !== 'rejected'

/** What a bank can credit of a part if those were right who have noted that some of it did not come in. */
export const withoutMissing = <T extends Pick<Known, 'returnCode' | 'returnKind'>>(
  part: readonly T[],
): T[] => part.filter((charge) => isAccepted(charge) && charge.returnCode !== NOT_CAME_IN)

const readParts = async ({
  base,
  news,
  payload,
}: {
  base: object
  news: readonly BankNews[]
  payload: Payload
}) => {
  const partIDs = news.flatMap((one) => ('partID' in one && one.partID ? [one.partID] : []))
  return partIDs.length
    ? readMany<Known>({
        collection: charges,
        payload,
        select: FIELDS,
        where: { ...base, partID: [...new Set(partIDs)] },
      })
    : []
}

const bankRowOf = ({ code, day }: Return): null | string => day && `${day} ${code ?? ''}`

/**
 * Banks that do not repeat our reference name the mandate: of its collections that may still come back, the one of this amount. A row
 * that comes again, from the same or another file of the bank, is about the one that it was booked on, not about the next.
 */
const byMandate = async ({
  find,
  institution,
  one,
  payload,
}: {
  find: (where: object) => Promise<Known[]>
  institution: string
  one: Return
  payload: Payload
}): Promise<Known[]> => {
  if (!one.mandate || one.reference) return []
  const mandates = await readMany({
    collection: 'mandates',
    payload,
    select: [],
    where: { institution, reference: one.mandate },
  })
  if (!mandates.length) return []
  const found = await find({
    mandate: mandates.map(({ id }) => id),
    ...(one.amount !== null && { amount: one.amount }),
  })
  const back = found.filter(({ returnKind }) => returnKind)
  const bankRow = bankRowOf(one)
  const known = bankRow && back.find(({ providerID }) => providerID === bankRow)
  if (known) return [known]
  return [
    ...found.filter(
      ({ returnKind, state }) => !returnKind && (state === 'paid' || state === 'pending'),
    ),
    // Of which nobody knows by what row it came back: it may be this one.
    ...back.filter(
      ({ providerID, returnCode }) =>
        !(bankRow && providerID) && (returnCode === one.code || returnCode === NOT_CAME_IN),
    ),
  ]
}

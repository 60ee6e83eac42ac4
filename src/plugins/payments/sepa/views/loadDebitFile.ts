import type { PayloadRequest } from 'payload'

import type { DebitCharge } from '../operations/changeDebits'

import { dayIn } from '../../../../utilities/dayIn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { findAsPerson } from '../../../../operations/findAsPerson'
import { groupBy } from '../../../../utilities/groupBy'
import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'
import { chargesIn } from '../operations/changeDebits'
import { CAME_IN, decisionsOn, NOT_CAME_IN } from '../operations/decideByHand'
import { findPlace } from '../operations/debitPlaces'
import { entriesNow } from '../operations/releaseDebits'
import { mayCollect } from '../operations/mayCollect'
import { namesOf } from './loadDebits'

/** A collection of a file. Amount in minor units. */
export type EntryRow = {
  id: string
  amount: number
  collectOn: string
  contact: { id: string; name: string }
  currency: string
  fileID: null | string
  hasMail: boolean
  /** Whether it counts as paid, or will be owed again in a moment, because a person has said so. */
  isNoted: boolean
  mandate: string
  /** What a person may decide of it. */
  may: ReturnType<typeof decisionsOn>
  /** What is in the way of its release, or why it came back. */
  problem: null | string
  reason: null | string
  reference: string
  sequence: string
  state: string
}

export type OpenedFile = {
  id: string
  amount: number
  count: number
  currency: string
  entries: EntryRow[]
  groups: { amount: number; collectOn: string; count: number; sequence: string }[]
  isOwn: boolean
  mayRelease: boolean
  messageID: string
  prepared: { name: string; at: string }
  released: { name: string; at: string } | null
  site: string
  state: 'discarded' | 'prepared' | 'released'
  timeZone: string
  /** In the time zone of the site, `YYYY-MM-DD`. */
  today: string
}

/**
 * One file for the bank with its collections: before the release as they would be handed in today, with what is in the way; after it as
 * they were, with what the bank has said.
 *
 * @returns `null` where the person may not see it
 */
export const loadDebitFile = async ({
  fileID,
  now = new Date(),
  req,
}: {
  fileID: string
  now?: Date
  req: PayloadRequest
}): Promise<null | OpenedFile> => {
  const { payload } = req
  const [file] = await findAsPerson(req)(
    paymentSlugs.debitFiles,
    { id: { equals: fileID } },
    { limit: 1 },
  )
  if (!file) return null
  const [site] = await readMany<{ id: string; name: string; timeZone: string }>({
    collection: 'sites',
    payload,
    select: ['name', 'timeZone'],
    where: { id: idOf(file.site) },
  })
  const timeZone = site?.timeZone ?? 'UTC'
  const today = dayIn(now, timeZone)
  const rows =
    file.state === 'prepared'
      ? await preparedRows({ file, now, req })
      : await releasedRows({ fileID, req, today })
  const users = await namesOf({
    collection: 'users',
    ids: [file.preparedBy, file.releasedBy],
    req,
  })
  const isOwn = Boolean(file.preparedBy) && idOf(file.preparedBy) === staffOf(req)?.id
  return {
    id: file.id,
    amount: file.amount,
    count: file.count,
    currency: file.currency,
    entries: rows,
    groups: [...groupBy(rows, ({ collectOn, sequence }) => `${collectOn} ${sequence}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, list]) => ({
        amount: list.reduce((sum, { amount }) => sum + amount, 0),
        collectOn: list[0]!.collectOn,
        count: list.length,
        sequence: list[0]!.sequence,
      })),
    isOwn,
    mayRelease:
      mayCollect(req) && !isOwn && rows.length > 0 && rows.every(({ problem }) => !problem),
    messageID: file.messageID,
    prepared: { name: users.get(idOf(file.preparedBy ?? '')) ?? '', at: file.preparedAt },
    released: file.releasedAt
      ? { name: users.get(idOf(file.releasedBy ?? '')) ?? '', at: file.releasedAt }
      : null,
    site: site?.name ?? '',
    state: file.state,
    timeZone,
    today,
  }
}

const preparedRows = async ({
  file,
  now,
  req,
}: {
  file: Record<string, any>
  now: Date
  req: PayloadRequest
}): Promise<EntryRow[]> => {
  const { payload } = req
  const place = await findPlace({
    accountID: idOf(file.account),
    payload,
    req,
    siteID: idOf(file.site),
  })
  const charges = await chargesIn({ fileID: file.id, payload, req })
  const entries = place
    ? await entriesNow({
        account: place.account,
        charges,
        now,
        payload,
        req,
        zone: place.site.timeZone,
      })
    : charges.map((charge) => ({ charge, draft: undefined }))
  return entries.map(({ charge, draft }) => ({
    id: charge.id,
    amount: charge.amount,
    collectOn: draft?.collectOn ?? charge.collectOn.slice(0, 10),
    contact: { id: charge.contact, name: draft?.contact?.displayName ?? '' },
    currency: charge.currency,
    fileID: draft?.instalment.file ?? null,
    hasMail: Boolean(draft?.contact?.email),
    isNoted: false,
    mandate: draft?.mandate.reference ?? '',
    may: { cameIn: false, notCameIn: false },
    problem: draft ? (draft.problems[0] ?? null) : place ? 'notOwed' : 'accountOff',
    reason: null,
    reference: charge.reference,
    sequence: draft?.sequence ?? charge.sequence,
    state: 'open',
  }))
}

const releasedRows = async ({
  fileID,
  req,
  today,
}: {
  fileID: string
  req: PayloadRequest
  today: string
}): Promise<EntryRow[]> => {
  const { payload } = req
  const charges = await readMany<
    { file: null | string; reason: null | string } & DebitCharge & Parameters<typeof decisionsOn>[0]
  >({
    collection: paymentSlugs.charges as 'sites',
    payload,
    select: [
      'amount',
      'bookedAt',
      'collectOn',
      'contact',
      'currency',
      'file',
      'mandate',
      'reason',
      'reference',
      'returnCode',
      'returnKind',
      'sequence',
      'state',
    ],
    sort: 'id',
    where: { debitFile: fileID, state: ['declined', 'paid', 'pending', 'returned'] },
  })
  const read = async (collection: string, ids: string[], select: string[]) =>
    new Map(
      (
        await readMany({
          collection: collection as 'sites',
          payload,
          select,
          where: { id: [...new Set(ids)] },
        })
      ).map((doc) => [doc.id, doc]),
    )
  const contacts = await read(
    'contacts',
    charges.map(({ contact }) => contact),
    ['displayName', 'email'],
  )
  const mandates = await read(
    'mandates',
    charges.map(({ mandate }) => mandate),
    ['reference'],
  )
  return charges.map((charge) => ({
    id: charge.id,
    amount: charge.amount,
    collectOn: charge.collectOn.slice(0, 10),
    contact: { id: charge.contact, name: contacts.get(charge.contact)?.displayName ?? '' },
    currency: charge.currency,
    fileID: charge.file,
    hasMail: Boolean(contacts.get(charge.contact)?.email),
    isNoted:
      charge.returnKind === null
        ? charge.returnCode === CAME_IN
        : charge.returnCode === NOT_CAME_IN && charge.state === 'pending',
    mandate: mandates.get(charge.mandate)?.reference ?? '',
    may: decisionsOn(charge, today),
    problem: null,
    reason: charge.reason,
    reference: charge.reference,
    sequence: charge.sequence,
    state: charge.state,
  }))
}

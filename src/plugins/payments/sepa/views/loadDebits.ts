import type { PayloadRequest } from 'payload'

import type { ReportCounts } from '../operations/importBankReport'
import type { Unmatched } from '../operations/matchNews'
import type { DebitDraft } from '../operations/debitTypes'

import { sitesWithPlugin } from '../../../../access/isPluginOn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { findAsPerson } from '../../../../operations/findAsPerson'
import { groupBy } from '../../../../utilities/groupBy'
import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'
import { earliestDay } from '../operations/debitAccount'
import { debitPlaces } from '../operations/debitPlaces'
import { findDue } from '../operations/findDue'

/** So many rows of each list are shown. */
export const ROWS = 200

/** What is due at a site for an account, and what of it is not possible as it is. Amounts in minor units. */
export type DuePlace = {
  account: { id: string; name: string }
  amount: number
  count: number
  earliest: string
  groups: { amount: number; collectOn: string; count: number; sequence: string }[]
  hasMore: boolean
  problems: DueProblem[]
  site: { id: string; name: string }
  until: string
}

export type DueProblem = {
  amount: number
  code: string
  contact: { id: string; name: string }
  fileID: string
  fileNumber: number
  mandate: { id: string; reference: string }
}

export type DebitFileRow = {
  id: string
  amount: number
  count: number
  currency: string
  messageID: string
  prepared: string
  released: string
  site: string
  state: string
}

export type ReportRow = {
  id: string
  counts: ReportCounts
  createdAt: string
  fileName: string
  isDone: boolean
  kind: string
  unmatched: Unmatched[]
}

/**
 * What is due to be collected by file at each of the person's sites.
 *
 * @param until the last day on which it is due; without it, the first day on which it could be collected
 */
export const loadDue = async ({
  now = new Date(),
  req,
  until,
}: {
  now?: Date
  req: PayloadRequest
  until?: string
}): Promise<DuePlace[]> => {
  const { payload } = req
  const places: DuePlace[] = []
  for (const { account, site } of await debitPlaces({ payload, req })) {
    const earliest = earliestDay({ account, now, zone: site.timeZone })
    const day = until ?? earliest
    const { drafts, hasMore } = await findDue({ account, earliest, now, payload, site, until: day })
    const good = drafts.filter(({ problems }) => !problems.length)
    places.push({
      account: { id: account.id, name: account.name },
      amount: sumOf(good),
      count: good.length,
      earliest,
      groups: [...groupBy(good, ({ collectOn, sequence }) => `${collectOn} ${sequence}`)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, list]) => ({
          amount: sumOf(list),
          collectOn: list[0]!.collectOn,
          count: list.length,
          sequence: list[0]!.sequence,
        })),
      hasMore,
      problems: drafts.filter(({ problems }) => problems.length).map(toProblem),
      site: { id: site.id, name: site.name },
      until: day,
    })
  }
  return places
}

const sumOf = (drafts: readonly DebitDraft[]): number =>
  drafts.reduce((sum, { instalment }) => sum + Number(instalment.amount), 0)

const toProblem = ({
  contact,
  fileNumber,
  instalment,
  mandate,
  problems,
}: DebitDraft): DueProblem => ({
  amount: Number(instalment.amount),
  code: problems[0]!,
  contact: { id: instalment.contact, name: contact?.displayName ?? '' },
  fileID: instalment.file,
  fileNumber,
  mandate: { id: mandate.id, reference: mandate.reference },
})

/** The newest files for the bank, as the person may see them. */
export const loadFiles = async (req: PayloadRequest): Promise<DebitFileRow[]> => {
  const find = findAsPerson(req)
  const sites = await sitesWithPlugin({ plugin: 'payments', req })
  const docs = await find(
    paymentSlugs.debitFiles,
    { site: { in: sites } },
    { limit: ROWS, sort: ['-createdAt', 'id'] },
  )
  const siteNames = await namesOf({ collection: 'sites', ids: docs.map(({ site }) => site), req })
  const userNames = await namesOf({
    collection: 'users',
    ids: docs.flatMap(({ preparedBy, releasedBy }) => [preparedBy, releasedBy]),
    req,
  })
  return docs.map((doc) => ({
    id: doc.id,
    amount: doc.amount,
    count: doc.count,
    currency: doc.currency,
    messageID: doc.messageID,
    prepared: doc.preparedBy ? (userNames.get(idOf(doc.preparedBy)) ?? '') : '',
    released: doc.releasedBy ? (userNames.get(idOf(doc.releasedBy)) ?? '') : '',
    site: siteNames.get(idOf(doc.site)) ?? '',
    state: doc.state,
  }))
}

/** The names of people and sites of the same institution, whatever may else be read of them. */
export const namesOf = async ({
  collection,
  ids,
  req,
}: {
  collection: 'sites' | 'users'
  ids: unknown[]
  req: PayloadRequest
}): Promise<Map<string, string>> =>
  new Map(
    (
      await readMany<{ id: string; name: string }>({
        collection,
        payload: req.payload,
        select: ['name'],
        where: {
          id: [...new Set(ids.filter(Boolean).map(idOf))],
          institution: staffOf(req)!.institution,
        },
      })
    ).map(({ id, name }) => [id, name]),
  )

/** What the bank has reported last. Whoever is bound to some sites sees what they have read in themselves. */
export const loadReports = async (req: PayloadRequest): Promise<ReportRow[]> => {
  const { id, institution, sites } = staffOf(req)!
  return (await readMany({
    collection: paymentSlugs.bankReports as 'sites',
    limit: 20,
    payload: req.payload,
    select: ['counts', 'createdAt', 'fileName', 'isDone', 'kind', 'unmatched'],
    sort: '-createdAt',
    where: { institution, ...(sites.length > 0 && { uploadedBy: id }) },
  })) as unknown as ReportRow[]
}

import type { PayloadRequest, Where } from 'payload'

import type { FilePageData } from './types'

import { slugs } from '../../collections/slugs'
import { findAsPerson, idIn } from '../../operations/findAsPerson'
import { loadShops, shopVisibility } from '../../operations/shopVisibility'
import { idOf } from '../../utilities/idOf'
import { createNames } from './createNames'

/** The journal is read from the newest entry; older ones are a click away. */
const JOURNAL_LIMIT = 100

/** What the page says of each kind of document; nothing more is read. */
const wanted: Record<string, string[]> = {
  [slugs.aliases]: ['expiresAt', 'title'],
  [slugs.contacts]: [
    'addressLine2',
    'city',
    'company',
    'country',
    'displayName',
    'email',
    'houseNumber',
    'language',
    'number',
    'phone',
    'postcode',
    'street',
  ],
  [slugs.criteria]: ['name'],
  [slugs.files]: ['number', 'season'],
  [slugs.mandates]: ['maskedIBAN', 'reference'],
  [slugs.performances]: ['name', 'startsAt', 'status', 'venue'],
  [slugs.priceCategories]: ['name'],
  [slugs.runs]: ['title'],
  [slugs.salesChannels]: ['name'],
  [slugs.seasons]: ['name'],
  [slugs.seats]: ['label', 'venue'],
  [slugs.shipmentModes]: ['name'],
  [slugs.sites]: ['currency', 'name', 'timeZone'],
  [slugs.subscriptions]: ['name', 'venue'],
  [slugs.tariffs]: ['name'],
  [slugs.users]: ['name'],
}

/**
 * Everything the page of one file shows, as the person may read it, in a number of queries that does not depend on how much the
 * file holds.
 *
 * @returns `null` when there is no such file in the person's reach
 */
export const loadFilePage = async ({
  fileID,
  req,
}: {
  fileID: string
  req: PayloadRequest
}): Promise<FilePageData | null> => {
  const find = findAsPerson(req)
  const [file] = await find(slugs.files, { id: { equals: fileID } }, { limit: 1 })
  if (!file) return null
  const ofFile: Where = { file: { equals: file.id } }

  const [lines, allocations, orders, payments, instalments, journal, shops] = await Promise.all([
    find(slugs.lines, ofFile, { sort: ['createdAt', 'id'] }),
    find(slugs.seatAllocations, ofFile),
    find(slugs.orders, ofFile, { sort: '-number' }),
    find(slugs.payments, ofFile, { sort: '-createdAt' }),
    find(slugs.instalments, ofFile, { sort: ['index', 'id'] }),
    find(slugs.journal, ofFile, { limit: JOURNAL_LIMIT + 1, sort: '-createdAt' }),
    loadShops({ payload: req.payload, req, siteID: idOf(file.site) }),
  ])

  const topLines = lines.filter(({ parent }) => !parent)
  const [originLines, renewedLines, answers] = await Promise.all([
    find(
      slugs.lines,
      idIn(
        'id',
        topLines.map(({ originLine }) => originLine),
      ),
    ),
    find(
      slugs.lines,
      idIn(
        'originLine',
        topLines.map(({ id }) => id),
      ),
    ),
    find(
      slugs.contactAnswers,
      idIn('contact', [file.payer, ...topLines.map((line) => line.beneficiary)]),
    ),
  ])

  const names = createNames(req.payload)
  names.want({ collection: slugs.files, docs: [file] })
  names.want({ collection: slugs.lines, docs: lines })
  names.want({ collection: slugs.orders, docs: orders })
  names.want({ collection: slugs.payments, docs: payments, fields: ['alias', 'mandate'] })
  names.want({ collection: slugs.seatAllocations, docs: allocations })
  names.want({ collection: slugs.contactAnswers, docs: answers })
  names.want({
    collection: slugs.lines,
    docs: [...originLines, ...renewedLines],
    fields: ['file', 'season'],
  })
  names.want({ collection: slugs.journal, docs: journal })
  for (const { after, before, noun } of journal)
    names.want({ collection: noun, docs: [after ?? {}, before ?? {}] })
  await Promise.all(
    Object.entries(wanted).map(async ([collection, select]) => {
      names.add({
        collection,
        docs: await find(collection, idIn('id', names.wantedIn(collection)), { select }),
      })
    }),
  )

  const channelID = file.channel ? idOf(file.channel) : null
  return {
    allocations,
    answers,
    file,
    instalments,
    journal: journal.slice(0, JOURNAL_LIMIT),
    journalHasMore: journal.length > JOURNAL_LIMIT,
    lines,
    names,
    orders,
    originLines,
    payments,
    renewedLines: renewedLines.filter(({ state }) => state !== 'cancelled'),
    shop: shopVisibility({ channelID, shops }),
  }
}

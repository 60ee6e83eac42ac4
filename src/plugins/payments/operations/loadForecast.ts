import type { PayloadRequest, Where } from 'payload'

import type { Found } from '../../../operations/findAsPerson'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { isPermitted } from '../../../access/ofOwnInstitution'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, findReferred } from '../../../operations/findAsPerson'
import { describeCard } from '../../../operations/payments/describeMeans'
import { groupBy } from '../../../utilities/groupBy'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'

/** A stored card and the first planned instalment at which it is no longer good. */
export type ExpiringCard = {
  id: string
  /** Of the instalment, in minor units. */
  amount: number
  /** When the person was asked for another card because of this instalment. */
  askedAt: null | string
  card: string
  contact: { id: string; name: string }
  currency: string
  dueAt: string
  file: { id: string; number: number } | null
  /** How many further instalments are to be charged to it after that one. */
  further: number
  /** That first instalment. */
  instalment: string
  /** How it is paid: in one go or in instalments. */
  method: string
  site: string
  timeZone: string
}

/** What has this key is sent once: a card and the instalment that it will not outlast. */
export const expiryKey = ({ id, instalment }: Pick<ExpiringCard, 'id' | 'instalment'>): string =>
  `expiry:${id}:${instalment}`

/**
 * The noon of a day that begins at the site at a moment: the same day in UTC too, where months of expiry end. Midnight at the site may
 * still be the day before there.
 */
const noonOf = (dueAt: string): string =>
  new Date(new Date(dueAt).getTime() + 12 * 3_600_000).toISOString()

/**
 * The stored cards that expire before an instalment that is planned on them, the most urgent first, of the sites where payments are
 * charged. A fixed number of queries.
 *
 * @param limit at most so many cards
 * @returns `null` for a role that may not see stored cards
 */
export const loadForecast = async ({
  limit = Infinity,
  req,
}: {
  limit?: number
  req: PayloadRequest
}): Promise<{ cards: ExpiringCard[]; hasMore: boolean } | null> => {
  if (!isPermitted(req, slugs.aliases, 'read')) return null
  const find = findAsPerson(req)
  const nothing = { cards: [], hasMore: false }
  const sites = await sitesWithPlugin({ plugin: 'payments', req })
  if (!sites.length) return nothing
  const ofSites: Where = { site: { in: sites } }
  const planned: Where = { and: [ofSites, { state: { equals: 'planned' } }] }
  const [last] = await find(slugs.instalments, planned, {
    limit: 1,
    select: ['dueAt'],
    sort: '-dueAt',
  })
  if (!last) return nothing
  // No condition can compare two fields: what expires before the very last instalment is read, and compared here.
  const expires = (path: string): Where => ({ [path]: { less_than_equal: noonOf(last.dueAt) } })
  const [instalments, payments] = await Promise.all([
    find(
      slugs.instalments,
      { and: [planned, expires('payment.alias.expiresAt')] },
      { select: ['amount', 'contact', 'dueAt', 'file', 'payment', 'site'], sort: ['dueAt', 'id'] },
    ),
    find(
      slugs.payments,
      {
        and: [
          ofSites,
          { state: { not_in: ['cancelled', 'paid', 'refunded'] } },
          expires('alias.expiresAt'),
        ],
      },
      { select: ['alias', 'method'] },
    ),
  ])
  const aliasOf = new Map(payments.map(({ id, alias }) => [id, idOf(alias)]))
  const methodOf = new Map(payments.map(({ id, method }) => [id, String(method)]))
  const aliases = await findReferred(find, {
    collection: slugs.aliases,
    docs: payments,
    field: 'alias',
    select: ['expiresAt', 'title'],
  })
  const cardOf = ({ payment }: Found) => aliases.get(aliasOf.get(idOf(payment)) ?? '')
  const late = instalments.filter((one) => {
    const card = cardOf(one)
    return card?.expiresAt && new Date(card.expiresAt).toISOString() <= noonOf(one.dueAt)
  })
  const perCard = [...groupBy(late, (one) => cardOf(one)!.id)]
  const shown = perCard.slice(0, limit)
  const firsts = shown.map(([, [first]]) => first!)
  const read = (collection: string, field: string, select: string[]) =>
    findReferred(find, { collection, docs: firsts, field, select })
  const [links, contacts, files, siteOf] = await Promise.all([
    find(
      paymentSlugs.links,
      {
        reminderKey: {
          in: shown.map(([id, [first]]) => expiryKey({ id, instalment: first!.id })),
        },
      },
      { select: ['createdAt', 'reminderKey'] },
    ),
    read(slugs.contacts, 'contact', ['displayName']),
    read(slugs.files, 'file', ['currency', 'number']),
    read(slugs.sites, 'site', ['currency', 'timeZone']),
  ])
  const askedAt = new Map(links.map(({ createdAt, reminderKey }) => [reminderKey, createdAt]))
  const cards = shown.map(([id, [first, ...further]]): ExpiringCard => {
    const file = files.get(idOf(first!.file))
    const site = siteOf.get(idOf(first!.site))
    const { expiresAt, title } = aliases.get(id)!
    return {
      id,
      amount: first!.amount,
      askedAt: askedAt.get(expiryKey({ id, instalment: first!.id })) ?? null,
      card: describeCard({ expiresAt, title }),
      contact: {
        id: idOf(first!.contact),
        name: contacts.get(idOf(first!.contact))?.displayName ?? '',
      },
      currency: file?.currency ?? site?.currency ?? '',
      dueAt: first!.dueAt,
      file: file ? { id: file.id, number: file.number } : null,
      further: further.length,
      instalment: first!.id,
      method: methodOf.get(idOf(first!.payment))!,
      site: idOf(first!.site),
      timeZone: site?.timeZone ?? 'UTC',
    }
  })
  return { cards, hasMore: perCard.length > limit }
}

import type { PayloadRequest, Where } from 'payload'

import type { Found } from '../../../operations/findAsPerson'
import type { ChargeRefusal } from '../../../operations/payments/paymentMethods'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, findReferred } from '../../../operations/findAsPerson'
import { describeCard, describeMandate } from '../../../operations/payments/describeMeans'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'
import { mayChargeAgain } from '../operations/mayChargeAgain'
import { mayRemind } from '../operations/mayRemind'
import { plansForFailures } from '../operations/plansForFailures'
import { isCardWanted, isOwedByHouse } from '../operations/reminders/standingOf'

/** So many rows of each list are shown. */
export const ROWS = 500

/** Failed payments of one cause; the amounts in minor units, one for each currency. */
export type CauseGroup = {
  amounts: { amount: number; currency: string }[]
  cause: string
  count: number
}

export type FailedPayment = {
  id: string
  /** In minor units. */
  amount: number
  attempts: number
  /** Why there is nothing to charge, to those who otherwise might. */
  cannotCharge: ChargeRefusal | null
  card: null | string
  cause: string
  contact: { id: string; name: string }
  currency: string
  failedAt: string
  file: { id: string; number: number } | null
  isCharging: boolean
  mandate: null | string
  /** Whether the person may charge it again, and a card or mandate is stored that can be charged. */
  mayCharge: boolean
  /** Whether the person may send a link for a new card, and that would help. */
  mayRemind: boolean
  timeZone: string
}

type Args = {
  /** Only failed payments of this cause are listed; the groups tell of all. */
  cause?: string
  limit?: number
  req: PayloadRequest
}

/**
 * The failed payments that are still to be worked on, as the person may read them, of the sites where payments are charged: counted
 * and added up by cause, and one by one from the newest. A fixed number of queries.
 */
export const loadFailedPayments = async ({ cause, limit = ROWS, req }: Args) => {
  const find = findAsPerson(req)
  const sites = await sitesWithPlugin({ plugin: 'payments', req })
  const open: Where = { and: [{ site: { in: sites } }, { state: { in: ['open', 'charging'] } }] }
  if (!sites.length) return { failures: [], groups: [], hasMore: false }
  const [all, found] = await Promise.all([
    find(paymentSlugs.failures, open, { select: ['amount', 'cause', 'currency'] }),
    find(paymentSlugs.failures, cause ? { and: [open, { cause: { equals: cause } }] } : open, {
      limit: limit + 1,
      sort: ['-failedAt', 'id'],
    }),
  ])
  const shown = found.slice(0, limit)
  const read = (collection: string, field: string, select: string[]) =>
    findReferred(find, { collection, docs: shown, field, select })
  const [aliases, contacts, files, mandates, siteOf] = await Promise.all([
    read(slugs.aliases, 'alias', ['expiresAt', 'title']),
    read(slugs.contacts, 'contact', ['displayName']),
    read(slugs.files, 'file', ['balance', 'number', 'status']),
    read(slugs.mandates, 'mandate', ['maskedIBAN', 'reference']),
    read(slugs.sites, 'site', ['timeZone']),
  ])
  const chargeable = mayChargeAgain(req)
    ? shown.filter((doc) => doc.state === 'open' && isChargeable(doc, files.get(idOf(doc.file))))
    : []
  const plans = await plansForFailures({
    failures: chargeable.map(({ id, contact, payment, site }) => ({
      id,
      contact: idOf(contact),
      payment: payment ? idOf(payment) : null,
      site: idOf(site),
    })),
    now: new Date(),
    payload: req.payload,
    req,
  })
  const maySend = mayRemind(req)
  const failures = shown.map((doc): FailedPayment => {
    const [alias, file, mandate] = [
      doc.alias && aliases.get(idOf(doc.alias)),
      files.get(idOf(doc.file)),
      doc.mandate && mandates.get(idOf(doc.mandate)),
    ]
    const answer = plans.get(doc.id)?.answer
    return {
      id: doc.id,
      amount: doc.amount,
      attempts: doc.attempts,
      cannotCharge: answer && 'refusal' in answer ? refusalOf(doc, answer.refusal) : null,
      card: alias ? describeCard(alias) : null,
      cause: doc.cause,
      contact: {
        id: idOf(doc.contact),
        name: contacts.get(idOf(doc.contact))?.displayName ?? '',
      },
      currency: doc.currency,
      failedAt: doc.failedAt,
      file: file ? { id: file.id, number: file.number } : null,
      isCharging: doc.state === 'charging',
      mandate: mandate ? describeMandate(mandate) : null,
      mayCharge: Boolean(answer && 'plan' in answer),
      mayRemind: maySend && doc.state === 'open' && isCardWanted(doc as never),
      timeZone: siteOf.get(idOf(doc.site))?.timeZone ?? 'UTC',
    }
  })
  return { failures, groups: groupByCause(all), hasMore: found.length > limit }
}

/** What `chargeAgain` takes: an instalment of a plan that goes on, or what is reserved. */
const isChargeable = (failure: Found, file: Found | undefined): boolean => {
  if (isOwedByHouse(failure as never) || !(file && file.balance > 0)) return false
  if (file.status === 'reserved' || file.status === 'mixed') return true
  return Boolean(failure.instalment) && file.status === 'sold'
}

/** Who was to pay by direct debit needs a mandate, also where no payment came of it that would say so. */
const refusalOf = ({ cause }: Found, refusal: ChargeRefusal): ChargeRefusal =>
  cause === 'noMandate' || cause === 'mandateExpired' ? cause : refusal

const groupByCause = (docs: Found[]): CauseGroup[] => {
  const groups = new Map<string, { count: number; sums: Map<string, number> }>()
  for (const { amount, cause, currency } of docs) {
    const group = groups.get(cause) ?? { count: 0, sums: new Map<string, number>() }
    group.count++
    group.sums.set(currency, (group.sums.get(currency) ?? 0) + Number(amount))
    groups.set(cause, group)
  }
  return [...groups]
    .map(([cause, { count, sums }]) => ({
      amounts: [...sums]
        .map(([currency, amount]) => ({ amount, currency }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      cause,
      count,
    }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1))
}

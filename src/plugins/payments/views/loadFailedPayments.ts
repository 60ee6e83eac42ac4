import type { PayloadRequest, Where } from 'payload'

import type { Found } from '../../../operations/findAsPerson'
import type { ChargeRefusal } from '../../../operations/payments/paymentMethods'
import type { Translate } from '../../../utilities/explain'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, findReferred, idIn } from '../../../operations/findAsPerson'
import { describeCard, describeMandate } from '../../../operations/payments/describeMeans'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'
import { mayChargeAgain } from '../operations/mayChargeAgain'
import { mayCloseFailures } from '../operations/mayCloseFailures'
import { mayRemind } from '../operations/mayRemind'
import { plansForFailures } from '../operations/plansForFailures'
import { isCardWanted, isForPersonToClose, isOwedByHouse } from '../operations/reminders/standingOf'
import { linkText } from './linkText'

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
  cannotCharge: null | Refusal
  card: null | string
  cause: string
  contact: { id: string; name: string; hasEmail: boolean }
  currency: string
  failedAt: string
  file: { id: string; number: number } | null
  isCharging: boolean
  /** When the latest link for a new card was sent, and what became of it; in words. */
  link: null | string
  mandate: null | string
  /** Whether the person may say that it was settled otherwise: no file can tell. */
  mayClose: boolean
  /** Whether the person may charge it again, and a card or mandate is stored that can be charged. */
  mayCharge: boolean
  /** Whether the person may send a link for a new card, and that would help. */
  mayRemind: boolean
  site: string
  /**
   * What to do, said once: what follows from its cause; that a card or mandate is stored now and can be charged; or nothing more than
   * why it cannot.
   */
  step: 'cannotCharge' | 'cause' | 'charge'
  timeZone: string
}

/** Why there is nothing to charge; of a card that was revoked that, not that it is no longer good. */
export type Refusal = 'aliasRevoked' | ChargeRefusal

/** Causes whose next step would contradict, or say once more, that there is nothing to charge. */
const SAID_BY_REFUSAL = new Set([
  'aliasRevoked',
  'bookingTakenBack',
  'declinedForNow',
  'notCameIn',
  'returned',
])

/** Causes that are over as soon as there is a card or mandate again. */
const OF_MEANS = new Set(['aliasExpired', 'aliasRevoked', 'mandateExpired', 'noAlias', 'noMandate'])

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
  const [aliases, contacts, files, mandates, siteOf, links] = await Promise.all([
    read(slugs.aliases, 'alias', ['expiresAt', 'title']),
    read(slugs.contacts, 'contact', ['displayName', 'email']),
    read(slugs.files, 'file', ['balance', 'number', 'status']),
    read(slugs.mandates, 'mandate', ['maskedIBAN', 'reference']),
    read(slugs.sites, 'site', ['timeZone']),
    find(
      paymentSlugs.links,
      idIn(
        'failure',
        shown.map(({ id }) => id),
      ),
      {
        select: ['createdAt', 'expiresAt', 'failure', 'mailState', 'openedAt', 'state'],
        sort: 'createdAt',
      },
    ),
  ])
  // The latest of each comes last, and stays.
  const linkOf = new Map(links.map((link) => [idOf(link.failure), link]))
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
  const mayClose = mayCloseFailures(req)
  const failures = shown.map((doc): FailedPayment => {
    const [alias, file, mandate] = [
      doc.alias && aliases.get(idOf(doc.alias)),
      files.get(idOf(doc.file)),
      doc.mandate && mandates.get(idOf(doc.mandate)),
    ]
    const answer = plans.get(doc.id)?.answer
    const cannotCharge = answer && 'refusal' in answer ? refusalOf(doc, answer.refusal) : null
    const mayCharge = Boolean(answer && 'plan' in answer)
    const link = linkOf.get(doc.id)
    const timeZone = siteOf.get(idOf(doc.site))?.timeZone ?? 'UTC'
    return {
      id: doc.id,
      amount: doc.amount,
      attempts: doc.attempts,
      cannotCharge,
      card: alias ? describeCard(alias) : null,
      cause: doc.cause,
      contact: {
        id: idOf(doc.contact),
        name: contacts.get(idOf(doc.contact))?.displayName ?? '',
        hasEmail: Boolean(contacts.get(idOf(doc.contact))?.email),
      },
      currency: doc.currency,
      failedAt: doc.failedAt,
      file: file ? { id: file.id, number: file.number } : null,
      isCharging: doc.state === 'charging',
      link: link
        ? linkText({ language: req.i18n.language, link, t: req.t as Translate, timeZone })
        : null,
      mandate: mandate ? describeMandate(mandate) : null,
      mayCharge,
      mayClose: mayClose && doc.state === 'open' && isForPersonToClose(refer(doc)),
      mayRemind: maySend && doc.state === 'open' && isCardWanted(doc as never),
      site: idOf(doc.site),
      step:
        cannotCharge && SAID_BY_REFUSAL.has(doc.cause)
          ? 'cannotCharge'
          : mayCharge && OF_MEANS.has(doc.cause)
            ? 'charge'
            : 'cause',
      timeZone,
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

/** A failed payment as operations read it. */
const refer = ({ cause, failureKey, file }: Found) => ({ cause, failureKey, file: idOf(file) })

/**
 * Who was to pay by direct debit needs a mandate, also where no payment came of it that would say so; and a card that was revoked did not
 * expire.
 */
const refusalOf = ({ cause }: Found, refusal: ChargeRefusal): Refusal => {
  if (cause === 'noMandate' || cause === 'mandateExpired') return cause
  const isCard = refusal === 'aliasExpired' || refusal === 'noAlias'
  return cause === 'aliasRevoked' && isCard ? cause : refusal
}

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

import type { Payload, PayloadRequest } from 'payload'

import { DateTime } from 'luxon'

import type { Conditions } from '../../../../database/bulk'
import type { DebitAccount } from './debitAccount'
import type { DebitDraft, DebitInstalment } from './debitTypes'

import { readMany, readPages } from '../../../../database/bulk'
import { draftDebits } from './debitDrafts'
import { INSTALMENT_FIELDS } from './debitTypes'

/** So many collections go into one file: it is written in one transaction, during which others wait. The next file takes the rest. */
const MOST_ENTRIES = 5000

const PAGE = 1000

/**
 * What of a site is due to be collected to an account until a day, as it would go to the bank now, with what is in the way. The
 * earliest first.
 *
 * @param until the last day on which they are due, `YYYY-MM-DD`
 * @returns at most `MOST_ENTRIES`, and whether there are more
 */
export const findDue = async ({
  account,
  earliest,
  now,
  payload,
  req,
  site,
  until,
}: {
  account: DebitAccount
  earliest: string
  now: Date
  payload: Payload
  req?: Partial<PayloadRequest>
  site: { id: string; timeZone: string }
  until: string
}): Promise<{ drafts: DebitDraft[]; hasMore: boolean }> => {
  const methods = await readMany({
    collection: 'payment-methods',
    payload,
    req,
    select: [],
    where: { account: account.id, site: site.id },
  })
  if (!methods.length) return { drafts: [], hasMore: false }
  const conditions: Conditions[] = [
    {
      dueAt: {
        before: DateTime.fromISO(until, { zone: site.timeZone }).plus({ days: 1 }).toJSDate(),
      },
      state: 'planned',
    },
    { nextAttemptAt: { until: now }, state: ['failed', 'returned'] },
  ]
  const found: DebitInstalment[] = []
  for (const where of conditions)
    for await (const page of readPages<DebitInstalment>({
      collection: 'instalments',
      pageSize: PAGE,
      payload,
      req,
      select: INSTALMENT_FIELDS,
      where: { ...where, site: site.id },
    })) {
      const own = new Set(
        (
          await readMany({
            collection: 'payments',
            payload,
            req,
            select: [],
            where: {
              id: [...new Set(page.map(({ payment }) => payment))],
              paymentMethod: methods.map(({ id }) => id),
            },
          })
        ).map(({ id }) => id),
      )
      found.push(...page.filter(({ payment }) => own.has(payment)))
    }
  found.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1))
  const drafts = await draftDebits({
    account,
    earliest,
    expected: ['failed', 'planned', 'returned'],
    instalments: found.slice(0, MOST_ENTRIES),
    payload,
    req,
    zone: site.timeZone,
  })
  return { drafts, hasMore: found.length > MOST_ENTRIES }
}

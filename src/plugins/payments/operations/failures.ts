import type { Payload, PayloadRequest } from 'payload'

import type { Charge } from './settleCharge'

import { insertMany, readMany, updateMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { ANEW, freeReminders } from './reminders/beginAnew'
import { takeBackMails } from './reminders/takeBackMails'

/** What is to be known of a payment that did not come about. */
type Failing = Pick<
  Charge,
  | 'alias'
  | 'amount'
  | 'contact'
  | 'currency'
  | 'file'
  | 'id'
  | 'instalment'
  | 'institution'
  | 'mandate'
  | 'payment'
  | 'run'
  | 'site'
>

type Args = { charge: Failing; now: Date; payload: Payload; req: PayloadRequest }

type Known = { id: string; attempts: number; state: string }

const failures = paymentSlugs.failures as 'sites'

/** The key of the entry of what a charge was for: one per instalment, or per charge that was for none. */
export const entryKeyOf = ({ id, instalment }: { id: string; instalment: null | string }): string =>
  `instalment:${instalment ?? id}`

/**
 * Puts a payment that did not come about on the list of failed payments, or opens its entry again: one entry per instalment, or per
 * renewal where nothing was made of it. What had been settled, or was charged again by somebody, is a new failure: its days count from
 * now and its reminders begin with the first, so that nobody loses a subscription over something that they were never told.
 */
export const openFailure = async ({
  caseKey,
  cause,
  charge,
  now,
  payload,
  req,
}: { caseKey?: string; cause: string } & Args): Promise<void> => {
  const failureKey = caseKey ?? entryKeyOf(charge)
  const data = {
    alias: charge.alias,
    amount: charge.amount,
    cause,
    closedAt: null,
    failedAt: now.toISOString(),
    file: charge.file,
    instalment: charge.instalment,
    mandate: charge.mandate,
    payment: charge.payment,
    run: charge.run,
    state: 'open',
  }
  // An entry of the renewal goes on with the instalment that was made of it.
  const known = await readMany<Known>({
    collection: failures,
    payload,
    req,
    select: ['attempts', 'state'],
    where: { failureKey },
  })
  if (!known.length && charge.instalment)
    known.push(
      ...(await readMany<Known>({
        collection: failures,
        payload,
        req,
        select: ['attempts', 'state'],
        where: { instalment: charge.instalment },
      })),
    )
  const [one] = known
  if (one) {
    // A further attempt that the program made by itself is part of the same failure.
    const isNew = one.state !== 'open'
    await updateMany({
      collection: failures,
      data: { ...data, ...(isNew && ANEW), attempts: Number(one.attempts) + 1 },
      payload,
      req,
      where: { id: one.id },
    })
    if (isNew) await freeReminders({ failureIDs: [one.id], now, payload, req })
    return
  }
  await insertMany({
    collection: failures,
    docs: [
      {
        ...data,
        attempts: 1,
        contact: charge.contact,
        currency: charge.currency,
        failureKey,
        institution: charge.institution,
        site: charge.site,
        stage: 0,
      },
    ],
    payload,
    req,
  })
}

/** How an entry ends. */
export type Ended = 'cancelled' | 'closed' | 'paid' | 'reserved'

/**
 * Ends entries of the list. Mails about them that still wait are not sent any more, and what came in by then counts for the mailings
 * that asked for it.
 */
export const endFailures = async ({
  failureIDs,
  now,
  payload,
  req,
  state,
}: { failureIDs: readonly string[]; state: Ended } & Omit<Args, 'charge'>): Promise<void> => {
  if (!failureIDs.length) return
  await updateMany({
    collection: failures,
    data: { closedAt: now.toISOString(), nextStepAt: null, state },
    payload,
    req,
    where: { id: failureIDs },
  })
  const links = await readMany({
    collection: paymentSlugs.links as 'sites',
    payload,
    req,
    select: ['mailState'],
    where: { failure: failureIDs, paidAt: null },
  })
  if (state === 'paid' && links.length)
    await updateMany({
      collection: paymentSlugs.links as 'sites',
      data: { paidAt: now.toISOString() },
      payload,
      req,
      where: { id: links.map(({ id }) => id) },
    })
  await takeBackMails({
    linkIDs: links.filter(({ mailState }) => mailState === 'waiting').map(({ id }) => id),
    payload,
    req,
  })
}

import type { Payload, PayloadRequest } from 'payload'

import type { Charge } from './settleCharge'
import type { Failure } from './reminders/standingOf'

import { readMany, updateMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { PAID_BACK, PAID_TOO_LATE } from './chargeStates'
import { endAndNote } from './endAndNote'
import { entryKeyOf, openFailure } from './failures'

type Step = { charge: Charge; now: Date; payload: Payload; req: PayloadRequest }

/** Money for what is no longer there (a decline came first, and the order was dropped): a person must decide, and the charge says so. */
export const notePaidTooLate = async ({ charge, now, payload, req }: Step): Promise<void> => {
  await updateMany({
    collection: paymentSlugs.charges as 'sites',
    data: { reason: PAID_TOO_LATE },
    payload,
    req,
    where: { id: charge.id },
  })
  await openFailure({ cause: PAID_TOO_LATE, charge, now, payload, req })
}

/**
 * Brings the entry about such money into step when some of it has gone back, to the customer or to their bank, or has come back.
 *
 * @param left so much of it the house has now, in minor units
 */
export const settlePaidTooLate = async ({
  charge,
  left,
  now,
  payload,
  req,
}: { left: number } & Step): Promise<void> => {
  const common = { payload, req }
  const [entry] = await readMany<Failure>({
    ...common,
    collection: paymentSlugs.failures as 'sites',
    where: {
      cause: PAID_TOO_LATE,
      // An entry of the renewal goes on with the instalment that was made of it.
      ...(charge.instalment
        ? { instalment: charge.instalment }
        : { failureKey: entryKeyOf(charge) }),
    },
  })
  if (!entry) return
  if (left < 1) {
    if (entry.state === 'open')
      await endAndNote({ ...common, failures: [entry], now, state: 'closed' })
  } else if (left !== Number(entry.amount) || entry.state !== 'open')
    await updateMany({
      ...common,
      collection: paymentSlugs.failures as 'sites',
      data: { amount: left, closedAt: null, state: 'open' },
      where: { id: entry.id },
    })
}

/**
 * Remembers that such money went back in another way, when its entry is closed by a person: it is not offered to be refunded, and
 * refused where somebody asks for it all the same.
 */
export const notePaidBack = async ({
  failure,
  payload,
  req,
}: Pick<Step, 'payload' | 'req'> & {
  failure: Pick<Failure, 'cause' | 'failureKey' | 'instalment'>
}): Promise<void> => {
  if (failure.cause !== PAID_TOO_LATE) return
  const charges = await readMany<Charge>({
    collection: paymentSlugs.charges as 'sites',
    payload,
    req,
    where: {
      reason: PAID_TOO_LATE,
      ...(failure.instalment
        ? { instalment: failure.instalment }
        : { id: failure.failureKey.replace(/^instalment:/, '') }),
    },
  })
  await updateMany({
    collection: paymentSlugs.charges as 'sites',
    data: { reason: PAID_BACK },
    payload,
    req,
    where: { id: charges.map(({ id }) => id) },
  })
}

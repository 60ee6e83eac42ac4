import type { Payload, PayloadRequest } from 'payload'

import type { Charge, Instalment } from './settleCharge'

import { readMany, updateMany } from '../../../database/bulk'
import { renewalCaseKey } from '../../../operations/payments/caseKeys'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { dropSale, formerFileOf, reserveInstead } from '../../../operations/payments/settleSale'
import { paymentSlugs } from '../collections/slugs'
import { openFailure } from './failures'

type Args = {
  charge: Charge
  instalment: Instalment
  isSoft: boolean
  now: Date
  payload: Payload
  req: PayloadRequest
}

/**
 * What follows from a declined charge (manual 2, “Comportement en cas d'erreur”). When it was the first and nothing is paid yet, the
 * setting of the batch decides over the whole order, also when the decline comes days later: nothing, or a reservation until the
 * deadline. Otherwise the order stands, the instalment is owed, and is tried again where that may help.
 */
export const afterDecline = async (args: Args): Promise<void> => {
  const { charge, instalment, isSoft, now, payload, req } = args
  const [payment] = await readMany<{
    id: string
    declineDeadline: null | string
    onDecline: 'nothing' | 'reservation' | null
    paid: number
    paymentMethod: null | string
  }>({
    collection: 'payments',
    payload,
    req,
    select: ['declineDeadline', 'onDecline', 'paid', 'paymentMethod'],
    where: { id: charge.payment! },
  })
  const cause = charge.reason ?? 'declined'
  const decides = payment?.onDecline && instalment.index === 1 && Number(payment.paid) === 0
  if (!decides) {
    await retryLater({ ...args, isSoft, paymentMethod: payment?.paymentMethod ?? null })
    await openFailure({ cause, charge, now, payload, req })
    return
  }
  const common = {
    fileID: charge.file!,
    key: charge.id,
    payload,
    paymentID: charge.payment,
    reason: cause,
    req,
  }
  if (payment.onDecline === 'reservation') {
    await reserveInstead({ ...common, deadline: payment.declineDeadline })
    await cancelRest(args)
    await openFailure({ cause, charge, now, payload, req })
    return
  }
  const former = await formerFileOf(common)
  const [file] = await readMany<{ id: string; season: null | string }>({
    collection: 'files',
    payload,
    req,
    select: ['season'],
    where: { id: charge.file! },
  })
  const inTheMaking = await readMany({
    collection: 'lines',
    limit: 1,
    payload,
    req,
    select: [],
    where: { file: charge.file!, state: 'charging' },
  })
  // Nothing is made of the renewal: from now on it is last season's file that the entry is about.
  const moved = { file: former?.id ?? charge.file, instalment: null, payment: null }
  if (inTheMaking.length)
    // What is in the making goes, and nothing can point there.
    for (const collection of [paymentSlugs.charges, paymentSlugs.failures])
      await updateMany({
        collection: collection as 'sites',
        data: moved,
        payload,
        req,
        where: { file: charge.file!, payment: charge.payment! },
      })
  await openFailure({
    caseKey: former && file?.season ? renewalCaseKey(former.id, file.season) : undefined,
    cause,
    charge: former ? { ...charge, ...moved } : charge,
    now,
    payload,
    req,
  })
  // What else was open about this payment ends with the sale.
  await updateMany({
    collection: paymentSlugs.failures as 'sites',
    data: { state: 'open' },
    payload,
    req,
    where: { payment: charge.payment!, state: 'charging' },
  })
  await dropSale({ ...common, former })
  // Of what is at the bank already the sale is gone too: its money would pay for nothing, and a person must see it.
  if (!inTheMaking.length) await cancelRest(args, ['pending', 'planned'])
}

/** The other instalments of a plan that did not come about are not charged any more. */
const cancelRest = async ({ charge, payload, req }: Args, states = ['planned']) => {
  await updateMany({
    collection: 'instalments',
    data: { state: 'cancelled' },
    payload,
    req,
    where: { payment: charge.payment!, state: states },
  })
  await recomputePayments({ payload, paymentIDs: [charge.payment!], req })
}

const DAY_MS = 86_400_000

/** Has an instalment that was not paid tried again after some days, where that may help and the payment method has attempts left. */
export const retryLater = async ({
  charge,
  instalment,
  isSoft,
  now,
  payload,
  paymentMethod,
  req,
}: { paymentMethod: null | string } & Args): Promise<void> => {
  if (!isSoft || !paymentMethod) return
  const [method] = await readMany({
    collection: 'payment-methods' as 'sites',
    payload,
    req,
    select: ['retries', 'retryAfterDays'],
    where: { id: paymentMethod },
  })
  if (!method || instalment.attempts > Number(method.retries)) return
  await updateMany({
    collection: 'instalments',
    data: {
      nextAttemptAt: new Date(now.getTime() + Number(method.retryAfterDays) * DAY_MS).toISOString(),
    },
    payload,
    req,
    where: { id: charge.instalment! },
  })
}

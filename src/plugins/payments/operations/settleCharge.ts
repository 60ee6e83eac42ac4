import type { Payload, PayloadRequest } from 'payload'

import type { ChargeAnswer } from '../providers/types'
import type { ChargeState } from './chargeStates'

import { readMany, updateMany } from '../../../database/bulk'
import { compareAndSwap } from '../../../database/compareAndSwap'
import { recomputeFiles } from '../../../operations/fileStatus'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { sellWhatIsCovered } from '../../../operations/payments/sellWhatIsCovered'
import { keepSale } from '../../../operations/payments/settleSale'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { DECIDED, DECISION_DENIED, HELD, isBesideLedger, isNews, reasonOf } from './chargeStates'
import { afterDecline } from './afterDecline'
import { bookDispute } from './bookDispute'
import { openFailure } from './failures'
import { noteCharge } from './noteCharge'
import { notePaidTooLate, settlePaidTooLate } from './paidTooLate'
import { settleRefund } from './settleRefund'

export type Charge = {
  id: string
  account: string
  alias: null | string
  amount: number
  /** The provider's own word. */
  code?: null | string
  contact: string
  currency: string
  file: null | string
  instalment: null | string
  institution: string
  kind: 'charge' | 'refund'
  mandate: null | string
  payment: null | string
  providerID: null | string
  reason: null | string
  reference: string
  refundOf: null | string
  run: null | string
  /** When it was first sent, or was about to be. */
  sentAt: null | string
  site: string
  state: ChargeState
}

export type Instalment = {
  id: string
  amount: number
  attempts: number
  index: number
  state: string
}

type Args = {
  answer: ChargeAnswer
  chargeID: string
  now?: Date
  payload: Payload
  req: PayloadRequest
}

/**
 * Books what is known of a charge, whoever said so: its own answer, a message of the provider, or a look-up. Idempotent, and
 * indifferent to the order of arrival: only what says more than is known changes anything, and all that follows from it is written
 * in the caller's transaction.
 *
 * @returns the state of the charge now
 * @throws RepriseError `notFound` for a charge that does not exist
 */
export const settleCharge = async ({ now = new Date(), ...args }: Args): Promise<ChargeState> => {
  const { answer, chargeID, payload, req } = args
  const state = await settle({ ...args, now })
  for (const dispute of answer.disputes ?? []) {
    const charge = await readCharge({ chargeID, payload, req })
    await bookDispute({ charge, dispute, now, payload, req })
  }
  return state
}

const readCharge = async ({
  chargeID,
  payload,
  req,
}: Pick<Args, 'chargeID' | 'payload' | 'req'>): Promise<Charge> => {
  const [charge] = await readMany<Charge>({
    collection: paymentSlugs.charges as 'sites',
    payload,
    req,
    where: { id: chargeID },
  })
  if (!charge) throw new RepriseError('notFound')
  return charge
}

const settle = async ({
  answer,
  chargeID,
  now,
  payload,
  req,
}: { now: Date } & Args): Promise<ChargeState> => {
  const charge = await readCharge({ chargeID, payload, req })
  // "Not found" is for whoever asked: it may be sent again.
  const said: ChargeState = answer.status === 'notFound' ? 'unknown' : answer.status
  // A refund that had arrived and is refused after all: the customer's bank has sent it back to the house.
  const next =
    charge.kind === 'refund' && charge.state === 'paid' && said === 'declined' ? 'returned' : said
  if (!isNews(charge.state, next)) {
    // Booked because a person said so: only a person can say who is right.
    if (charge.code === DECIDED && charge.state === 'paid' && isRefusal(next))
      await openFailure({ cause: DECISION_DENIED, charge, now, payload, req })
    return charge.state
  }
  if (charge.kind === 'charge' && next === 'returned' && charge.state !== 'paid') {
    // Told before its "paid": what follows from that comes first, whatever it stood at.
    const paid = { providerID: answer.providerID, status: 'paid' } as const
    await settle({ answer: paid, chargeID, now, payload, req })
    return settle({ answer, chargeID, now, payload, req })
  }
  // Told before its "returned": the house has it all the while.
  const isHeld = next === 'regained' && charge.state === 'paid'
  const reason = isHeld ? charge.reason : reasonOf(answer)
  const changed = await compareAndSwap({
    collection: paymentSlugs.charges as 'sites',
    data: {
      code: answer.code?.slice(0, 200) ?? null,
      providerID: answer.providerID ?? charge.providerID,
      reason,
      settledAt: next === 'unknown' ? null : now.toISOString(),
      state: next,
    },
    expected: { and: [{ id: { equals: chargeID } }, { state: { equals: charge.state } }] },
    payload,
    req,
  })
  // Somebody booked another answer in between: look at what is known now.
  if (!changed) return settle({ answer, chargeID, now, payload, req })
  const told = { ...charge, reason }
  if (charge.kind === 'refund') await settleRefund({ charge: told, now, payload, req, state: next })
  else if (HELD.includes(next) && !isHeld) await book({ charge: told, now, payload, req })
  else if (next === 'pending' && charge.mandate && charge.file)
    // A direct debit is days under way; the subscription is sold meanwhile.
    await keepSale({ fileID: charge.file, key: charge.id, payload, req })
  else if (next === 'returned' && isBesideLedger(charge))
    // It stands nowhere, so nothing is owed again; the house has nothing to give back any more.
    await settlePaidTooLate({ charge, left: 0, now, payload, req })
  else if (next === 'returned') await takeBack({ charge: told, now, payload, req })
  else if (isRefusal(next)) await fail({ answer, charge: told, now, payload, req })
  return next
}

const isRefusal = (state: ChargeState): boolean => state === 'declined' || state === 'needsCustomer'

type Step = { charge: Charge; now: Date; payload: Payload; req: PayloadRequest }

const instalmentOf = async ({ charge, payload, req }: Step): Promise<Instalment | undefined> =>
  charge.instalment
    ? (
        await readMany<Instalment>({
          collection: 'instalments',
          payload,
          req,
          select: ['amount', 'attempts', 'index', 'state'],
          where: { id: charge.instalment },
        })
      )[0]
    : undefined

const change = async ({ charge, payload, req }: Step, data: Record<string, unknown>) => {
  await updateMany({
    collection: 'instalments',
    data,
    payload,
    req,
    where: { id: charge.instalment! },
  })
  await recomputePayments({ payload, paymentIDs: [charge.payment!], req })
}

const book = async (step: Step) => {
  const { charge, now, payload, req } = step
  const instalment = await instalmentOf(step)
  if (!instalment || instalment.state === 'cancelled' || instalment.state === 'paid')
    return notePaidTooLate(step)
  await change(step, {
    nextAttemptAt: null,
    paidAt: now.toISOString(),
    reason: null,
    state: 'paid',
  })
  const fileID = charge.file!
  await keepSale({ fileID, key: charge.id, payload, req })
  await recomputeFiles({ fileIDs: [fileID], payload, req })
  await sellWhatIsCovered({ fileID, payload, req })
  await noteCharge(step, 'charge', { amount: charge.amount, state: 'paid' })
}

const takeBack = async (step: Step) => {
  const { charge, now, payload, req } = step
  const instalment = await instalmentOf(step)
  if (!instalment) return
  await change(step, { paidAt: null, reason: charge.reason, state: 'returned' })
  await recomputeFiles({ fileIDs: [charge.file!], payload, req })
  await openFailure({ cause: charge.reason ?? 'returned', charge, now, payload, req })
  await noteCharge(step, 'chargeFailed', { amount: charge.amount, state: 'returned' })
}

const fail = async (step: { answer: ChargeAnswer } & Step) => {
  const { answer, charge } = step
  const instalment = await instalmentOf(step)
  if (!instalment || instalment.state === 'paid' || instalment.state === 'cancelled') return
  await change(step, { reason: charge.reason, state: 'failed' })
  await noteCharge(step, 'chargeFailed', { amount: charge.amount, state: 'failed' })
  await afterDecline({ ...step, instalment, isSoft: answer.decline === 'soft' })
}

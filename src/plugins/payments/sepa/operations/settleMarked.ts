import type { Payload, PayloadRequest } from 'payload'

import type { ReturnText } from '../../../../utilities/bank/returns/returnReason'
import type { Charge, Instalment } from '../../operations/settleCharge'
import type { DebitContent } from './debitTypes'

import { readMany, updateMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { tokenContext } from '../../../../operations/payments/storedMeans'
import { recomputePayments } from '../../../../operations/payments/recomputePayments'
import { returnReason } from '../../../../utilities/bank/returns/returnReason'
import { open, seal } from '../../../../utilities/seal'
import { paymentSlugs } from '../../collections/slugs'
import { retryLater } from '../../operations/afterDecline'
import { settleCharge } from '../../operations/settleCharge'
import { sitesWithPayments } from '../../operations/sitesWithPayments'
import { openDebit } from './debitContext'
import { NOT_CAME_IN } from './decideByHand'
import { NOT_HANDED_IN } from './noteNotHandedIn'

type Marked = {
  attemptKey: string
  bookedAt: null | string
  debit: string
  returnCode: null | string
  returnKind: 'refused' | 'rejected' | 'returned' | null
  returnText: null | string
  sequence: string
} & Charge

const charges = paymentSlugs.charges as 'sites'
const PAGE = 200

/**
 * Books what a bank has said of collections: what is marked with a credit is paid, what is marked with a return is owed again, by the
 * way on which every other charge is settled. Each in a transaction of its own, so that what was interrupted goes on; of sites where
 * the plugin is on.
 *
 * @param institution only its charges; everybody's when missing
 * @param limit how many at most
 */
export const settleMarked = async ({
  institution,
  limit = Infinity,
  now = new Date(),
  payload,
}: {
  institution?: string
  limit?: number
  now?: Date
  payload: Payload
}): Promise<void> => {
  let after: string | undefined
  for (let left = limit; left > 0;) {
    const page = await readMany<{ id: string; site: string }>({
      collection: charges,
      limit: PAGE,
      payload,
      select: ['site'],
      sort: 'id',
      where: {
        toSettle: true,
        ...(institution && { institution }),
        ...(after && { id: { after } }),
      },
    })
    if (!page.length) return
    const sites = await sitesWithPayments({ ids: page.map(({ site }) => site), payload })
    for (const { id, site } of page) {
      if (!sites.has(site) || left-- <= 0) continue
      await inTransaction({ payload, work: (req) => settleOne({ id, now, payload, req }) }).catch(
        // The others go on; this one is looked at again.
        (err: unknown) => payload.logger.error({ err, msg: `Collection ${id} cannot be booked` }),
      )
    }
    after = page.at(-1)!.id
  }
}

type Step = { now: Date; payload: Payload; req: PayloadRequest }

const settleOne = async ({ id, now, payload, req }: { id: string } & Step) => {
  const [charge] = await readMany<Marked>({ collection: charges, payload, req, where: { id } })
  if (!charge?.debit) return
  const common = { chargeID: id, now, payload, req }
  let { state } = charge
  if (charge.bookedAt && state === 'pending')
    state = await settleCharge({ ...common, answer: { status: 'paid' } })
  if (charge.returnKind && (state === 'paid' || state === 'pending')) {
    const { kind, stopsMandate, text } = reasonOf(charge)
    const code = [charge.returnCode, charge.returnText].filter(Boolean).join(' ')
    if (state === 'pending' && charge.returnKind === 'refused' && kind === 'ask')
      await dueAnew({ charge, code, now, payload, reason: text, req })
    // What the bank never credited has not been paid: the setting of the batch decides, as for any first charge that is declined.
    else
      state = await settleCharge({
        ...common,
        answer:
          state === 'paid'
            ? { code, reason: text, status: 'returned' }
            : {
                code,
                decline: kind === 'retry' ? 'soft' : 'hard',
                reason: text,
                status: 'declined',
              },
      })
    if (state === 'returned' && kind === 'retry') await retryReturned({ charge, now, payload, req })
    if (charge.returnKind !== 'returned') await undoPresentation({ charge, now, payload, req })
    if (stopsMandate && charge.mandate && (await isStillMeant({ charge, payload, req, text })))
      await updateMany({
        collection: 'mandates',
        data: { state: 'stopped' },
        payload,
        req,
        where: { id: charge.mandate, state: 'active' },
      })
  }
  await updateMany({
    collection: charges,
    data: { toSettle: false },
    payload,
    req,
    where: { id },
  })
}

const reasonOf = ({ returnCode }: Marked) =>
  returnCode === NOT_CAME_IN || returnCode === NOT_HANDED_IN
    ? ({ kind: 'ask', stopsMandate: false, text: returnCode } as const)
    : returnReason(returnCode)

/** What comes back after its credit is tried again as before it. */
const retryReturned = async ({ charge, ...step }: { charge: Marked } & Step) => {
  const { payload, req } = step
  const [instalment] = await readMany<Instalment>({
    collection: 'instalments',
    payload,
    req,
    select: ['amount', 'attempts', 'index', 'state'],
    where: { id: charge.instalment!, state: 'returned' },
  })
  const [payment] = await readMany<{ id: string; paymentMethod: null | string }>({
    collection: 'payments',
    payload,
    req,
    select: ['paymentMethod'],
    where: { id: charge.payment! },
  })
  if (!instalment || !payment) return
  const { paymentMethod } = payment
  await retryLater({ ...step, charge, instalment, isSoft: true, paymentMethod })
}

/**
 * Of a file or part that the bank could not use no customer has done anything wrong: the attempt counts as never made, the sale stays as
 * it is, and the instalment goes out with the next file.
 */
const dueAnew = async ({
  charge,
  code,
  now,
  payload,
  reason,
  req,
}: { charge: Marked; code: string; reason: string } & Step) => {
  const { id, attemptKey, payment } = charge
  await updateMany({
    collection: charges,
    data: {
      // Free for the next file.
      attemptKey: `${attemptKey}:out:${id}`,
      code,
      reason,
      settledAt: now.toISOString(),
      state: 'declined',
    },
    payload,
    req,
    where: { id },
  })
  // What was cancelled or paid meanwhile stays so.
  const where = { id: charge.instalment!, state: 'pending' }
  const [instalment] = await readMany<{ id: string; attempts: number }>({
    collection: 'instalments',
    payload,
    req,
    select: ['attempts'],
    where,
  })
  if (!instalment) return
  await updateMany({
    collection: 'instalments',
    data: { attempts: Number(instalment.attempts) - 1, state: 'planned' },
    payload,
    req,
    where,
  })
  await recomputePayments({ payload, paymentIDs: [payment!], req })
}

/** What says something of an account, not of the mandate. */
const OF_ACCOUNT = new Set<string>([
  'accountBlocked',
  'accountClosed',
  'accountWrong',
  'notAllowed',
] satisfies ReturnText[])

/** Whether a reason says something of the mandate as it is now: it may have been given another account since. */
const isStillMeant = async ({
  charge,
  payload,
  req,
  text,
}: { charge: Marked; text: string } & Omit<Step, 'now'>): Promise<boolean> => {
  if (!OF_ACCOUNT.has(text)) return true
  const [mandate] = await readMany<{ iban: null | string } & MandateOwner>({
    collection: 'mandates',
    payload,
    req,
    select: ['account', 'contact', 'iban', 'institution'],
    where: { id: charge.mandate! },
  })
  const { debtor } = openDebit<DebitContent>(charge.debit, charge)
  return Boolean(mandate?.iban) && open(mandate!.iban!, tokenContext(mandate!)) === debtor.iban
}

type MandateOwner = { id: string; account: string; contact: string; institution: string }

/**
 * What a bank rejected before it was settled counts as if it had not been handed in (EPC016-06): the next collection is the first
 * again, and tells again that the account has changed. Not where another one has gone out meanwhile.
 */
const undoPresentation = async ({ charge, payload, req }: { charge: Marked } & Step) => {
  const later = await readMany<{ id: string; returnKind: Marked['returnKind'] }>({
    collection: charges,
    payload,
    req,
    select: ['returnKind'],
    where: {
      id: { after: charge.id },
      mandate: charge.mandate!,
      state: ['paid', 'pending', 'returned'],
    },
  })
  // One that was rejected together with it has not gone out either.
  if (later.some(({ returnKind }) => returnKind !== 'refused' && returnKind !== 'rejected')) return
  const { formerIBAN } = openDebit<DebitContent>(charge.debit, charge)
  const [mandate] = await readMany<{ formerIBAN: null | string } & MandateOwner>({
    collection: 'mandates',
    payload,
    req,
    select: ['account', 'contact', 'formerIBAN', 'institution'],
    where: { id: charge.mandate! },
  })
  if (!mandate) return
  await updateMany({
    collection: 'mandates',
    data: {
      ...(charge.sequence === 'FRST' && { sequence: 'first' }),
      ...(formerIBAN &&
        !mandate.formerIBAN && { formerIBAN: seal(formerIBAN, tokenContext(mandate)) }),
    },
    payload,
    req,
    where: { id: mandate.id },
  })
}

import type { Payload, PayloadRequest } from 'payload'

import type { OutboxKind, OutboxRow, Outcome } from '../../../jobs/outbox/types'
import type { ChargeAnswer, PaymentProvider, RefundAnswer } from '../providers/types'
import type { Charge } from '../operations/settleCharge'

import { readMany, updateMany } from '../../../database/bulk'
import { openToken } from '../../../operations/payments/storedMeans'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { DECIDED, HELD, isNews } from '../operations/chargeStates'
import { openAccount } from '../operations/openAccount'
import { settleCharge } from '../operations/settleCharge'
import { RequestRefused } from '../providers/types'
import { chargeKind } from './chargeKindName'

/** How soon an uncertain charge is asked about again, in milliseconds after each attempt; then at the last of these. */
const ASK_AGAIN_MS = [2000, 10_000, 60_000, 5 * 60_000, 30 * 60_000, 60 * 60_000]
/** A direct debit takes days; its message may be lost, so it is asked about now and then. */
const ASK_WHETHER_FINAL_MS = 3 * 3_600_000
const HOUR_MS = 3_600_000
const SAFETY_MS = 5 * 60_000
const GIVE_UP_ATTEMPTS = 6
/** So often nobody has answered, the last times an hour apart, that a person may look at the provider’s own pages and say it: half a day. */
const SILENT_ATTEMPTS = 16
const GIVE_UP_MS = 10 * 60_000
const LEASE_MS = 20_000
const CONCURRENCY = 8

/** It has not happened, so that trying again is safe. */
const NOT_PROCESSED: ChargeAnswer = { code: 'not_processed', decline: 'soft', status: 'declined' }

/** How soon it is tried again after the provider has refused the account: somebody has to put its key right. */
const ACCOUNT_MS = 10 * 60_000

/** The provider refuses the request itself, not the card: another card does not help. */
const refusedAs = ({ code }: RequestRefused): ChargeAnswer => ({
  code,
  decline: 'hard',
  reason: 'providerRefused',
  status: 'declined',
})

const later = (attempts: number): Date =>
  new Date(Date.now() + ASK_AGAIN_MS[Math.min(attempts, ASK_AGAIN_MS.length) - 1]!)

/**
 * Charges and refunds as rows of the outbox. Each goes out under its own key, the same however often it is sent; whatever came out
 * uncertain, or was interrupted, is asked about by its reference, and only when the provider has never seen it sent again.
 */
export const chargeOutbox: OutboxKind<object, ChargeAnswer> = {
  name: chargeKind,
  concurrency: CONCURRENCY,
  decisions: {
    arrived: { answer: { code: DECIDED, status: 'paid' }, asksID: true, state: 'done' },
    notArrived: { answer: NOT_PROCESSED, state: 'done' },
  },
  decisionTexts: 'payments:chargeDoubt',
  // What the provider has accepted it will decide.
  isSilent: ({ answer, attempts }) =>
    attempts >= SILENT_ATTEMPTS && (answer as ChargeAnswer | null)?.status !== 'pending',
  leaseMS: LEASE_MS,
  recover: async ({ payload, row, signal }) => {
    const { charge, provider } = await opened({ payload, row })
    if (isSettled(charge)) return { state: 'done' }
    const { idempotencyTTLHours, lookupByReference } = provider.capabilities()
    // Before it was sent nothing can have happened, however long it waited.
    const age = charge.sentAt ? Date.now() - new Date(charge.sentAt).getTime() : 0
    if (!charge.providerID && !lookupByReference) {
      // Where nobody can be asked by reference the same key gives the same answer, as long as the provider remembers it.
      const remembers =
        idempotencyTTLHours === null || age < idempotencyTTLHours * HOUR_MS - SAFETY_MS
      return remembers
        ? { dueAt: new Date(), state: 'retry' }
        : { error: 'Ask the provider by the reference; it cannot be looked up.', state: 'unknown' }
    }
    const means = await meansOf({ charge, payload })
    const answer = await provider.lookup({
      alias: means?.token ? openToken(means.token, means) : undefined,
      chargeID: (await originOf({ charge, payload }))?.providerID ?? undefined,
      kind: charge.kind,
      providerID: charge.providerID ?? undefined,
      reference: charge.reference,
      signal,
    })
    if (answer.status === 'notFound' && row.attempts > GIVE_UP_ATTEMPTS && age > GIVE_UP_MS)
      // Sent again and again under its key, and never seen: it has not happened, and a new attempt may be made.
      return { answer: NOT_PROCESSED, state: 'done' }
    if (answer.status === 'notFound')
      return {
        answer,
        dueAt: new Date(),
        error: 'The provider has not seen it; it is sent again.',
        state: 'retry',
      }
    return outcomeOf(answer, row)
  },
  send: async ({ payload, row, signal }) => {
    const { charge, provider } = await opened({ payload, row })
    // A message of the provider may have settled it already.
    if (isSettled(charge)) return { state: 'done' }
    const noteSent = (sentAt: null | string) =>
      updateMany({
        collection: paymentSlugs.charges as 'sites',
        data: { sentAt },
        payload,
        where: { id: charge.id },
      })
    // The first time counts: from then on it may have happened, and the provider remembers its key.
    const isFirst = !charge.sentAt
    if (isFirst) await noteSent(new Date().toISOString())
    try {
      const args = { charge, payload, provider, row, signal }
      const answer = charge.kind === 'refund' ? await sendRefund(args) : await sendCharge(args)
      return outcomeOf(answer, row)
    } catch (err) {
      // What is refused when it is sent for the first time has not happened; of an earlier sending this says nothing.
      if (!isFirst || !(err instanceof RequestRefused)) throw err
      if (!err.isOfAccount) return { answer: refusedAs(err), state: 'done' }
      await noteSent(null)
      return {
        dueAt: new Date(Date.now() + ACCOUNT_MS),
        error: `The account is refused: ${err.code}, ${err.message}`,
        state: 'retry',
      }
    }
  },
  settle: async ({ outcome, payload, req, row }) => {
    const { code, providerID } = outcome.answer ?? {}
    if (code === DECIDED && providerID && row.subject)
      await refuseOthersID({ chargeID: row.subject, payload, providerID, req })
    if (outcome.answer && row.subject)
      await settleCharge({ answer: outcome.answer, chargeID: row.subject, payload, req })
  },
}

/** What a person types may be another payment's: a refund would go to its customer. @throws RepriseError `notUnique` at its field */
const refuseOthersID = async ({
  chargeID,
  payload,
  providerID,
  req,
}: {
  chargeID: string
  payload: Payload
  providerID: string
  req: PayloadRequest
}): Promise<void> => {
  const common = { collection: paymentSlugs.charges as 'sites', payload, req }
  const [charge] = await readMany<Charge>({ ...common, where: { id: chargeID } })
  const others = await readMany({
    ...common,
    limit: 1,
    select: [],
    where: { id: { not: chargeID }, account: charge!.account, providerID },
  })
  if (others.length) throw new RepriseError('notUnique', { field: 'providerID' })
}

const isSettled = ({ state }: Charge): boolean => !isNews(state, 'declined')

const opened = async ({ payload, row }: { payload: Payload; row: OutboxRow }) => {
  const [charge] = await readMany<Charge>({
    collection: paymentSlugs.charges as 'sites',
    payload,
    where: { id: row.subject! },
  })
  if (!charge) throw new Error('The charge is gone.')
  const { account, provider } = await openAccount({ accountID: charge.account, payload })
  if (account.institution !== charge.institution)
    throw new Error('The payment account is another institution’s.')
  return { charge, provider }
}

type Sending = {
  charge: Charge
  payload: Payload
  provider: PaymentProvider
  row: OutboxRow
  signal: AbortSignal
}

type Means = {
  id: string
  account: string
  contact: string
  institution: string
  reference?: string
  sequence?: string
  state: string
  token: null | string
}

const meansOf = async ({
  charge,
  payload,
}: {
  charge: Charge
  payload: Payload
}): Promise<Means | undefined> =>
  (
    await readMany<Means>({
      collection: charge.alias ? 'aliases' : 'mandates',
      payload,
      where: { id: charge.alias ?? charge.mandate ?? '' },
    })
  )[0]

const sendCharge = async ({
  charge,
  payload,
  provider,
  row,
  signal,
}: Sending): Promise<ChargeAnswer> => {
  const isCard = Boolean(charge.alias)
  const means = await meansOf({ charge, payload })
  // Where nobody can be asked by reference, only the provider knows what became of it when it was sent before.
  const isAsking = Boolean(charge.sentAt) && !provider.capabilities().lookupByReference
  if (!means?.token || (means.state !== 'active' && !isAsking))
    return isAsking
      ? { code: 'means_gone', status: 'unknown' }
      : {
          code: 'means_revoked',
          decline: 'hard',
          reason: isCard ? 'aliasRevoked' : 'mandateExpired',
          status: 'declined',
        }
  // Also the seal would not open for another contact; this says so before.
  if (
    means.contact !== charge.contact ||
    means.institution !== charge.institution ||
    means.account !== charge.account
  )
    throw new Error('The stored card or mandate belongs to somebody else.')
  return provider.chargeAlias({
    alias: openToken(means.token, means),
    amount: charge.amount,
    currency: charge.currency,
    customer: charge.contact,
    key: row.key,
    mandate: isCard ? undefined : means.reference,
    reference: charge.reference,
    sequence: isCard || means.sequence === 'recurrent' ? 'recurring' : 'first',
    signal,
  })
}

/** The charge that a refund gives back. */
const originOf = async ({
  charge,
  payload,
}: Pick<Sending, 'charge' | 'payload'>): Promise<
  Pick<Charge, 'providerID' | 'state'> | undefined
> =>
  charge.refundOf
    ? (
        await readMany<Charge>({
          collection: paymentSlugs.charges as 'sites',
          payload,
          select: ['providerID', 'state'],
          where: { id: charge.refundOf },
        })
      )[0]
    : undefined

const sendRefund = async ({
  charge,
  payload,
  provider,
  row,
  signal,
}: Sending): Promise<ChargeAnswer> => {
  const origin = await originOf({ charge, payload })
  if (!origin?.providerID) return { code: 'charge_unknown', decline: 'hard', status: 'declined' }
  // The bank was quicker: the customer has the money already.
  if (!HELD.includes(origin.state))
    return { decline: 'hard', reason: 'returned', status: 'declined' }
  const answer: RefundAnswer = await provider.refund({
    amount: charge.amount,
    currency: charge.currency,
    key: row.key,
    providerID: origin.providerID,
    reference: charge.reference,
    signal,
  })
  return {
    ...answer,
    ...(answer.status === 'failed' && { decline: 'hard' }),
    status: answer.status === 'failed' ? 'declined' : answer.status,
  }
}

const outcomeOf = (answer: ChargeAnswer, row: OutboxRow): Outcome<ChargeAnswer> => {
  if (answer.status === 'pending')
    return {
      answer,
      dueAt: new Date(Date.now() + ASK_WHETHER_FINAL_MS),
      error: 'Accepted; the final answer is still to come.',
      state: 'unknown',
    }
  return answer.status === 'unknown' || answer.status === 'notFound'
    ? {
        answer,
        dueAt: later(row.attempts),
        error: `No certain answer${answer.code ? `: ${answer.code}` : ''}`,
        state: 'unknown',
      }
    : { answer, state: 'done' }
}

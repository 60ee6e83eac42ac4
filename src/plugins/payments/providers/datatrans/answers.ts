import type { HTTPResult } from '../http'
import type { ChargeAnswer, DeclineKind } from '../types'

import { outcomeOf } from '../http'
import { RequestRefused } from '../types'

type DatatransError = { code: string; message: string }

/** The error of an answer, and the transaction it is about, where there is one (API reference 2.0.45, `TransactionsResponseBase`). */
export const errorOf = (result: HTTPResult): DatatransError & { transactionID?: string } => {
  const body = (result.kind === 'answer' ? result.body : undefined) as
    | {
        error?: { code?: string; message?: string; transactionId?: string }
        transactionId?: string
      }
    | null
    | undefined
  const transactionID = body?.transactionId ?? body?.error?.transactionId
  const fallback = result.kind === 'answer' ? `HTTP ${result.status}` : result.error
  return {
    code: body?.error?.code ?? fallback,
    message: body?.error?.message ?? fallback,
    ...(transactionID && { transactionID }),
  }
}

/** The card's own refusals among the error codes of the API (API reference 2.0.45, `TransactionsErrorCode`). */
const DECLINES: Record<string, DeclineKind> = {
  BLOCKED_BY_VELOCITY_CHECKER: 'soft',
  BLOCKED_CARD: 'hard',
  DECLINED: 'soft',
  EXPIRED_CARD: 'expired',
  INVALID_ALIAS: 'hard',
  INVALID_CARD: 'hard',
  INVALID_CVV: 'hard',
  REFERRAL: 'soft',
  UNSUPPORTED_CARD: 'hard',
}

/**
 * Codes that say neither yes nor no. `DUPLICATE_REFNO` is one: an earlier request with this reference did arrive, and what became of it
 * is what we do not know.
 */
const UNCLEAR = new Set([
  'CLIENT_ERROR',
  'DUPLICATE_REFNO',
  'SERVER_ERROR',
  'THIRD_PARTY_ERROR',
  'UNKNOWN_ERROR',
])

/** "The request body is different than the one from the first time request" (API reference 2.0.45, "Idempotency"). */
const KEY_REUSED = 422

/** Whether an answer leaves open what became of the request. */
export const isUnclear = (result: HTTPResult): boolean => {
  if (outcomeOf(result) === 'unclear') return true
  const status = result.kind === 'answer' ? result.status : 0
  return status !== KEY_REUSED && UNCLEAR.has(errorOf(result).code)
}

/**
 * What an answer other than "done" to a charge means.
 *
 * @throws RequestRefused when the request itself is refused
 */
export const toChargeAnswer = (result: HTTPResult): ChargeAnswer => {
  const { code, transactionID } = errorOf(result)
  const known = { code, ...(transactionID && { providerID: transactionID }) }
  if (isUnclear(result)) return { ...known, status: 'unknown' }
  // The bank asks for 3-D Secure, which only the customer can do (docs.datatrans.ch, "Response codes": 1407).
  if (code === 'SOFT_DECLINED') return { ...known, status: 'needsCustomer' }
  const decline = DECLINES[code]
  if (decline) return { ...known, decline, status: 'declined' }
  throw toRefused(result)
}

/** What an answer says that refuses the request itself. */
export const toRefused = (result: HTTPResult): RequestRefused => {
  const { code, message } = errorOf(result)
  const status = result.kind === 'answer' ? result.status : 0
  return new RequestRefused(code, message, status === 401 || status === 403)
}

/** Why a transaction failed (API reference 2.0.45, `FailDetail.reason`). */
const FAILURES: Record<string, DeclineKind> = {
  card_invalid: 'hard',
  invalid_setup: 'hard',
}

/** What the Status API tells of a transaction, as far as it is read here (API reference 2.0.45, `StatusResponse`). */
export type Transaction = {
  type?: string
  card?: {
    alias?: string
    expiryMonth?: string
    expiryYear?: string
    info?: { brand?: string }
    masked?: string
  }
  detail?: { fail?: { message?: string; reason?: string } }
  history?: { action: string; date: string; success: boolean }[]
  paymentMethod?: string
  refno: string
  refno2?: string
  status: string
  transactionId: string
}

/** Where a transaction stands, in our words. `authorized` is a promise of the bank, not yet money. */
export const standingOf = ({ detail, status, transactionId }: Transaction): ChargeAnswer => {
  const providerID = transactionId
  switch (status) {
    case 'authorized':
      return { providerID, status: 'pending' }
    case 'canceled':
      return { code: 'canceled', decline: 'hard', providerID, status: 'declined' }
    case 'failed': {
      const reason = detail?.fail?.reason ?? 'failed'
      return reason === 'soft_declined' || reason === 'secure_authentication'
        ? { code: reason, providerID, status: 'needsCustomer' }
        : { code: reason, decline: FAILURES[reason] ?? 'soft', providerID, status: 'declined' }
    }
    case 'settled':
    case 'transmitted':
      return { providerID, status: 'paid' }
  }
  return { code: status, providerID, status: 'unknown' }
}

import type { Capabilities, ChargeAnswer, PaymentProvider, RefundAnswer } from '../types'
import type { DatatransAPI, DatatransSettings } from './api'
import type { Transaction } from './answers'

import { outcomeOf } from '../http'
import { ProviderUnreachable, RequestRefused } from '../types'
import { readAlias, toCustomer } from './alias'
import { errorOf, isUnclear, standingOf, toChargeAnswer, toRefused } from './answers'
import { openAPI } from './api'
import { completeSetup, createSetup } from './setups'
import { parseWebhook } from './webhooks'

const CAPABILITIES: Capabilities = {
  card: true,
  // API reference 2.0.45, "Idempotency": "keys remain stored for 60 minutes".
  idempotencyTTLHours: 1,
  lookupByReference: false,
  partialRefund: true,
  sepa: false,
  syncResult: true,
  // Charges that we start send none; `parseWebhook` reads those of registrations.
  webhooks: false,
}

type ChargeArgs = Parameters<PaymentProvider['chargeAlias']>[0]
type LookupArgs = Parameters<PaymentProvider['lookup']>[0]
type RefundArgs = Parameters<PaymentProvider['refund']>[0]

/**
 * Cards by Datatrans. Paths, fields and codes: Datatrans' OpenAPI specification 2.0.45 (api-reference.datatrans.ch).
 *
 * Datatrans has no way to ask about a transaction by our reference. An `unknown` charge is decided by sending it again under the same
 * key within the hour that keys are kept: the first answer comes again and nothing is charged twice. After that hour nobody can tell
 * from here, except where the house has had Datatrans switch on unique reference numbers: then a second charge is refused there.
 */
export const createDatatransProvider = (settings: DatatransSettings): PaymentProvider => {
  const api = openAPI(settings)
  return {
    capabilities: () => CAPABILITIES,
    chargeAlias: (args) => chargeAlias(api, args),
    completeSetup: (args) => completeSetup(api, args),
    createSetup: (args) => createSetup(api, settings, args),
    lookup: (args) => lookup(api, args),
    parseWebhook: ({ headers, rawBody }) =>
      parseWebhook({ headers, hmacKey: settings.hmacKey, rawBody }),
    refund: (args) => refund(api, args),
    revokeAlias: ({ alias, signal }) => revokeAlias(api, { alias, signal }),
  }
}

const chargeAlias = async (
  { send }: DatatransAPI,
  { amount, currency, key, reference, signal, ...args }: ChargeArgs,
): Promise<ChargeAnswer> => {
  const stored = readAlias(args.alias)
  if (!stored) throw new RequestRefused('INVALID_ALIAS', 'This is no alias of Datatrans.')
  if (stored.customer !== toCustomer(args.customer))
    throw new RequestRefused('customer_mismatch', 'The card belongs to another customer.')
  const { alias, expiryMonth, expiryYear } = stored
  const result = await send({
    json: {
      amount,
      autoSettle: true,
      card: { type: 'ALIAS', alias, expiryMonth, expiryYear },
      currency,
      refno: reference,
    },
    key,
    method: 'POST',
    path: '/v1/transactions/authorize',
    signal,
  })
  if (outcomeOf(result) !== 'done' || result.kind !== 'answer') return toChargeAnswer(result)
  const { transactionId } = result.body as { transactionId?: string }
  return transactionId
    ? { providerID: transactionId, status: 'paid' }
    : { code: 'no_transaction', status: 'unknown' }
}

const lookup = async (
  { send }: DatatransAPI,
  { providerID, signal }: LookupArgs,
): Promise<ChargeAnswer> => {
  if (!providerID) return { code: 'no_lookup_by_reference', status: 'unknown' }
  const path = `/v1/transactions/${encodeURIComponent(providerID)}`
  const result = await send({ method: 'GET', path, signal })
  if (outcomeOf(result) === 'done' && result.kind === 'answer') {
    return standingOf(result.body as Transaction)
  }
  const { code } = errorOf(result)
  if (code === 'TRANSACTION_NOT_FOUND') return { status: 'notFound' }
  if (outcomeOf(result) === 'refused') throw toRefused(result)
  return { code, status: 'unknown' }
}

/** Refusals of a credit by the bank, or by the state of the things there; anything else is a mistake of the request. */
const FAILED = new Set(['BLOCKED_CARD', 'DECLINED', 'EXPIRED_CARD', 'INVALID_CARD', 'REFERRAL'])

const refund = async (
  { send }: DatatransAPI,
  { amount, currency, key, providerID, reference, signal }: RefundArgs,
): Promise<RefundAnswer> => {
  const result = await send({
    json: { amount, currency, refno: reference },
    key,
    method: 'POST',
    path: `/v1/transactions/${encodeURIComponent(providerID)}/credit`,
    signal,
  })
  if (outcomeOf(result) === 'done' && result.kind === 'answer') {
    const { transactionId } = result.body as { transactionId?: string }
    return transactionId
      ? { providerID: transactionId, status: 'paid' }
      : { code: 'no_transaction', status: 'unknown' }
  }
  const { code, transactionID } = errorOf(result)
  const known = { code, ...(transactionID && { providerID: transactionID }) }
  if (isUnclear(result)) return { ...known, status: 'unknown' }
  if (FAILED.has(code)) return { ...known, status: 'failed' }
  throw toRefused(result)
}

const revokeAlias = async (
  { send }: DatatransAPI,
  { alias, signal }: { alias: string; signal?: AbortSignal },
): Promise<void> => {
  const stored = readAlias(alias)
  // Nothing that Datatrans could know by this name.
  if (!stored) return
  const path = `/v1/aliases/${encodeURIComponent(stored.alias)}`
  const result = await send({ method: 'DELETE', path, signal })
  // 204 has no body, which `outcomeOf` would take for an answer that broke off.
  if (result.kind === 'answer' && result.status === 204) return
  const { code, message } = errorOf(result)
  if (code === 'ALIAS_NOT_FOUND') return
  throw outcomeOf(result) === 'refused' ? toRefused(result) : new ProviderUnreachable(message)
}

import type { PaymentProvider, SetupResult, StoredMeans } from '../types'
import type { DatatransAPI, DatatransSettings } from './api'
import type { Transaction } from './answers'

import { outcomeOf } from '../http'
import { ProviderUnreachable, RequestRefused } from '../types'
import { toCustomer, writeAlias } from './alias'
import { errorOf } from './answers'

type SetupArgs = Parameters<PaymentProvider['createSetup']>[0]

/**
 * Opens a registration: an init without an amount that asks for an alias, whose payment page Datatrans shows (API reference 2.0.45,
 * "Initialize a transaction": the amount "can be omitted for use cases where only a registration should take place"). The page is
 * open for 30 minutes.
 *
 * @throws RequestRefused, ProviderUnreachable
 */
export const createSetup = async (
  { pageURL, send }: DatatransAPI,
  { currency = 'CHF', paymentMethods = ['VIS', 'ECA'] }: DatatransSettings,
  { customer, key, kind, language, reference, returnURL, signal }: SetupArgs,
) => {
  if (kind !== 'card') throw new RequestRefused('INVALID_SETUP', 'Only cards are stored here.')
  const result = await send({
    json: {
      currency,
      language,
      option: { createAlias: true },
      paymentMethods,
      redirect: {
        cancelUrl: returnURL,
        errorUrl: returnURL,
        method: 'GET',
        successUrl: returnURL,
      },
      refno: reference,
      // Comes back with the status: an alias at Datatrans belongs to nobody.
      refno2: toCustomer(customer),
    },
    key,
    method: 'POST',
    path: '/v1/transactions',
    signal,
  })
  const { transactionId } = readOrFail<{ transactionId: string }>(result)
  return { redirectURL: pageURL(transactionId), setupID: transactionId }
}

/** @throws RequestRefused, ProviderUnreachable */
const readOrFail = <T>(result: Awaited<ReturnType<DatatransAPI['send']>>): T => {
  const outcome = outcomeOf(result)
  if (outcome === 'done' && result.kind === 'answer') return result.body as T
  const { code, message } = errorOf(result)
  throw outcome === 'refused' ? new RequestRefused(code, message) : new ProviderUnreachable(message)
}

/** What has come of a registration. @throws RequestRefused when there is no such transaction, ProviderUnreachable */
export const completeSetup = async (
  { send }: DatatransAPI,
  { setupID, signal }: { setupID: string; signal?: AbortSignal },
): Promise<SetupResult> => {
  const path = `/v1/transactions/${encodeURIComponent(setupID)}`
  const transaction = readOrFail<Transaction>(await send({ method: 'GET', path, signal }))
  switch (transaction.status) {
    case 'authorized':
    case 'settled':
    case 'transmitted': {
      const means = toMeans(transaction)
      return means ? { means, state: 'completed' } : { code: 'no_alias', state: 'failed' }
    }
    case 'canceled':
      return { code: 'canceled', state: 'failed' }
    case 'failed':
      return { code: transaction.detail?.fail?.reason ?? 'failed', state: 'failed' }
  }
  return { state: 'open' }
}

const toMeans = ({ card, paymentMethod, refno2 }: Transaction): StoredMeans | undefined => {
  if (!card?.alias || !card.expiryMonth || !card.expiryYear) return undefined
  const { alias, expiryMonth, expiryYear } = card
  return {
    alias: writeAlias({ alias, customer: refno2 ?? '', expiryMonth, expiryYear }),
    brand: BRANDS[paymentMethod ?? ''] ?? card.info?.brand ?? paymentMethod ?? 'unknown',
    expMonth: Number(expiryMonth),
    expYear: 2000 + Number(expiryYear),
    kind: 'card',
    last4: card.masked?.slice(-4) ?? '',
  }
}

/** Short names of the payment methods (docs.datatrans.ch, "Payment methods"). */
const BRANDS: Record<string, string> = {
  AMX: 'amex',
  CUP: 'unionpay',
  DIN: 'diners',
  DIS: 'discover',
  ECA: 'mastercard',
  JCB: 'jcb',
  VIS: 'visa',
}

import type { Call, Reply } from '../serve'
import type { Parameters } from './parameters'
import type { Dispute, PaymentError, PaymentIntent } from './state'

import { askBank } from './bank'
import { missing, StripeRefusal } from './errors'
import { checkParameters, listOf, required } from './parameters'
import { books, newID, nowS } from './state'
import { emit } from './webhooks'

/** From the API reference, "Create a PaymentIntent", version 2026-10-28: there is no `payment_method_types` any more. */
const INTENT = [
  'allowed_payment_method_types[*]',
  'amount',
  'confirm',
  'currency',
  'customer',
  'expand[*]',
  'mandate',
  'metadata[*]',
  'off_session',
  'payment_method',
  'payment_method_options[sepa_debit][target_date]',
]

/** "The minimum amount is $0.50 US or equivalent in charge currency" (API reference, `amount`), at most eight digits. */
const LEAST = 50
const MOST = 99_999_999

export const createIntent = (read: Parameters, { fault }: Call): Reply => {
  checkParameters(read, INTENT)
  required(read, 'amount', 'currency')
  const amount = toAmount(read.amount as string)
  const method = usable(read)
  const intent: PaymentIntent = {
    id: newID('pi'),
    amount,
    cancellation_reason: null,
    created: nowS(),
    currency: read.currency as string,
    customer: read.customer as string,
    disputed: false,
    last_payment_error: null,
    metadata: { ...(read.metadata as Record<string, string>) },
    object: 'payment_intent',
    payment_method: method.id,
    status: 'succeeded',
  }
  books.paymentIntents.set(intent.id, intent)
  const refusal = askBank(method.bank)
  if (fault === 'pending' || method.type === 'sepa_debit') {
    intent.status = 'processing'
    emitIntent('payment_intent.processing', intent)
  } else if (refusal) {
    decline(intent, refusal)
    return {
      body: { error: { ...refusal, payment_intent: shown(intent, []) } },
      status: 402,
    }
  } else emitIntent('payment_intent.succeeded', intent)
  return { body: shown(intent, listOf(read.expand)), status: 200 }
}

const toAmount = (text: string): number => {
  if (!/^\d+$/.test(text))
    throw new StripeRefusal(400, {
      code: 'parameter_invalid_integer',
      message: `Invalid integer: ${text}`,
      param: 'amount',
    })
  const amount = Number(text)
  if (amount < LEAST)
    throw new StripeRefusal(400, {
      code: 'amount_too_small',
      message: 'Amount must be at least €0.50 eur',
      param: 'amount',
    })
  if (amount > MOST)
    throw new StripeRefusal(400, {
      code: 'amount_too_large',
      message: 'Amount must be no more than €999,999.99',
      param: 'amount',
    })
  return amount
}

/** The stored card or account, when it may be charged by this request. */
const usable = (read: Parameters) => {
  const id = read.payment_method as string
  const method = books.paymentMethods.get(id)
  if (!method) throw missing('PaymentMethod', id, 'payment_method')
  if (!method.customer)
    throw new StripeRefusal(400, {
      message:
        'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    })
  if (method.customer !== read.customer)
    throw new StripeRefusal(400, {
      message: `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    })
  if (!listOf(read.allowed_payment_method_types).includes(method.type))
    throw new StripeRefusal(400, {
      message: `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
    })
  if (method.type === 'sepa_debit' && read.currency !== 'eur')
    throw new StripeRefusal(400, {
      message: 'SEPA Direct Debit takes eur only.',
      param: 'currency',
    })
  return method
}

const decline = (intent: PaymentIntent, refusal: PaymentError): void => {
  Object.assign(intent, {
    last_payment_error: refusal,
    payment_method: null,
    status: 'requires_payment_method',
  })
  emitIntent('payment_intent.payment_failed', intent)
}

const emitIntent = (type: string, intent: PaymentIntent): void =>
  emit(type, shown(intent, []), intent.metadata.reference ?? '')

const shown = (
  { disputed, ...intent }: PaymentIntent,
  expand: string[],
): Record<string, unknown> => {
  const charge = { id: intent.id.replace('pi_', 'ch_'), disputed, object: 'charge' }
  return {
    ...intent,
    latest_charge: expand.includes('latest_charge') ? charge : charge.id,
  }
}

export const retrieveIntent = (id: string, query: Parameters): Reply => {
  const intent = books.paymentIntents.get(id)
  if (!intent) throw missing('payment_intent', id, 'intent')
  return { body: shown(intent, listOf(query.expand)), status: 200 }
}

export const listIntents = (query: Parameters): Reply => {
  checkParameters(query, ['created[gte]', 'customer', 'limit', 'starting_after'])
  const from = Number((query.created as Parameters)?.gte ?? 0)
  const all = [...books.paymentIntents.values()].filter(
    ({ created, customer }) => created >= from && (!query.customer || customer === query.customer),
  )
  return page(all, query, (intent) => shown(intent, []))
}

/** Lists come the newest first, at most a hundred at a time, and are up to date. */
export const page = <T extends { id: string }>(
  all: T[],
  query: Parameters,
  show: (item: T) => unknown = (item) => item,
): Reply => {
  const newest = [...all].reverse()
  const limit = Number(query.limit ?? 10)
  if (limit < 1 || limit > 100)
    throw new StripeRefusal(400, { message: 'Invalid limit', param: 'limit' })
  const from = query.starting_after
    ? newest.findIndex(({ id }) => id === query.starting_after) + 1
    : 0
  const data = newest.slice(from, from + limit)
  return {
    body: { data: data.map(show), has_more: from + limit < newest.length, object: 'list' },
    status: 200,
  }
}

/** The bank has decided about a pending charge, takes a paid one back, or gives back one that it took; of the latter two also a part. */
export const settle = ({
  amount,
  reference,
  status,
}: {
  amount?: number
  reference: string
  status: 'declined' | 'paid' | 'regained' | 'returned'
}): void => {
  const intent = [...books.paymentIntents.values()].find(
    ({ metadata }) => metadata.reference === reference,
  )!
  if (status === 'declined') decline(intent, askBank('insufficient_funds')!)
  if (status === 'paid') {
    intent.status = 'succeeded'
    emitIntent('payment_intent.succeeded', intent)
  }
  if (status === 'regained') {
    const won = [...books.disputes.values()].find(
      (dispute) =>
        dispute.payment_intent === intent.id &&
        dispute.status === 'needs_response' &&
        dispute.amount === (amount ?? intent.amount),
    )!
    won.status = 'won'
    emit('charge.dispute.closed', won, reference)
  }
  if (status !== 'returned') return
  intent.disputed = true
  const dispute: Dispute = {
    id: newID('du'),
    amount: amount ?? intent.amount,
    created: nowS(),
    currency: intent.currency,
    object: 'dispute',
    payment_intent: intent.id,
    reason: 'debit_not_authorized',
    status: 'needs_response',
  }
  books.disputes.set(dispute.id, dispute)
  emit('charge.dispute.created', dispute, reference)
}

export const listDisputes = (query: Parameters): Reply => {
  checkParameters(query, ['limit', 'payment_intent', 'starting_after'])
  return page(
    [...books.disputes.values()].filter(
      ({ payment_intent }) => payment_intent === query.payment_intent,
    ),
    query,
  )
}

import type { Reply } from '../serve'
import type { Parameters } from './parameters'

import { page } from './charges'
import { missing, StripeRefusal } from './errors'
import { checkParameters } from './parameters'
import { books, newID, nowS } from './state'
import { emit } from './webhooks'

export const createRefund = (read: Parameters): Reply => {
  checkParameters(read, ['amount', 'metadata[*]', 'payment_intent', 'reason'])
  const intent = books.paymentIntents.get(read.payment_intent as string)
  if (!intent) throw missing('payment_intent', read.payment_intent as string, 'payment_intent')
  const back = [...books.refunds.values()]
    .filter(({ payment_intent }) => payment_intent === intent.id)
    .reduce((sum, { amount }) => sum + amount, 0)
  const amount = read.amount === undefined ? intent.amount - back : Number(read.amount)
  if (intent.status !== 'succeeded')
    throw new StripeRefusal(400, { message: 'This PaymentIntent has no successful charge.' })
  if (back >= intent.amount)
    throw new StripeRefusal(400, {
      code: 'charge_already_refunded',
      message: `Charge for ${intent.id} has already been refunded.`,
    })
  if (amount > intent.amount - back)
    throw new StripeRefusal(400, {
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${intent.amount - back})`,
      param: 'amount',
    })
  const refund = {
    id: newID('re'),
    amount,
    created: nowS(),
    currency: intent.currency,
    metadata: { ...(read.metadata as Record<string, string>) },
    object: 'refund' as const,
    payment_intent: intent.id,
    status: 'succeeded' as const,
  }
  books.refunds.set(refund.id, refund)
  emit('refund.updated', refund, refund.metadata.reference ?? '')
  return { body: refund, status: 200 }
}

export const retrieveRefund = (id: string): Reply => {
  const refund = books.refunds.get(id)
  if (!refund) throw missing('refund', id)
  return { body: refund, status: 200 }
}

export const listRefunds = (query: Parameters): Reply => {
  checkParameters(query, ['limit', 'payment_intent', 'starting_after'])
  return page(
    [...books.refunds.values()].filter(
      ({ payment_intent }) => !query.payment_intent || payment_intent === query.payment_intent,
    ),
    query,
  )
}

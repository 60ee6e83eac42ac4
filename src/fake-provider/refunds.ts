import { randomUUID } from 'crypto'
import { z } from 'zod'

import type { Chosen } from './faults'
import type { Answer, Merchant, Provider, StoredCharge, StoredRefund } from './types'

import { amountSchema, currencySchema, referenceSchema } from './charges'
import { goneOf } from './disputes'
import { tell } from './events'
import { Refusal } from './types'

export const refundSchema = z.strictObject({
  amount: amountSchema,
  charge: z.string().min(1),
  currency: currencySchema,
  reference: referenceSchema,
})

/** Gives back money of a charge, never more than it brought; inside a transaction. */
export const createRefund = (
  provider: Provider,
  {
    chosen,
    key,
    merchant,
    request,
  }: { chosen: Chosen; key: string; merchant: Merchant; request: z.infer<typeof refundSchema> },
): Answer => {
  const { clock, store } = provider
  const charge = store.get<StoredCharge>(
    'SELECT * FROM charges WHERE id = ? AND merchant = ?',
    request.charge,
    merchant.id,
  )
  if (!charge) throw new Refusal(404, 'no_such_charge', 'There is no such charge.')
  if (charge.status !== 'paid' && charge.status !== 'regained')
    throw new Refusal(400, 'not_paid', 'Only what was paid can be given back.')
  if (charge.currency !== request.currency)
    throw new Refusal(400, 'wrong_currency', 'The charge was in another currency.')
  if (goneOf(provider, charge.id) + request.amount > charge.amount)
    throw new Refusal(400, 'too_much', 'More than was charged cannot be given back.')
  const refund: StoredRefund = {
    ...request,
    id: `re_${randomUUID().replaceAll('-', '')}`,
    createdAt: clock.iso(),
    key,
    merchant: merchant.id,
    // An account that is closed meanwhile takes nothing back.
    status: chosen.fault === 'hard' ? 'failed' : 'paid',
  }
  const names = Object.keys(refund) as (keyof StoredRefund)[]
  store.run(
    `INSERT INTO refunds (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => refund[name]),
  )
  tell(provider, { kind: 'refund', merchant: merchant.id, subject: showRefund(refund) })
  return { body: showRefund(refund), status: 201 }
}

/** A refund as the merchant sees it. */
export const showRefund = ({ merchant: _merchant, ...refund }: StoredRefund) => ({
  ...refund,
  object: 'refund' as const,
})

import type { Payload, PayloadRequest } from 'payload'

import type { ChargeState } from './chargeStates'
import type { Charge } from './settleCharge'

import { updateMany } from '../../../database/bulk'
import { recomputeFiles } from '../../../operations/fileStatus'
import { openFailure } from './failures'

/** Books what became of money that was sent back: it counts once the provider has said so, and a refusal goes to a person. */
export const settleRefund = async ({
  charge,
  now,
  payload,
  req,
  state,
}: {
  charge: Charge
  now: Date
  payload: Payload
  req: PayloadRequest
  state: ChargeState
}): Promise<void> => {
  const change = (data: Record<string, unknown>) =>
    updateMany({ collection: 'payments', data, payload, req, where: { id: charge.payment! } })
  if (state === 'paid')
    await change({ paid: -charge.amount, paidAt: now.toISOString(), state: 'refunded' })
  else if (state === 'pending') await change({ state: 'pending' })
  else if (state === 'declined') {
    await change({ state: 'failed' })
    await openFailure({ cause: 'refundRefused', charge, now, payload, req })
  } else return
  await recomputeFiles({ fileIDs: [charge.file!], payload, req })
}

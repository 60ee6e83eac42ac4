import type { Payload, PayloadRequest } from 'payload'

import type { Charge } from './settleCharge'

import { insertMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { authorOf } from '../../../utilities/authorOf'

/** Says in the journal of a file that money is being given back, and what became of it. */
export const noteRefund = async ({
  charge,
  payload,
  req,
  state,
}: {
  /** The refund; its amount in minor units. */
  charge: Pick<Charge, 'amount' | 'file' | 'id' | 'institution' | 'payment' | 'reference' | 'site'>
  payload: Payload
  req: PayloadRequest
  state: 'failed' | 'pending' | 'refunded'
}): Promise<void> => {
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action: 'refund',
        after: { amount: -charge.amount, state },
        document: charge.payment ?? charge.id,
        documentTitle: charge.reference,
        file: charge.file,
        institution: charge.institution,
        noun: charge.payment ? 'payments' : paymentSlugs.charges,
        site: charge.site,
        ...authorOf(req),
      },
    ],
    payload,
    req,
  })
}

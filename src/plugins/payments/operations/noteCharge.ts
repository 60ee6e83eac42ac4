import type { Payload, PayloadRequest } from 'payload'

import type { Charge } from './settleCharge'

import { insertMany, readMany } from '../../../database/bulk'
import { authorOf } from '../../../utilities/authorOf'

/** Says in the journal of a file what became of a charge, or of a part of it; amounts in minor units. */
export const noteCharge = async (
  { charge, payload, req }: { charge: Charge; payload: Payload; req: PayloadRequest },
  action: 'charge' | 'chargeFailed',
  after: { amount: number; state: string },
): Promise<void> => {
  if (!charge.file) return
  const [file] = await readMany({
    collection: 'files',
    payload,
    req,
    select: ['number'],
    where: { id: charge.file },
  })
  if (!file) return
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action,
        after,
        document: charge.payment,
        documentTitle: charge.reference,
        file: file.id,
        institution: charge.institution,
        noun: 'payments',
        run: charge.run,
        site: charge.site,
        ...authorOf(req),
      },
    ],
    payload,
    req,
  })
}

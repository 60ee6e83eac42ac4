import type { Payload, PayloadRequest } from 'payload'

import { insertMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'
import { authorOf } from '../../../../utilities/authorOf'

/** Writes into the journal who did what with a file of direct debits, in the caller's transaction. */
export const journalDebits = async ({
  action,
  after,
  file: { id, institution, messageID, site },
  payload,
  req,
}: {
  action: 'create' | 'update'
  after: Record<string, unknown>
  file: { id: string; institution: string; messageID: string; site: string }
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action,
        after,
        document: id,
        documentTitle: messageID,
        institution,
        noun: paymentSlugs.debitFiles,
        site,
        ...authorOf(req),
      },
    ],
    payload,
    req,
  })
}

import type { Payload, PayloadRequest } from 'payload'

import { staffOf } from '../../../../access/ofOwnInstitution'
import { insertMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'

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
        user: staffOf(req)?.id ?? null,
        userName: (req.user as { name?: string } | null)?.name ?? null,
      },
    ],
    payload,
    req,
  })
}

import type { Payload, PayloadRequest } from 'payload'

import type { Place, Recipient } from './writeLinks'

import { insertMany } from '../../../../database/bulk'

/** Writes into the journal of each file, or of the contact where no file is concerned, that a link was sent. */
export const journalReminders = async ({
  payload,
  recipients,
  req,
  site,
  user = null,
}: {
  payload: Payload
  recipients: readonly Recipient[]
  req: PayloadRequest
  site: Place
  user?: { id: string; name?: string } | null
}): Promise<void> => {
  await insertMany({
    collection: 'journal',
    docs: recipients.map(({ coming, contact, failed, mail, stage }) => {
      const file = failed?.failure.file ?? coming?.file?.id ?? null
      const number = failed?.standing.fileNumber ?? coming?.file?.number
      return {
        action: 'remind',
        after: { mail, ...(stage && { stage }) },
        document: file ?? contact.id,
        documentTitle: file ? String(number ?? '') : null,
        file,
        institution: site.institution,
        noun: file ? 'files' : 'contacts',
        site: site.id,
        user: user?.id ?? null,
        userName: user?.name ?? null,
      }
    }),
    payload,
    req,
  })
}

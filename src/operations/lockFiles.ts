import type { Payload, PayloadRequest } from 'payload'

import { updateMany } from '../database/bulk'

/**
 * Makes a transaction the only one that changes these files. A file's totals follow from documents of several collections: two
 * operations on one file would not see each other's lines on MongoDB, and both store a status that is wrong.
 */
export const lockFiles = async ({
  fileIDs,
  payload,
  req,
}: {
  fileIDs: readonly string[]
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  await updateMany({ collection: 'files', data: {}, payload, req, where: { id: fileIDs } })
}

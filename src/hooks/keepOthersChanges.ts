import type { CollectionBeforeValidateHook } from 'payload'

import { RepriseError } from '../utilities/errors'

/**
 * Refuses, with `changedMeanwhile`, what was filled in over another state of the document than the one that is stored. A form of the
 * panel sends every field, so that it would take back what somebody else has saved since it was opened. It sends `updatedAt` too, as it
 * read it, and takes the new one from the answer. Whoever sends no `updatedAt` changes just the fields that they send: other programs,
 * several documents at once, the remarks of a file, which have a guard of their own.
 *
 * What the program writes, such as that the run of a batch has ended, counts as well: nobody can tell from the time who it was, and the
 * panel's own notice while one types counts it too.
 */
export const keepOthersChanges: CollectionBeforeValidateHook = ({
  data = {},
  operation,
  originalDoc,
  req,
}) => {
  // Our own code hands over documents as it has read them, and so does Payload where a new password is set by a link.
  if (operation !== 'update' || req.payloadAPI === 'local' || !originalDoc || !data.updatedAt)
    return data
  const opened = new Date(data.updatedAt).getTime()
  // Without a field: a form sends nothing any more while one of its fields is refused.
  if (opened !== new Date(originalDoc.updatedAt).getTime())
    throw new RepriseError('changedMeanwhile')
  return data
}

import type { Payload, PayloadRequest } from 'payload'

import { updateMany } from '../../../../database/bulk'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { changeFile } from './changeFile'

/** Stands in the place of a bank's code, and is none. */
export const NOT_HANDED_IN = 'notHandedIn'

const charges = paymentSlugs.charges as 'sites'

/**
 * Notes that the bank has never got a released file (it was forgotten, or refused where it is handed in, which no report tells): what is
 * under way in it will be due again for the next one, as what a bank refuses for a fault of the file. What the bank has spoken of stays.
 *
 * @throws RepriseError `notFound`; `conflict` when the file is not released, or nothing in it is under way
 */
export const noteNotHandedIn = async ({
  fileID,
  payload,
  req,
}: {
  fileID: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<void> =>
  changeFile({
    fileID,
    payload,
    req,
    state: 'released',
    work: async (_file, own) => {
      const count = await updateMany({
        collection: charges,
        data: { returnCode: NOT_HANDED_IN, returnKind: 'refused', toSettle: true },
        payload,
        req: own,
        where: { bookedAt: null, debitFile: fileID, returnKind: null, state: 'pending' },
      })
      if (!count) throw new RepriseError('conflict')
      return { notHandedIn: count }
    },
  })

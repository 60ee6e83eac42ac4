import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { refuseOutOfReach } from '../../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { journalDebits } from './journalDebits'

export type DebitFile = {
  id: string
  account: string
  amount: number
  count: number
  institution: string
  messageID: string
  preparedBy: null | string
  site: string
  state: 'discarded' | 'prepared' | 'released'
}

const files = paymentSlugs.debitFiles as 'sites'

/**
 * Changes a file, or what is in it, in a transaction of its own, and has the journal say what. Of those who change it at once one goes
 * first, and the others see what became of it.
 *
 * @param state in which it is to be: by default still being prepared
 * @param work does it; gives what the journal keeps
 * @throws RepriseError `notFound`; `conflict` when it is in another state
 */
export const changeFile = ({
  fileID,
  payload,
  req,
  state = 'prepared',
  work,
}: {
  fileID: string
  payload: Payload
  req?: Partial<PayloadRequest>
  state?: DebitFile['state']
  work: (file: DebitFile, req: PayloadRequest) => Promise<Record<string, unknown>>
}): Promise<void> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const common = { collection: files, payload, req: own }
      const held = await updateMany({ ...common, data: {}, where: { id: fileID, state } })
      const [file] = await readMany<DebitFile>({ ...common, where: { id: fileID } })
      if (!file) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [file], req: own })
      if (!held) throw new RepriseError('conflict')
      const after = await work(file, own)
      await journalDebits({ action: 'update', after, file, payload, req: own })
    },
  })

import type { Payload, PayloadRequest } from 'payload'

import type { Failure } from './reminders/standingOf'

import { readMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { lockFiles } from '../../../operations/lockFiles'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { endAndNote } from './endAndNote'
import { notePaidBack } from './paidTooLate'
import { isForPersonToClose, isOwedByHouse } from './reminders/standingOf'

/**
 * Closes a failed payment that was settled otherwise, in the words of the person.
 *
 * @throws RepriseError `notFound`; `alreadyCharging`; `conflict` for one that is closed already; `stillOwed` for one that leaves the list
 * by itself once its file is paid or cancelled; `refundUnderWay` for what the house owes, while money is on its way back: it would go
 * back twice
 */
export const closeFailure = async ({
  failureID,
  now = new Date(),
  payload,
  reason,
  req,
}: {
  failureID: string
  now?: Date
  payload: Payload
  reason: string
  req?: Partial<PayloadRequest>
}): Promise<void> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const common = { payload, req: own }
      const read = async () =>
        (
          await readMany<Failure>({
            ...common,
            collection: paymentSlugs.failures as 'sites',
            where: { id: failureID },
          })
        )[0]
      const found = await read()
      if (!found) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [found], req: own })
      // Whoever charges it at the same moment comes before this or after it.
      await lockFiles({ ...common, fileIDs: [found.file] })
      const failure = (await read())!
      if (failure.state === 'charging') throw new RepriseError('alreadyCharging')
      if (failure.state !== 'open') throw new RepriseError('conflict')
      if (!isForPersonToClose(failure)) throw new RepriseError('stillOwed')
      if (isOwedByHouse(failure) && (await isRefunding({ ...common, fileID: failure.file })))
        throw new RepriseError('refundUnderWay')
      await endAndNote({ ...common, failures: [failure], now, reason, state: 'closed' })
      await notePaidBack({ ...common, failure })
    },
  })

const isRefunding = async ({
  fileID,
  payload,
  req,
}: {
  fileID: string
  payload: Payload
  req: PayloadRequest
}): Promise<boolean> =>
  (
    await readMany({
      collection: paymentSlugs.charges as 'sites',
      limit: 1,
      payload,
      req,
      select: [],
      where: { file: fileID, kind: 'refund', state: ['open', 'pending', 'unknown'] },
    })
  ).length > 0

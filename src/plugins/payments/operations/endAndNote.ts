import type { Payload, PayloadRequest } from 'payload'

import type { Ended } from './failures'
import type { Failure } from './reminders/standingOf'

import { insertMany, readMany } from '../../../database/bulk'
import { authorOf } from '../../../utilities/authorOf'
import { paymentSlugs } from '../collections/slugs'
import { endFailures } from './failures'

/**
 * Ends failed payments, and says so in the journal of their files.
 *
 * @param reason why, where a person has said so
 */
export const endAndNote = async ({
  failures,
  now,
  payload,
  reason,
  req,
  state,
}: {
  failures: readonly Pick<Failure, 'amount' | 'file' | 'id' | 'institution' | 'site' | 'state'>[]
  now: Date
  payload: Payload
  reason?: string
  req: PayloadRequest
  state: Ended
}): Promise<void> => {
  if (!failures.length) return
  const common = { payload, req }
  await endFailures({ ...common, failureIDs: failures.map(({ id }) => id), now, state })
  const files = await readMany<{ id: string; number: number }>({
    ...common,
    collection: 'files',
    select: ['number'],
    where: { id: [...new Set(failures.map(({ file }) => file))] },
  })
  const numberOf = new Map(files.map(({ id, number }) => [id, number]))
  await insertMany({
    ...common,
    collection: 'journal',
    docs: failures.map((failure) => ({
      action: 'settleFailure',
      after: { amount: failure.amount, ...(reason && { reason }), state },
      before: { state: failure.state },
      document: failure.id,
      documentTitle: String(numberOf.get(failure.file) ?? ''),
      file: failure.file,
      institution: failure.institution,
      noun: paymentSlugs.failures,
      site: failure.site,
      ...authorOf(req),
    })),
  })
}

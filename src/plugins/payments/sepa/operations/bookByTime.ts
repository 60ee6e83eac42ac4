import type { Payload } from 'payload'

import { readMany, updateMany } from '../../../../database/bulk'
import { addTargetDays } from '../../../../utilities/bank/identifiers/targetDays'
import { paymentSlugs } from '../../collections/slugs'
import { FILE_PROVIDER } from '../fileProvider'

/** Whether a collection counts as paid because of that: what a bank has credited is booked on a day, with no time. */
export const isBookedByTime = (bookedAt: null | string): boolean =>
  bookedAt !== null && !bookedAt.endsWith('T00:00:00.000Z')

/**
 * Where a house does not read in the credits of its bank, a collection counts as paid once so many banking days have passed without a
 * return as its account says. (A bank may send one back up to five of them after the collection: EPC016-06, 4.3.)
 */
export const bookByTime = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const accounts = await readMany<{ id: string; paidAfterDays: number }>({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    select: ['paidAfterDays'],
    where: { paidAfterDays: { after: 0 }, provider: FILE_PROVIDER },
  })
  for (const { id, paidAfterDays } of accounts) {
    const last = addTargetDays(now.toISOString().slice(0, 10), -paidAfterDays)
    const where = {
      account: id,
      bookedAt: null,
      collectOn: { before: `${last}T00:00:00.000Z` },
      debitFile: { not: null },
      returnKind: null,
      state: 'pending',
    }
    const collection = paymentSlugs.charges as 'sites'
    // Looked for before anything is written: it is asked every two seconds.
    const [due] = await readMany({ collection, limit: 1, payload, select: [], where })
    if (!due) continue
    await updateMany({
      collection,
      data: { bookedAt: now.toISOString(), toSettle: true },
      payload,
      where,
    })
  }
}

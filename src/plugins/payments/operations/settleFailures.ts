import type { Payload, PayloadRequest } from 'payload'

import type { Charging } from '../../../operations/payments/paymentMethods'
import type { Ended } from './failures'
import type { Failure, Standing } from './reminders/standingOf'

import { readMany, updateEach } from '../../../database/bulk'
import { groupBy } from '../../../utilities/groupBy'
import { paymentSlugs } from '../collections/slugs'
import { endAndNote } from './endAndNote'
import { isOfFormerFile, standingOf } from './reminders/standingOf'

const failuresSlug = paymentSlugs.failures as 'sites'

/**
 * Closes the failed payments of some files that are settled now: paid in whatever way, or cancelled. What is only partly paid goes on
 * with what is left. Called whenever the ledger of a file has changed.
 */
export const settleFailures: Charging['settleFailures'] = async ({ fileIDs, payload, req }) => {
  const failures = await readMany<Failure>({
    collection: failuresSlug,
    payload,
    req,
    where: { file: fileIDs, state: ['charging', 'open'] },
  })
  if (!failures.length) return
  const standings = await standingOf({ failures, payload, req })
  // What is being charged is not given up before the answer is there.
  const settled = failures.filter(({ id, state }) => {
    const standing = standings.get(id)!
    return standing.state === 'paid' || (standing.state === 'gone' && state === 'open')
  })
  await closeSettled({ failures: settled, now: new Date(), payload, req, standings })
  await updateEach({
    collection: failuresSlug,
    docs: failures.flatMap((failure) => {
      const { id, amount } = failure
      const { left, state } = standings.get(id)!
      if (isOfFormerFile(failure)) return []
      return state === 'owed' && left > 0 && left < amount ? [{ id, amount: left }] : []
    }),
    payload,
    req,
  })
}

/** Ends failed payments that stand as paid or gone, and says so in the journal of their files; their reminders stop. */
export const closeSettled = async ({
  failures,
  now,
  payload,
  req,
  standings,
}: {
  failures: readonly Failure[]
  now: Date
  payload: Payload
  req: PayloadRequest
  standings: ReadonlyMap<string, Standing>
}): Promise<void> => {
  const endOf = ({ id }: Failure): Ended => {
    const { fileStatus, state } = standings.get(id)!
    if (state === 'paid') return 'paid'
    return fileStatus === 'cancelled' ? 'cancelled' : 'closed'
  }
  for (const [state, ending] of groupBy(failures, endOf))
    await endAndNote({ failures: ending, now, payload, req, state })
}

import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateEach } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'

/** What an entry of the list holds when its reminders begin with the first again. */
export const ANEW = { lastReminderAt: null, nextStepAt: null, stage: 0 } as const

/**
 * Lets the reminders of failed payments be written once more: those that were sent keep their mails, and give up the keys that say
 * "sent". The entries themselves are given `ANEW` by the caller.
 */
export const freeReminders = async ({
  failureIDs,
  now,
  payload,
  req,
}: {
  failureIDs: readonly string[]
  now: Date
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  if (!failureIDs.length) return
  const common = { collection: paymentSlugs.links as 'sites', payload, req }
  const links = await readMany<{ id: string; failure: string; reminderKey: null | string }>({
    ...common,
    select: ['failure', 'reminderKey'],
    where: { failure: failureIDs },
  })
  await updateEach({
    ...common,
    docs: links
      .filter(({ failure, reminderKey }) => reminderKey?.startsWith(`${failure}:`))
      .map(({ id, reminderKey }) => ({
        id,
        reminderKey: `before ${now.toISOString()}:${reminderKey}`,
      })),
  })
}

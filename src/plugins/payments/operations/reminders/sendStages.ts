import type { Payload, PayloadRequest } from 'payload'

import type { ReminderPlan } from './loadPlans'
import type { Place, Recipient } from './writeLinks'

import { readMany, updateEach } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'
import { journalReminders } from './journalReminders'
import { nextStep } from './nextStep'
import { stageMailing } from './stageMailing'
import { writeLinks } from './writeLinks'

/**
 * Writes the reminders of the stages that are due at a site, and moves their entries on, in the caller's transaction.
 *
 * @throws an error for which `isDuplicateKey` is true when another worker is doing it now
 */
export const sendStages = async ({
  now,
  payload,
  plan,
  recipients,
  req,
  site,
}: {
  now: Date
  payload: Payload
  plan: ReminderPlan
  recipients: readonly Recipient[]
  req: PayloadRequest
  site: Place
}): Promise<void> => {
  const sent = new Set(
    (
      await readMany<{ id: string; reminderKey: string }>({
        collection: paymentSlugs.links as 'sites',
        payload,
        req,
        select: ['reminderKey'],
        where: { reminderKey: recipients.map(({ reminderKey }) => reminderKey) },
      })
    ).map(({ reminderKey }) => reminderKey),
  )
  for (const stage of new Set(recipients.map((one) => one.stage!))) {
    const all = recipients.filter((one) => one.stage === stage)
    const unsent = all.filter(({ reminderKey }) => !sent.has(reminderKey))
    if (unsent.length) {
      const mailing = await stageMailing({ now, payload, plan, req, site, stage })
      await writeLinks({
        linkDays: plan.linkDays,
        mailing,
        now,
        payload,
        recipients: unsent,
        req,
        site,
      })
      await journalReminders({ payload, recipients: unsent, req, site })
    }
    await updateEach({
      collection: paymentSlugs.failures as 'sites',
      docs: all.map(({ failed }) => ({
        id: failed!.failure.id,
        lastReminderAt: now.toISOString(),
        nextStepAt:
          nextStep({
            done: stage,
            failedAt: new Date(failed!.failure.failedAt),
            lastAt: now,
            plan,
          })?.at.toISOString() ?? null,
        stage,
      })),
      payload,
      req,
    })
  }
}

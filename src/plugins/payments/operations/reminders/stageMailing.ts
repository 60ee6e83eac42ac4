import type { Payload, PayloadRequest } from 'payload'

import type { ReminderPlan } from './loadPlans'
import type { Place } from './writeLinks'

import { insertMany, readMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'

/**
 * The mailing that the reminders of one stage on one day belong to; made with the first of them.
 *
 * @throws an error for which `isDuplicateKey` is true when another worker is making it now
 */
export const stageMailing = async ({
  now,
  payload,
  plan,
  req,
  site,
  stage,
}: {
  now: Date
  payload: Payload
  plan: ReminderPlan
  req: PayloadRequest
  site: Place
  stage: number
}): Promise<string> => {
  // The Swedish form of a date is the ISO one.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(now)
  const mailingKey = `stage:${site.id}:${stage}:${day}`
  const [known] = await readMany({
    collection: paymentSlugs.mailings as 'sites',
    payload,
    req,
    select: [],
    where: { mailingKey },
  })
  if (known) return known.id
  const [id] = await insertMany({
    collection: paymentSlugs.mailings as 'sites',
    docs: [
      {
        name: `${plan.name} ${stage} · ${day.split('-').reverse().join('.')}`,
        institution: site.institution,
        kind: 'stage',
        mailingKey,
        site: site.id,
        stage,
        startedAt: now.toISOString(),
      },
    ],
    payload,
    req,
  })
  return id!
}

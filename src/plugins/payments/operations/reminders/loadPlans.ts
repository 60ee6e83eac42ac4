import type { Payload, PayloadRequest } from 'payload'

import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'

/** A reminder plan as jobs and pages use it. */
export type ReminderPlan = {
  id: string
  name: string
  active: boolean
  atEnd: 'cancel' | 'leave' | 'reserve'
  chargeAtOnce: boolean
  deadlineDays: number
  endDays: number
  linkDays: number
  site: string
  stages: { days: number; mail: string }[]
}

/** The reminder plan of each site that has one. @param sites all of them when missing */
export const loadPlans = async ({
  payload,
  req,
  sites,
}: {
  payload: Payload
  req?: PayloadRequest
  sites?: readonly string[]
}): Promise<Map<string, ReminderPlan>> => {
  const { docs } = await payload.find({
    collection: paymentSlugs.plans as 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: sites ? { site: { in: [...sites] } } : {},
  })
  return new Map(
    (docs as unknown as Record<string, any>[]).map((doc) => [
      idOf(doc.site),
      {
        id: String(doc.id),
        name: doc.name,
        active: Boolean(doc.active),
        atEnd: doc.atEnd,
        chargeAtOnce: Boolean(doc.chargeAtOnce),
        deadlineDays: Number(doc.deadlineDays ?? 14),
        endDays: Number(doc.endDays ?? 0),
        linkDays: Number(doc.linkDays),
        site: idOf(doc.site),
        stages: (doc.stages ?? []).map(({ days, mail }: Record<string, any>) => ({
          days: Number(days),
          mail,
        })),
      },
    ]),
  )
}

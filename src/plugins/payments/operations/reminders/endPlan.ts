import type { Payload, PayloadRequest } from 'payload'

import type { ReminderPlan } from './loadPlans'
import type { Failure } from './standingOf'

import { readMany, updateMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { lockFiles } from '../../../../operations/lockFiles'
import { paymentSlugs } from '../../collections/slugs'
import { canHandOver, handOver } from './handOver'
import { stepsOf } from './nextStep'
import { standingOf } from './standingOf'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const failuresSlug = paymentSlugs.failures as 'sites'

type Args = { id: string; now: Date; payload: Payload; plan: ReminderPlan }

/**
 * Makes the last step of a plan for one failed payment. Where nothing can be handed over it is left to staff; what goes wrong is told
 * in the log and tried again in an hour.
 */
export const endPlan = async ({ id, now, payload, plan }: Args): Promise<void> => {
  const change = (data: Record<string, unknown>, req?: PayloadRequest) =>
    updateMany({ collection: failuresSlug, data, payload, req, where: { id, state: 'open' } })
  const inMS = (milliseconds: number) => ({
    nextStepAt: new Date(now.getTime() + milliseconds).toISOString(),
  })
  try {
    await inTransaction({
      payload,
      work: async (req) => {
        const where = { id, state: 'open' }
        const [found] = await readMany<Failure>({ collection: failuresSlug, payload, req, where })
        if (!found) return
        // Whoever books money on this file now, or changes it, comes before this or after it.
        await lockFiles({ fileIDs: [found.file], payload, req })
        const standing = (await standingOf({ failures: [found], payload, req })).get(id)!
        if (standing.state !== 'owed') return
        if (!(await wasTold({ failure: found, payload, req }))) await change(inMS(DAY_MS), req)
        else if (canHandOver({ failure: found, plan, standing }))
          await handOver({ failure: found, now, payload, plan, req, standing })
        else await change({ nextStepAt: null, stage: stepsOf(plan) }, req)
      },
    })
  } catch (err) {
    payload.logger.error({ err, msg: `Failed payment ${id} could not be handed over` })
    await change(inMS(HOUR_MS))
  }
}

/** Nobody loses a subscription over a mail that did not arrive. */
const wasTold = async ({
  failure,
  payload,
  req,
}: {
  failure: Failure
  payload: Payload
  req: PayloadRequest
}): Promise<boolean> => {
  const [last] = await readMany({
    collection: paymentSlugs.links as 'sites',
    payload,
    req,
    select: ['mailState'],
    where: { reminderKey: `${failure.id}:${failure.stage}` },
  })
  return last?.mailState === 'sent'
}

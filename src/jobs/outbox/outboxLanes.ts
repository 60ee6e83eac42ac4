import type { Agenda } from 'agenda'
import type { Payload } from 'payload'

import { handOutLane } from '../handOutLane'
import { signsOfLife } from '../signsOfLife'
import { isAnyDue } from './claimRows'
import { drainOutbox } from './drainOutbox'
import { outboxKinds } from './outboxKinds'

/** Processes that may work on one kind at once; within each, a kind's own concurrency counts. */
const LANES = 4

const jobName = (kind: string): string => `outbox-${kind}`

/**
 * Defines an Agenda job for each kind, so that a slow one holds up none of the others.
 *
 * @param signal ends the lanes after what they have in hand
 */
export const defineOutboxLanes = ({
  agenda,
  payload,
  signal,
}: {
  agenda: Agenda
  payload: Payload
  signal: AbortSignal
}): void => {
  for (const { name } of outboxKinds())
    agenda.define(
      jobName(name),
      async (job) => {
        try {
          await drainOutbox({
            kind: name,
            ...signsOfLife({ ending: signal, job, payload }),
            payload,
          })
        } catch (err) {
          // The next look hands out a new lane.
          payload.logger.error({ err, msg: `The outbox of "${name}" ended early` })
        }
      },
      { concurrency: 1 },
    )
}

/** Hands out lanes for the kinds that have something due. */
export const handOutOutboxLanes = async ({
  agenda,
  payload,
}: {
  agenda: Agenda
  payload: Payload
}): Promise<void> => {
  for (const kind of outboxKinds())
    if (await isAnyDue({ kind, payload, until: new Date() }))
      for (let lane = 0; lane < LANES; lane++)
        await handOutLane({ name: jobName(kind.name), agenda, data: { lane } })
}

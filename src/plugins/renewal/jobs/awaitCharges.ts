import { setTimeout } from 'timers/promises'

import type { Phase } from '../../../jobs/runs/types'
import type { RenewalSettings } from '../operations/types'

import { countMany, readMany } from '../../../database/bulk'

/** How long nothing may have been answered before the run ends without the rest; its rows are brought up to date all the same. */
const PATIENCE_MS = 90_000
const LOOK_AGAIN_MS = 500

/**
 * Last pass: waits while what was sent to the provider is being answered, so that a run that is done can be trusted. Whatever stays
 * uncertain for longer is told as "being charged" and settled when its answer comes.
 */
export const awaitCharges: Phase<RenewalSettings, string> = {
  isSequential: () => true,
  plan: async function* ({ payload, run }) {
    const [waiting] = await readMany({
      collection: 'run-rows',
      limit: 1,
      payload,
      select: [],
      where: { outcome: 'charging', run: run.id },
    })
    if (waiting) yield ['charges']
  },
  process: async ({ payload, run }) => {
    const done = { counts: {}, write: async () => {} }
    const where = { outcome: 'charging', run: run.id }
    if (!(await countMany({ collection: 'run-rows', payload, where }))) return done
    // What was settled has left a note of its own; before the first, the moment this was planned counts.
    const [latest] = await readMany<{ id: string; createdAt: string }>({
      collection: 'run-chunks',
      limit: 1,
      payload,
      select: ['createdAt'],
      sort: '-createdAt',
      where: { run: run.id },
    })
    if (Date.now() - new Date(latest!.createdAt).getTime() > PATIENCE_MS) return done
    await setTimeout(LOOK_AGAIN_MS)
    return 'later'
  },
}

import { z } from 'zod'

import { progressOf } from '../../jobs/runs/progressOf'
import { defineEndpoint } from '../defineEndpoint'
import { byID, mayReadRuns, visibleRun, wordsOf } from './visibleRun'

/** The results of a run by outcome and by reason, in plain words; from its counts, whatever the number of its rows. */
export const runGroups = defineEndpoint({
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    const words = wordsOf(req, run)
    const { counts } = await progressOf({ payload: req.payload, run })
    return {
      groups: Object.entries(counts)
        .filter(([key, count]) => key.startsWith('reason:') && count > 0)
        .map(([key, count]) => {
          const reason = key.slice('reason:'.length)
          return { count, nextStep: words.nextStep(reason), reason, text: words.reason(reason) }
        })
        .sort((a, b) => b.count - a.count),
      // What has no word is a count that the run keeps for itself.
      outcomes: Object.entries(counts)
        .filter(([key, count]) => count > 0 && words.outcome(key) !== key)
        .map(([outcome, count]) => ({ count, outcome, text: words.outcome(outcome) })),
    }
  },
  input: byID,
  method: 'get',
  output: z.object({
    groups: z.array(
      z.object({ count: z.number(), nextStep: z.string(), reason: z.string(), text: z.string() }),
    ),
    outcomes: z.array(z.object({ count: z.number(), outcome: z.string(), text: z.string() })),
  }),
  path: '/run/:id/groups',
  summary: 'The results of a run by reason, in plain words with the next step',
  transaction: false,
  who: mayReadRuns,
})

import { z } from 'zod'

import type { Translate } from '../../utilities/explain'

import { readMany } from '../../database/bulk'
import { progressOf } from '../../jobs/runs/progressOf'
import { wordsOf } from '../../jobs/runs/wordsOf'
import { defineEndpoint } from '../defineEndpoint'
import { byID, mayReadRuns, visibleRun } from './visibleRun'

/** The results of a run by outcome and by reason, in plain words; from its counts, whatever the number of its rows. */
export const runGroups = defineEndpoint({
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    const words = wordsOf({ i18n: req.i18n, t: req.t as Translate }, run)
    const one = {
      collection: 'run-rows' as const,
      limit: 1,
      payload: req.payload,
      select: ['outcome'],
    }
    const { counts } = await progressOf({ payload: req.payload, run })
    // What has no word is a count that the run keeps for itself.
    const outcomes = await Promise.all(
      Object.entries(counts)
        .filter(([key, count]) => count > 0 && words.outcome(key) !== key)
        .map(async ([outcome, count]) => ({
          count,
          hasRows: (await readMany({ ...one, where: { outcome, run: run.id } })).length > 0,
          outcome,
          text: words.outcome(outcome),
        })),
    )
    const mostFirst = (one: { count: number }, other: { count: number }) => other.count - one.count
    return {
      groups: Object.entries(counts)
        .filter(([key, count]) => key.startsWith('reason:') && count > 0)
        .map(([key, count]) => {
          const reason = key.slice('reason:'.length)
          return { count, nextStep: words.nextStep(reason), reason, text: words.reason(reason) }
        })
        .sort(mostFirst),
      outcomes: outcomes.sort(mostFirst),
    }
  },
  input: byID,
  method: 'get',
  output: z.object({
    groups: z.array(
      z.object({ count: z.number(), nextStep: z.string(), reason: z.string(), text: z.string() }),
    ),
    outcomes: z.array(
      z.object({ count: z.number(), hasRows: z.boolean(), outcome: z.string(), text: z.string() }),
    ),
  }),
  path: '/run/:id/groups',
  summary: 'The results of a run by reason, in plain words with the next step',
  transaction: false,
  who: mayReadRuns,
})

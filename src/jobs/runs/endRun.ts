import type { Payload, PayloadRequest, Where } from 'payload'

import type { Counts, Run } from './types'

import { compareAndSwap } from '../../database/compareAndSwap'
import { inTransaction } from '../../database/inTransaction'
import { reportEnd } from './reportEnd'

/** The states in which a run has ended; `stopped` and `failed` may go on when somebody says so. */
export type EndState = 'done' | 'failed' | 'stopped'

/**
 * Ends a run, if it is still as expected: its new state, what its kind does at the end and the mail to whoever started it are one
 * transaction.
 *
 * @returns whether this call ended it
 */
export const endRun = async ({
  data,
  expected,
  payload,
  run,
  state,
  within,
}: {
  data?: { counts?: Counts; error?: string; processed?: number }
  expected: Where
  payload: Payload
  run: Run
  state: EndState
  /** What else belongs to the end. */
  within?: (req: PayloadRequest) => Promise<void>
}): Promise<boolean> =>
  inTransaction({
    payload,
    work: async (req) => {
      const finishedAt = new Date().toISOString()
      const ended = await compareAndSwap({
        collection: 'runs',
        data: { ...data, finishedAt, state },
        expected,
        payload,
        req,
      })
      if (!ended) return false
      await within?.(req)
      await reportEnd({
        ending: state,
        payload,
        req,
        run: { ...run, ...data, finishedAt, state },
      })
      return true
    },
  })

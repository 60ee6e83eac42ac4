import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Run } from '../../jobs/runs/types'
import type { Translate } from '../../utilities/explain'

import { ACTIVE_STATES } from '../../jobs/runs/createRun'
import { progressOf } from '../../jobs/runs/progressOf'
import { readRun } from '../../jobs/runs/runLane'
import { wordsOf } from '../../jobs/runs/wordsOf'
import { onShutdown } from '../../utilities/lifecycle'
import { defineEndpoint } from '../defineEndpoint'
import { byID, mayReadRuns, visibleRun } from './visibleRun'

const progress = z.object({
  counts: z.record(z.string(), z.number()),
  error: z.string().nullable(),
  finishedAt: z.string().nullable(),
  isActive: z.boolean(),
  phase: z.number(),
  processed: z.number(),
  secondsLeft: z.number().nullable(),
  startedAt: z.string().nullable(),
  state: z.string(),
  total: z.number(),
})

export type RunProgress = z.infer<typeof progress>

/** How far a run is, as the panel shows it to the person asking. */
export const describeProgress = async ({
  req,
  run,
}: {
  req: PayloadRequest
  run: Run
}): Promise<RunProgress> => ({
  ...(await progressOf({ payload: req.payload, run })),
  error: run.error && wordsOf({ i18n: req.i18n, t: req.t as Translate }, run).error(run.error),
  finishedAt: run.finishedAt,
  isActive: (ACTIVE_STATES as readonly string[]).includes(run.state),
  phase: run.phase,
  startedAt: run.startedAt,
  state: run.state,
})

export const runProgress = defineEndpoint({
  handler: async ({ input, req }) =>
    describeProgress({ req, run: await visibleRun(req, input.params.id) }),
  input: byID,
  method: 'get',
  output: progress,
  path: '/run/:id/progress',
  summary: 'How far a run is, with counts and the time it still needs',
  transaction: false,
  who: mayReadRuns,
})

const EVERY_MS = 1000

/** The same once a second, as server-sent events, until the run has ended. */
export const runEvents = defineEndpoint({
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    return new Response(eventsOf({ req, run }), {
      headers: { 'Cache-Control': 'no-cache, no-transform', 'Content-Type': 'text/event-stream' },
    })
  },
  input: byID,
  method: 'get',
  output: progress,
  path: '/run/:id/events',
  produces: 'text/event-stream',
  summary: 'How far a run is, once a second until it has ended (server-sent events)',
  transaction: false,
  who: mayReadRuns,
})

const eventsOf = ({ req, run }: { req: PayloadRequest; run: Run }): ReadableStream => {
  let timer: NodeJS.Timeout | undefined
  let forget = () => {}
  const end = () => {
    clearTimeout(timer)
    forget()
  }
  return new ReadableStream({
    cancel: end,
    start: (controller) => {
      const close = () => {
        end()
        try {
          controller.close()
        } catch {
          // The client has closed it already.
        }
      }
      forget = onShutdown({ name: 'Run events', stop: close })
      const send = async () => {
        try {
          const current = await readRun(req.payload, run.id)
          if (!current) return close()
          const state = await describeProgress({ req, run: current })
          controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(state)}\n\n`))
          if (!state.isActive) return close()
          timer = setTimeout(() => void send(), EVERY_MS)
        } catch {
          // Nobody listens any more, or the database is gone: the page asks again by itself.
          close()
        }
      }
      void send()
    },
  })
}

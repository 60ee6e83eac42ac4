import { z } from 'zod'

import { resumeRun, stopRun } from '../../jobs/runs/createRun'
import { RepriseError } from '../../utilities/errors'
import { defineEndpoint } from '../defineEndpoint'
import { byID, maySteerRuns, visibleRun } from './visibleRun'

const common = {
  input: byID,
  method: 'post' as const,
  output: z.object({}),
  transaction: false,
  who: maySteerRuns,
}

export const stopRunEndpoint = defineEndpoint({
  ...common,
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    if (!(await stopRun({ payload: req.payload, req, run }))) throw new RepriseError('conflict')
    return {}
  },
  path: '/run/:id/stop',
  summary: 'Stop a run after the files in hand; it can be resumed',
})

export const resumeRunEndpoint = defineEndpoint({
  ...common,
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    if (!(await resumeRun({ payload: req.payload, req, run }))) throw new RepriseError('conflict')
    return {}
  },
  path: '/run/:id/resume',
  summary: 'Let a stopped or failed run go on where it was',
})

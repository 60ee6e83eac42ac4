import { getPayload } from 'payload'

import config from '../../payload.config'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { startJobs } from '../../src/jobs/startJobs'
import { runStartHooks } from '../../src/utilities/lifecycle'

/**
 * Works on the outbox in a process of its own, to be killed: `mailWorker.ts drain` works it off once, `mailWorker.ts stay` is a worker as
 * the server starts it. The database is DATABASE_URI.
 */
const payload = await getPayload({ config })
if (process.argv[2] === 'stay') {
  startJobs()
  await runStartHooks({ payload, role: 'worker' })
  process.stdout.write('ready\n')
} else {
  const drained = await drainOutbox({ payload })
  process.stdout.write(`drained ${JSON.stringify(drained)}\n`)
  await payload.destroy()
  process.exit(0)
}

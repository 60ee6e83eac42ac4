import { once } from 'events'
import { getPayload } from 'payload'

import config from '../../payload.config'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { startJobs } from '../../src/jobs/startJobs'
import { runStartHooks } from '../../src/utilities/lifecycle'

/**
 * Works on the outbox in a process of its own, to be killed: `mailWorker.ts drain` works it off once, `mailWorker.ts stay` is a worker as
 * the server starts it, once something comes on its input. The database is DATABASE_URI.
 */
const payload = await getPayload({ config })
if (process.argv[2] === 'stay') {
  startJobs()
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  await runStartHooks({ payload, role: 'worker' })
} else {
  const drained = await drainOutbox({ payload })
  process.stdout.write(`drained ${JSON.stringify(drained)}\n`)
  await payload.destroy()
  process.exit(0)
}

import { getPayload } from 'payload'

import config from '../../payload.config'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { runLane } from '../../src/jobs/runs/runLane'
import { chargeOutbox } from '../../src/plugins/payments/jobs/chargeOutbox'
import { revokeKind, revokeOutbox } from '../../src/plugins/payments/jobs/revokeOutbox'

/**
 * A worker in a process of its own, to be killed: renews, charges and revokes, `chargeWorker.ts <run id>`; the database is DATABASE_URI. It
 * ends when the run is done and nothing is due any more.
 */
chargeOutbox.leaseMS = 1500
revokeOutbox.leaseMS = 1500
const payload = await getPayload({ config })
process.stdout.write('ready\n')
const ended = new AbortController()
const lane = runLane({ leaseMS: 1500, payload, runID: process.argv[2]! }).finally(() =>
  ended.abort(),
)
do {
  await drainOutbox({ kind: 'charge', payload })
  await drainOutbox({ kind: revokeKind, payload })
  await new Promise((resolve) => setTimeout(resolve, 50))
} while (!ended.signal.aborted)
process.stdout.write(`done ${await lane}\n`)
await payload.destroy()
process.exit(0)

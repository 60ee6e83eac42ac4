import { getPayload } from 'payload'

import config from '../../payload.config'
import { runLane } from '../../src/jobs/runs/runLane'

/** A lane in a process of its own, to be killed: `laneWorker.ts <run id>`; the database is DATABASE_URI. */
const payload = await getPayload({ config })
process.stdout.write('ready\n')
const chunks = await runLane({ leaseMS: 1500, payload, runID: process.argv[2]! })
process.stdout.write(`done ${chunks}\n`)
await payload.destroy()
process.exit(0)

import { getPayload } from 'payload'

import config from '../../payload.config'
import { askAboutSetups } from '../../src/plugins/payments/jobs/askAboutSetups'
import { remindDue } from '../../src/plugins/payments/jobs/remindDue'

/**
 * A worker in a process of its own, to be killed: asks what became of links and works through the reminder plans once,
 * `remindWorker.ts <moment>`.
 */
const payload = await getPayload({ config })
process.stdout.write('ready\n')
const now = new Date(process.argv[2]!)
await askAboutSetups({ now, payload })
await remindDue({ now, payload })
process.stdout.write('done 1\n')
await payload.destroy()
process.exit(0)

import { getPayload } from 'payload'

import config from '../../payload.config'
import { remindDue } from '../../src/plugins/payments/jobs/remindDue'

/** A worker in a process of its own, to be killed: works through the reminder plans once, `remindWorker.ts <moment>`. */
const payload = await getPayload({ config })
process.stdout.write('ready\n')
await remindDue({ now: new Date(process.argv[2]!), payload })
process.stdout.write('done 1\n')
await payload.destroy()
process.exit(0)

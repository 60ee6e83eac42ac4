import { createAgenda, startAgenda } from '../../src/jobs/startAgenda'
import { leaveMark, startJobs } from './startJobs'

/** A worker in a process of its own, to be shared with or killed: `worker.ts <address of the database>`. */
const payload = await startJobs(process.argv[2]!)
const agenda = createAgenda({ payload, processEvery: 100 })

agenda.define<{ item: number }>(
  'shared',
  async ({ attrs }) => leaveMark({ item: attrs.data.item, job: 'shared', payload }),
  // So long that a loaded machine makes no job run twice: twice must be a mistake.
  { concurrency: 5, lockLifetime: 600_000 },
)
agenda.define(
  'interrupted',
  async () => {
    await leaveMark({ job: 'interrupted', payload })
    process.stdout.write('working\n')
    await new Promise((resolve) => setTimeout(resolve, 600_000))
  },
  { lockLifetime: 3_600_000 },
)

await startAgenda({ agenda })
process.stdout.write('ready\n')

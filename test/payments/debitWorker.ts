import { createLocalReq, getPayload } from 'payload'

import config from '../../payload.config'
import { importBankReport } from '../../src/plugins/payments/sepa/operations/importBankReport'
import { prepareDebits } from '../../src/plugins/payments/sepa/operations/prepareDebits'
import { releaseDebits } from '../../src/plugins/payments/sepa/operations/releaseDebits'
import { crashPoint } from '../../src/utilities/crashPoint'
import { bookedBy } from './bookedBy'

/** What the process works on; it ends where `CRASH_AT` says. */
export type DebitTask = {
  account: string
  first: string
  institution: string
  now: string
  second: string
  site: string
  until: string
}

/**
 * Two people at the direct debits of a house, in a process of their own, to be killed: `debitWorker.ts <task as JSON>`. One prepares a
 * file, the other releases it, and what the bank says of it is read in; the database is DATABASE_URI.
 */
const task = JSON.parse(process.argv[2]!) as DebitTask
const payload = await getPayload({ config })
const requestOf = async (id: string) => {
  const user = await payload.findByID({ id, collection: 'users', depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } as never }, payload)
}
const now = new Date(task.now)
const [first, second] = [await requestOf(task.first), await requestOf(task.second)]
process.stdout.write('ready\n')
const fileID = await prepareDebits({
  accountID: task.account,
  now,
  payload,
  req: first,
  siteID: task.site,
  until: task.until,
})
crashPoint('debits:prepared')
await releaseDebits({ fileID, now, payload, req: second })
crashPoint('debits:released')
await importBankReport({
  fileName: 'bank.xml',
  maxBytes: 1_000_000,
  payload,
  req: first,
  source: await bookedBy({ institution: task.institution, payload }),
})
process.stdout.write('done 1\n')
await payload.destroy()
process.exit(0)

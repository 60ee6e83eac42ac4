import type { Payload } from 'payload'

import type { Report } from './createReport'

import { createNumberCheck } from './createNumberCheck'
import { createReport } from './createReport'
import { verifiers } from './verifiers'
import { verifyContacts } from './verifyContacts'
import { verifyFiles } from './verifyFiles'
import { verifyOrphans } from './verifyOrphans'
import { verifyRuns } from './verifyRuns'
import { verifySealed } from './verifySealed'
import { verifySeats } from './verifySeats'

export type { Report } from './createReport'
export type { Finding, FindingCode } from './types'
export { findingCodes } from './types'

/**
 * Recomputes everything that follows from something else, and compares: sums and status of files, orders, seats, renewals,
 * numbers, runs, what plugins keep, that nothing crosses an institution, and that what is sealed opens. Reads in pages, writes nothing, and may run while the house is at work.
 *
 * @param institutionID only this institution; all of them when missing
 */
export const verify = async ({
  institutionID,
  payload,
}: {
  institutionID?: string
  payload: Payload
}): Promise<Report> => {
  const { report, ...reporter } = createReport()
  const numbers = createNumberCheck()
  const common = { institutionID, payload, reporter }
  const hanging = await verifyFiles({ ...common, numbers })
  await verifyOrphans({ ...common, hanging })
  await verifySeats(common)
  await verifyContacts({ ...common, numbers })
  reporter.add(await numbers.finish(payload))
  await verifyRuns(common)
  await verifySealed(common)
  for (const verifyMore of verifiers()) await verifyMore(common)
  return report
}

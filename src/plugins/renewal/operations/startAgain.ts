import type { Payload, PayloadRequest } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { RenewalSettings } from './types'

import { readRunRows } from '../../../jobs/runs/readRunRows'
import { RepriseError } from '../../../utilities/errors'
import { renewalKind } from '../renewalKinds'
import { readBatch } from './readBatch'
import { startRenewal } from './startRenewal'

/**
 * Runs again what failed in a run, with the batch as it is now: what was mended since (a price, a seat, a shipment mode) counts.
 *
 * @returns the new run's id
 * @throws RepriseError `nothingFailed`, and all that starting throws
 */
export const startAgain = async ({
  payload,
  req,
  run,
}: {
  payload: Payload
  req: PayloadRequest
  run: Run<RenewalSettings>
}): Promise<string> => {
  if (run.kind !== renewalKind || !run.batch) throw new RepriseError('notFound')
  const lineIDs: string[] = []
  for await (const rows of readRunRows({
    payload,
    runID: run.id,
    select: ['item'],
    where: { outcome: 'failed' },
  }))
    lineIDs.push(...rows.map((row) => row.item as string))
  if (!lineIDs.length) throw new RepriseError('nothingFailed')
  const batch = await readBatch({ batchID: run.batch, payload, req })
  if (!batch) throw new RepriseError('notFound')
  return startRenewal({ batch, lineIDs, payload, req, simulation: run.simulation })
}

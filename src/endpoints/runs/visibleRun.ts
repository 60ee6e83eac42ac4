import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Run } from '../../jobs/runs/types'

import { hasRole, isPermitted } from '../../access/ofOwnInstitution'
import { readRun } from '../../jobs/runs/runLane'
import { RepriseError } from '../../utilities/errors'

export const byID = { params: z.object({ id: z.string().min(1).max(64) }) }

export const mayReadRuns = (req: PayloadRequest): boolean => isPermitted(req, 'runs', 'read')

/** Those who may start batches may stop them. */
export const maySteerRuns = (req: PayloadRequest): boolean =>
  hasRole(req, 'administrator', 'salesManager')

/** A run within the reach of the person asking. @throws RepriseError `notFound` */
export const visibleRun = async (req: PayloadRequest, id: string): Promise<Run> => {
  const { docs } = await req.payload.find({
    collection: 'runs',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  const run = docs[0] ? await readRun(req.payload, String(docs[0].id)) : null
  if (!run) throw new RepriseError('notFound')
  return run
}

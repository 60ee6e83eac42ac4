import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Run } from '../../jobs/runs/types'
import type { Translate } from '../../utilities/explain'

import { hasRole, isPermitted } from '../../access/ofOwnInstitution'
import { readRun } from '../../jobs/runs/runLane'
import { runKindNamed } from '../../jobs/runs/runKinds'
import { RepriseError } from '../../utilities/errors'

type Values = Record<string, string>

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

/** The words for the codes of a run's rows, in the language of the person asking. */
export const wordsOf = (req: PayloadRequest, run: Run) => {
  const { namespace } = runKindNamed(run.kind)
  const say = (group: string, code: string, fallback: string, values?: Values) => {
    const texts = req.i18n.translations as unknown as Record<
      string,
      Record<string, Values> | undefined
    >
    // Asked for first: what is translated in vain is logged each time.
    if (!Object.hasOwn(texts[namespace]?.[group] ?? {}, code)) return fallback
    return (req.t as Translate)(`${namespace}:${group}:${code}`, values)
  }
  return {
    nextStep: (reason: string) => say('nextSteps', reason, ''),
    outcome: (outcome: string) => say('outcomes', outcome, outcome),
    /** The sentence names what is wrong in the row; without a row, for all rows of a group, it leaves a gap. */
    reason: (reason: string, details?: unknown) =>
      say('reasons', reason, reason, {
        value: String((details as { value?: unknown } | null)?.value ?? '…'),
      }),
  }
}

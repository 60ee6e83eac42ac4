import type { Payload, PayloadRequest } from 'payload'

import type { Run } from '../../../jobs/runs/types'

import { readMany } from '../../../database/bulk'
import { isDuplicateKey } from '../../../database/inTransaction'
import { ACTIVE_STATES, createRun } from '../../../jobs/runs/createRun'
import { RepriseError } from '../../../utilities/errors'
import { renewalKind, undoKind } from '../renewalKinds'

export type UndoSettings = { runID: string; user: { id: string; name: null | string } | null }

/**
 * Starts to undo what a run made. The work is a run of its own: it can be watched, stopped and resumed, and its rows say what was
 * undone and what could not be, and why.
 *
 * @returns the undo's run id
 * @throws RepriseError `notFound` for what cannot be undone (a simulation, another kind), `alreadyRunning` while it goes on
 */
export const startUndo = async ({
  payload,
  req,
  run,
}: {
  payload: Payload
  req: PayloadRequest
  run: Run
}): Promise<string> => {
  if (run.kind !== renewalKind || run.simulation) throw new RepriseError('notFound')
  if (!['done', 'failed', 'stopped'].includes(run.state)) throw new RepriseError('alreadyRunning')
  const user = req.user as { id: string; name?: string } | null
  const settings: UndoSettings = {
    runID: run.id,
    user: user ? { id: String(user.id), name: user.name ?? null } : null,
  }
  const ofBatch = await readMany<{ id: string; settings: UndoSettings; state: string }>({
    collection: 'runs',
    payload,
    req,
    select: ['settings', 'state'],
    where: { batch: run.batch, kind: undoKind, site: run.site },
  })
  const before = ofBatch.filter((undo) => undo.settings.runID === run.id)
  if (before.some(({ state }) => (ACTIVE_STATES as readonly string[]).includes(state)))
    throw new RepriseError('alreadyRunning')
  try {
    return await createRun({
      batch: run.batch,
      institution: run.institution,
      kind: undoKind,
      payload,
      // Of two people who undo at the same moment, one does.
      runKey: `undo:${run.id}:${before.length}`,
      settings,
      site: run.site,
      startedBy: user ? String(user.id) : null,
      title: run.title,
    })
  } catch (err) {
    if (isDuplicateKey(err)) throw new RepriseError('alreadyRunning')
    throw err
  }
}

import type { Payload } from 'payload'

import { expect } from '@jest/globals'

import type { DemoSite } from '../../src/demo/siteCatalogue'

import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { startImport } from '../../src/plugins/subscriber-import/operations/startImport'

/** Brings a file in as the importer does. @returns the run and its counts */
export const bringIn = async ({
  file,
  mode,
  payload,
  site,
}: {
  file: string
  mode: 'allOrNothing' | 'check'
  payload: Payload
  site: DemoSite
}) => {
  const { runID } = await startImport({
    criterion: site.batch.criterion,
    mode,
    path: file,
    payload,
    season: site.seasons.last,
    site: site.id,
  })
  await runLane({ payload, runID })
  const { counts, state } = (await readRun(payload, runID))!
  expect(state).toBe('done')
  return { counts, runID }
}

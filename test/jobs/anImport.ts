import { writeFileSync } from 'fs'
import path from 'path'

import type { House } from '../helpers/builders'

import { readMany } from '../../src/database/bulk'
import { startImport } from '../../src/plugins/subscriber-import/operations/startImport'

/** Asks for a file of so many subscribers to be brought in, and leaves the work to whoever looks for it. @returns the run's id */
export const anImport = async ({
  file,
  house,
  lines,
}: {
  /** Where the file is written to. */
  file: string
  house: House
  lines: number
}): Promise<string> => {
  // People of their own: who came in with another file adds nothing.
  const name = path.basename(file, '.csv')
  const people = Array.from({ length: lines }, (_, i) => `${name} ${i};standing;full`)
  writeFileSync(file, ['payerLastName;subscriptionCode;tariffCode', ...people, ''].join('\n'))
  const { runID } = await startImport({
    mode: 'goodOnly',
    path: file,
    payload: house.payload,
    season: house.seasons.last.id,
    site: house.site,
  })
  return runID
}

/** The finished chunks of a run, and who did each. */
export const doneChunks = (house: House, runID: string) =>
  readMany<{ id: string; claimedBy: string }>({
    collection: 'run-chunks',
    payload: house.payload,
    select: ['claimedBy'],
    where: { run: runID, state: 'done' },
  })

/** Looks until something is so. @returns after how many seconds it was @throws when it takes longer than `limit` seconds */
export const secondsUntil = async (
  isSo: () => Promise<boolean>,
  limit: number,
): Promise<number> => {
  const from = performance.now()
  for (;;) {
    if (await isSo()) return (performance.now() - from) / 1000
    if (performance.now() - from > limit * 1000)
      throw new Error(`It was not so within ${limit} seconds.`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

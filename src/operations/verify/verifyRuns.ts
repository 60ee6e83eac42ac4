import type { Payload } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Verifier } from './verifiers'
import type { Reporter } from './createReport'

import { countMany, readMany, readPages } from '../../database/bulk'

type Run = { id: string; simulation: boolean; state: string }
type Row = {
  id: string
  file: null | string
  fileNumber: null | number
  newFile: null | string
  newLine: null | string
  outcome: string
  run: string
}

/**
 * Checks runs by their results: what is done has no part left to do, each row that says "sold" or "reserved" names a line that
 * this run made, and the rows of a simulation name none.
 */
export const verifyRuns: Verifier = async ({ institutionID, payload, reporter }) => {
  const runs = await readMany<Run>({
    collection: 'runs',
    payload,
    select: ['simulation', 'state'],
    where: institutionID ? { institution: institutionID } : {},
  })
  reporter.count('runs', runs.length)
  reporter.count('run-rows', 0)
  for (const run of runs) await checkChunks({ payload, reporter, run })
  const runByID = new Map(runs.map((run) => [run.id, run]))
  for await (const page of readPages<Row>({
    collection: 'run-rows',
    payload,
    select: ['file', 'fileNumber', 'newFile', 'newLine', 'outcome', 'run'],
    where: {},
  })) {
    const rows = page.filter(({ run }) => runByID.has(run))
    reporter.count('run-rows', rows.length)
    await checkRows({ payload, reporter, rows, runByID })
    await setImmediate()
  }
}

const checkChunks = async ({
  payload,
  reporter,
  run,
}: {
  payload: Payload
  reporter: Reporter
  run: Run
}) => {
  if (run.state !== 'done') return
  const actual = await countMany({
    collection: 'run-chunks',
    payload,
    where: { run: run.id, state: ['claimed', 'open'] },
  })
  if (actual)
    reporter.add([{ id: run.id, actual, code: 'runUnfinished', collection: 'runs', expected: 0 }])
}

const checkRows = async ({
  payload,
  reporter,
  rows,
  runByID,
}: {
  payload: Payload
  reporter: Reporter
  rows: Row[]
  runByID: ReadonlyMap<string, Run>
}) => {
  const lineIDs = rows.flatMap(({ newLine }) => (newLine ? [newLine] : []))
  // Rows are written together with their lines, so what a row names can be read after it.
  const lines = lineIDs.length
    ? await readMany<{ id: string; run: null | string }>({
        collection: 'lines',
        payload,
        select: ['run'],
        where: { id: lineIDs },
      })
    : []
  const madeBy = new Map(lines.map(({ id, run }) => [id, run]))
  for (const { id, file, fileNumber, newFile, newLine, outcome, run } of rows) {
    const isSimulated = runByID.get(run)!.simulation
    const isWrong = isSimulated
      ? newLine || newFile
      : RENEWED.has(outcome) && (!newLine || madeBy.get(newLine) !== run)
    if (isWrong)
      reporter.add([
        {
          id,
          actual: newLine ?? newFile,
          code: isSimulated ? 'simulationWrote' : 'rowWithoutLine',
          collection: 'run-rows',
          expected: null,
          file: file ?? undefined,
          fileNumber: fileNumber ?? undefined,
        },
      ])
  }
}

/** The outcomes that say that a line was made. */
const RENEWED = new Set(['charging', 'reserved', 'sold'])

import type { Payload } from 'payload'

import type { Reporter } from './createReport'

import { countMany, readMany, readPages } from '../../database/bulk'

type Run = { id: string; simulation: boolean; state: string }
type Row = {
  id: string
  file: null | string
  fileNumber: null | number
  newFile: null | string
  newLine: null | string
}

/**
 * Checks runs by their results: what is done has no part left to do, each row that says "sold" or "reserved" names a line that
 * this run made, and the rows of a simulation name none.
 */
export const verifyRuns = async ({
  institutionID,
  payload,
  reporter,
}: {
  institutionID?: string
  payload: Payload
  reporter: Reporter
}): Promise<void> => {
  reporter.count('runs', 0)
  reporter.count('run-rows', 0)
  for await (const runs of readPages<Run>({
    collection: 'runs',
    payload,
    select: ['simulation', 'state'],
    where: institutionID ? { institution: institutionID } : {},
  })) {
    reporter.count('runs', runs.length)
    for (const run of runs) {
      await checkChunks({ payload, reporter, run })
      for await (const rows of readPages<Row>({
        collection: 'run-rows',
        payload,
        select: ['file', 'fileNumber', 'newFile', 'newLine'],
        where: run.simulation ? { run: run.id } : { outcome: ['reserved', 'sold'], run: run.id },
      })) {
        reporter.count('run-rows', rows.length)
        await checkRows({ payload, reporter, rows, run })
      }
    }
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
  run,
}: {
  payload: Payload
  reporter: Reporter
  rows: Row[]
  run: Run
}) => {
  // Rows are written together with their lines, so what a row names can be read after it.
  const lineIDs = rows.flatMap(({ newLine }) => (newLine ? [newLine] : []))
  const lines = run.simulation
    ? []
    : await readMany<{ id: string; run: null | string }>({
        collection: 'lines',
        payload,
        select: ['run'],
        where: { id: lineIDs },
      })
  const own = new Set(lines.filter((line) => line.run === run.id).map(({ id }) => id))
  for (const { id, file, fileNumber, newFile, newLine } of rows) {
    const isWrong = run.simulation ? newLine || newFile : !newLine || !own.has(newLine)
    if (isWrong)
      reporter.add([
        {
          id,
          actual: newLine ?? newFile,
          code: run.simulation ? 'simulationWrote' : 'rowWithoutLine',
          collection: 'run-rows',
          expected: null,
          file: file ?? undefined,
          fileNumber: fileNumber ?? undefined,
        },
      ])
  }
}

import type { Payload } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'
import type { MeansByLine } from './lookUpMeans'
import type { ImportFile, ImportLine } from './types'

import { readMany } from '../../../database/bulk'
import { toSearchKey } from '../../../utilities/toSearchKey'

type RowDoc = Record<string, unknown>

/** Adds to a count, which begins at nothing. */
export const count = (counts: Counts, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

/** Whether a file cannot come in, as one of its lines cannot. */
export const isBad = (file: ImportFile): boolean =>
  file.lines.some((line) => line.problems.length > 0)

/** What good lines say in vain, a row for each file and reason: it comes in all the same. Counts them. */
export const noteRows = ({
  counts,
  file,
  means,
  run,
}: {
  counts: Counts
  file: ImportFile
  means: MeansByLine
  run: Run
}): RowDoc[] => {
  const firstLines = new Map<string, ImportLine>()
  for (const line of file.lines)
    for (const code of means.get(line)?.notes ?? [])
      if (!firstLines.has(code)) firstLines.set(code, line)
  return [...firstLines].map(([code, { label, line }]) => {
    count(counts, 'noted')
    count(counts, `reason:${code}`)
    return {
      details: { line },
      institution: run.institution,
      item: String(line),
      label,
      outcome: 'noted',
      position: line,
      reason: code,
      rowKey: `${run.id}:${line}:${code}`,
      run: run.id,
      searchKey: toSearchKey(line, label),
      site: run.site,
    }
  })
}

const rowKeyOf = (run: Run, { line }: ImportLine): string => `${run.id}:${line}`

/** Those of these lines that `badRows` has not made a row of before. */
export const unreported = async ({
  lines,
  payload,
  run,
}: {
  lines: ImportLine[]
  payload: Payload
  run: Run
}): Promise<ImportLine[]> => {
  if (!lines.length) return []
  const rows = await readMany({
    collection: 'run-rows',
    payload,
    select: ['rowKey'],
    where: { rowKey: lines.map((line) => rowKeyOf(run, line)) },
  })
  const reported = new Set(rows.map(({ rowKey }) => rowKey as string))
  return lines.filter((line) => !reported.has(rowKeyOf(run, line)))
}

/** A row for each of these lines, which do not come in: refused for what is wrong with it, or held back for another one. Counts them. */
export const badRows = ({
  counts,
  lines,
  run,
}: {
  counts: Counts
  lines: ImportLine[]
  run: Run
}): RowDoc[] =>
  lines.map((importLine) => {
    const { label, line, problems } = importLine
    // The dossier of a customer comes in whole or not at all.
    const problem = problems[0] ?? { code: 'otherLineBad', column: null, field: null, value: '' }
    const outcome = problems.length ? 'refused' : 'heldBack'
    count(counts, outcome)
    count(counts, `reason:${problem.code}`)
    const { code, column, field, value } = problem
    return {
      details: { column, field, line, problems, value },
      institution: run.institution,
      item: String(line),
      label,
      outcome,
      position: line,
      reason: code,
      rowKey: rowKeyOf(run, importLine),
      run: run.id,
      searchKey: toSearchKey(line, label, value),
      site: run.site,
    }
  })

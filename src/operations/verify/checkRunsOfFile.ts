import type { FileLedger, Finding, Page } from './types'

/**
 * What runs left in a file: nothing of a simulation, and exactly one result row for each line that a run renewed. (An import has
 * rows only about what it refused.)
 */
export const checkRunsOfFile = (
  { file, lines, orders }: FileLedger,
  { rows, simulations }: Page,
): Finding[] => {
  const findings: Finding[] = []
  const check = (collection: string, { id, run }: { id: string; run: null | string }) => {
    if (!run || !simulations.has(run)) return false
    findings.push({ id, actual: run, code: 'simulationWrote', collection, expected: null })
    return true
  }
  check('files', file)
  for (const order of orders) check('orders', order)
  for (const line of lines) {
    // An import reports only what it refuses; a renewal has a row for each subscription.
    if (check('lines', line) || !line.run || !line.originLine) continue
    const actual = rows.get(`${line.run}:${line.id}`) ?? 0
    if (actual !== 1)
      findings.push({ id: line.id, actual, code: 'rowsOfLine', collection: 'lines', expected: 1 })
  }
  return findings
}

import type { Finding } from './types'

/** A person reads the first hundreds; a house that is wrong from end to end must not fill the memory. */
const MOST_FINDINGS = 10_000

export type Report = {
  /** How many documents of each collection were looked at. */
  checked: Record<string, number>
  findings: Finding[]
  /** How many findings there are beyond those listed. */
  omitted: number
}

export const createReport = () => {
  const report: Report = { checked: {}, findings: [], omitted: 0 }
  return {
    add: (findings: Finding[]): void => {
      for (const finding of findings)
        if (report.findings.length < MOST_FINDINGS) report.findings.push(finding)
        else report.omitted++
    },
    count: (collection: string, by: number): void => {
      report.checked[collection] = (report.checked[collection] ?? 0) + by
    },
    report,
  }
}

export type Reporter = Omit<ReturnType<typeof createReport>, 'report'>

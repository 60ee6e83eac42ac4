import type { Counts } from '../../../jobs/runs/types'

import { outcomes, reasons } from '../translations/reasons'

/** Counts that are no outcome of a subscription. */
const OTHER = new Set(['files', 'tried', 'waiting'])

/** The counts of a run as lines for a terminal: outcomes first, then each reason in words, the most frequent first. */
export const summaryLines = (counts: Counts): string[] => {
  const entries = Object.entries(counts).filter(([, count]) => count > 0)
  const results = entries
    .filter(([key]) => !key.startsWith('reason:') && !OTHER.has(key))
    .map(
      ([key, count]) =>
        `${count} ${(outcomes.en[key as keyof typeof outcomes.en] ?? key).toLowerCase()}`,
    )
  const lines = entries
    .filter(([key]) => key.startsWith('reason:'))
    .sort((a, b) => b[1] - a[1])
    .map(([key, count]) => {
      const code = key.slice('reason:'.length) as keyof typeof reasons.en
      return `  ${String(count).padStart(7)}  ${reasons.en[code] ?? code}`
    })
  return [`  ${counts.files ?? 0} files: ${results.join(', ')}`, ...lines]
}

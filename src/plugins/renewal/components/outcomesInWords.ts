import type { Counts } from '../../../jobs/runs/types'
import type { Translate } from '../../../utilities/explain'

const SHOWN = ['sold', 'charging', 'reserved', 'notRenewed', 'failed', 'undone', 'kept'] as const

/** What came of a run, in one line: "41 reserved, 2 not renewed". */
export const outcomesInWords = ({ counts, t }: { counts: Counts; t: Translate }): string =>
  SHOWN.filter((outcome) => counts[outcome])
    .map((outcome) => t(`renewal:outcomeCounts:${outcome}`, { count: counts[outcome] }))
    .join(', ')

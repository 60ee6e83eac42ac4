import type { FileView } from './types'

import { idOf } from '../../utilities/idOf'
import { groupBy } from '../../utilities/groupBy'
import { Purchase } from './Purchase'
import { Section } from './Section'

/** What was bought: one entry per subscription, unfolding into its performances; what was cancelled is folded away below. */
export const PurchasesSection = ({ view }: { view: FileView }) => {
  const { lines, text } = view
  const parts = groupBy(
    lines.filter(({ parent }) => parent),
    ({ parent }) => idOf(parent),
  )
  const bought = lines.filter(({ parent }) => !parent)
  const held = bought.filter(({ state }) => state !== 'cancelled')
  const cancelled = bought.filter(({ state }) => state === 'cancelled')
  return (
    <Section id="purchases" title={text('purchases')}>
      {!bought.length && <p>{text('noLines')}</p>}
      {held.map((line) => (
        <Purchase key={line.id} line={line} parts={parts.get(line.id) ?? []} view={view} />
      ))}
      {cancelled.length > 0 && (
        <details className="file-page__cancelled">
          <summary>{text('cancelled', { count: cancelled.length })}</summary>
          {cancelled.map((line) => (
            <Purchase key={line.id} line={line} parts={parts.get(line.id) ?? []} view={view} />
          ))}
        </details>
      )}
    </Section>
  )
}

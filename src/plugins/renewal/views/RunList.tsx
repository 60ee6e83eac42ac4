import type { I18n } from '@payloadcms/translations'

import Link from 'next/link'

import type { BatchSummary, RunSummary } from './loadBatches'

import { ProgressBar } from '../../../components/RunPage/ProgressBar'
import { runStates } from '../../../jobs/runs/runStates'
import { formatMoment } from '../../../utilities/formatMoment'
import { renewalBatchesSlug } from '../collections/RenewalBatches'

type Props = {
  batches?: BatchSummary[]
  i18n: I18n<any, any>
  routes: { admin: string }
  runs?: RunSummary[]
}

/** Batches with their last run, or runs alone, as a table. */
export const RunList = ({ batches, i18n, routes, runs }: Props) => {
  const text = (key: string, values?: Record<string, unknown>) =>
    i18n.t(`renewal:screens:${key}` as never, values)
  const language = i18n.language as 'de' | 'en' | 'fr'
  const rows = batches ?? runs ?? []
  if (!rows.length) return <p>{text(batches ? 'emptyBatches' : 'empty')}</p>
  const moment = (at: null | string, timeZone: string) =>
    at ? formatMoment({ at, language, timeZone }) : ''
  const describe = (run: null | RunSummary) => {
    if (!run) return null
    const state = runStates.find((entry) => entry.value === run.state)?.label[language]
    const outcomes = ['sold', 'reserved', 'notRenewed', 'failed', 'undone', 'kept']
      .filter((key) => run.counts[key])
      .map((key) => `${run.counts[key]} ${i18n.t(`renewal:outcomes:${key}` as never)}`)
      .join(', ')
    const isActive = !['done', 'failed', 'stopped'].includes(run.state)
    return (
      <>
        <Link href={`${routes.admin}/collections/runs/${run.id}`}>
          {[
            run.isSimulation && text('simulate'),
            run.kind === 'renewal-undo' && text('undo'),
            state,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Link>{' '}
        {moment(run.finishedAt ?? run.startedAt, run.timeZone)}
        {isActive ? (
          <ProgressBar done={run.percent} label={run.title} total={100} />
        ) : (
          <div>{outcomes}</div>
        )}
      </>
    )
  }
  return (
    <table>
      <tbody>
        {batches?.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">
              <Link href={`${routes.admin}/collections/${renewalBatchesSlug}/${batch.id}`}>
                {batch.name}
              </Link>
              <div>
                {batch.site} · {batch.seasons}
              </div>
            </th>
            <td>
              {batch.nextRunAt && (
                <div>{text('scheduledFor', { time: moment(batch.nextRunAt, batch.timeZone) })}</div>
              )}
              {describe(batch.lastRun)}
            </td>
          </tr>
        ))}
        {runs?.map((run) => (
          <tr key={run.id}>
            <th scope="row">{run.title}</th>
            <td>{describe(run)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { I18n } from '@payloadcms/translations'

import Link from 'next/link'

import type { Translate } from '../../../utilities/explain'
import type { BatchSummary, RunSummary } from './loadBatches'

import { runStates } from '../../../jobs/runs/runStates'
import { formatMoment } from '../../../utilities/formatMoment'
import { renewalBatchesSlug } from '../collections/RenewalBatches'
import { LiveRun } from '../components/LiveRun'
import { outcomesInWords } from '../components/outcomesInWords'
import { undoKind } from '../renewalKinds'

type Props = {
  batches?: BatchSummary[]
  /** What to say where there is nothing, as a key of the screens. */
  empty?: string
  i18n: I18n<any, any>
  routes: { admin: string }
  runs?: RunSummary[]
}

/** Batches with their last run, or runs alone, as a table. */
export const RunList = ({ batches, empty = 'empty', i18n, routes, runs }: Props) => {
  const text = (key: string, values?: Record<string, unknown>) =>
    i18n.t(`renewal:screens:${key}` as never, values)
  const language = i18n.language as 'de' | 'en' | 'fr'
  const rows = batches ?? runs ?? []
  if (!rows.length) return <p>{text(empty)}</p>
  const moment = (at: null | string, timeZone: string) =>
    at ? formatMoment({ at, language, timeZone }) : ''
  const describe = (run: null | RunSummary) => {
    if (!run) return null
    const state = runStates.find((entry) => entry.value === run.state)?.label[language]
    const isActive = !['done', 'failed', 'stopped'].includes(run.state)
    return (
      <>
        <Link href={`${routes.admin}/collections/runs/${run.id}`}>
          {[
            run.kind === undoKind && i18n.t(`renewal:kinds:${undoKind}` as never),
            run.isSimulation && text('simulation'),
            state,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Link>{' '}
        {isActive ? (
          <LiveRun
            initial={{
              counts: run.counts,
              error: null,
              finishedAt: run.finishedAt,
              isActive,
              phase: run.phase,
              processed: run.processed,
              secondsLeft: run.secondsLeft,
              startedAt: run.startedAt,
              state: run.state,
              total: run.total,
            }}
            runID={run.id}
            timeZone={run.timeZone}
            title={run.title}
          />
        ) : (
          <>
            {moment(run.finishedAt ?? run.startedAt, run.timeZone)}
            <div>{outcomesInWords({ counts: run.counts, t: i18n.t as Translate })}</div>
          </>
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
                <div>
                  {[
                    text('scheduledFor', { time: moment(batch.nextRunAt, batch.timeZone) }),
                    batch.every && text(`every:${batch.every}`),
                    batch.isSimulation && text('simulatedOnly'),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </div>
              )}
              {batch.undo && <div>{describe(batch.undo)}</div>}
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

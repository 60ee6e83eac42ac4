import type { AdminViewServerProps, PayloadRequest } from 'payload'

import { Button } from '@payloadcms/ui'
import Link from 'next/link'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { guardPage, PanelPage } from '../../../components/PanelPage'
import { renewalBatchesSlug } from '../collections/RenewalBatches'
import '../components/index.scss'
import { RunList } from './RunList'
import { loadBatches } from './loadBatches'
import { mayOpenBatches } from './mayOpenBatches'

const tabs = ['new', 'scheduled', 'running', 'done'] as const
type Tab = (typeof tabs)[number]
const tabText = { done: 'done', new: 'newTab', running: 'running', scheduled: 'scheduled' } as const

const emptyText = {
  done: 'emptyDone',
  new: 'emptyBatches',
  running: 'emptyRunning',
  scheduled: 'emptyScheduled',
} as const

/** Tools › Batches: what is new, scheduled, running and done, and what came of it. */
export const BatchesView = async (props: AdminViewServerProps) => {
  const {
    initPageResult: { req },
    searchParams,
  } = props
  const { i18n, payload } = req
  const { admin } = payload.config.routes
  await guardPage(props, (user) => mayOpenBatches({ payload, user }))
  const text = (key: string, values?: Record<string, unknown>) =>
    i18n.t(`renewal:screens:${key}` as never, values)
  const wanted = String(searchParams?.tab ?? '')
  const { batches, counts, runs } = await loadBatches({ req: req as PayloadRequest })
  const tab: Tab =
    tabs.find((name) => name === wanted) ?? tabs.find((name) => counts[name] > 0) ?? 'new'
  return (
    <PanelPage className="batches" nav={[{ label: text('batches') }]} view={props}>
      <div className="batches__header">
        <h1>{text('batches')}</h1>
        {isPermitted(req, renewalBatchesSlug, 'create') && (
          <Button el="link" margin={false} to={`${admin}/collections/${renewalBatchesSlug}/create`}>
            {text('newBatch')}
          </Button>
        )}
      </div>
      <nav aria-label={text('batches')} className="batches__tabs">
        {tabs.map((name) => (
          <Link
            aria-current={name === tab ? 'page' : undefined}
            href={`${admin}/batches?tab=${name}`}
            key={name}
          >
            {text(tabText[name])} ({counts[name]})
          </Link>
        ))}
      </nav>
      <RunList
        batches={batches.filter((batch) => batch.tab === tab)}
        empty={emptyText[tab]}
        i18n={i18n}
        routes={payload.config.routes}
      />
      <h2>{text('latestRuns')}</h2>
      <RunList i18n={i18n} routes={payload.config.routes} runs={runs} />
    </PanelPage>
  )
}

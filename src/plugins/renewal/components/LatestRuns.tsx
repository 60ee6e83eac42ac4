import type { PayloadRequest, ServerProps } from 'payload'

import { RunList } from '../views/RunList'
import { loadBatches } from '../views/loadBatches'
import { mayOpenBatches } from '../views/mayOpenBatches'
import './index.scss'

/** What the operator sees in the morning: the latest runs, on the first page. */
export const LatestRuns = async ({ i18n, payload, user }: ServerProps) => {
  if (!payload || !user || !(await mayOpenBatches({ payload, user }))) return null
  const { runs } = await loadBatches({
    req: { context: {}, i18n, payload, t: i18n.t, user } as unknown as PayloadRequest,
  })
  if (!runs.length) return null
  return (
    <section aria-labelledby="latest-runs" className="batches batches--latest">
      <h2 id="latest-runs">{i18n.t('renewal:screens:latestRuns' as never)}</h2>
      <RunList i18n={i18n} routes={payload.config.routes} runs={runs.slice(0, 5)} />
    </section>
  )
}

import type { JobsOverview, JobsQueryOptions, JobsResult, JobsSort, JobWithState } from 'agenda'
import type { Payload, Where } from 'payload'

import { computeJobState } from 'agenda'

import type { Row } from '../../database/bulk'

import { readPages } from '../../database/bulk'
import { findJobs } from './findJobs'
import { collection, toJob } from './jobRow'
import { matchesData } from './matchesData'

/** The order in which Agenda's sort options count, whatever the order they are given in. */
const sortKeys: (keyof JobsSort)[] = [
  'nextRunAt',
  'lastRunAt',
  'lastFinishedAt',
  'priority',
  'name',
  'data',
]

/** Lists jobs with the state that follows from their times; what the database cannot ask for is sifted here. */
export const queryJobs = async ({
  options: {
    id,
    name,
    data,
    ids,
    includeDisabled = true,
    limit = 0,
    names,
    search,
    skip = 0,
    sort,
    state,
  },
  payload,
}: {
  options: JobsQueryOptions
  payload: Payload
}): Promise<JobsResult> => {
  const now = new Date()
  const and: Where[] = []
  if (id) and.push({ id: { equals: id } })
  else if (ids?.length) and.push({ id: { in: ids } })
  // A search for text in names takes the place of exact names.
  if (search) and.push({})
  else if (name) and.push({ name: { equals: name } })
  else if (names?.length) and.push({ name: { in: names } })
  if (!includeDisabled) and.push({ disabled: { not_equals: true } })
  const where: Where = { and }

  const order = sortKeys
    .filter((key) => sort?.[key])
    .map((key) => (sort![key] === 'asc' ? key : `-${key}`))
  const sifted = Boolean(search) || data !== undefined || Boolean(state)
  const rows = await findJobs({
    limit: sifted || !limit ? undefined : skip + limit,
    payload,
    sort: order.length ? order : ['-nextRunAt', '-lastRunAt'],
    where,
  })
  const jobs = rows
    .map((row) => withState(row, now))
    .filter(
      (job) =>
        (!search || job.name.toLowerCase().includes(search.toLowerCase())) &&
        (data === undefined || matchesData(job.data, data)) &&
        (!state || (state === 'paused' ? job.disabled === true : job.state === state)),
    )
  const total =
    sifted || !limit ? jobs.length : (await payload.db.count({ collection, where })).totalDocs
  return { jobs: jobs.slice(skip, limit ? skip + limit : undefined), total }
}

/** How many jobs of each name are in which state; a switched-off job counts as paused besides. */
export const getJobsOverview = async ({
  payload,
}: {
  payload: Payload
}): Promise<JobsOverview[]> => {
  const now = new Date()
  const overviews = new Map<string, JobsOverview>()
  for await (const rows of readPages({ collection, payload, where: {} }))
    for (const row of rows) {
      const { name, disabled, state } = withState(row, now)
      let overview = overviews.get(name)
      if (!overview)
        overviews.set(
          name,
          (overview = {
            name,
            completed: 0,
            failed: 0,
            paused: 0,
            queued: 0,
            repeating: 0,
            running: 0,
            scheduled: 0,
            total: 0,
          }),
        )
      overview.total++
      overview[state]++
      if (disabled) overview.paused++
    }
  return [...overviews.values()]
}

const withState = (row: Row, now: Date): JobWithState => {
  const job = toJob(row) as JobWithState
  return { ...job, state: computeJobState(job, now) }
}

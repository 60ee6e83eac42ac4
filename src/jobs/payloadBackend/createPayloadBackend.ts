import type { AgendaBackend, JobRepository } from 'agenda'
import type { Payload } from 'payload'

import { countMany, deleteMany, readMany } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { removeJobs, switchJobs } from './changeJobs'
import { collection, toJob } from './jobRow'
import { getNextJobToRun, lockJob, unlockJob, unlockJobs } from './lockJobs'
import { getJobsOverview, queryJobs } from './queryJobs'
import { saveJob, saveJobState } from './saveJob'

/**
 * Agenda's storage in Payload's own database, for SQLite: Agenda brings none. Jobs are rows of `agenda-jobs`; taking one
 * is a compare-and-swap, and what may exist once has a unique key. Other processes are seen by asking every few seconds.
 *
 * Data of a job is JSON. A save waits for the transaction that is open: schedule jobs after the commit, never inside.
 */
export const createPayloadBackend = ({ payload }: { payload: Payload }): AgendaBackend => ({
  name: 'Payload',
  // Payload opened the database and closes it.
  connect: async () => {},
  disconnect: async () => {},
  ownsConnection: false,
  repository: createJobRepository(payload),
})

const createJobRepository = (payload: Payload): JobRepository => ({
  connect: async () => {},
  disableJobs: (options) => switchJobs({ disabled: true, options, payload }),
  enableJobs: (options) => switchJobs({ disabled: false, options, payload }),
  getDistinctJobNames: async () => {
    const { values } = await payload.db.findDistinct({ collection, field: 'name' })
    return values.map(({ name }) => String(name))
  },
  getJobById: async (id) => {
    const [row] = await readMany({ collection, payload, where: { id } })
    return row ? toJob(row) : null
  },
  getJobsOverview: () => getJobsOverview({ payload }),
  getNextJobToRun: (name, nextScanAt, lockDeadline, now, options) =>
    getNextJobToRun({ name, lockDeadline, nextScanAt, now, options, payload }),
  getQueueSize: () =>
    countMany({ collection, payload, where: { nextRunAt: { until: new Date() } } }),
  lockJob: (job, options) => lockJob({ job, options, payload }),
  purgeAllJobs: () =>
    inTransaction({
      payload,
      work: async (req) => {
        const count = await countMany({ collection, payload, req, where: {} })
        await deleteMany({ collection, payload, req, where: {} })
        return count
      },
    }),
  queryJobs: (options = {}) => queryJobs({ options, payload }),
  removeJobs: (options) => removeJobs({ options, payload }),
  saveJob: (job, options) => saveJob({ job, options, payload }),
  saveJobState: (job, options) => saveJobState({ job, options, payload }),
  unlockJob: (job) => unlockJob({ job, payload }),
  unlockJobs: (ids) => unlockJobs({ ids, payload }),
})

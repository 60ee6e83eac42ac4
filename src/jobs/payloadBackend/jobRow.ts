import type { JobParameters, JobRepositoryOptions } from 'agenda'

import { toJobId } from 'agenda'

import type { Row } from '../../database/bulk'

import { slugs } from '../../collections/slugs'

export const collection = slugs.agendaJobs

/** What Agenda's processor keeps about a job while it runs it; a person who saves a job says nothing about it. */
const stateKeys = [
  'failCount',
  'failReason',
  'failedAt',
  'lastFinishedAt',
  'lastRunAt',
  'lockedAt',
  'progress',
] as const

/** A job as a row of `agenda-jobs`: dates as ISO text, what is missing as `null`. */
export const toRow = (
  job: JobParameters,
  options?: JobRepositoryOptions,
): Record<string, unknown> => ({
  name: job.name,
  type: job.type,
  data: job.data ?? null,
  debounceStartedAt: toText(job.debounceStartedAt),
  disabled: job.disabled ?? null,
  endDate: toText(job.endDate),
  fork: job.fork ?? null,
  lastModifiedBy: options?.lastModifiedBy ?? null,
  nextRunAt: toText(job.nextRunAt),
  priority: job.priority,
  repeatAt: job.repeatAt ?? null,
  repeatInterval: job.repeatInterval ?? null,
  repeatTimezone: job.repeatTimezone ?? null,
  skipDays: job.skipDays ?? null,
  startDate: toText(job.startDate),
  // Left alone when not said: saving a job again must not take the lock from the process that runs it.
  ...Object.fromEntries(
    stateKeys.filter((key) => job[key] !== undefined).map((key) => [key, valueOf(job[key])]),
  ),
})

/** Only what the processor keeps about a job, all of it. */
export const toStateRow = (
  job: JobParameters,
  options?: JobRepositoryOptions,
): Record<string, unknown> => ({
  ...Object.fromEntries(stateKeys.map((key) => [key, valueOf(job[key])])),
  lastModifiedBy: options?.lastModifiedBy ?? null,
  nextRunAt: toText(job.nextRunAt),
})

/** A row of `agenda-jobs` as Agenda knows a job: dates as `Date`, what is missing as `undefined`, but a next run as `null`. */
export const toJob = <DATA = unknown>(row: Row): JobParameters<DATA> => ({
  _id: toJobId(row.id),
  name: row.name,
  type: row.type,
  data: row.data,
  debounceStartedAt: toDate(row.debounceStartedAt),
  disabled: row.disabled ?? undefined,
  endDate: toDate(row.endDate),
  failCount: row.failCount ?? undefined,
  failedAt: toDate(row.failedAt),
  failReason: row.failReason ?? undefined,
  fork: row.fork ?? undefined,
  lastFinishedAt: toDate(row.lastFinishedAt),
  lastModifiedBy: row.lastModifiedBy ?? undefined,
  lastRunAt: toDate(row.lastRunAt),
  lockedAt: toDate(row.lockedAt),
  nextRunAt: toDate(row.nextRunAt) ?? null,
  priority: row.priority,
  progress: row.progress ?? undefined,
  repeatAt: row.repeatAt ?? undefined,
  repeatInterval: row.repeatInterval ?? undefined,
  repeatTimezone: row.repeatTimezone ?? undefined,
  skipDays: row.skipDays ?? undefined,
  startDate: toDate(row.startDate),
})

/** A moment as the database holds it. */
export const toText = (date: Date | null | undefined): null | string =>
  date ? new Date(date).toISOString() : null

const toDate = (text: null | string | undefined): Date | undefined =>
  text ? new Date(text) : undefined

const valueOf = (value: Date | number | string | undefined): null | number | string =>
  value instanceof Date ? value.toISOString() : (value ?? null)

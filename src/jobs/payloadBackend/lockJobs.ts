import type { JobId, JobParameters, JobRepositoryOptions } from 'agenda'
import type { Payload, Where } from 'payload'

import type { Row } from '../../database/bulk'

import { updateMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { findJobs } from './findJobs'
import { collection, toJob, toText } from './jobRow'

const enabled: Where = { disabled: { not_equals: true } }

type LockArgs = { job: JobParameters; options?: JobRepositoryOptions; payload: Payload }

/**
 * Locks one job for this process if nobody has it and it is still due when the caller believes.
 *
 * @returns the locked job, or `undefined` when somebody else was first
 */
export const lockJob = async ({
  job,
  options,
  payload,
}: LockArgs): Promise<JobParameters | undefined> => {
  if (!job._id) return undefined
  const row = await compareAndSwap<Row>({
    collection,
    data: { lastModifiedBy: options?.lastModifiedBy ?? null, lockedAt: new Date().toISOString() },
    expected: {
      and: [
        { id: { equals: job._id } },
        { name: { equals: job.name } },
        { lockedAt: { equals: null } },
        { nextRunAt: { equals: toText(job.nextRunAt) } },
        enabled,
      ],
    },
    payload,
  })
  return row ? toJob(row) : undefined
}

type NextArgs = {
  /** A lock from this moment or earlier has expired: its process has died or hangs. */
  name: string
  lockDeadline: Date
  /** Jobs due up to this moment are taken. */
  nextScanAt: Date
  now?: Date
  options?: JobRepositoryOptions
  payload: Payload
}

/**
 * Takes the next job of a name: the earliest first, of equally early ones the more urgent. Of any number of processes
 * exactly one gets a job, also one whose lock has expired.
 *
 * @returns the locked job, or `undefined` when there is nothing to do
 */
export const getNextJobToRun = async ({
  name,
  lockDeadline,
  nextScanAt,
  now = new Date(),
  options,
  payload,
}: NextArgs): Promise<JobParameters | undefined> => {
  for (;;) {
    const [candidate] = await findJobs({
      limit: 1,
      payload,
      sort: ['nextRunAt', '-priority', 'id'],
      where: {
        and: [
          { name: { equals: name } },
          enabled,
          {
            or: [
              {
                and: [
                  { lockedAt: { equals: null } },
                  { nextRunAt: { less_than_equal: toText(nextScanAt) } },
                ],
              },
              { lockedAt: { less_than_equal: toText(lockDeadline) } },
            ],
          },
        ],
      },
    })
    if (!candidate) return undefined
    const row = await compareAndSwap<Row>({
      collection,
      data: { lastModifiedBy: options?.lastModifiedBy ?? null, lockedAt: toText(now) },
      expected: {
        and: [
          { id: { equals: candidate.id } },
          { lockedAt: { equals: candidate.lockedAt } },
          { nextRunAt: { equals: candidate.nextRunAt } },
          enabled,
        ],
      },
      payload,
    })
    // Lost: somebody else has it now, so the next look finds another one or nothing.
    if (row) return toJob(row)
  }
}

/** Gives a job back that was taken but not begun; one without a next run is running and keeps its lock. */
export const unlockJob = async ({
  job,
  payload,
}: {
  job: JobParameters
  payload: Payload
}): Promise<void> => {
  if (!job._id) return
  await updateMany({
    collection,
    data: { lockedAt: null },
    payload,
    where: { id: job._id, nextRunAt: { not: null } },
  })
}

/** Gives jobs back, whatever they are doing. */
export const unlockJobs = async ({
  ids,
  payload,
}: {
  ids: (JobId | string)[]
  payload: Payload
}): Promise<void> => {
  if (!ids.length) return
  await updateMany({ collection, data: { lockedAt: null }, payload, where: { id: ids } })
}

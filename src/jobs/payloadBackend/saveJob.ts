import type { DebounceOptions, JobParameters, JobRepositoryOptions } from 'agenda'
import type { Payload } from 'payload'

import type { Row } from '../../database/bulk'

import { insertMany, newID, readMany, updateMany } from '../../database/bulk'
import { compareAndSwap } from '../../database/compareAndSwap'
import { isDuplicateKey } from '../../database/inTransaction'
import { collection, toJob, toRow, toStateRow, toText } from './jobRow'
import { uniqueKeyOf } from './uniqueKeyOf'

/** How often a save that meets another save of the same job begins again. */
const ATTEMPTS = 50

type Args<DATA> = { job: JobParameters<DATA>; options?: JobRepositoryOptions; payload: Payload }

/**
 * Saves a job. One with an id is changed; one that may exist once only (`single`, `unique`) is changed if it is there,
 * with `insertOnly` left as it is; any other is added.
 *
 * @returns the job as it is stored now
 */
export const saveJob = async <DATA>({
  job,
  options,
  payload,
}: Args<DATA>): Promise<JobParameters<DATA>> => {
  const { _id, unique, uniqueOpts } = job
  if (_id) {
    const row = await compareAndSwap<Row>({
      collection,
      data: toRow(job, options),
      expected: { and: [{ id: { equals: _id } }, { name: { equals: job.name } }] },
      payload,
    })
    return row ? toJob(row) : job
  }
  const uniqueKey = uniqueKeyOf(job)
  if (!uniqueKey) return insert({ payload, row: toRow(job, options) })

  const debounce = unique && job.type !== 'single' ? uniqueOpts?.debounce : undefined
  const insertOnly = Boolean(unique && job.type !== 'single' && uniqueOpts?.insertOnly && !debounce)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const now = new Date()
    const [stored] = await readMany({ collection, limit: 1, payload, where: { uniqueKey } })
    if (stored && insertOnly) return toJob(stored)
    const row = {
      ...toRow(job, options),
      ...(debounce && debounced({ debounce, job, now, stored })),
    }
    if (!stored) {
      const added = await insert<DATA>({ payload, row: { ...row, uniqueKey } }).catch((err) => {
        if (!isDuplicateKey(err)) throw err
      })
      if (added) return added
      continue
    }
    // A repeated job that is due keeps its time: saving it again at each start must not put it off or bring it forward.
    if (job.type === 'single' && job.nextRunAt && job.nextRunAt <= now) delete row.nextRunAt
    const changed = await compareAndSwap<Row>({
      collection,
      data: row,
      expected: {
        and: [
          { id: { equals: stored.id } },
          ...(debounce
            ? [
                { debounceStartedAt: { equals: stored.debounceStartedAt } },
                { nextRunAt: { equals: stored.nextRunAt } },
              ]
            : []),
        ],
      },
      payload,
    })
    if (changed) return toJob(changed)
  }
  throw new Error(`The job "${job.name}" could not be saved: others keep changing it.`)
}

/**
 * Writes what the processor knows about a job it runs.
 *
 * @throws an Error when the job is no longer there
 */
export const saveJobState = async ({ job, options, payload }: Args<unknown>): Promise<void> => {
  const matched = job._id
    ? await updateMany({
        collection,
        data: toStateRow(job, options),
        payload,
        where: { id: job._id, name: job.name },
      })
    : 0
  if (!matched)
    throw new Error(`The job "${job.name}" (${job._id}) is not in the database any more.`)
}

const insert = async <DATA>({
  payload,
  row,
}: {
  payload: Payload
  row: Record<string, unknown>
}): Promise<JobParameters<DATA>> => {
  const id = newID(payload)
  const doc: Row = { uniqueKey: `job:${id}`, ...row, id }
  await insertMany({ collection, docs: [doc], payload })
  return toJob(doc)
}

/**
 * When a debounced job runs next, and when its quiet period was first asked for. "Leading" runs at once and then keeps
 * its time; otherwise each save puts it off by the delay, until `maxWait` has passed since the first.
 */
const debounced = ({
  debounce: { delay, maxWait, strategy },
  job,
  now,
  stored,
}: {
  debounce: DebounceOptions
  job: JobParameters
  now: Date
  stored: Row | undefined
}): { debounceStartedAt: null | string; nextRunAt: null | string } => {
  const startedAt: string = stored?.debounceStartedAt ?? now.toISOString()
  if (strategy === 'leading')
    return {
      debounceStartedAt: startedAt,
      nextRunAt: stored ? stored.nextRunAt : toText(job.nextRunAt),
    }
  if (maxWait && stored && now.getTime() - Date.parse(startedAt) >= maxWait)
    return { debounceStartedAt: null, nextRunAt: now.toISOString() }
  return {
    debounceStartedAt: startedAt,
    nextRunAt: new Date(now.getTime() + delay).toISOString(),
  }
}

import type { AgendaBackend, JobParameters } from 'agenda'
import type { Db } from 'mongodb'
import type { Payload } from 'payload'

import { MongoBackend } from '@agendajs/mongo-backend'

import { isDuplicateKey } from '../database/inTransaction'
import { uniqueKeyOf } from './payloadBackend/uniqueKeyOf'

const COLLECTION = 'agendaJobs'
const ATTEMPTS = 10

/**
 * Agenda's own MongoDB storage on Payload's connection, with one thing added: what may exist once only gets a unique key
 * in the database, as on SQLite. Without it two processes that start together both insert, since an upsert is a read
 * followed by a write.
 */
export const createMongoBackend = ({ payload }: { payload: Payload }): AgendaBackend => {
  const { db } = (payload.db as unknown as { connection: { db: Db } }).connection
  const backend = new MongoBackend({ collection: COLLECTION, mongo: db })
  const { repository } = backend
  const connect = backend.connect.bind(backend)
  const save = repository.saveJob.bind(repository)

  backend.connect = async () => {
    await connect()
    await db
      .collection(COLLECTION)
      .createIndex(
        { uniqueKey: 1 },
        { partialFilterExpression: { uniqueKey: { $exists: true } }, unique: true },
      )
  }
  repository.saveJob = async <DATA>(
    job: JobParameters<DATA>,
    options: Parameters<typeof save>[1],
  ): Promise<JobParameters<DATA>> => {
    const uniqueKey = job._id ? undefined : uniqueKeyOf(job)
    if (!uniqueKey) return save(job, options)
    const keyed = { ...job, unique: job.unique && { uniqueKey }, uniqueKey }
    for (let attempt = 1; ; attempt++)
      try {
        return await save<DATA>(keyed, options)
      } catch (err) {
        if (!hasLost(err) || attempt >= ATTEMPTS) throw err
      }
  }
  return backend
}

/**
 * Whether another process inserted the job in between; the next attempt finds it. MongoDB says that the key is taken,
 * SecantusDB also answers with nothing, on which the backend's own assertion fails.
 */
const hasLost = (err: unknown): boolean =>
  isDuplicateKey(err) || (err as { code?: unknown }).code === 'ERR_ASSERTION'

import type { Payload } from 'payload'

import { BasePayload, buildConfig } from 'payload'

import { AgendaJobs } from '../../src/collections/AgendaJobs'
import { databaseAdapter } from '../../src/database/adapter'
import { readMany } from '../../src/database/bulk'

// The S3 adapter is one patch release behind the rest on purpose; Payload's check would end the process.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

/** A Payload with the jobs and a collection in which handlers leave a mark each time they run. */
export const startJobs = async (uri: string): Promise<Payload> =>
  new BasePayload().init({
    config: buildConfig({
      collections: [
        AgendaJobs,
        {
          slug: 'marks',
          fields: [
            { name: 'job', type: 'text', required: true },
            { name: 'item', type: 'number' },
            { name: 'process', type: 'text' },
          ],
        },
      ],
      db: databaseAdapter(uri),
      graphQL: { disable: true },
      secret: 'jobs',
      telemetry: false,
      typescript: { autoGenerate: false },
    }),
    disableOnInit: true,
  })

export type Mark = { id: string; item: number; job: string; process: string }

const collection = 'marks'

/** What a handler leaves behind when it has run. */
export const leaveMark = async ({
  item = 0,
  job,
  payload,
}: {
  item?: number
  job: string
  payload: Payload
}): Promise<void> => {
  await payload.db.create({ collection, data: { item, job, process: String(process.pid) } })
}

/** What the handlers of a job have left behind, in every process. */
export const readMarks = (payload: Payload, job: string): Promise<Mark[]> =>
  readMany<Mark>({ collection, payload, where: { job } })

import type { Payload } from 'payload'

import { z } from 'zod'

import { slugs } from '../collections/slugs'
import { defineEndpoint } from './defineEndpoint'

/** A database that has not answered by then counts as gone: a load balancer asks every few seconds. */
const PATIENCE_MS = 2000

/**
 * Whether the database answers a question, which is all a process needs to be useful.
 *
 * @returns false after two seconds without an answer, or on an error
 */
export const isDatabaseReady = async (payload: Payload): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  try {
    await Promise.race([
      payload.db.findOne({ collection: slugs.counters, where: { key: { equals: 'health' } } }),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`No answer in ${PATIENCE_MS} ms`)), PATIENCE_MS)
      }),
    ])
    return true
  } catch (err) {
    payload.logger.error({ err, msg: 'The database does not answer' })
    return false
  } finally {
    clearTimeout(timer)
  }
}

const report = z.object({ database: z.boolean(), status: z.enum(['ready', 'unavailable']) })

/** The same answer as `/health/ready`, through Next and Payload: proves the whole way. */
export const health = defineEndpoint({
  anonymous: true,
  handler: async ({ req }) => {
    const database = await isDatabaseReady(req.payload)
    const body: z.infer<typeof report> = { database, status: database ? 'ready' : 'unavailable' }
    return Response.json(body, { status: database ? 200 : 503 })
  },
  method: 'get',
  output: report,
  path: '/health',
  summary: 'Whether this process can serve requests',
  transaction: false,
  who: () => true,
})

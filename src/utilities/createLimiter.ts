import type { Payload } from 'payload'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'

import { createHash } from 'crypto'
import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible'

type Args = {
  /** Unique among limiters; the counts on MongoDB lie under it. */
  name: string
  /** How many attempts in one window. */
  points: number
  /** The window, from the first attempt; and how long nothing more is taken once they are used up. */
  seconds: number
}

export type Limiter = {
  /** Takes a point back, when the attempt turned out to be honest. */
  giveBack: (payload: Payload, key: string) => Promise<void>
  /** @returns the seconds to wait, or 0 when the attempt may go on */
  take: (payload: Payload, key: string) => Promise<number>
}

/**
 * Counts attempts per key: in memory, or on MongoDB in the database, so that several web processes count together. Keys are
 * stored as digests, for they hold addresses of people.
 */
export const createLimiter = ({ name, points, seconds }: Args): Limiter => {
  const limiters = new WeakMap<Payload, RateLimiterAbstract>()
  const options = { blockDuration: seconds, duration: seconds, keyPrefix: name, points }
  const limiterOf = (payload: Payload): RateLimiterAbstract => {
    const known = limiters.get(payload)
    if (known) return known
    const connection = (payload.db as { connection?: { db?: unknown } }).connection
    const limiter = connection?.db
      ? new RateLimiterMongo({
          ...options,
          insuranceLimiter: new RateLimiterMemory(options),
          storeClient: connection.db,
          tableName: 'rate-limits',
        })
      : new RateLimiterMemory(options)
    limiters.set(payload, limiter)
    return limiter
  }
  return {
    giveBack: async (payload, key) => {
      await limiterOf(payload).reward(digest(key))
    },
    take: async (payload, key) => {
      try {
        await limiterOf(payload).consume(digest(key))
        return 0
      } catch (refusal) {
        const { msBeforeNext } = refusal as { msBeforeNext?: number }
        if (msBeforeNext === undefined) throw refusal
        return Math.max(1, Math.ceil(msBeforeNext / 1000))
      }
    },
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url')

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
  const limiters = new WeakMap<Payload, Promise<RateLimiterAbstract>>()
  const options = { blockDuration: seconds, duration: seconds, keyPrefix: name, points }
  const make = async (payload: Payload): Promise<RateLimiterAbstract> => {
    const connection = (payload.db as { connection?: { db?: unknown } }).connection
    if (!connection?.db) return new RateLimiterMemory(options)
    const limiter = new RateLimiterMongo({
      ...options,
      disableIndexesCreation: true,
      storeClient: connection.db,
      tableName: 'rate-limits',
    })
    // Without the unique key, attempts at the same moment would be counted in several documents.
    await limiter.createIndexes()
    return limiter
  }
  const limiterOf = (payload: Payload): Promise<RateLimiterAbstract> => {
    const limiter = limiters.get(payload) ?? make(payload)
    limiters.set(payload, limiter)
    return limiter
  }
  return {
    giveBack: async (payload, key) => {
      await (await limiterOf(payload)).reward(digest(key))
    },
    take: async (payload, key) => {
      try {
        await (await limiterOf(payload)).consume(digest(key))
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

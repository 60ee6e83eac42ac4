import type { Collection } from 'mongodb'
import type { Payload } from 'payload'

import { createHash } from 'crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

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

type Counter = { giveBack: (key: string) => Promise<void>; take: (key: string) => Promise<number> }

/**
 * Counts attempts per key: in memory, or on MongoDB in the database, so that several web processes count together. Of any number of
 * attempts at the same moment exactly as many get through as there are points. Keys are stored as digests, for they hold
 * addresses of people.
 */
export const createLimiter = (args: Args): Limiter => {
  const counters = new WeakMap<Payload, Promise<Counter>>()
  const counterOf = (payload: Payload): Promise<Counter> => {
    const known = counters.get(payload)
    if (known) return known
    const counter = countIn(payload, args)
    counters.set(payload, counter)
    // A database that was away for a moment must not keep people out for good.
    counter.catch(() => counters.delete(payload))
    return counter
  }
  return {
    giveBack: async (payload, key) => (await counterOf(payload)).giveBack(digest(key)),
    take: async (payload, key) => (await counterOf(payload)).take(digest(key)),
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url')

const countIn = async (payload: Payload, args: Args): Promise<Counter> => {
  const { db } =
    (payload.db as { connection?: { db?: { collection: (name: string) => Collection<Count> } } })
      .connection ?? {}
  if (!db) return countInMemory(args)
  const counts = db.collection('rate-limits')
  await counts.createIndex({ expire: -1 }, { expireAfterSeconds: 0 })
  // Without the unique key, attempts at the same moment would be counted in several documents.
  await counts.createIndex({ key: 1 }, { unique: true })
  return countOnMongoDB({ ...args, counts })
}

const countInMemory = ({ name, points, seconds }: Args): Counter => {
  const limiter = new RateLimiterMemory({
    blockDuration: seconds,
    duration: seconds,
    keyPrefix: name,
    points,
  })
  return {
    giveBack: async (key) => {
      await limiter.reward(key)
    },
    take: async (key) => {
      try {
        await limiter.consume(key)
        return 0
      } catch (refusal) {
        const { msBeforeNext } = refusal as { msBeforeNext?: number }
        if (msBeforeNext === undefined) throw refusal
        return toSeconds(msBeforeNext)
      }
    },
  }
}

type Count = { expire: Date; key: string; points: number }

const DUPLICATE_KEY = 11000

/**
 * Counts by a conditional update of a document that is there. An upsert would make, renew and count it in one, but of several that race
 * for the first one the losers may be counted and be told nothing, which is neither yes nor no.
 */
const countOnMongoDB = ({
  name,
  counts,
  points,
  seconds,
}: { counts: Collection<Count> } & Args): Counter => {
  const windowEnd = () => new Date(Date.now() + seconds * 1000)

  /** Makes the document, or begins its window anew; whoever else does it at the same moment, once. */
  const open = async (key: string, found: Count | null) => {
    if (found)
      return counts.updateOne(
        { expire: found.expire, key },
        { $set: { expire: windowEnd(), points: 0 } },
      )
    try {
      await counts.insertOne({ expire: windowEnd(), key, points: 0 })
    } catch (err) {
      if ((err as { code?: number }).code !== DUPLICATE_KEY) throw err
    }
  }

  const take = async (key: string): Promise<number> => {
    const { modifiedCount } = await counts.updateOne(
      { expire: { $gt: new Date() }, key, points: { $lt: points } },
      { $inc: { points: 1 } },
    )
    if (modifiedCount) return 0
    const found = await counts.findOne({ key })
    if (!found || found.expire.getTime() <= Date.now()) {
      await open(key, found)
      return take(key)
    }
    // A point was given back in between.
    if (found.points < points) return take(key)
    // The first that is refused begins the wait.
    const blocked = await counts.updateOne(
      { key, points },
      { $set: { expire: windowEnd(), points: points + 1 } },
    )
    return blocked.modifiedCount ? seconds : toSeconds(found.expire.getTime() - Date.now())
  }

  return {
    giveBack: async (key) => {
      await counts.updateOne(
        { key: `${name}:${key}`, points: { $gt: 0, $lte: points } },
        { $inc: { points: -1 } },
      )
    },
    take: (key) => take(`${name}:${key}`),
  }
}

const toSeconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000))

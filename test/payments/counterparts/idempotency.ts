import type { Call, Reply } from './serve'

type Stored = { at: number; content: string; reply?: Reply }

export type Rules = {
  /** The first request with this key is still being worked on. */
  underWay: Reply
  /** The key was used for something else. */
  differs: (key: string) => Reply
  /** What an inner error looks like. */
  failure: Reply
  /** Whether an answer is kept and given again. */
  isKept: (reply: Reply, call: Call) => boolean
  ttlMS: number
}

/** How long the effect takes, so that two requests can be under way at the same time. */
const WORK_MS = 25

/** Remembers answers by key, by the rules of a provider, and has the faults happen that concern what is remembered. */
export const createIdempotency = (rules: Rules) => {
  const kept = new Map<string, Stored>()
  return async (call: Call, work: () => Reply): Promise<Reply> => {
    const key = call.headers['idempotency-key'] as string | undefined
    const content = `${call.method} ${call.path} ${call.rawBody}`
    const earlier = key ? kept.get(key) : undefined
    if (earlier && Date.now() - earlier.at < rules.ttlMS) {
      if (earlier.content !== content) return rules.differs(key!)
      return earlier.reply
        ? { ...earlier.reply, headers: { ...earlier.reply.headers, 'Idempotent-Replayed': 'true' } }
        : rules.underWay
    }
    const entry: Stored = { at: Date.now(), content }
    if (key) kept.set(key, entry)
    await new Promise((resolve) => setTimeout(resolve, WORK_MS))
    const done = call.fault === 'errorBefore' ? rules.failure : work()
    const reply = call.fault === 'errorAfter' ? rules.failure : done
    if (key && rules.isKept(reply, call)) entry.reply = reply
    else if (key) kept.delete(key)
    return reply
  }
}

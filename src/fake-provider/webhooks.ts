import { createHmac } from 'crypto'

import type { Merchant, Provider } from './types'

type Waiting = {
  attempts: number
  body: string
  eventID: string
  merchant: string
  number: number
}

const ANSWER_LIMIT_MS = 5_000
const LOOK_MS = 100
const BATCH = 50
/** 1 s, 2 s, 4 s … up to an hour: about three days. */
const MAX_ATTEMPTS = 80
const MAX_WAIT_S = 3_600

/** Signs as Stripe does: `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`. */
export const signWebhook = (args: { body: string; seconds: number; secret: string }): string => {
  const { body, seconds, secret } = args
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${signature}`
}

export type Postman = {
  /**
   * Delivers everything that waits, also what is to come later, until each has been tried once more.
   *
   * @returns how many arrived and how many did not
   */
  flush: () => Promise<{ delivered: number; failed: number }>
  stop: () => Promise<void>
}

/**
 * Delivers webhooks at least once: one after the other per merchant, again and again with growing pauses until a 2xx. What is on its
 * way when the process is killed is sent again.
 */
export const startPostman = ({ clock, store }: Provider): Postman => {
  let isStopped = false
  /** The last delivery to each merchant; the next one waits for it. */
  const queues = new Map<string, Promise<unknown>>()

  const inTurn = <Result>(merchant: string, work: () => Promise<Result>): Promise<Result> => {
    const turn = (queues.get(merchant) ?? Promise.resolve()).then(work)
    const settled = turn.catch(() => undefined)
    queues.set(merchant, settled)
    return turn
  }

  const deliver = async (waiting: Waiting): Promise<boolean> => {
    const merchant = store.get<Merchant>('SELECT * FROM merchants WHERE id = ?', waiting.merchant)!
    const answer = merchant.webhookURL
      ? await post({ body: waiting.body, secret: merchant.webhookSecret, url: merchant.webhookURL })
      : 'no address'
    const isDelivered = /^2\d\d$/.test(answer)
    const attempts = waiting.attempts + 1
    const state = isDelivered
      ? 'delivered'
      : attempts >= MAX_ATTEMPTS || !merchant.webhookURL
        ? 'given up'
        : 'waiting'
    const pause = Math.min(2 ** (attempts - 1), MAX_WAIT_S)
    store.run(
      'UPDATE webhooks SET state = ?, attempts = ?, dueAt = ?, lastAnswer = ? WHERE number = ?',
      state,
      attempts,
      new Date(clock.now() + pause * 1000).toISOString(),
      answer,
      waiting.number,
    )
    return isDelivered
  }

  /** @param until ISO time; undefined for all that wait */
  const deliverAll = async (merchant: string, until?: string) => {
    const tried = new Set<number>()
    const counts = { delivered: 0, failed: 0 }
    while (!isStopped) {
      const waiting = store
        .all<Waiting>(
          `SELECT * FROM webhooks WHERE state = 'waiting' AND merchant = ? AND dueAt <= ? ORDER BY dueAt, number LIMIT ?`,
          merchant,
          until ?? '9999',
          BATCH + tried.size,
        )
        .filter(({ number }) => !tried.has(number))
      if (!waiting.length) break
      for (const each of waiting) {
        if (isStopped) break
        tried.add(each.number)
        ;(await deliver(each)) ? counts.delivered++ : counts.failed++
      }
    }
    return counts
  }

  const waitingMerchants = (until: string) =>
    store.all<{ merchant: string }>(
      `SELECT DISTINCT merchant FROM webhooks WHERE state = 'waiting' AND dueAt <= ?`,
      until,
    )
  const busy = new Set<string>()
  const look = () => {
    const until = clock.iso()
    for (const { merchant } of waitingMerchants(until)) {
      if (busy.has(merchant)) continue
      busy.add(merchant)
      void inTurn(merchant, () => deliverAll(merchant, until))
        .catch(() => undefined)
        .finally(() => busy.delete(merchant))
    }
  }
  const timer = setInterval(look, LOOK_MS)

  return {
    flush: async () => {
      // What is under way is waited for even where nothing waits any more.
      const merchants = new Set([
        ...waitingMerchants('9999').map(({ merchant }) => merchant),
        ...queues.keys(),
      ])
      const all = await Promise.all(
        [...merchants].map((merchant) => inTurn(merchant, () => deliverAll(merchant))),
      )
      return {
        delivered: all.reduce((sum, { delivered }) => sum + delivered, 0),
        failed: all.reduce((sum, { failed }) => sum + failed, 0),
      }
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await Promise.all(queues.values())
    },
  }
}

/** @returns the status, or why there was none */
const post = async ({
  body,
  secret,
  url,
}: {
  body: string
  secret: string
  url: string
}): Promise<string> => {
  try {
    // The time of the sending, by the real clock: a merchant refuses what was signed long ago, and knows nothing of this one's clock.
    const seconds = Math.floor(Date.now() / 1000)
    const answer = await fetch(url, {
      body,
      headers: {
        'Content-Type': 'application/json',
        'Fake-Signature': signWebhook({ body, seconds, secret }),
      },
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    })
    await answer.arrayBuffer()
    return String(answer.status)
  } catch (err) {
    const { cause, message } = err as Error & { cause?: { code?: string } }
    return cause?.code ?? message
  }
}

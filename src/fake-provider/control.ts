import { z } from 'zod'

import type { Postman } from './webhooks'
import type { Answer, Provider } from './types'

import { amountSchema, settleDue, settleNow } from './charges'
import { faultsSchema } from './faults'
import { notFound, parse } from './merchantAPI'
import { takeOverSchema, takeOverTokens } from './takeOver'

const clockSchema = z.union([
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ now: z.iso.datetime() }),
])
const merchantSchema = z.strictObject({
  id: z.string().min(1),
  secretKey: z.string().min(8),
  webhookSecret: z.string().min(8),
  webhookURL: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})
const settleSchema = z.strictObject({
  /** Less than the charge: the bank takes, or gives back, no more than that. */
  amount: amountSchema.optional(),
  reference: z.string(),
  status: z.enum(['declined', 'paid', 'regained', 'returned']),
})

/**
 * What only tests and demonstrations do, and no merchant: set the clock, plan faults, open accounts. There is no key to it; the
 * server listens to its own machine.
 *
 * @param command the last part of `POST /control/…`
 * @throws Refusal
 */
export const control = async (
  provider: Provider,
  { body, command, postman }: { body: unknown; command: string; postman: Postman },
): Promise<Answer> => {
  const { clock, faults, store } = provider
  const ok = (answer: unknown = {}): Answer => ({ body: answer, status: 200 })
  switch (command) {
    case 'clock': {
      const to = parse(clockSchema, body)
      if ('now' in to) clock.set(Date.parse(to.now))
      else clock.advance(to.advanceSeconds)
      settleDue(provider)
      return ok({ now: clock.iso() })
    }
    case 'faults':
      faults.set(parse(faultsSchema, body))
      return ok()
    case 'flush':
      settleDue(provider)
      return ok(await postman.flush())
    case 'merchants': {
      const { id, secretKey, webhookSecret, webhookURL } = parse(merchantSchema, body)
      store.run(
        'INSERT OR REPLACE INTO merchants (id, secretKey, webhookSecret, webhookURL) VALUES (?, ?, ?, ?)',
        id,
        secretKey,
        webhookSecret,
        webhookURL,
      )
      return ok({ id })
    }
    case 'scripts':
      faults.add(parse(faultsSchema.shape.scripts, body))
      return ok()
    case 'settle':
      settleNow(provider, parse(settleSchema, body))
      return ok()
    case 'tokens': {
      const { tokens } = parse(takeOverSchema, body)
      return ok({ tokens: takeOverTokens(provider, tokens) })
    }
    default:
      throw notFound()
  }
}

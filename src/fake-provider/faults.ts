import { createHash } from 'crypto'
import { z } from 'zod'

import type { Store } from './store'

/** What can go wrong with one request that moves money, or opens a set-up. */
const FAULTS = [
  // Answers of the card's bank, whatever the card.
  'soft',
  'hard',
  'expired',
  'needsCustomer',
  // Paid, and taken back later.
  'returned',
  // Accepted, and decided later.
  'pending',
  // Nothing is answered. "Before": nothing is done either.
  'timeoutBefore',
  'timeoutAfter',
  // 503 of something in front, which has done nothing and keeps nothing.
  'errorBefore',
  // 500 of the service itself: the first answer under this key, and so every later one. "Stored": it has done nothing.
  'errorStored',
  'errorAfter',
  'tooManyRequests',
  // Nothing is answered, and it is done a while later: until then a question finds nothing.
  'effectLate',
  // Done, and answered late, in half, or with rubbish.
  'slow',
  'resetHalfway',
  'malformed',
] as const

export type Fault = (typeof FAULTS)[number]

/** What can go wrong with one webhook on its way. */
const WEBHOOK_FAULTS = ['duplicate', 'reorder', 'delay', 'lose'] as const
export type WebhookFault = (typeof WEBHOOK_FAULTS)[number]

const probability = z.number().min(0).max(1)

const scriptSchema = z.strictObject({
  /** Seconds until what comes later comes, or until a slow answer or a late webhook. */
  afterSeconds: z.number().min(0).optional(),
  fault: z.enum(FAULTS).optional(),
  /** Whether a request without an answer is held or cut off. */
  how: z.enum(['cut', 'hold']).optional(),
  match: z.strictObject({
    amount: z.number().int().optional(),
    kind: z.enum(['charge', 'lookup', 'refund', 'setup']).optional(),
    last4: z.string().optional(),
    reference: z.string().optional(),
  }),
  /** What a pending charge becomes. */
  settleTo: z.enum(['declined', 'paid']).optional(),
  /** How often; for ever where it is not said. */
  times: z.number().int().min(1).optional(),
  webhook: z.enum(WEBHOOK_FAULTS).optional(),
})

export const faultsSchema = z.strictObject({
  /** Of questions (GET) instead of effects. */
  lookups: z
    .partialRecord(z.enum(['errorBefore', 'slow', 'timeoutBefore', 'tooManyRequests']), probability)
    .default({}),
  /** Of requests with an effect. Together at most 1. */
  probabilities: z.partialRecord(z.enum(FAULTS), probability).default({}),
  scripts: z.array(scriptSchema).default([]),
  /** The same seed and the same requests meet the same faults, in whatever order they come. */
  seed: z.union([z.number(), z.string()]).default(1),
  webhooks: z.partialRecord(z.enum(WEBHOOK_FAULTS), probability).default({}),
})

export type FaultsDocument = z.infer<typeof faultsSchema>
export type Script = z.infer<typeof scriptSchema>

/** What is asked, as far as scripts look at it. */
export type Subject = {
  amount?: number
  /** Tells one request from another for the dice. */
  key: string
  kind: 'charge' | 'lookup' | 'refund' | 'setup'
  last4?: string
  reference?: string
}

export type Chosen = Pick<Script, 'afterSeconds' | 'how' | 'settleTo'> & { fault?: Fault }

export type Faults = {
  add: (scripts: Script[]) => void
  choose: (subject: Subject) => Chosen
  chooseForWebhook: (subject: Subject) => {
    afterSeconds: number
    fault?: WebhookFault
  }
  set: (document: FaultsDocument) => void
}

/** Decides what goes wrong: scripts first, in their order, each as often as it says; then the dice. */
export const openFaults = (store: Store): Faults => {
  const kept = store.get<{ value: string }>(`SELECT value FROM settings WHERE name = 'faults'`)
  let document = faultsSchema.parse(kept ? JSON.parse(kept.value) : {})
  /** How often each key was tried: a second try throws the dice again. */
  const tries = new Map<string, number>()

  const keep = () =>
    store.run(`INSERT OR REPLACE INTO settings VALUES ('faults', ?)`, JSON.stringify(document))

  const takeScript = (subject: Subject, has: 'fault' | 'webhook') => {
    const script = document.scripts.find((each) => each[has] && matches(each.match, subject))
    if (script?.times !== undefined) {
      script.times -= 1
      document.scripts = document.scripts.filter(({ times }) => times !== 0)
      keep()
    }
    return script
  }
  const roll = <Name extends string>(
    odds: Partial<Record<Name, number>>,
    ...salt: string[]
  ): Name | undefined => {
    let rest = dice(String(document.seed), ...salt)
    return (Object.entries(odds) as [Name, number][]).find(([, odd]) => (rest -= odd) < 0)?.[0]
  }

  return {
    add: (scripts) => {
      document.scripts.push(...scripts)
      keep()
    },
    choose: (subject) => {
      const script = takeScript(subject, 'fault')
      if (script) return script
      const name = `${subject.kind}:${subject.key}`
      const attempt = (tries.get(name) ?? 0) + 1
      tries.set(name, attempt)
      const odds: Partial<Record<Fault, number>> =
        subject.kind === 'lookup' ? document.lookups : document.probabilities
      const fault = roll(odds, name, String(attempt))
      return { fault, how: dice(String(document.seed), name, 'how') < 0.5 ? 'cut' : 'hold' }
    },
    chooseForWebhook: (subject) => {
      const script = takeScript(subject, 'webhook')
      if (script) return { afterSeconds: script.afterSeconds ?? 60, fault: script.webhook }
      return { afterSeconds: 60, fault: roll(document.webhooks, 'webhook', subject.key) }
    },
    set: (next) => {
      document = next
      tries.clear()
      keep()
    },
  }
}

const matches = (match: Script['match'], subject: Subject): boolean =>
  (Object.entries(match) as [keyof Script['match'], unknown][]).every(
    ([name, wanted]) => subject[name] === wanted,
  )

/** @returns a number from 0 up to 1 that depends on nothing but these texts */
const dice = (...texts: string[]): number =>
  createHash('sha256').update(texts.join('\n')).digest().readUInt32BE(0) / 2 ** 32

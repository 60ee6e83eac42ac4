import type { Payload, PayloadRequest } from 'payload'

import type { OutboxState } from './outboxStates'

/** A row as a kind sees it. */
export type OutboxRow<Content = any> = {
  id: string
  /** What the kind answered last time, where it has been asked before. */
  answer: unknown
  /** How often a worker has taken it, this time included. */
  attempts: number
  content: Content
  createdAt: string
  /** What went wrong last time. */
  error: null | string
  institution: string
  /** The idempotency key: the same whenever this row is sent. */
  key: string
  kind: string
  site: null | string
  state: OutboxState
  /** The id of the document it concerns. */
  subject: null | string
}

/** How an attempt came out. `answer` is kept on the row, and what is in `error` is shown to staff. */
export type Outcome<Answer = unknown> =
  /** It is known to have happened. */
  | { answer?: Answer; dueAt?: undefined; error?: undefined; state: 'done' }
  /** It is known not to have happened, and trying again would not help. */
  | { answer?: Answer; dueAt?: undefined; error: string; state: 'failed' }
  /** It is known not to have happened; to be sent again from `dueAt` on. */
  | { answer?: Answer; dueAt: Date; error?: string; state: 'retry' }
  /** Nobody knows. `recover` is asked from `dueAt` on; without one the row stays as it is and a person decides. */
  | { answer?: Answer; dueAt?: Date; error: string; state: 'unknown' }

/** What a person says of an outgoing item of which nobody knows whether it left: it is to be sent again, it arrived, it did not. */
export type Decision = 'again' | 'arrived' | 'notArrived'

/**
 * What a decision comes to: it is settled as if the item had answered so, or sent once more at once. With `asksID` the person may say
 * under which ID the recipient keeps it; it becomes the `providerID` of the answer, and the words `id` and `idHint` are shown.
 */
export type Decided<Answer = unknown> =
  { answer?: Answer; asksID?: boolean; state: 'done' } | { asksID?: undefined; state: 'retry' }

export type SendArgs<Content = any> = {
  payload: Payload
  row: OutboxRow<Content>
  /** Aborts when this process stops or another worker has taken the row over: answer soon, with what is known. */
  signal: AbortSignal
}

/** A way out of the house. Registered once at start-up; a row names its kind. */
export type OutboxKind<Content = any, Answer = any> = {
  name: string
  /** How many rows one worker has in hand at a time. */
  concurrency: number
  /**
   * What staff may say of an unknown row that nobody asks about any more (or see `isSilent`), and what each comes to. None when missing; never that it is sent
   * again where that could cost money.
   */
  decisions?: Partial<Record<Decision, Decided<Answer>>>
  /** Where the words for that stand among the translations. @default 'reprise:outbox' */
  decisionTexts?: string
  /**
   * Whether a person may decide although the row is to be asked about again: nobody has answered for so long that nobody may ever. Never when
   * missing.
   */
  isSilent?: (row: Pick<OutboxRow, 'answer' | 'attempts'>) => boolean
  /**
   * For how long a worker holds a row without a sign of life, in milliseconds; it gives one every third of it, so an attempt may last longer.
   * At most 40 seconds: after a crash a row goes on within a minute.
   */
  leaseMS: number
  /**
   * Finds out, or makes sure without doing it twice, what became of an attempt that was interrupted or came out unknown. A kind without it
   * leaves such a row `unknown` for a person. To send again, answer `retry`.
   */
  recover?: (args: SendArgs<Content>) => Promise<Outcome<Answer>>
  /**
   * Does it, outside any transaction. An error that it throws says nothing about whether it happened, so the row becomes `unknown`: whoever
   * knows better catches it and answers `failed` or `retry`.
   */
  send: (args: SendArgs<Content>) => Promise<Outcome<Answer>>
  /** Writes what follows from each outcome, in the transaction that writes the new state. May run again with the same outcome. */
  settle?: (args: {
    outcome: Outcome<Answer>
    payload: Payload
    req: PayloadRequest
    row: OutboxRow<Content>
  }) => Promise<void>
}

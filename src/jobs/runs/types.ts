import type { Payload, PayloadRequest } from 'payload'

import type { RunState } from './runStates'

/** How often each outcome came, for example `{ reserved: 41, notRenewed: 2 }`; keys of the form `reason:<code>` count reasons. */
export type Counts = Record<string, number>

/** A run as the engine reads it. */
export type Run<Settings = any> = {
  id: string
  batch: null | string
  counts: Counts | null
  createdAt: string
  dueAt: null | string
  error: null | string
  finishedAt: null | string
  institution: string
  kind: string
  phase: number
  /** The last phase whose chunks are all listed. */
  plannedPhase: number
  settings: Settings
  simulation: boolean
  site: string
  startedAt: null | string
  startedBy: null | string
  state: RunState
  title: string
  total: number
}

export type Chunk<Item = any> = {
  id: string
  index: number
  items: Item[]
  phase: number
  size: number
}

export type Phase<Settings, Item> = {
  /** Whether its chunks must be done one after the other, in their order. */
  isSequential: (run: Run<Settings>) => boolean
  /** Lists the work in chunks, reading in pages. May run again from the start after a crash. Writes nothing. */
  plan: (args: { payload: Payload; run: Run<Settings> }) => AsyncGenerator<Item[]>
  /**
   * Reads and decides, outside the transaction; then `write` writes effects and result rows inside it, together with the
   * position. A duplicate key throws it back: everything is read and decided anew.
   */
  process: (args: {
    attempt: number
    chunk: Chunk<Item>
    payload: Payload
    run: Run<Settings>
  }) => Promise<'later' | Processed>
}

/** What a chunk comes to; `later` gives it back, to be looked at again soon. */
export type Processed = {
  counts: Counts
  /** Nothing more is to be done in this phase. */
  exhausted?: boolean
  write: (req: PayloadRequest) => Promise<void>
}

/** A kind of long work. Registered once at start-up; a run names its kind. */
export type RunKind<Settings = any, Item = any> = {
  name: string
  /** Throws what stands in the way of going on with a run that has stopped. */
  beforeResume?: (run: Run<Settings>) => void
  /** What happens once after the last phase, in the transaction that ends the run. */
  finish?: (args: {
    counts: Counts
    payload: Payload
    req: PayloadRequest
    run: Run<Settings>
  }) => Promise<void>
  /** How many items a run of these settings tries at most, which its chunks count as `tried`. All when it is missing or `null`. */
  limit?: (settings: Settings) => null | number
  /** Whether whoever started a run of these settings gets a mail when it has ended. Never when it is missing. */
  notify?: (settings: Settings) => boolean
  /** The translation namespace that knows its outcomes, reasons and next steps. */
  namespace: string
  phases: Phase<Settings, Item>[]
  /** The plugin it belongs to: where that is off, no run of this kind goes on. Kinds of the core have none. */
  plugin?: string
}

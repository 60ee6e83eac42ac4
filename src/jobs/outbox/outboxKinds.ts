import type { OutboxKind } from './types'

const kinds = new Map<string, OutboxKind>()

/** Longer, and what a killed worker held would not go on within a minute. */
const LONGEST_LEASE_MS = 40_000

/**
 * Makes a way out of the house known; plugins do this when they are loaded.
 *
 * @throws an Error when its lease is longer than 40 seconds
 */
export const registerOutboxKind = <Content, Answer>(kind: OutboxKind<Content, Answer>): void => {
  if (kind.leaseMS > LONGEST_LEASE_MS)
    throw new Error(`The lease of "${kind.name}" is longer than ${LONGEST_LEASE_MS} ms.`)
  kinds.set(kind.name, kind)
}

/** The kind of a row. Throws when the plugin that knows it is not installed. */
export const outboxKindNamed = (name: string): OutboxKind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No installed plugin knows how to send "${name}".`)
  return kind
}

/** Every kind that is known. */
export const outboxKinds = (): OutboxKind[] => [...kinds.values()]

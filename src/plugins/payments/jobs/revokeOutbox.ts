import type { OutboxKind, SendArgs } from '../../../jobs/outbox/types'

import { readMany } from '../../../database/bulk'
import { openToken } from '../../../operations/payments/storedMeans'
import { openAccount } from '../operations/openAccount'

export const revokeKind = 'revoke-means'

type Content = { collection: 'aliases' | 'mandates' }

const TRY_AGAIN_MS = 5 * 60_000

const revoke = async ({ payload, row, signal }: SendArgs<Content>) => {
  const [means] = await readMany<{
    id: string
    account: string
    contact: string
    institution: string
    token: string
  }>({ collection: row.content.collection, payload, where: { id: row.subject! } })
  if (!means) return { state: 'done' as const }
  try {
    const { provider } = await openAccount({ accountID: means.account, payload })
    await provider.revokeAlias({
      alias: openToken(means.token, means),
      customer: means.contact,
      signal,
    })
    return { state: 'done' as const }
  } catch (err) {
    return {
      dueAt: new Date(Date.now() + TRY_AGAIN_MS),
      error: err instanceof Error ? err.message : String(err),
      state: 'retry' as const,
    }
  }
}

/** Tells a provider to forget a card. Doing so twice is the same as once, so an interrupted one is simply told again. */
export const revokeOutbox: OutboxKind<Content> = {
  name: revokeKind,
  concurrency: 2,
  leaseMS: 20_000,
  recover: revoke,
  send: revoke,
}

import { randomUUID } from 'crypto'

import type { Provider } from './types'

export type EventKind = 'charge' | 'dispute' | 'refund' | 'setup'
type Subject = { id: string; amount?: number; reference: string; status: string }

/**
 * Puts a webhook on its way: inside the transaction of what it tells of, so that neither is there without the other. Scripts and dice
 * decide here what happens to it.
 */
export const tell = (
  { clock, faults, store }: Provider,
  { kind, merchant, subject }: { kind: EventKind; merchant: string; subject: Subject },
): void => {
  const eventID = `evt_${randomUUID().replaceAll('-', '')}`
  const body = JSON.stringify({
    id: eventID,
    type: `${kind}.${subject.status}`,
    createdAt: clock.iso(),
    data: subject,
  })
  const { afterSeconds, fault } = faults.chooseForWebhook({
    amount: subject.amount,
    key: `${subject.reference}:${kind}:${subject.status}`,
    kind: kind === 'dispute' ? 'charge' : kind,
    reference: subject.reference,
  })
  const put = (state: 'lost' | 'waiting', delaySeconds = 0) =>
    store.run(
      'INSERT INTO webhooks (merchant, eventID, kind, reference, body, state, dueAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
      merchant,
      eventID,
      kind,
      subject.reference,
      body,
      state,
      new Date(clock.now() + delaySeconds * 1000).toISOString(),
    )
  put(
    fault === 'lose' ? 'lost' : 'waiting',
    fault === 'delay' ? afterSeconds : fault === 'reorder' ? REORDER_S : 0,
  )
  if (fault === 'duplicate') put('waiting')
}

/** Long enough for what happens next to overtake it. */
const REORDER_S = 2

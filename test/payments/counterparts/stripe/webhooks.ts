import { sign } from './signature'
import { newID, nowS } from './state'

type Sent = { headers: Record<string, string>; rawBody: string; reference: string }

const sent: Sent[] = []

/** Sends an event to the merchant. @param reference the one it is about, by which tests find it */
export const emit = (type: string, object: unknown, reference: string): void => {
  const event = {
    id: newID('evt'),
    type,
    api_version: '2026-10-28.endive',
    created: nowS(),
    data: { object },
    livemode: false,
    object: 'event',
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
  }
  const rawBody = JSON.stringify(event)
  sent.push({ headers: sign({ rawBody }), rawBody, reference })
}

export const sentAbout = (reference: string): Sent[] =>
  sent.filter((each) => each.reference === reference)

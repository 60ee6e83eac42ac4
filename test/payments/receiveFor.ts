import { randomUUID } from 'crypto'

import type { ProviderEvent } from '../../src/plugins/payments/providers/types'
import type { PayingHouse } from './aPayingHouse'

import { receiveEvents } from '../../src/plugins/payments/operations/receiveEvents'

/** What the provider of a house tells it, of a charge where nothing else is said; each message is a new one unless it has an ID. */
export const receiveFor = (
  { account, institution, payload }: Pick<PayingHouse, 'account' | 'institution' | 'payload'>,
  ...events: (Partial<ProviderEvent> & Pick<ProviderEvent, 'providerID' | 'status'>)[]
) =>
  receiveEvents({
    account: { id: account, institution },
    events: events.map((event) => ({
      eventID: randomUUID(),
      kind: 'charge',
      occurredAt: new Date().toISOString(),
      reference: '',
      ...event,
    })),
    payload,
  })

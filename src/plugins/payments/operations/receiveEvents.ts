import type { Payload, PayloadRequest } from 'payload'

import type { ChargeAnswer, ProviderEvent } from '../providers/types'

import { insertMany, readMany } from '../../../database/bulk'
import { inTransaction, isDuplicateKey } from '../../../database/inTransaction'
import { paymentSlugs } from '../collections/slugs'
import { isOfPart } from '../providers/types'
import { settleCharge } from './settleCharge'

/**
 * Books the messages of a provider. Each counts once, however often it comes; what concerns a charge of another account, or none
 * of ours, changes nothing.
 */
export const receiveEvents = async ({
  account,
  events,
  payload,
}: {
  account: { id: string; institution: string }
  events: readonly ProviderEvent[]
  payload: Payload
}): Promise<void> => {
  for (const event of events) {
    if (event.kind === 'setup') continue
    try {
      await inTransaction({
        payload,
        work: async (req) => {
          await insertMany({
            collection: paymentSlugs.events as 'sites',
            docs: [
              {
                account: account.id,
                eventKey: `${account.id}:${event.eventID}`,
                institution: account.institution,
                occurredAt: event.occurredAt,
                reference: event.reference,
                status: event.status,
              },
            ],
            payload,
            req,
          })
          const [charge] = await readMany({
            collection: paymentSlugs.charges as 'sites',
            payload,
            req,
            select: ['amount', 'currency'],
            where: {
              account: account.id,
              kind: event.kind,
              // What a bank takes back comes with the provider's own id only.
              ...(event.reference
                ? { reference: event.reference }
                : { providerID: event.providerID }),
            },
          })
          if (!charge || (await isOvertaken({ account, event, payload, req }))) return
          await settleCharge({
            answer: answerOf(event, charge as never),
            chargeID: charge.id,
            payload,
            req,
          })
        },
      })
    } catch (err) {
      if (!isDuplicateKey(err)) throw err
    }
  }
}

/** What a message says of a charge. Where a bank has taken back or given back a part, it says that the whole was paid. */
const answerOf = (
  { code, decline, dispute, providerID, status }: ProviderEvent,
  charge: { amount: number; currency: string },
): ChargeAnswer =>
  dispute && isOfPart(dispute, charge)
    ? { disputes: [dispute], providerID, status: 'paid' }
    : { code, decline, providerID, status }

/**
 * Whether a refund that is told to have arrived was refused after that, by a message that came first. Of everything else the order of
 * arrival tells nothing: only here may a bank say yes and then no.
 */
const isOvertaken = async ({
  account,
  event,
  payload,
  req,
}: {
  account: { id: string }
  event: ProviderEvent
  payload: Payload
  req: PayloadRequest
}): Promise<boolean> => {
  if (event.kind !== 'refund' || event.status !== 'paid' || !event.reference) return false
  const refused = await readMany({
    collection: paymentSlugs.events as 'sites',
    payload,
    req,
    select: [],
    where: {
      account: account.id,
      occurredAt: { after: new Date(event.occurredAt) },
      reference: event.reference,
      status: 'declined',
    },
  })
  return refused.length > 0
}

import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateMany } from '../../../../database/bulk'
import { cancelOutbox } from '../../../../operations/outbox'
import { paymentSlugs } from '../../collections/slugs'
import { cardMailKind } from '../../jobs/cardMailKindName'

/** Takes back mails with links that were not sent yet; one that is just leaving goes its way. */
export const takeBackMails = async ({
  linkIDs,
  payload,
  req,
}: {
  linkIDs: readonly string[]
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  if (!linkIDs.length) return
  await cancelOutbox({ payload, req, where: { kind: cardMailKind, subject: linkIDs } })
  const cancelled = await readMany({
    collection: 'outbox',
    payload,
    req,
    select: ['subject'],
    where: { kind: cardMailKind, state: 'cancelled', subject: linkIDs },
  })
  await updateMany({
    collection: paymentSlugs.links as 'sites',
    data: { mailState: 'cancelled' },
    payload,
    req,
    where: { id: cancelled.map(({ subject }) => subject as string), mailState: 'waiting' },
  })
}

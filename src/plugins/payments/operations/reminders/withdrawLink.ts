import type { Payload, PayloadRequest } from 'payload'

import { insertMany, readMany } from '../../../../database/bulk'
import { compareAndSwap } from '../../../../database/compareAndSwap'
import { refuseOutOfReach } from '../../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { takeBackMails } from './takeBackMails'
import { authorOf } from '../../../../utilities/authorOf'

/**
 * Withdraws a personal link; its mail is not sent any more, where it still waits.
 *
 * @throws RepriseError `notFound`; `conflict` for one that is used or withdrawn
 */
export const withdrawLink = async ({
  id,
  payload,
  req,
}: {
  id: string
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  const [link] = await readMany<{
    id: string
    contact: string
    institution: string
    site: string
  }>({
    collection: paymentSlugs.links as 'sites',
    payload,
    req,
    select: ['contact', 'institution', 'site'],
    where: { id },
  })
  if (!link) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: [link], req })
  const withdrawn = await compareAndSwap({
    collection: paymentSlugs.links as 'sites',
    data: { askAt: null, state: 'withdrawn' },
    expected: { and: [{ id: { equals: id } }, { state: { equals: 'open' } }] },
    payload,
    req,
  })
  if (!withdrawn) throw new RepriseError('conflict')
  await takeBackMails({ linkIDs: [id], payload, req })
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action: 'update',
        after: { state: 'withdrawn' },
        before: { state: 'open' },
        document: id,
        institution: link.institution,
        noun: paymentSlugs.links,
        site: link.site,
        ...authorOf(req),
      },
    ],
    payload,
    req,
  })
}

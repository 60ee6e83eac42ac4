import type { Payload, PayloadRequest } from 'payload'

import { insertMany, readMany, updateMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { enqueue } from '../../../operations/outbox'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { revokeKind } from '../jobs/revokeOutbox'
import { authorOf } from '../../../utilities/authorOf'

/**
 * Revokes a stored card or a mandate: from this moment nothing is charged to it, and the provider is told to forget it. Cards and
 * mandates belong to the institution, so staff of one site may too.
 *
 * @throws RepriseError `notFound`; `conflict` for one that is revoked already
 */
export const revokeMeans = async ({
  id,
  collection,
  payload,
  req,
}: {
  id: string
  collection: 'aliases' | 'mandates'
  payload: Payload
  req: PayloadRequest
}): Promise<void> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const [means] = await readMany({ collection, payload, req: own, where: { id } })
      if (!means) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [{ institution: means.institution }], req: own })
      if (means.state === 'revoked') throw new RepriseError('conflict')
      const revokedAt = new Date().toISOString()
      await updateMany({
        collection,
        data: { revokedAt, state: 'revoked' },
        payload,
        req: own,
        where: { id },
      })
      await insertMany({
        collection: 'journal',
        docs: [
          {
            action: 'update',
            after: { revokedAt, state: 'revoked' },
            before: { state: means.state },
            document: id,
            documentTitle: means.title ?? means.reference,
            institution: means.institution,
            noun: collection,
            ...authorOf(own),
          },
        ],
        payload,
        req: own,
      })
      if (means.token)
        await enqueue({
          payload,
          req: own,
          rows: [
            {
              content: { collection },
              institution: means.institution,
              key: `revoke:${collection}:${id}`,
              kind: revokeKind,
              subject: id,
            },
          ],
        })
    },
  })

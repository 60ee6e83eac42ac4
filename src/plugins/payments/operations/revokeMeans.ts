import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { enqueue } from '../../../operations/outbox'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { revokeKind } from '../jobs/revokeOutbox'

/**
 * Revokes a stored card or a mandate: from this moment nothing is charged to it, and the provider is told to forget it.
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
      refuseOutOfReach({ docs: [means as never], req: own })
      if (means.state === 'revoked') throw new RepriseError('conflict')
      await updateMany({
        collection,
        data: { revokedAt: new Date().toISOString(), state: 'revoked' },
        payload,
        req: own,
        where: { id },
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

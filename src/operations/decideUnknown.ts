import type { PayloadRequest } from 'payload'

import type { OutboxRow } from '../jobs/outbox/types'

import { insertMany, readMany } from '../database/bulk'
import { compareAndSwap } from '../database/compareAndSwap'
import { inTransaction } from '../database/inTransaction'
import { outboxKindNamed } from '../jobs/outbox/outboxKinds'
import { RepriseError } from '../utilities/errors'

/** What a person says of an outgoing item of which nobody knows whether it left: it arrived, or it is to be sent again. */
export type Decision = 'again' | 'arrived'

/**
 * Ends the doubt about an outgoing item, on behalf of the person asking; the journal says who.
 *
 * @param id an item that the person has been found to reach
 * @throws RepriseError `conflict` when it is not in doubt (any more), or when its kind still asks by itself or lets nobody decide
 */
export const decideUnknown = async ({
  id,
  decision,
  req,
}: {
  id: string
  decision: Decision
  req: PayloadRequest
}): Promise<void> => {
  const { payload } = req
  await inTransaction({
    payload,
    req,
    work: async (own) => {
      const [row] = await readMany<{ dueAt: null | string } & OutboxRow>({
        collection: 'outbox',
        payload,
        req: own,
        where: { id },
      })
      if (!row || row.dueAt || !outboxKindNamed(row.kind).isDecidedByStaff)
        throw new RepriseError('conflict')
      const now = new Date().toISOString()
      const state = decision === 'again' ? 'waiting' : 'done'
      const decided = await compareAndSwap({
        collection: 'outbox',
        data: decision === 'again' ? { dueAt: now, state } : { error: null, sentAt: now, state },
        expected: {
          and: [
            { id: { equals: id } },
            { state: { equals: 'unknown' } },
            { attempts: { equals: row.attempts } },
          ],
        },
        payload,
        req: own,
      })
      if (!decided) throw new RepriseError('conflict')
      if (decision === 'arrived')
        await outboxKindNamed(row.kind).settle?.({
          outcome: { state: 'done' },
          payload,
          req: own,
          row,
        })
      await insertMany({
        collection: 'journal',
        docs: [
          {
            action: 'update',
            after: { state },
            before: { state: 'unknown' },
            document: id,
            documentTitle: row.key,
            institution: row.institution,
            noun: 'outbox',
            site: row.site,
            user: req.user?.id ?? null,
            userName: (req.user as { name?: string } | null)?.name ?? null,
          },
        ],
        payload,
        req: own,
      })
    },
  })
}

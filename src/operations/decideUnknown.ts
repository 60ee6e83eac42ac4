import type { PayloadRequest } from 'payload'

import type { Decision, OutboxRow } from '../jobs/outbox/types'

import { insertMany, readMany } from '../database/bulk'
import { compareAndSwap } from '../database/compareAndSwap'
import { inTransaction } from '../database/inTransaction'
import { isDecidable } from '../jobs/outbox/isDecidable'
import { outboxKindNamed } from '../jobs/outbox/outboxKinds'
import { RepriseError } from '../utilities/errors'
import { authorOf } from '../utilities/authorOf'

/**
 * Ends the doubt about an outgoing item, on behalf of the person asking; the journal says who. What its kind makes of the decision is
 * written in the same transaction.
 *
 * @param id an item that the person has been found to reach
 * @param providerID under which ID the recipient keeps it, where the person knows
 * @throws RepriseError `conflict` when it is not in doubt (any more), or when its kind still asks by itself with some hope, or lets nobody say so;
 * `invalidInput` for an ID that this decision does not ask for
 */
export const decideUnknown = async ({
  id,
  decision,
  providerID,
  req,
}: {
  id: string
  decision: Decision
  providerID?: string
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
      if (row?.state !== 'unknown') throw new RepriseError('conflict')
      const kind = outboxKindNamed(row.kind)
      if (!isDecidable(row, kind)) throw new RepriseError('conflict')
      const decided = kind.decisions?.[decision]
      if (!decided) throw new RepriseError('conflict')
      const { asksID, ...said } = decided
      if (providerID && !asksID) throw new RepriseError('invalidInput', { field: 'providerID' })
      const outcome =
        said.state === 'done' && providerID
          ? { ...said, answer: { ...said.answer, providerID } }
          : said
      const now = new Date().toISOString()
      const state = outcome.state === 'retry' ? 'waiting' : 'done'
      const isChanged = await compareAndSwap({
        collection: 'outbox',
        data:
          outcome.state === 'retry'
            ? { dueAt: now, state }
            : {
                answer: outcome.answer ?? row.answer ?? null,
                dueAt: null,
                error: null,
                sentAt: now,
                state,
              },
        expected: {
          and: [
            { id: { equals: id } },
            { state: { equals: 'unknown' } },
            // Who is asking about it at this moment has taken it, or has an answer.
            { attempts: { equals: row.attempts } },
          ],
        },
        payload,
        req: own,
      })
      if (!isChanged) throw new RepriseError('conflict')
      if (outcome.state === 'done') await kind.settle?.({ outcome, payload, req: own, row })
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
            ...authorOf(req),
          },
        ],
        payload,
        req: own,
      })
    },
  })
}

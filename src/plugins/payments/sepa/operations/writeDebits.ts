import type { Payload, PayloadRequest } from 'payload'

import type { Collection, Creditor } from '../../../../utilities/bank/directDebits/types'
import type { Sequence } from '../../../../utilities/bank/mandates/mandateSequence'
import type { DebitCharge } from './changeDebits'
import type { DebitFile } from './changeFile'
import type { DebitContent } from './debitTypes'

import { readMany, readPages } from '../../../../database/bulk'
import { refuseOutOfReach } from '../../../../operations/refuseOutOfReach'
import { openDirectDebits } from '../../../../utilities/bank/directDebits/writeDirectDebits'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { openDebit } from './debitContext'
import { toCollection } from './debitSequence'

/**
 * The file for the bank, in pieces: the same bytes whenever it is asked for, since it is made of nothing but what was written down at
 * its release.
 *
 * @throws RepriseError `notFound`; `conflict` for one that is not released
 */
export const writeDebits = async ({
  fileID,
  payload,
  req,
}: {
  fileID: string
  payload: Payload
  req: PayloadRequest
}): Promise<{ messageID: string; pieces: () => AsyncGenerator<string> }> => {
  const [file] = await readMany<
    { creditor: Creditor; releasedAt: string; version: '02' | '08' } & DebitFile
  >({
    collection: paymentSlugs.debitFiles as 'sites',
    payload,
    where: { id: fileID },
  })
  if (!file) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: [file], req })
  if (file.state !== 'released') throw new RepriseError('conflict')
  const { creditor, messageID, releasedAt, version } = file
  const { pieces } = await openDirectDebits({
    collections: () => collectionsOf(fileID, payload),
    createdAt: new Date(releasedAt),
    creditor,
    msgID: messageID,
    version,
  })
  return { messageID, pieces }
}

async function* collectionsOf(fileID: string, payload: Payload): AsyncGenerator<Collection> {
  for await (const page of readPages<DebitCharge>({
    collection: paymentSlugs.charges as 'sites',
    payload,
    select: [
      'account',
      'amount',
      'collectOn',
      'contact',
      'currency',
      'debit',
      'institution',
      'reference',
      'sequence',
    ],
    // What was taken out before the release is not in it.
    where: { debitFile: fileID, state: ['declined', 'paid', 'pending', 'returned'] },
  }))
    for (const charge of page)
      yield toCollection({
        ...charge,
        collectOn: charge.collectOn.slice(0, 10),
        content: openDebit<DebitContent>(charge.debit, charge),
        sequence: charge.sequence as Sequence,
      })
}

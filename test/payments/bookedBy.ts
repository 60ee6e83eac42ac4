import type { Payload } from 'payload'

import { readMany } from '../../src/database/bulk'
import { groupBy } from '../../src/utilities/groupBy'
import { statement } from './bankReports'

/** What the bank says of the collections of a house: all credited, and the first of them sent back. */
export const bookedBy = async ({
  institution,
  payload,
}: {
  institution: string
  payload: Payload
}): Promise<AsyncIterable<Uint8Array>> => {
  const charges = await readMany({
    collection: 'charges' as 'sites',
    payload,
    sort: 'id',
    where: { institution, partID: { not: null } },
  })
  const xml = statement({
    credits: [...groupBy(charges, ({ partID }) => String(partID))].map(([partID, list]) => ({
      amount: list.reduce((sum, { amount }) => sum + Number(amount), 0),
      partID,
    })),
    returns: charges
      .slice(0, 1)
      .map(({ amount, reference }) => ({ amount, code: 'AC04', reference })),
  })
  return (async function* () {
    yield Buffer.from(xml)
  })()
}

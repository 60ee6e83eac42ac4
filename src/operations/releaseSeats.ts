import type { Payload, PayloadRequest } from 'payload'

import { readMany, updateEach } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { releasedSeatKeyOf } from './allocateSeats'

/**
 * Sets the seats of performance lines free. The allocations stay, as history; lines without a seat are passed over.
 *
 * @returns how many seats are free again
 */
export const releaseSeats = async ({
  lineIDs,
  payload,
  req,
}: {
  lineIDs: readonly string[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<number> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const allocations = await readMany<{ id: string; performance: string; seat: string }>({
        collection: 'seat-allocations',
        payload,
        req: own,
        select: ['performance', 'seat'],
        where: { line: lineIDs, state: ['reserved', 'sold'] },
      })
      return updateEach({
        collection: 'seat-allocations',
        docs: allocations.map((allocation) => ({
          id: allocation.id,
          seatKey: releasedSeatKeyOf(allocation),
          state: 'released',
        })),
        payload,
        req: own,
      })
    },
  })

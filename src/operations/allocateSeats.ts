import type { Payload, PayloadRequest } from 'payload'

import { insertMany } from '../database/bulk'
import { isDuplicateKey } from '../database/inTransaction'
import { RepriseError } from '../utilities/errors'

/** A performance line that is to get a seat; its state is the allocation's. */
export type SeatedLine = {
  id: string
  file: string
  institution: string
  performance: string
  seat: string
  site: string
  state: 'reserved' | 'sold'
}

/** The key that keeps everybody else out of a seat while an allocation holds. */
export const seatKeyOf = ({ performance, seat }: { performance: string; seat: string }): string =>
  `${performance}:${seat}`

/** The key of an allocation that no longer holds: the seat is free again, the allocation stays as history. */
export const releasedSeatKeyOf = (allocation: {
  id: string
  performance: string
  seat: string
}): string => `${seatKeyOf(allocation)}:released:${allocation.id}`

/**
 * Gives performance lines their seats: all of them or none. Of any number of callers who want the same seat one gets it.
 *
 * @returns the ids of the allocations, in the order of the lines
 * @throws RepriseError `seatTaken`; the transaction it happened in is over
 */
export const allocateSeats = async ({
  lines,
  payload,
  req,
}: {
  lines: readonly SeatedLine[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<string[]> => {
  try {
    return await insertMany({
      collection: 'seat-allocations',
      docs: lines.map((line) => ({
        file: line.file,
        institution: line.institution,
        line: line.id,
        performance: line.performance,
        seat: line.seat,
        seatKey: seatKeyOf(line),
        site: line.site,
        state: line.state,
      })),
      payload,
      req,
    })
  } catch (err) {
    if (isDuplicateKey(err)) throw new RepriseError('seatTaken')
    throw err
  }
}

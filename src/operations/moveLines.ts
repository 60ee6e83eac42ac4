import type { Payload, PayloadRequest } from 'payload'

import { updateMany } from '../database/bulk'

type State = 'charging' | 'reserved' | 'sold'

/**
 * Brings lines and the seats they hold from one state into another, in the caller's transaction. What is no longer in the first one
 * is left alone.
 *
 * @param of all lines of a file, or these: a subscription with its performances, which hold the seats
 */
export const moveLines = async ({
  from,
  of,
  payload,
  req,
  to,
}: {
  from: State
  of: { file: string } | { lineIDs: string[] }
  payload: Payload
  req: PayloadRequest
  to: State
}): Promise<void> => {
  const move = (
    collection: 'lines' | 'seat-allocations',
    which: Record<string, string | string[]>,
  ) =>
    updateMany({ collection, data: { state: to }, payload, req, where: { ...which, state: from } })
  const [lines, seats] = 'file' in of ? [of, of] : [{ id: of.lineIDs }, { line: of.lineIDs }]
  await move('lines', lines)
  await move('seat-allocations', seats)
}

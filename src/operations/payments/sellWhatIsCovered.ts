import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../database/bulk'
import { sellReservation } from '../sellReservation'

/**
 * Makes a sale of what a file has reserved, once money has come in and the rest is planned: a reservation becomes a sale when it is
 * paid (PRODUCT.md §2), and what is paid in instalments is sold with the first. The caller has brought the file's sums into step.
 */
export const sellWhatIsCovered = async ({
  fileID,
  payload,
  req,
}: {
  fileID: string
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  const [file] = await readMany({
    collection: 'files',
    payload,
    req,
    select: ['paid', 'status', 'total'],
    where: { id: fileID },
  })
  if (file?.status !== 'reserved' && file?.status !== 'mixed') return
  // Of a plan that failed in part, only what came in counts: nobody knows whether the rest will.
  const plans = await readMany({
    collection: 'payments',
    payload,
    req,
    select: [],
    where: { file: fileID, state: ['pending', 'planned'] },
  })
  const toCome = await readMany<{ id: string; amount: number }>({
    collection: 'instalments',
    payload,
    req,
    select: ['amount'],
    where: { payment: plans.map(({ id }) => id), state: ['pending', 'planned'] },
  })
  const covered = toCome.reduce((sum, { amount }) => sum + Number(amount), Number(file.paid))
  if (covered < Number(file.total)) return
  await sellReservation({ fileIDs: [fileID], payload, req, requestedBy: 'institution' })
}

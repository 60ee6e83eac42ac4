import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'
import { sellReservation } from '../../../operations/sellReservation'

/**
 * Makes a sale of what a file has reserved, once money has come in and the rest is planned: a reservation becomes a sale when it is
 * paid (PRODUCT.md §2), and what is paid in instalments is sold with the first.
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
    select: ['status', 'total'],
    where: { id: fileID },
  })
  if (file?.status !== 'reserved' && file?.status !== 'mixed') return
  const payments = await readMany<{ id: string; amount: number; state: string }>({
    collection: 'payments',
    payload,
    req,
    select: ['amount', 'state'],
    where: { file: fileID, state: ['paid', 'pending', 'planned', 'refunded'] },
  })
  const covered = payments.reduce((sum, { amount }) => sum + Number(amount), 0)
  if (covered < Number(file.total)) return
  await sellReservation({ fileIDs: [fileID], payload, req, requestedBy: 'institution' })
}

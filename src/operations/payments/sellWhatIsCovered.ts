import type { Payload, PayloadRequest } from 'payload'

import type { Row } from '../../database/bulk'

import { readMany } from '../../database/bulk'
import { sellReservation } from '../sellReservation'
import { loadOrderSums } from './loadOrderSums'

/**
 * Makes a sale of what a file has reserved, once money has come in and the rest is planned: a reservation becomes a sale when it is
 * paid (PRODUCT.md §2), and what is paid in instalments is sold with the first. Where it is not enough for the whole file, what was
 * charged for one order sells that order. The caller has brought the file's sums into step.
 *
 * @returns the ids of the subscriptions and fees that were sold by it
 */
export const sellWhatIsCovered = async ({
  fileID,
  payload,
  req,
}: {
  fileID: string
  payload: Payload
  req: PayloadRequest
}): Promise<string[]> => {
  const [file] = await readMany({
    collection: 'files',
    payload,
    req,
    select: ['paid', 'status', 'total'],
    where: { id: fileID },
  })
  if (file?.status !== 'reserved' && file?.status !== 'mixed') return []
  const reserved = (
    await readMany({
      collection: 'lines',
      payload,
      req,
      select: ['kind', 'order'],
      where: { file: fileID, state: 'reserved' },
    })
  ).filter(({ kind }) => kind !== 'performance')
  const sums = (await isCovered({ file, payload, req }))
    ? null
    : await loadOrderSums({ orderIDs: reserved.map(({ order }) => order), payload, req })
  const lineIDs = reserved
    .filter(({ order }) => {
      const sum = sums?.get(order)
      return !sum || (sum.paid > 0 && sum.paid + sum.toCome >= sum.total)
    })
    .map(({ id }) => id)
  if (lineIDs.length)
    await sellReservation({ fileIDs: [fileID], lineIDs, payload, req, requestedBy: 'institution' })
  return lineIDs
}

/**
 * Whether what has come in for a file, and what is planned or under way, makes up all that it costs.
 *
 * @param file its id and its sums, in step with its ledger
 */
export const isCovered = async ({
  file,
  payload,
  req,
}: {
  file: Row
  payload: Payload
  req: PayloadRequest
}): Promise<boolean> => {
  // Of a plan that failed in part, only what came in counts: nobody knows whether the rest will.
  const plans = await readMany({
    collection: 'payments',
    payload,
    req,
    select: [],
    where: { file: file.id, state: ['pending', 'planned'] },
  })
  const toCome = await readMany<{ id: string; amount: number }>({
    collection: 'instalments',
    payload,
    req,
    select: ['amount'],
    where: { payment: plans.map(({ id }) => id), state: ['pending', 'planned'] },
  })
  const covered = toCome.reduce((sum, { amount }) => sum + Number(amount), Number(file.paid))
  return covered >= Number(file.total)
}

import type { Payload, PayloadRequest } from 'payload'

import type { FormerState } from './prepareDebits'

import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany, updateEach, updateMany } from '../../../../database/bulk'
import { recomputePayments } from '../../../../operations/payments/recomputePayments'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { changeFile } from './changeFile'
import { openDebit } from './debitContext'

export type DebitCharge = {
  id: string
  account: string
  amount: number
  attemptKey: string
  collectOn: string
  contact: string
  currency: string
  debit: string
  instalment: string
  institution: string
  mandate: string
  payment: string
  reference: string
  sequence: string
}

const charges = paymentSlugs.charges as 'sites'
const files = paymentSlugs.debitFiles as 'sites'

/** The charges that are in a file that is being prepared. */
export const chargesIn = ({
  chargeID,
  fileID,
  payload,
  req,
}: {
  chargeID?: string
  fileID: string
  payload: Payload
  req: PayloadRequest
}): Promise<DebitCharge[]> =>
  readMany<DebitCharge>({
    collection: charges,
    payload,
    req,
    select: [
      'account',
      'amount',
      'attemptKey',
      'collectOn',
      'contact',
      'currency',
      'debit',
      'institution',
      'instalment',
      'mandate',
      'payment',
      'reference',
      'sequence',
    ],
    sort: 'id',
    where: { debitFile: fileID, state: 'open', ...(chargeID && { id: chargeID }) },
  })

/**
 * Takes one collection out of a file before its release: it is due as it was before.
 *
 * @throws RepriseError `notFound`; `conflict` when it is not in the file any more, or the file is released or discarded
 */
export const takeOut = async ({
  chargeID,
  fileID,
  payload,
  req,
}: {
  chargeID: string
  fileID: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<void> =>
  changeFile({
    fileID,
    payload,
    req,
    work: async (file, own) => {
      const [charge] = await chargesIn({ chargeID, fileID, payload, req: own })
      // Somebody else has just taken it out.
      if (!charge) throw new RepriseError('conflict')
      await putBack({ charges: [charge], payload, req: own })
      await updateMany({
        collection: files,
        data: { amount: file.amount - charge.amount, count: file.count - 1 },
        payload,
        req: own,
        where: { id: fileID },
      })
      return { takenOut: charge.reference }
    },
  })

/**
 * Gives up a file before its release: everything in it is due as it was before.
 *
 * @throws RepriseError `notFound`; `conflict` when the file is released or discarded already
 */
export const discardDebits = async ({
  fileID,
  now = new Date(),
  payload,
  req,
}: {
  fileID: string
  now?: Date
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<void> =>
  changeFile({
    fileID,
    payload,
    req,
    work: async (_file, own) => {
      await putBack({
        charges: await chargesIn({ fileID, payload, req: own }),
        payload,
        req: own,
      })
      await updateMany({
        collection: files,
        data: {
          amount: 0,
          count: 0,
          discardedAt: now.toISOString(),
          discardedBy: staffOf(own)?.id ?? null,
          state: 'discarded',
        },
        payload,
        req: own,
        where: { id: fileID },
      })
      return { state: 'discarded' }
    },
  })

/** Undoes the reservation: the attempts were never made, and their keys are free for the next file. */
const putBack = async ({
  charges: list,
  payload,
  req,
}: {
  charges: DebitCharge[]
  payload: Payload
  req: PayloadRequest
}) => {
  if (!list.length) return
  await updateEach({
    collection: charges,
    docs: list.map(({ id, attemptKey }) => ({
      id,
      attemptKey: `${attemptKey}:out:${id}`,
      state: 'cancelled',
    })),
    payload,
    req,
  })
  const instalments = new Map(
    (
      await readMany<{ id: string; attempts: number; state: string }>({
        collection: 'instalments',
        payload,
        req,
        select: ['attempts', 'state'],
        where: { id: list.map(({ instalment }) => instalment) },
      })
    ).map((doc) => [doc.id, doc]),
  )
  await updateEach({
    collection: 'instalments',
    docs: list.flatMap((charge) => {
      const instalment = instalments.get(charge.instalment)
      // What was cancelled or paid meanwhile stays so.
      if (instalment?.state !== 'pending') return []
      const { former } = openDebit<{ former: FormerState }>(charge.debit, charge)
      return [{ id: instalment.id, ...former, attempts: Number(instalment.attempts) - 1 }]
    }),
    payload,
    req,
  })
  await recomputePayments({
    payload,
    paymentIDs: [...new Set(list.map(({ payment }) => payment))],
    req,
  })
}

import type { Payload, PayloadRequest } from 'payload'

import type { FileAction, FileAuthor, FilePlan, WrittenFile } from './fileDocuments'

import { insertMany, newID } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { takeNumbers } from '../database/takeNumbers'
import { toDocuments } from './fileDocuments'

type Args = {
  action: FileAction
  /**
   * First numbers of blocks taken beforehand. A batch takes them outside its transaction: the counter would otherwise make
   * every two lanes wait for each other. Numbers of a chunk that fails are left out, never given twice.
   */
  numbers?: { file: number; order: number }
  payload: Payload
  plans: FilePlan[]
  req?: Partial<PayloadRequest>
  user?: FileAuthor
}

/** How many file and order numbers plans need. */
const numbersNeeded = (plans: FilePlan[]): { file: number; order: number } => ({
  file: plans.length,
  order: plans.reduce((sum, plan) => sum + plan.orders.length, 0),
})

/** Takes blocks of numbers for plans that are about to be written. */
export const takeFileNumbers = async ({
  payload,
  plans,
  req,
}: Pick<Args, 'payload' | 'plans' | 'req'>): Promise<{ file: number; order: number }> => {
  const needed = numbersNeeded(plans)
  const institution = plans[0]?.institution
  if (!institution) return { file: 0, order: 0 }
  return {
    file: await takeNumbers({ count: needed.file, key: `file:${institution}`, payload, req }),
    order: await takeNumbers({ count: needed.order, key: `order:${institution}`, payload, req }),
  }
}

/**
 * Writes whole files with their orders, lines, performance lines, seat allocations, payments and journal, in bulk and in one
 * transaction: all or nothing. All plans are of one institution.
 *
 * @returns per plan: the file's id and number, and the ids of its lines per order
 * @throws an error for which `isDuplicateKey` is true when a seat is taken, a subscription already renewed, or the origin known
 */
export const writeFiles = async ({
  action,
  numbers,
  payload,
  plans,
  req,
  user = null,
}: Args): Promise<WrittenFile[]> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      if (!plans.length) return []
      const first = numbers ?? (await takeFileNumbers({ payload, plans, req: own }))
      const documents = toDocuments({ action, first, newID: () => newID(payload), plans, user })
      await insertMany({ collection: 'files', docs: documents.files, payload, req: own })
      await insertMany({ collection: 'orders', docs: documents.orders, payload, req: own })
      await insertMany({ collection: 'lines', docs: documents.lines, payload, req: own })
      await insertMany({
        collection: 'seat-allocations',
        docs: documents.allocations,
        payload,
        req: own,
      })
      await insertMany({ collection: 'payments', docs: documents.payments, payload, req: own })
      await insertMany({
        collection: 'instalments',
        docs: documents.instalments,
        payload,
        req: own,
      })
      await insertMany({ collection: 'journal', docs: documents.journal, payload, req: own })
      return documents.written
    },
  })

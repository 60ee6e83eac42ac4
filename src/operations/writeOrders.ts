import type { Payload, PayloadRequest } from 'payload'

import type { FileTotals } from './fileStatus'

import { insertMany, newID } from '../database/bulk'
import { takeNumbers } from '../database/takeNumbers'

/** Who does something, for orders and journal. */
export type Actor = { id: string; name?: null | string } | null

/** A file whose ledger an operation adds to. */
export type LedgerFile = {
  id: string
  channel: null | string
  institution: string
  number: number
  site: string
}

/** An order as it was written; its amount in minor units. */
export type WrittenOrder = { id: string; amount: number; fileID: string; number: number }

/** What an operation on existing files says about itself. */
export type OrderArgs = {
  /** Why, as shown on the order: a code of ours or the words of the person. */
  cause?: null | string
  /**
   * First number of a block taken beforehand, one per file. A batch takes it outside its transaction, where the counter would
   * make every two lanes wait for each other.
   */
  numbers?: { order: number }
  payload: Payload
  req?: Partial<PayloadRequest>
  requestedBy: 'institution' | 'public'
  run?: null | string
  user?: Actor
}

/** Adds one order to each of some files of one institution. */
export const writeOrders = async ({
  cause = null,
  entries,
  kind,
  numbers,
  payload,
  paymentDeadline = null,
  req,
  requestedBy,
  run = null,
  user = null,
}: {
  entries: readonly { amount: number; file: LedgerFile }[]
  kind: 'cancellation' | 'reservation' | 'sale'
  paymentDeadline?: null | string
  req: PayloadRequest
} & OrderArgs): Promise<WrittenOrder[]> => {
  if (!entries.length) return []
  const { institution } = entries[0]!.file
  const first =
    numbers?.order ??
    (await takeNumbers({ count: entries.length, key: `order:${institution}`, payload, req }))
  const orders = entries.map(({ amount, file }, i) => ({
    id: newID(payload),
    amount,
    fileID: file.id,
    number: first + i,
  }))
  await insertMany({
    collection: 'orders',
    docs: orders.map(({ id, amount, number }, i) => {
      const { file } = entries[i]!
      return {
        id,
        amount,
        cause,
        channel: file.channel,
        file: file.id,
        institution,
        kind,
        number,
        numberKey: `${institution}:${number}`,
        paymentDeadline,
        requestedBy,
        run,
        searchKey: String(number),
        site: file.site,
        user: user?.id,
      }
    }),
    payload,
    req,
  })
  return orders
}

/** Writes into the journal of each file what an operation did to it. */
export const journalOrders = async ({
  action,
  entries,
  payload,
  req,
  run = null,
  user = null,
}: {
  action: 'cancel' | 'reserve' | 'sell'
  entries: readonly {
    file: LedgerFile
    lines: number
    order: WrittenOrder
    totals?: { after: FileTotals; before: FileTotals }
  }[]
  req: PayloadRequest
} & Pick<OrderArgs, 'payload' | 'run' | 'user'>): Promise<void> => {
  await insertMany({
    collection: 'journal',
    docs: entries.map(({ file, lines, order, totals }) => ({
      action,
      after: { ...totals?.after, lines, order: order.number },
      before: { ...totals?.before },
      document: file.id,
      documentTitle: String(file.number),
      file: file.id,
      institution: file.institution,
      noun: 'files',
      run,
      site: file.site,
      user: user?.id,
      userName: user?.name,
    })),
    payload,
    req,
  })
}

import type { Payload, PayloadRequest } from 'payload'

import type { LedgerFile } from '../writeOrders'

import { deleteMany, insertMany, readMany, updateMany } from '../../database/bulk'
import { cancelLines } from '../cancelLines'
import { recomputeFiles } from '../fileStatus'
import { lockFiles } from '../lockFiles'
import { moveLines } from '../moveLines'
import { writeOrders } from '../writeOrders'
import { settleRows } from './runResults'

type Args = { fileID: string; payload: Payload; req: PayloadRequest }

type Line = {
  id: string
  amount: number
  kind: string
  order: string
  originLine: null | string
  state: string
}

const LINE = ['amount', 'kind', 'order', 'originLine', 'state']

const fileOf = async ({
  fileID,
  payload,
  req,
}: Args): Promise<({ run: null | string } & LedgerFile) | undefined> =>
  (
    await readMany<{ run: null | string } & LedgerFile>({
      collection: 'files',
      payload,
      req,
      select: ['channel', 'institution', 'number', 'run', 'site'],
      where: { id: fileID },
    })
  )[0]

const linesOf = ({ fileID, payload, req }: Args, state: string): Promise<Line[]> =>
  readMany<Line>({
    collection: 'lines',
    payload,
    req,
    select: LINE,
    where: { file: fileID, state },
  })

/** What of a sale was made by a payment: its order, or all where it was for the whole file. What others have paid is not touched. */
const soldBy = async (args: { paymentID: null | string } & Args, lines: Line[]) => {
  const { payload, paymentID, req } = args
  const [payment] = await readMany({
    collection: 'payments',
    payload,
    req,
    select: ['order'],
    where: { id: paymentID },
  })
  return lines.filter(
    ({ order, state }) => state === 'sold' && (!payment?.order || order === payment.order),
  )
}

const journal = async (
  { payload, req }: Args,
  file: LedgerFile & { run?: null | string },
  action: 'chargeFailed' | 'renew',
  after: Record<string, unknown>,
) => {
  await insertMany({
    collection: 'journal',
    docs: [
      {
        action,
        after,
        document: file.id,
        documentTitle: String(file.number),
        file: file.id,
        institution: file.institution,
        noun: 'files',
        run: file.run,
        site: file.site,
      },
    ],
    payload,
    req,
  })
}

/** The first charge went through (or was accepted): what was in the making is sold. A file that is sold already stays so. */
export const keepSale = async (args: { key: string } & Args): Promise<void> => {
  const { fileID, key, payload, req } = args
  const lines = await linesOf(args, 'charging')
  if (!lines.length) return
  const file = (await fileOf(args))!
  await moveLines({ from: 'charging', of: { file: fileID }, payload, req, to: 'sold' })
  const totals = await recomputeFiles({ fileIDs: [fileID], payload, req })
  await journal(args, file, 'renew', { lines: lines.length, ...totals.get(fileID)?.after })
  await settleRows({ fileID, key: `${key}:sold`, outcome: 'sold', payload, req })
}

/**
 * The first charge was declined, and the setting asks for a reservation in its place: what was in the making is reserved until the
 * deadline, without the fees of the payment; a sale that had been made already becomes one by an order that says so.
 *
 * @param paymentID the payment that was declined; what came in for the file in another way stays sold
 */
export const reserveInstead = async (
  args: {
    deadline: null | string
    key: string
    paymentID: null | string
    reason: string
  } & Args,
): Promise<void> => {
  const { deadline, fileID, key, payload, reason, req } = args
  await lockFiles({ fileIDs: [fileID], payload, req })
  const file = (await fileOf(args))!
  const charging = await linesOf(args, 'charging')
  if (charging.length) {
    const fees = charging.filter(({ kind }) => kind === 'fee')
    const amount = charging
      .filter(({ kind }) => kind !== 'fee')
      .reduce((sum, line) => sum + Number(line.amount), 0)
    await deleteMany({
      collection: 'lines',
      payload,
      req,
      where: { id: fees.map(({ id }) => id), state: 'charging' },
    })
    await updateMany({
      collection: 'orders',
      data: { amount, kind: 'reservation', paymentDeadline: deadline },
      payload,
      req,
      where: { id: [...new Set(charging.map(({ order }) => order))] },
    })
    await moveLines({ from: 'charging', of: { file: fileID }, payload, req, to: 'reserved' })
    await settleRows({
      fileID,
      key: `${key}:reserved`,
      outcome: 'reserved',
      payload,
      reason,
      req,
    })
  } else {
    const sold = await soldBy(args, await linesOf(args, 'sold'))
    if (!sold.length) return
    await writeOrders({
      cause: 'chargeDeclined',
      entries: [{ amount: 0, file }],
      kind: 'reservation',
      payload,
      paymentDeadline: deadline,
      req,
      requestedBy: 'institution',
    })
    const fees = sold.filter(({ kind }) => kind === 'fee')
    await cancelLines({
      cause: 'chargeDeclined',
      lineIDs: fees.map(({ id }) => id),
      payload,
      req,
      requestedBy: 'institution',
    })
    await moveLines({
      from: 'sold',
      of: { lineIDs: sold.map(({ id }) => id) },
      payload,
      req,
      to: 'reserved',
    })
    await settleRows({
      fileID,
      from: 'sold',
      key: `${key}:reserved`,
      outcome: 'reserved',
      payload,
      reason,
      req,
    })
  }
  await updateMany({
    collection: 'files',
    data: { paymentDeadline: deadline },
    payload,
    req,
    where: { id: fileID },
  })
  await recomputeFiles({ fileIDs: [fileID], payload, req })
  await journal(args, file, 'chargeFailed', { status: 'reserved' })
}

/**
 * The first charge was declined, and the setting asks for nothing in that case. What was in the making is gone, its seats are free,
 * and last season's file notes why: only a sale in the making is ever deleted, never what stands in the ledger. A sale that had been
 * made already is cancelled.
 *
 * @param former last season's file, as `formerFileOf` tells it
 * @param paymentID the payment that was declined; what came in for the file in another way stays
 */
export const dropSale = async (
  args: {
    former: LedgerFile | undefined
    key: string
    paymentID: null | string
    reason: string
  } & Args,
): Promise<void> => {
  const { fileID, former, key, payload, paymentID, reason, req } = args
  await lockFiles({ fileIDs: [fileID], payload, req })
  const lines = await readMany<Line>({
    collection: 'lines',
    payload,
    req,
    select: LINE,
    where: { file: fileID },
  })
  const charging = lines.filter(({ state }) => state === 'charging')
  const isGone = charging.length > 0 && charging.length === lines.length
  const common = { fileID, key: `${key}:failed`, outcome: 'failed', payload, reason, req } as const
  if (charging.length) {
    await settleRows({ ...common, gone: isGone ? 'file' : 'lines' })
    const where = { file: fileID, state: 'charging' }
    await deleteMany({ collection: 'seat-allocations', payload, req, where })
    await deleteMany({ collection: 'lines', payload, req, where })
    await deleteMany({
      collection: 'orders',
      payload,
      req,
      where: { id: [...new Set(charging.map(({ order }) => order))] },
    })
    const ofFile = { file: fileID }
    await deleteMany({
      collection: 'instalments',
      payload,
      req,
      where: { ...ofFile, payment: paymentID },
    })
    await deleteMany({ collection: 'payments', payload, req, where: { ...ofFile, id: paymentID } })
    if (isGone) await deleteMany({ collection: 'files', payload, req, where: { id: fileID } })
    else {
      // The other subscriptions of the file stay as they are, as if there had been nothing else.
      const totals = await recomputeFiles({ fileIDs: [fileID], payload, req })
      await journal(args, (await fileOf(args))!, 'renew', { ...totals.get(fileID)?.after })
    }
  } else {
    await cancelLines({
      cause: 'chargeDeclined',
      lineIDs: (await soldBy(args, lines))
        .filter(({ kind }) => kind !== 'performance')
        .map(({ id }) => id),
      payload,
      req,
      requestedBy: 'institution',
    })
    await settleRows({ ...common, from: 'sold' })
  }
  if (former) await journal(args, former, 'chargeFailed', {})
}

/** The file of last season that a file was renewed from. */
export const formerFileOf = async (args: Args): Promise<LedgerFile | undefined> => {
  const { fileID, payload, req } = args
  const lines = await readMany<{ id: string; originLine: null | string }>({
    collection: 'lines',
    payload,
    req,
    select: ['originLine'],
    where: { file: fileID },
  })
  const [origin] = await readMany<{ id: string; file: string }>({
    collection: 'lines',
    payload,
    req,
    select: ['file'],
    where: { id: lines.flatMap(({ originLine }) => originLine ?? []) },
  })
  return origin && fileOf({ ...args, fileID: origin.file })
}

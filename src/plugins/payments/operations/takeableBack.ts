import type { PayloadRequest } from 'payload'

import { DateTime } from 'luxon'

import { slugs } from '../../../collections/slugs'
import { readMany } from '../../../database/bulk'
import { lockFiles } from '../../../operations/lockFiles'
import { isBooked } from '../../../operations/payments/bookPayment'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { mayBookPayments } from './mayBookPayments'
import { mayRefund } from './mayRefund'
import { timeZoneOf } from './timeZoneOf'

type Payment = { id: string; chargeKey: string; createdAt: string; state: string }

type Args = {
  fileID: string
  now?: Date
  req: PayloadRequest
  /** Of the site: a day is that of the house. */
  timeZone: string
}

/**
 * Which payments that were noted for a file the person may take back. Who may refund, may all. Who notes payments otherwise, a cashier,
 * may put their own slip right: what they noted themselves, on the same day, while nothing else has happened on the file. The manuals
 * give cashiers a right to cancel that is bounded in time, and more only by hand (manual 3, step 2).
 *
 * @returns their ids
 */
export const takeableBack = async ({
  fileID,
  now = new Date(),
  req,
  timeZone,
}: Args): Promise<Set<string>> => {
  if (!mayBookPayments(req)) return new Set()
  const payments = await readMany<Payment>({
    collection: 'payments',
    payload: req.payload,
    req,
    select: ['chargeKey', 'createdAt', 'state'],
    sort: '-createdAt',
    where: { file: fileID },
  })
  const noted = payments.filter((payment) => isBooked(payment) && payment.state === 'paid')
  if (mayRefund(req)) return new Set(noted.map(({ id }) => id))
  const own = noted[0]
  if (!own || own.id !== payments[0]!.id) return new Set()
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toISODate()
  const isOwn =
    dayOf(new Date(own.createdAt)) === dayOf(now) &&
    (await isNotedBy({ payment: own, req })) &&
    !(await hasMoreHappened({ fileID, req, since: new Date(own.createdAt) }))
  return new Set(isOwn ? [own.id] : [])
}

/**
 * Refuses to take back what is not for this person to take back. It asks when nobody else can change the file any more; what is out of
 * reach, or was not noted, the operation itself refuses.
 *
 * @throws RepriseError `takeBackByOthers`
 */
export const refuseOthersBookings = async ({
  paymentID,
  req,
}: {
  paymentID: string
  /** Carries the transaction in which it is taken back. */
  req: PayloadRequest
}): Promise<void> => {
  const { payload } = req
  if (mayRefund(req)) return
  const [payment] = await readMany({
    collection: 'payments',
    payload,
    req,
    where: { id: paymentID },
  })
  if (!payment || !isBooked(payment as never) || payment.state !== 'paid') return
  refuseOutOfReach({ docs: [{ institution: payment.institution, site: payment.site }], req })
  await lockFiles({ fileIDs: [payment.file], payload, req })
  const timeZone = await timeZoneOf(payment, payload)
  const takeable = await takeableBack({ fileID: payment.file, req, timeZone })
  if (!takeable.has(paymentID)) throw new RepriseError('takeBackByOthers')
}

const isNotedBy = async ({ payment, req }: { payment: Payment; req: PayloadRequest }) =>
  (
    await readMany({
      collection: 'journal',
      payload: req.payload,
      req,
      select: [],
      where: { action: 'pay', document: payment.id, user: String(req.user!.id) },
    })
  ).length > 0

/** Whether there was another order, charge or ticket; the sale that the payment itself has brought about is none. */
const hasMoreHappened = async ({
  fileID,
  req,
  since,
}: { since: Date } & Pick<Args, 'fileID' | 'req'>): Promise<boolean> => {
  const read = (collection: string, select: string[]) =>
    readMany({
      collection: collection as 'orders',
      payload: req.payload,
      req,
      select,
      where: { file: fileID },
    })
  // One after the other: a transaction of MongoDB takes one question at a time.
  const orders = await read(slugs.orders, ['cause', 'createdAt'])
  const charges = await read(paymentSlugs.charges, ['updatedAt'])
  const tickets = await read(slugs.tickets, ['updatedAt'])
  return [
    ...orders.filter(({ cause }) => cause !== 'reservationSold').map(({ createdAt }) => createdAt),
    ...[...charges, ...tickets].map(({ updatedAt }) => updatedAt),
  ].some((at) => new Date(at) >= since)
}

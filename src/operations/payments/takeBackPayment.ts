import type { Payload, PayloadRequest } from 'payload'

import type { Row } from '../../database/bulk'
import type { Booked } from './bookPayment'
import type { OpenInstalment } from './coverInstalments'

import { insertMany, newID, readMany, updateEach, updateMany } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { authorOf } from '../../utilities/authorOf'
import { dayIn } from '../../utilities/dayIn'
import { RepriseError } from '../../utilities/errors'
import { groupBy } from '../../utilities/groupBy'
import { recomputeFiles } from '../fileStatus'
import { lockFiles } from '../lockFiles'
import { refuseOutOfReach } from '../refuseOutOfReach'
import { reserveAgain } from '../reserveAgain'
import { isBooked, soldByNoted } from './bookPayment'
import { BOOKING_TAKEN_BACK, uncoverInstalments } from './coverInstalments'
import { reopenFailures } from './paymentMethods'
import { recomputePayments } from './recomputePayments'
import { isCovered } from './sellWhatIsCovered'

type Args = {
  now?: Date
  payload: Payload
  paymentID: string
  /** Why, in the words of the person; for the journal. */
  reason: string
  req?: Partial<PayloadRequest>
}

/**
 * Takes back a payment that was noted by mistake (see `bookPayment`). It stays in the ledger and is countered by a payment of the same
 * amount below zero, of today: days that were settled up stay as they were. What it stood for is owed again, what it had sold is
 * reserved again, and the failed payment it had closed is open again. Of a file that was cancelled since nothing opens again: only the
 * money that the house seemed to owe is gone.
 *
 * @returns the id of the payment that counters it
 * @throws RepriseError `notFound`; `notBooked` for a payment that nobody has noted by hand; `alreadyTakenBack`
 */
export const takeBackPayment = async ({
  now = new Date(),
  payload,
  paymentID,
  reason,
  req,
}: Args): Promise<string> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const common = { payload, req: own }
      const read = async () =>
        (await readMany({ ...common, collection: 'payments', where: { id: paymentID } }))[0]
      const found = await read()
      if (!found) throw new RepriseError('notFound')
      refuseOutOfReach({
        docs: [{ institution: found.institution, site: found.site }],
        req: own,
      })
      if (!isBooked(found as never)) throw new RepriseError('notBooked')
      // Whoever does it at the same moment waits here, and then sees that it is done.
      await lockFiles({ ...common, fileIDs: [found.file] })
      const payment = (await read())!
      if (payment.state !== 'paid') throw new RepriseError('alreadyTakenBack')
      const { file: fileID, institution, site } = payment
      const id = newID(payload)
      await insertMany({
        ...common,
        collection: 'payments',
        docs: [
          {
            id,
            amount: -payment.amount,
            chargeKey: `taken-back:${paymentID}`,
            contact: payment.contact,
            file: fileID,
            instalments: 1,
            institution,
            method: payment.method,
            paid: -payment.amount,
            paidAt: now.toISOString(),
            refundOf: paymentID,
            site,
            state: 'reversed',
          },
        ],
      })
      await updateMany({
        ...common,
        collection: 'payments',
        data: { state: 'reversed' },
        where: { id: paymentID },
      })
      await recomputeFiles({ ...common, fileIDs: [fileID] })
      const [file] = await readMany({ ...common, collection: 'files', where: { id: fileID } })
      const user = own.user as { id: string; name?: string } | null | undefined
      await insertMany({
        ...common,
        collection: 'journal',
        docs: [
          {
            action: 'takeBack',
            after: { amount: -payment.amount, method: payment.method, reason },
            document: paymentID,
            documentTitle: String(file!.number),
            file: fileID,
            institution,
            noun: 'payments',
            site,
            ...authorOf(own),
          },
        ],
      })
      if (file!.status !== 'cancelled')
        await openAgain({ ...common, file: file!, now, payment, user })
      return id
    },
  })

type Opening = {
  file: Row
  now: Date
  payload: Payload
  payment: Row
  req: PayloadRequest
  user: { id: string; name?: string } | null | undefined
}

const openAgain = async ({ file, now, payload, payment, req, user }: Opening) => {
  const common = { payload, req }
  const instalments = await restorePlans({ file, now, payload, payment, req })
  if (!(await isCovered({ ...common, file })))
    await reserveAgain({
      ...common,
      cause: BOOKING_TAKEN_BACK,
      fileID: file.id,
      lineIDs: soldByNoted(
        await readMany<{ id: string; booked: Booked | null; chargeKey: string }>({
          ...common,
          collection: 'payments',
          select: ['booked', 'chargeKey'],
          where: { file: file.id, state: ['paid', 'reversed'] },
        }),
      ),
      requestedBy: 'institution',
      user: user ?? null,
    })
  await reopenFailures({
    ...common,
    bookedAt: payment.createdAt,
    fileID: file.id,
    instalments,
    now,
  })
}

/** Gives back to the plans of a file what the payment had taken out of them. @returns the parts that have changed */
const restorePlans = async ({ file, now, payload, payment, req }: Omit<Opening, 'user'>) => {
  const common = { payload, req }
  const instalments = await readMany<{ contact: string; index: number } & OpenInstalment>({
    ...common,
    collection: 'instalments',
    select: ['amount', 'contact', 'dueAt', 'index', 'payment', 'reason', 'state'],
    where: {
      file: file.id,
      state: ['cancelled', 'failed', 'paid', 'pending', 'planned', 'returned'],
    },
  })
  const open = instalments
    .filter(({ state }) => state !== 'cancelled' && state !== 'paid')
    .reduce((sum, { amount }) => sum + Number(amount), 0)
  const [site] = await readMany<{ id: string; timeZone: string }>({
    ...common,
    collection: 'sites',
    select: ['timeZone'],
    where: { id: file.site },
  })
  const { changes, others } = uncoverInstalments({
    covered: (payment.booked as Booked | null)?.parts ?? [],
    instalments,
    isoDay: (at) => dayIn(at, site?.timeZone ?? 'UTC'),
    missing: Number(file.balance) - open,
    now,
  })
  await updateEach({ ...common, collection: 'instalments', docs: changes })
  const added = [...groupBy(others, (other) => other.payment)].map(([id, list]) => {
    const parts = instalments.filter((part) => part.payment === id)
    const index = Math.max(...parts.map((part) => Number(part.index))) + 1
    return {
      id: newID(payload),
      amount: list.reduce((sum, { amount }) => sum + amount, 0),
      attempts: 0,
      contact: parts[0]!.contact,
      dueAt: now.toISOString(),
      file: file.id,
      index,
      instalmentKey: `${id}:${index}`,
      institution: file.institution,
      payment: id,
      reason: BOOKING_TAKEN_BACK,
      site: file.site,
      state: 'failed',
    }
  })
  await insertMany({ ...common, collection: 'instalments', docs: added })
  await updateEach({
    ...common,
    collection: 'payments',
    docs: added.map(({ index, payment: id }) => ({ id, instalments: index })),
  })
  const owed = [...changes, ...added]
  await recomputePayments({
    ...common,
    paymentIDs: [...new Set(owed.map((part) => part.payment))],
  })
  return owed.map(({ id }) => id)
}

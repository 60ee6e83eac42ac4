import type { Payload, PayloadRequest } from 'payload'

import type { CoveredPart, OpenInstalment } from './coverInstalments'
import type { PaymentMethodKind } from './paymentMethods'

import { insertMany, newID, readMany, updateMany } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { authorOf } from '../../utilities/authorOf'
import { RepriseError } from '../../utilities/errors'
import { formatAmount } from '../../utilities/formatAmount'
import { recomputeFiles } from '../fileStatus'
import { lockFiles } from '../lockFiles'
import { refuseOutOfReach } from '../refuseOutOfReach'
import { coverInstalments, PAID_OTHERWISE, partsOf } from './coverInstalments'
import { recomputePayments } from './recomputePayments'
import { sellWhatIsCovered } from './sellWhatIsCovered'

/** How the keys of payments that staff have noted begin. */
const BOOKED = 'booked:'

/** Whether a payment was noted by staff, and so can be taken back by them. */
export const isBooked = ({ chargeKey }: { chargeKey: string }): boolean =>
  chargeKey.startsWith(BOOKED)

/** What followed from noting a payment, kept with it: what has to be undone when it was a mistake. */
export type Booked = {
  /** Subscriptions and fees that were reserved, and sold by it. */
  lines: string[]
  parts: CoveredPart[]
}

/** What was sold because of money that staff have noted, whichever of several payments it was that made it enough. @returns ids of lines */
export const soldByNoted = (
  payments: readonly { booked: Booked | null; chargeKey: string }[],
): string[] => payments.filter(isBooked).flatMap(({ booked }) => booked?.lines ?? [])

/** The ways in which money comes in without being charged. */
export const BOOKED_KINDS = [
  'cash',
  'terminal',
  'transfer',
  'voucher',
  'other',
] as const satisfies readonly PaymentMethodKind[]

type Args = {
  /** In minor units; at most what is due. */
  amount: number
  fileID: string
  /** What has this key is booked once, however often it arrives. */
  key: string
  method: (typeof BOOKED_KINDS)[number]
  now?: Date
  /** When the money came in. @default now */
  paidAt?: Date
  payload: Payload
  req?: Partial<PayloadRequest>
}

/**
 * Books money that came in for a file in another way than by a charge: at the counter, by transfer. What is reserved is sold once it is
 * covered. Of a plan of instalments, what this money stands for falls away and is not charged any more.
 *
 * @returns the id of the payment
 * @throws RepriseError `notFound`; `nothingDue`; `alreadyCharging` when so much of it is being charged that this would be paid twice;
 * `paymentTooHigh` with what is due; `alreadyTakenBack` for one of this key that was noted, and taken back since
 */
export const bookPayment = async ({
  amount,
  fileID,
  key,
  method,
  now = new Date(),
  paidAt = now,
  payload,
  req,
}: Args): Promise<string> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const common = { payload, req: own }
      // Two bookings of one file wait for each other, and so see each other.
      await lockFiles({ ...common, fileIDs: [fileID] })
      const [file] = await readMany({ ...common, collection: 'files', where: { id: fileID } })
      if (!file) throw new RepriseError('notFound')
      refuseOutOfReach({
        docs: [{ institution: file.institution, site: file.site }],
        req: own,
      })
      const chargeKey = `${BOOKED}${fileID}:${key}`
      const [known] = await readMany({
        ...common,
        collection: 'payments',
        select: ['state'],
        where: { chargeKey },
      })
      if (known?.state === 'reversed') throw new RepriseError('alreadyTakenBack')
      if (known) return known.id
      const open = await readMany<OpenInstalment>({
        ...common,
        collection: 'instalments',
        select: ['amount', 'dueAt', 'payment', 'reason', 'state'],
        where: { file: fileID, state: ['failed', 'pending', 'planned', 'returned'] },
      })
      const underWay = sumOf(open.filter(({ state }) => state === 'pending'))
      refuseWrongAmount({ amount, file, language: own.i18n?.language, underWay })
      const base = { file: fileID, institution: file.institution, site: file.site }
      const id = newID(payload)
      const payment = { amount, method, paid: amount, paidAt: paidAt.toISOString() }
      const parts = await lowerPlans({
        ...common,
        open: open.filter(({ state }) => state !== 'pending'),
        stillDue: Number(file.balance) - amount - underWay,
      })
      await insertMany({
        ...common,
        collection: 'payments',
        docs: [
          {
            ...base,
            ...payment,
            id,
            booked: { lines: [], parts } satisfies Booked,
            chargeKey,
            contact: file.payer,
            instalments: 1,
            state: 'paid',
          },
        ],
      })
      await insertMany({
        ...common,
        collection: 'journal',
        docs: [
          {
            ...base,
            action: 'pay',
            after: { amount, method, paidAt: payment.paidAt },
            document: id,
            documentTitle: String(file.number),
            noun: 'payments',
            ...authorOf(own),
          },
        ],
      })
      await recomputeFiles({ ...common, fileIDs: [fileID] })
      const lines = await sellWhatIsCovered({ ...common, fileID })
      if (lines.length)
        await updateMany({
          ...common,
          collection: 'payments',
          data: { booked: { lines, parts } satisfies Booked },
          where: { id },
        })
      return id
    },
  })

const sumOf = (parts: readonly { amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + Number(amount), 0)

const refuseWrongAmount = ({
  amount,
  file,
  language,
  underWay,
}: {
  amount: number
  file: Record<string, any>
  language: string | undefined
  underWay: number
}) => {
  const due = Number(file.balance)
  if (file.status === 'charging') throw new RepriseError('alreadyCharging')
  if (file.status === 'cancelled' || due <= 0) throw new RepriseError('nothingDue')
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > due)
    throw new RepriseError('paymentTooHigh', {
      field: 'amount',
      values: { value: formatAmount({ amount: due, currency: file.currency, language }) },
    })
  if (amount > due - underWay) throw new RepriseError('alreadyCharging')
}

/** Takes out of the plans of a file what would now be charged beyond what is due. @returns what that was */
const lowerPlans = async ({
  open,
  payload,
  req,
  stillDue,
}: {
  open: readonly OpenInstalment[]
  payload: Payload
  req: PayloadRequest
  stillDue: number
}): Promise<CoveredPart[]> => {
  const cover = coverInstalments(open, sumOf(open) - stillDue)
  const { cancelled, lowered } = cover
  await updateMany({
    collection: 'instalments',
    data: { nextAttemptAt: null, reason: PAID_OTHERWISE, state: 'cancelled' },
    payload,
    req,
    where: { id: cancelled.map(({ id }) => id) },
  })
  if (lowered) {
    const { by, instalment } = lowered
    await updateMany({
      collection: 'instalments',
      data: { amount: Number(instalment.amount) - by },
      payload,
      req,
      where: { id: instalment.id },
    })
  }
  const touched = [...cancelled, ...(lowered ? [lowered.instalment] : [])]
  await recomputePayments({
    payload,
    paymentIDs: [...new Set(touched.map(({ payment }) => payment))],
    req,
  })
  return partsOf(cover)
}

import type { PayloadRequest } from 'payload'

import type { Booked } from '../../../operations/payments/bookPayment'
import type { Translate } from '../../../utilities/explain'

import { readMany } from '../../../database/bulk'
import { isBooked, soldByNoted } from '../../../operations/payments/bookPayment'
import { methodName } from '../../../operations/payments/paymentMethods'
import { formatAmount } from '../../../utilities/formatAmount'
import { formatMoment } from '../../../utilities/formatMoment'
import { takeableBack } from '../operations/takeableBack'
import { timeZoneOf } from '../operations/timeZoneOf'

/** A payment that staff have noted and can take back, in the words of the person reading. */
export type Noted = {
  id: string
  /** What follows from taking it back, sentence by sentence. */
  consequences: string[]
  title: string
}

type Payment = {
  id: string
  amount: number
  booked: Booked | null
  chargeKey: string
  method: string
  paidAt: string
  state: string
}

/**
 * The noted payments of a file that hold, the newest first, of a file that the person has been found to reach: those that they can take
 * back, and whether there are others, for which they have to ask somebody.
 */
export const loadNoted = async ({
  file,
  req,
}: {
  file: Record<string, any>
  req: PayloadRequest
}): Promise<{ hasOthers: boolean; noted: Noted[] }> => {
  const { payload } = req
  const all = (
    await readMany<Payment>({
      collection: 'payments',
      payload,
      select: ['amount', 'booked', 'chargeKey', 'method', 'paidAt', 'state'],
      sort: '-createdAt',
      where: { file: String(file.id), state: ['paid', 'reversed'] },
    })
  ).filter(isBooked)
  const held = all.filter(({ state }) => state === 'paid')
  if (!held.length) return { hasOthers: false, noted: [] }
  const timeZone = await timeZoneOf(file, payload)
  const takeable = await takeableBack({ fileID: String(file.id), req, timeZone })
  const { language } = req.i18n
  const text = (key: string) => (req.t as Translate)(`payments:desk:${key}`)
  const hasSold = soldByNoted(all).length > 0
  const tell = ({ id, amount, booked, method, paidAt }: Payment): Noted => {
    const title = [
      formatAmount({ amount: Number(amount), currency: file.currency, language }),
      methodName(method, language),
      formatMoment({ at: paidAt, language, style: 'day', timeZone }),
    ].join(', ')
    return {
      id,
      consequences: [
        text('takeBackBody'),
        ...(file.status === 'cancelled'
          ? [text('takeBackCancelled')]
          : [
              text('takeBackDue'),
              ...(booked?.parts.length ? [text('takeBackPlan')] : []),
              ...(hasSold ? [text('takeBackReserved')] : []),
            ]),
        text('takeBackKept'),
      ],
      title,
    }
  }
  const noted = held.filter(({ id }) => takeable.has(id))
  return { hasOthers: noted.length < held.length, noted: noted.map(tell) }
}

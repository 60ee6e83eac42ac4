import type { PayloadRequest } from 'payload'

import type { Translate } from '../../../utilities/explain'
import type { Charge } from '../operations/settleCharge'

import { slugs } from '../../../collections/slugs'
import { findAsPerson, findReferred } from '../../../operations/findAsPerson'
import { describeCard, describeMandate } from '../../../operations/payments/describeMeans'
import { formatAmount } from '../../../utilities/formatAmount'
import { formatMoment } from '../../../utilities/formatMoment'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'
import { accountsByFile } from '../operations/accountsByFile'
import { HELD, PAID_BACK, PAID_TOO_LATE } from '../operations/chargeStates'
import { leftToRefund } from '../operations/leftToRefund'
import { timeZoneOf } from '../operations/timeZoneOf'

/** What a charge brought in and can still be given back. Amounts in minor units. */
export type Refundable = {
  id: string
  currency: string
  /** A bank that collects gives nothing back by itself. */
  isByFile: boolean
  /** It came when nothing was owed for it any more, and is booked nowhere. */
  isTooLate: boolean
  left: number
  /** The card or account it goes back to, in words. */
  means: string
  /** How much came in, when and from where, in the words of the person reading. */
  title: string
}

/** The charges of a file of which something can still be given back, as the person may read them; the newest first. */
export const loadRefundable = async ({
  file,
  req,
}: {
  file: Record<string, any>
  req: PayloadRequest
}): Promise<Refundable[]> => {
  const { payload } = req
  const find = findAsPerson(req)
  const charges = await find(
    paymentSlugs.charges,
    {
      and: [
        { file: { equals: String(file.id) } },
        { kind: { equals: 'charge' } },
        { state: { in: [...HELD] } },
        { or: [{ reason: { exists: false } }, { reason: { not_equals: PAID_BACK } }] },
      ],
    },
    { sort: '-createdAt' },
  )
  if (!charges.length) return []
  const left = await leftToRefund({ charges: charges as unknown as Charge[], payload })
  const open = charges.filter(({ id }) => left.get(id)! > 0)
  const read = (collection: string, field: string, select: string[]) =>
    findReferred(find, { collection, docs: open, field, select })
  const [cards, mandates, byFile, timeZone] = await Promise.all([
    read(slugs.aliases, 'alias', ['expiresAt', 'title']),
    read(slugs.mandates, 'mandate', ['maskedIBAN', 'reference']),
    accountsByFile({ ids: open.map(({ account }) => idOf(account)), payload }),
    timeZoneOf(file, payload),
  ])
  const t = req.t as Translate
  const { language } = req.i18n
  return open.map((charge) => {
    const { currency } = charge
    const card = charge.alias && cards.get(idOf(charge.alias))
    const mandate = charge.mandate && mandates.get(idOf(charge.mandate))
    const means = card
      ? describeCard(card)
      : mandate
        ? t('payments:screens:mandate', { reference: describeMandate(mandate) })
        : charge.reference
    return {
      id: charge.id,
      currency,
      isByFile: byFile.has(idOf(charge.account)),
      isTooLate: charge.reason === PAID_TOO_LATE,
      left: left.get(charge.id)!,
      means,
      title: [
        formatAmount({ amount: Number(charge.amount), currency, language }),
        formatMoment({
          at: charge.settledAt ?? charge.createdAt,
          language,
          style: 'day',
          timeZone,
        }),
        means,
      ].join(', '),
    }
  })
}

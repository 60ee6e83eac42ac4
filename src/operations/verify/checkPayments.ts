import type { FileLedger, Finding } from './types'

import { groupBy } from '../../utilities/groupBy'
import { paymentTotals } from '../payments/recomputePayments'

const STANDING = new Set(['paid', 'refunded', 'reversed'])

/** Payments and their instalments: the parts add up to the whole to the cent, and what is received follows from them. */
export const checkPayments = ({ instalments, payments }: FileLedger): Finding[] => {
  const findings: Finding[] = []
  const say = (
    { id }: { id: string },
    code: Finding['code'],
    actual: Finding['actual'],
    expected: Finding['expected'],
    collection = 'payments',
  ) => findings.push({ id, actual, code, collection, expected })

  const partsOf = groupBy(instalments, ({ payment }) => payment)
  const known = new Set(payments.map(({ id }) => id))
  for (const part of instalments)
    if (!known.has(part.payment))
      say(part, 'instalmentElsewhere', part.payment, null, 'instalments')
  for (const payment of payments) {
    const parts = partsOf.get(payment.id)
    if (!parts) {
      // Paid in the past, in another way, given back, or noted by mistake and countered: it stands for itself.
      const expected = STANDING.has(payment.state) ? payment.amount : 0
      if (Number(payment.paid) !== expected) say(payment, 'paymentPaid', payment.paid, expected)
      continue
    }
    const sum = parts.reduce((total, { amount }) => total + Number(amount), 0)
    if (sum !== Number(payment.amount)) say(payment, 'paymentAmount', payment.amount, sum)
    const expected = paymentTotals(parts)
    if (Number(payment.paid) !== expected.paid)
      say(payment, 'paymentPaid', payment.paid, expected.paid)
    if (payment.state !== expected.state)
      say(payment, 'paymentState', payment.state, expected.state)
  }
  return findings
}

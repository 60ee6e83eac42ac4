import type { Payload, PayloadRequest } from 'payload'

import type { Translate } from '../../utilities/explain'
import type { DemoProvider } from './demoProvider'

import { formatAmount } from '../../utilities/formatAmount'
import { causeText } from '../../plugins/payments/translations/causeText'
import { loadFailedPayments } from '../../plugins/payments/views/loadFailedPayments'
import { compareLedgers } from './compareLedgers'
import { repairFailedPayment } from './repairFailedPayment'

type Args = {
  institution: string
  payload: Payload
  provider: DemoProvider
  req: PayloadRequest
  say: (line?: string) => void
}

/** How a charge stands, as it is said on the terminal. */
const STATES: Record<string, string> = {
  declined: 'declined',
  needsCustomer: 'to be confirmed by the customer',
  paid: 'paid',
  pending: 'on their way (direct debits)',
}

/**
 * Tells of the payments after the renewals: what failed and why, how one of them is put right, and that the provider has the same in its
 * books.
 *
 * @throws when nothing failed that could be put right, or the books differ
 */
export const showPayments = async ({
  institution,
  payload,
  provider,
  req,
  say,
}: Args): Promise<void> => {
  const { failures, groups } = await loadFailedPayments({ req })
  say()
  say(`Failed payments: ${groups.reduce((sum, { count }) => sum + count, 0)}`)
  for (const { amounts, cause, count } of groups)
    say(
      `  ${String(count).padStart(7)}  ${causeText(cause, req.t as Translate)} (${amounts.map((sum) => formatAmount(sum)).join(', ')})`,
    )
  const failure = failures.find(
    ({ card, cause, mayCharge, mayRemind }) =>
      card && mayCharge && mayRemind && cause !== 'declinedForNow',
  )
  if (!failure) throw new Error('No payment has failed that a new card could repair.')
  say()
  say(
    `One of them is put right: ${failure.contact.name}, file ${failure.file?.number}, ${formatAmount(failure)}`,
  )
  say(`  before: ${failure.card}. ${causeText(failure.cause, req.t as Translate)}`)
  const { card, fileNumber } = await repairFailedPayment({ failure, payload, req })
  say(
    `  after: the customer got a personal link by mail and stored ${card} on the provider’s page; charged again, and paid.`,
  )
  say(`  What was to be charged on file ${fileNumber} was a reservation, and is sold.`)
  const sums = await compareLedgers({ institution, payload, provider })
  say()
  say('The provider’s ledger and our charges are the same, charge by charge:')
  for (const { amount, count, currency, state } of sums)
    say(
      `  ${String(count).padStart(7)}  ${STATES[state] ?? state}, ${formatAmount({ amount, currency })}`,
    )
}

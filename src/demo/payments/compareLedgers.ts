import type { Payload } from 'payload'

import type { DemoProvider } from './demoProvider'

import { readMany } from '../../database/bulk'
import { DEMO_MERCHANT } from './createDemoPayments'

type Sum = { amount: number; count: number; currency: string; state: string }

/**
 * Compares every charge with the books of the provider: the same ones, none twice, with the same amount and state.
 *
 * @returns what there is, by state and currency; amounts in minor units
 * @throws an Error that names the first that differs
 */
export const compareLedgers = async ({
  institution,
  payload,
  provider,
}: {
  institution: string
  payload: Payload
  provider: DemoProvider
}): Promise<Sum[]> => {
  const ours = await readMany({
    collection: 'charges' as 'sites',
    payload,
    select: ['amount', 'currency', 'reference', 'state'],
    where: { institution },
  })
  const { charges } = await provider.readLedger()
  const theirs = charges.filter(({ merchant }) => merchant === DEMO_MERCHANT)
  const written = (charge: Record<string, any>, state: unknown): string =>
    [charge.reference, charge.amount, charge.currency, state].join(' ')
  const [here, there] = [
    ours.map((charge) => written(charge, charge.state)),
    theirs.map((charge) => written(charge, charge.status)),
  ].map((list) => list.sort())
  const odd =
    here!.find((line, i) => line !== there![i]) ?? there!.find((line, i) => line !== here![i])
  if (odd) throw new Error(`The provider's ledger and our charges differ: ${odd}`)
  const sums = new Map<string, Sum>()
  for (const { amount, currency, state } of ours) {
    const sum = sums.get(`${state} ${currency}`) ?? { amount: 0, count: 0, currency, state }
    sums.set(`${state} ${currency}`, {
      ...sum,
      amount: sum.amount + Number(amount),
      count: sum.count + 1,
    })
  }
  return [...sums.values()].sort((a, b) => b.count - a.count)
}

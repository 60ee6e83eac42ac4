import type { FileLedger, Finding } from './types'

import { fileTotals } from '../fileStatus'

/** Amounts and status: each order is the sum of its lines less those it cancels, and the file follows from its ledger. */
export const checkSums = ({ file, lines, orders, payments }: FileLedger): Finding[] => {
  const findings: Finding[] = []
  const amounts = new Map<string, number>()
  const add = (order: null | string, amount: number) => {
    if (order) amounts.set(order, (amounts.get(order) ?? 0) + amount)
  }
  for (const { amount, cancelledBy, order } of lines) {
    add(order, Number(amount))
    add(cancelledBy, -Number(amount))
  }
  for (const { id, amount } of orders) {
    const expected = amounts.get(id) ?? 0
    if (Number(amount) !== expected)
      findings.push({ id, actual: amount, code: 'orderAmount', collection: 'orders', expected })
  }
  const expected = fileTotals({ lines, orders, payments })
  const say = (code: Finding['code'], key: keyof typeof expected) => {
    if (file[key] !== expected[key])
      findings.push({
        id: file.id,
        actual: file[key],
        code,
        collection: 'files',
        expected: expected[key],
      })
  }
  say('fileTotal', 'total')
  say('filePaid', 'paid')
  say('fileBalance', 'balance')
  say('fileStatus', 'status')
  return findings
}

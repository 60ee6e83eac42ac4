import type { Values } from './readMessage'
import type { BankBalance, BankStatement } from './types'

import { BankFileRefused } from './types'
import { dayOf, moneyAt, textOf } from './values'

/** What stands at the head of a statement, report or notification. */
export const readStatement = ({
  balances,
  values,
}: {
  balances: Values[]
  values: Values
}): BankStatement => ({
  id: textOf(values, 'Id') ?? '',
  type: 'statement',
  balances: balances.map(readBalance),
  createdAt: textOf(values, 'CreDtTm'),
  currency: textOf(values, 'Acct/Ccy'),
  iban: textOf(values, 'Acct/Id/IBAN')?.replace(/\s/g, '').toUpperCase() ?? null,
  otherAccount: textOf(values, 'Acct/Id/Othr/Id'),
  owner: textOf(values, 'Acct/Ownr/Pty/Nm', 'Acct/Ownr/Nm'),
  sequenceNumber: textOf(values, 'ElctrncSeqNb', 'LglSeqNb'),
})

const readBalance = (values: Values): BankBalance => {
  const money = moneyAt(values, 'Amt')
  if (!money) throw new BankFileRefused('valueMissing', 'Bal/Amt')
  const { amount, currency } = money
  return {
    amount: textOf(values, 'CdtDbtInd') === 'DBIT' ? -amount : amount,
    code: textOf(values, 'Tp/CdOrPrtry/Cd', 'Tp/CdOrPrtry/Prtry') ?? '',
    currency,
    date: dayOf(values, 'Dt'),
  }
}

import type { Values } from './readMessage'
import type { BankTransaction, Movement } from './types'
import type { createKeys } from './transactionKey'

import { findReferences } from './findReferences'
import { dayOf, type Money, moneyAt, textOf, textsOf } from './values'

/** Families of direct debits that we handed in, or that were handed in at our bank (ISO 20022, external bank transaction codes). */
const DIRECT_DEBITS = new Set(['IDDT', 'RDDT'])

/** Sub-families by which a collection is undone: unpaid or returned, reversed, cancelled. */
const UNDONE = new Set(['PRDD', 'RCDD', 'RRTN', 'UPDD'])

/** What banks in Switzerland say of reading a slip, "?REJECT?0", "?ERROR?000": no remark of the payer. */
const TECHNICAL = /^\?(?:ERROR|REJECT)\?/

export type EntryFacts = {
  account: string
  accountCurrency: null | string
  entryIndex: number
  isBooked: boolean
  keysFor: ReturnType<typeof createKeys>
  money: Money
  values: Values
}

/**
 * A transaction of an entry, or the entry itself where it comes without any.
 *
 * @param batchID the part of a file of ours that the batch it stands in names
 * @param isOnly whether the entry has no other: then amounts and remarks of the entry are its own
 */
export const toTransaction = ({
  batchID,
  entry,
  index,
  isOnly,
  values,
}: {
  batchID: null | string
  entry: EntryFacts
  index: number
  isOnly: boolean
  values: Values
}): BankTransaction => {
  const money = moneyOf({ entry, isOnly, values })
  const returnCode = textOf(values, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry')
  const returnText = textsOf(values, 'RtrInf/AddtlInf').join(' ') || null
  const movement = movementOf({ entry, isReturned: Boolean(returnCode ?? returnText), values })
  const endToEndID = textOf(values, 'Refs/EndToEndId')
  const remarks = textsOf(values, 'RmtInf/Ustrd', 'RmtInf/Strd/AddtlRmtInf').filter(
    (text) => !TECHNICAL.test(text),
  )
  const more = textsOf(values, 'AddtlTxInf')
  const ofEntry = isOnly ? textsOf(entry.values, 'AddtlNtryInf', 'NtryRef') : []
  const facts = {
    amount: money?.amount ?? null,
    currency: money?.currency ?? entry.money.currency,
    endToEndID: endToEndID === 'NOTPROVIDED' ? null : endToEndID,
    movement,
    references: findReferences({
      sent: textsOf(values, 'RmtInf/Strd/CdtrRefInf/Ref'),
      texts: [...remarks, ...more, ...ofEntry],
    }),
    uetr: textOf(values, 'Refs/UETR')?.toLowerCase() ?? null,
    valueDate: dayOf(entry.values, 'ValDt'),
  }
  const bankReferences = [textOf(entry.values, 'AcctSvcrRef'), textOf(values, 'Refs/AcctSvcrRef')]
  return {
    type: 'transaction',
    ...facts,
    ...entry.keysFor({ ...facts, account: entry.account, bankReferences, index }),
    batchID: textOf(values, 'Refs/PmtInfId') ?? batchID,
    bookingDate: dayOf(entry.values, 'BookgDt'),
    counterparty: counterpartyOf({ movement, values }),
    entryIndex: entry.entryIndex,
    mandateReference: textOf(values, 'Refs/MndtId'),
    movesMoney: entry.isBooked,
    paymentCount: 1,
    returnCode,
    returnText,
    text: remarks.join(' ') || more.join(' ') || textOf(entry.values, 'AddtlNtryInf') || '',
  }
}

/** What a transaction is worth in the currency of its entry; only where that is nowhere said, in another. */
const moneyOf = ({
  entry: { accountCurrency, money },
  isOnly,
  values,
}: {
  entry: EntryFacts
  isOnly: boolean
  values: Values
}): Money | undefined => {
  const instructed = moneyAt(values, 'AmtDtls/InstdAmt/Amt')
  const said = [
    moneyAt(values, 'Amt'),
    moneyAt(values, 'AmtDtls/TxAmt/Amt'),
    instructed?.currency === (accountCurrency ?? money.currency) ? instructed : undefined,
  ].filter((one) => one !== undefined)
  return said.find(({ currency }) => currency === money.currency) ?? (isOnly ? money : said[0])
}

const movementOf = ({
  entry,
  isReturned,
  values,
}: {
  entry: EntryFacts
  isReturned: boolean
  values: Values
}): Movement => {
  const isCredit = textOf(values, 'CdtDbtInd') ?? textOf(entry.values, 'CdtDbtInd')
  const isReversal = /^(?:1|true)$/.test(textOf(entry.values, 'RvslInd') ?? '')
  const code = (part: string) =>
    textOf(values, `BkTxCd/Domn/Fmly/${part}`) ??
    textOf(entry.values, `BkTxCd/Domn/Fmly/${part}`) ??
    ''
  const isUndone = DIRECT_DEBITS.has(code('Cd')) && UNDONE.has(code('SubFmlyCd'))
  const isBack = isReturned || isReversal || isUndone
  if (isCredit === 'CRDT') return isBack ? 'cameBack' : 'received'
  return isBack ? 'takenBack' : 'sent'
}

/** Who is on the other side: the payer of what came in, also when it is taken back, and the payee of what went out. */
const counterpartyOf = ({ movement, values }: { movement: Movement; values: Values }) => {
  const isPayer = movement === 'received' || movement === 'takenBack'
  const roles = isPayer ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr']
  const names = roles.flatMap((role) => [`RltdPties/${role}/Pty/Nm`, `RltdPties/${role}/Nm`])
  return {
    name: textOf(values, ...names),
    iban: textOf(values, `RltdPties/${isPayer ? 'Dbtr' : 'Cdtr'}Acct/Id/IBAN`),
  }
}

import type { MessageVisitor, Values } from './readMessage'
import type { BankFileEvent, BankStatement, BankWarning, CamtKind } from './types'

import { readStatement } from './readStatement'
import { type EntryFacts, toTransaction } from './toTransaction'
import { createKeys } from './transactionKey'
import { BankFileRefused } from './types'
import { moneyAt, requiredText, textOf } from './values'

type Batch = { count: number; sum: number; values: Values }

type OpenEntry = EntryFacts & {
  batches: Batch[]
  count: number
  /** The first transaction waits for a second: only then is it known whether the entry's amount is its own. */
  first?: { batch: Batch; values: Values }
  sum: number
  warnings: BankWarning[]
}

type OpenStatement = {
  balances: Values[]
  entries: number
  keysFor: ReturnType<typeof createKeys>
  statement?: BankStatement
  /** Booked entries, in the currency of the account. */
  sum: number
  values: Values
}

/**
 * Turns the records of a camt message into events, which gather in a list until they are taken.
 *
 * @param maxEntries how many entries, and how many transactions, the file may hold
 * @returns the list and the visitor that fills it
 */
export const createCamtVisitor = ({ maxEntries }: { maxEntries: number }) => {
  const events: BankFileEvent[] = []
  const counts = { entries: 0, statements: 0, transactions: 0 }
  let kind: CamtKind = 'camt.053'
  let version = ''
  let open: OpenStatement | undefined
  let entry: OpenEntry | undefined
  let entryValues: undefined | Values

  /** What stands before the entries, all of it, once the first begins or there is none. */
  const beginStatement = (): OpenStatement => {
    if (!open!.statement) {
      open!.statement = readStatement({ balances: open!.balances, values: open!.values })
      events.push(open!.statement)
    }
    return open!
  }

  const beginEntry = (values: Values): OpenEntry => {
    const { entries, keysFor, statement } = beginStatement()
    const money = moneyAt(values, 'Amt')
    if (!money) throw new BankFileRefused('valueMissing', 'Ntry/Amt')
    const direction = requiredText(values, 'CdtDbtInd', 'Ntry')
    if (direction !== 'CRDT' && direction !== 'DBIT')
      throw new BankFileRefused('valueMissing', 'Ntry/CdtDbtInd')
    return {
      account: statement!.iban ?? statement!.otherAccount ?? '',
      accountCurrency: statement!.currency,
      batches: [],
      count: 0,
      entryIndex: entries,
      isBooked: statusOf(values) === 'BOOK',
      keysFor,
      money,
      sum: 0,
      values,
      warnings: [],
    }
  }

  const pushTransaction = ({
    batch,
    index,
    isOnly,
    values,
  }: {
    batch?: Batch
    index: number
    isOnly: boolean
    values: Values
  }) => {
    const of = entry!
    if (++counts.transactions > maxEntries) throw new BankFileRefused('tooManyEntries', maxEntries)
    const { values: said } = batch ?? of.batches[0] ?? {}
    const batchID = said ? textOf(said, 'Btch/PmtInfId') : null
    const transaction = toTransaction({ batchID, entry: of, index, isOnly, values })
    if (values === of.values) {
      const announced = Number(
        of.batches[0]?.values && textOf(of.batches[0].values, 'Btch/NbOfTxs'),
      )
      if (announced > 1) transaction.paymentCount = announced
    }
    const { amount, currency } = transaction
    if (amount === null)
      of.warnings.push({ actual: '', code: 'amountUnknown', expected: of.money.amount })
    const signed = currency === of.money.currency ? (amount ?? 0) : 0
    const isCredit = transaction.movement === 'received' || transaction.movement === 'cameBack'
    const value = isCredit === isCreditOf(of.values) ? signed : -signed
    of.sum += value
    if (batch) {
      batch.count++
      batch.sum += value
    }
    events.push(transaction)
  }

  const onTransaction = (values: Values) => {
    const of = entry!
    const batch = of.batches.at(-1)!
    of.count++
    if (of.count === 1) {
      of.first = { batch, values }
      return
    }
    if (of.first) pushTransaction({ ...of.first, index: 0, isOnly: false })
    of.first = undefined
    pushTransaction({ batch, index: of.count - 1, isOnly: false, values })
  }

  const endEntry = (values: Values) => {
    entry ??= beginEntry(values)
    const of = entry
    if (of.first) pushTransaction({ ...of.first, index: 0, isOnly: true })
    if (!of.count) pushTransaction({ index: 0, isOnly: true, values })
    const status = statusOf(values)
    if (!status) of.warnings.push({ actual: '', code: 'statusUnknown', expected: 'BOOK' })
    if (of.count) of.warnings.push(...batchWarnings(of))
    if (of.sum !== of.money.amount)
      of.warnings.push({ actual: of.sum, code: 'entryTotal', expected: of.money.amount })
    const { amount, currency } = of.money
    const isCredit = isCreditOf(values)
    const { entryIndex, warnings } = of
    events.push({
      type: 'entry',
      amount,
      currency,
      entryIndex,
      isCredit,
      status,
      transactions: Math.max(of.count, 1),
      warnings,
    })
    if (of.isBooked && currency === (of.accountCurrency ?? currency))
      open!.sum += isCredit ? amount : -amount
    open!.entries++
    entry = undefined
    entryValues = undefined
  }

  const endStatement = () => {
    const { entries, statement, sum, values } = beginStatement()
    counts.statements++
    const warnings: BankWarning[] = []
    const announced = textOf(values, 'TxsSummry/TtlNtries/NbOfNtries')
    if (announced && Number(announced) !== entries)
      warnings.push({ actual: entries, code: 'entryCount', expected: announced })
    const balance = (...codes: string[]) =>
      statement!.balances.find(
        ({ code, currency }) =>
          codes.includes(code) && currency === (statement!.currency ?? currency),
      )
    const opening = balance('OPBD') ?? balance('PRCD')
    const closing = balance('CLBD')
    if (opening && closing && opening.amount + sum !== closing.amount)
      warnings.push({ actual: opening.amount + sum, code: 'balance', expected: closing.amount })
    events.push({ type: 'statementEnd', warnings })
    open = undefined
  }

  const visitor: MessageVisitor = {
    onEnd: (path, values) => {
      if (path === 'GrpHdr')
        events.push({
          type: 'message',
          createdAt: textOf(values, 'CreDtTm'),
          kind,
          messageID: textOf(values, 'MsgId') ?? '',
          version,
        })
      else if (path === 'Stmt/Bal') open!.balances.push(values)
      else if (path === 'Stmt/Ntry/NtryDtls/TxDtls') onTransaction(values)
      else if (path === 'Stmt/Ntry') endEntry(values)
      else if (path === 'Stmt') endStatement()
    },
    onMessage: (message) => {
      kind = message.kind as CamtKind
      version = message.version
    },
    onStart: (path, values) => {
      if (path === 'Stmt')
        open = { balances: [], entries: 0, keysFor: createKeys(), sum: 0, values }
      else if (path === 'Stmt/Ntry') {
        if (++counts.entries > maxEntries) throw new BankFileRefused('tooManyEntries', maxEntries)
        entryValues = values
      } else if (path === 'Stmt/Ntry/NtryDtls') {
        entry ??= beginEntry(entryValues!)
        // What a batch says of itself stands in front of its transactions.
        entry.batches.push({ count: 0, sum: 0, values })
      }
    },
  }
  return { counts, events, visitor }
}

/** A code of its own since version 08, plain text before. */
const statusOf = (values: Values): string => textOf(values, 'Sts/Cd', 'Sts') ?? ''

const isCreditOf = (values: Values): boolean => textOf(values, 'CdtDbtInd') === 'CRDT'

/** Whether what each batch announces is what came. */
const batchWarnings = ({ batches, money }: OpenEntry): BankWarning[] =>
  batches.flatMap(({ count, sum, values }) => {
    if (!count) return []
    const warnings: BankWarning[] = []
    const announced = textOf(values, 'Btch/NbOfTxs')
    if (announced && Number(announced) !== count)
      warnings.push({ actual: count, code: 'batchCount', expected: announced })
    const total = moneyAt(values, 'Btch/TtlAmt')
    if (total && total.currency === money.currency && total.amount !== sum)
      warnings.push({ actual: sum, code: 'batchTotal', expected: total.amount })
    return warnings
  })

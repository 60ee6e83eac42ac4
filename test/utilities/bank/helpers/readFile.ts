import type {
  BankEntry,
  BankFileEvent,
  BankSource,
  BankStatement,
  BankTransaction,
  BankWarning,
} from '../../../../src/utilities/bank/files/types'

import { readBankFile } from '../../../../src/utilities/bank/files/readBankFile'
import { BankFileRefused } from '../../../../src/utilities/bank/files/types'

/** All that a bank file holds, sorted by what it is. */
export const readAll = async (source: BankSource | string) => {
  const events: BankFileEvent[] = []
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  for await (const event of readBankFile(bytes)) events.push(event)
  const ofType = <Event extends BankFileEvent>(type: string) =>
    events.filter((event) => event.type === type) as Event[]
  const entries = ofType<BankEntry>('entry')
  const ends = ofType<Extract<BankFileEvent, { type: 'statementEnd' }>>('statementEnd')
  const warnings: BankWarning[] = [...entries, ...ends].flatMap((event) => event.warnings)
  return {
    end: events.at(-1)!,
    entries,
    message: ofType<Extract<BankFileEvent, { type: 'message' }>>('message')[0],
    statements: ofType<BankStatement>('statement'),
    transactions: ofType<BankTransaction>('transaction'),
    warnings: warnings.map(({ code }) => code),
    warningsInFull: warnings,
  }
}

/** Why a file is refused, and after how many transactions. */
export const refusalOf = async (
  source: BankSource | string,
  options: { maxEntries?: number } = {},
) => {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  let isComplete = false
  try {
    for await (const { type } of readBankFile(bytes, options)) if (type === 'end') isComplete = true
  } catch (err) {
    if (!(err instanceof BankFileRefused)) throw err
    return { code: err.code, isComplete, value: err.value }
  }
  throw new Error('It was not refused')
}

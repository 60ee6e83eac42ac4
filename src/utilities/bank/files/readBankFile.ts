import type { BankFileEvent, BankSource } from './types'

import { createCamtVisitor } from './createCamtVisitor'
import { readMessage } from './readMessage'

const MESSAGES = new Map([
  ['BkToCstmrAcctRpt', 'camt.052'],
  ['BkToCstmrDbtCdtNtfctn', 'camt.054'],
  ['BkToCstmrStmt', 'camt.053'],
])

/** A report, a notification and a statement hold the same. */
const ALIASES = new Map([
  ['Ntfctn', 'Stmt'],
  ['Rpt', 'Stmt'],
])

const RECORDS = new Set([
  'GrpHdr',
  'Stmt',
  'Stmt/Bal',
  'Stmt/Ntry',
  'Stmt/Ntry/NtryDtls',
  'Stmt/Ntry/NtryDtls/TxDtls',
])

/**
 * What a bank reports of an account: camt.052, .053 and .054 in every version (ISO 20022; Swiss Payment Standards, cash management).
 * In their order: the message, and for each statement its head, for each entry its transactions and then the entry itself with what does
 * not add up, and the end. An entry without transactions is one itself.
 *
 * It is read in pieces of 64 KB, and no more is in memory than one transaction. **A file can turn out to be broken at its very end: book
 * nothing before the event `end` has come.**
 *
 * Amounts are whole minor units and positive; `movement` says which way. Every transaction is handed out: what is not understood has
 * `amount: null` or no reference, and a warning, but is never left out.
 *
 * @param maxBytes how large the file may be. @default 20 MB
 * @param maxEntries how many entries, and how many transactions, a file may hold. @default 200 000, more than a year of a large house
 * @throws BankFileRefused
 */
export async function* readBankFile(
  source: BankSource,
  { maxBytes, maxEntries = 200_000 }: { maxBytes?: number; maxEntries?: number } = {},
): AsyncGenerator<BankFileEvent> {
  const { counts, events, visitor } = createCamtVisitor({ maxEntries })
  const pieces = readMessage({
    aliases: ALIASES,
    maxBytes,
    messages: MESSAGES,
    records: RECORDS,
    source,
    visitor,
  })
  for await (const _ of pieces) {
    yield* events
    events.length = 0
  }
  yield { type: 'end', ...counts }
}

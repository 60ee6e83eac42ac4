import type { FilePageData } from './types'

/**
 * Whether something on the page of a file is under way and will be answered in a moment: a charge, or money that goes back. What a bank
 * collects by direct debit takes days, and nobody waits for it before the page.
 */
export const isAnswerAwaited = ({
  file,
  journal,
  payments,
}: Pick<FilePageData, 'file' | 'journal' | 'payments'>): boolean =>
  file.status === 'charging' ||
  payments.some(
    ({ method, refundOf, state }) => state === 'pending' && (refundOf || method !== 'directDebit'),
  ) ||
  hasPendingRefund(journal)

/** Money that came too late goes back beside the ledger: only the journal tells, with an entry for each news, the newest first. */
const hasPendingRefund = (journal: FilePageData['journal']): boolean => {
  const latest = new Map<unknown, string>()
  for (const { action, after, document } of journal)
    if (action === 'refund' && !latest.has(document)) latest.set(document, after?.state)
  return [...latest.values()].includes('pending')
}

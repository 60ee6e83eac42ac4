import type { Translate } from '../../utilities/explain'
import type { Finding, FindingCode } from './types'

import { formatAmount } from '../../utilities/formatAmount'

const AMOUNTS: ReadonlySet<FindingCode> = new Set([
  'debitFileSum',
  'fileBalance',
  'filePaid',
  'fileTotal',
  'orderAmount',
])
const STATES: ReadonlySet<FindingCode> = new Set([
  'cancelledBy',
  'fileStatus',
  'parentState',
  'seatState',
  'ticketValid',
])

/** The sentence of a finding in the language of `t`, without naming the document. */
export const explainFinding = ({ finding, t }: { finding: Finding; t: Translate }): string => {
  const word = (value: Finding['actual']): string => {
    if (value === null) return t('reprise:verify:summary:nothing')
    if (AMOUNTS.has(finding.code)) return formatAmount({ amount: Number(value) })
    if (!STATES.has(finding.code)) return String(value)
    const key = `reprise:verify:states:${value}`
    const state = t(key)
    return state === key ? String(value) : state
  }
  return t(`reprise:verify:findings:${finding.code}`, {
    actual: word(finding.actual),
    expected: word(finding.expected),
  })
}

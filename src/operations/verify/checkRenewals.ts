import type { FileLedger, Finding, Page } from './types'

import { expectedRenewalKey } from '../renewalKeys'

/** Renewals: the key says what the line renews, the origin is one of another season of this house, and renewed only once. */
export const checkRenewals = ({ lines }: FileLedger, { origins, renewals }: Page): Finding[] => {
  const findings: Finding[] = []
  for (const line of lines) {
    const say = (
      code: Finding['code'],
      actual: Finding['actual'],
      expected: Finding['expected'] = null,
    ) => findings.push({ id: line.id, actual, code, collection: 'lines', expected })
    const key = expectedRenewalKey(line)
    if (line.renewalKey !== key) say('renewalKey', line.renewalKey, key)
    if (!line.originLine) continue
    const origin = origins.get(line.originLine)
    if (!origin) {
      say('originMissing', line.originLine)
      continue
    }
    if (origin.institution !== line.institution)
      say('originElsewhere', origin.institution, line.institution)
    if (origin.season === line.season) say('originSameSeason', line.season)
    if (line.state === 'cancelled') continue
    const same = (renewals.get(line.originLine) ?? []).filter(
      ({ season }) => season === line.season,
    )
    // Told once, at the later ones.
    if (same.some(({ id }) => id < line.id)) say('renewedTwice', same.length, 1)
  }
  return findings
}

import type { Payload } from 'payload'

import type { ChildCollection, FileLedger, Finding, Page } from './types'

import { relationshipsOf } from './relationships'

type Owned = { id: string; institution: string; site: string }

/**
 * Nothing crosses an institution, and nothing of a file leaves its site: what hangs on the file is of the same two, and what it
 * leads to exists and is of the same two.
 */
export const checkBelonging = (
  ledger: FileLedger,
  { owners }: Page,
  payload: Payload,
): Finding[] => {
  const findings: Finding[] = []
  const { file } = ledger
  const say = (collection: string, id: string, code: Finding['code'], values: Partial<Finding>) =>
    findings.push({ actual: null, expected: null, ...values, id, code, collection })

  const check = (collection: 'files' | ChildCollection, docs: Owned[]) => {
    for (const doc of docs) {
      if (doc.institution !== file.institution)
        say(collection, doc.id, 'institutionDiffers', {
          actual: doc.institution,
          expected: file.institution,
        })
      if (doc.site !== file.site)
        say(collection, doc.id, 'siteDiffers', { actual: doc.site, expected: file.site })
      for (const { name, hasSite, to } of relationshipsOf(payload, collection)) {
        const target = (doc as unknown as Record<string, null | string>)[name]
        if (!target) continue
        const owner = owners.get(`${to}:${target}`)
        const actual = `${name}: ${target}`
        if (!owner) {
          // Who has left keeps their name in the journal; everything else must still be there.
          if (to !== 'users') say(collection, doc.id, 'referenceMissing', { actual })
        } else if (owner.institution !== file.institution)
          say(collection, doc.id, 'referenceForeign', { actual, expected: file.institution })
        else if (hasSite && owner.site !== file.site)
          say(collection, doc.id, 'referenceForeign', { actual, expected: file.site })
      }
    }
  }
  check('files', [file])
  check('orders', ledger.orders)
  check('lines', ledger.lines)
  check('seat-allocations', ledger.allocations)
  check('payments', ledger.payments)
  check('instalments', ledger.instalments)
  check('tickets', ledger.tickets)
  return findings
}

import type { Payload } from 'payload'

import type { NumberCheck } from './createNumberCheck'
import type { Reporter } from './createReport'
import type { ChildCollection, Finding, Page } from './types'

import { readPages } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { checkBelonging } from './checkBelonging'
import { checkLines } from './checkLines'
import { checkNumberKeys } from './checkNumberKeys'
import { checkRenewals } from './checkRenewals'
import { checkRunsOfFile } from './checkRunsOfFile'
import { checkSeats } from './checkSeats'
import { checkSums } from './checkSums'
import { loadPage } from './loadPage'
import { childCollections } from './types'
import { checkPayments } from './checkPayments'

/** Files read at once: some ten thousand documents with all that hangs on them. */
const PAGE = 500

/**
 * Checks each file with everything that hangs on it. While the house is at work a page may be read half before and half after
 * somebody's change; so what looks wrong is read again in one transaction, and only what is wrong then is reported.
 *
 * @returns how many documents hang on files, by collection and institution: `<collection>:<institution>` → count
 */
export const verifyFiles = async ({
  institutionID,
  numbers,
  payload,
  reporter,
}: {
  institutionID?: string
  numbers: NumberCheck
  payload: Payload
  reporter: Reporter
}): Promise<Map<string, number>> => {
  const hanging = new Map<string, number>()
  for (const collection of ['files', ...childCollections]) reporter.count(collection, 0)
  // All in the order of ids, whosever they are: a condition would have the database sort anew for every page.
  for await (const all of readPages<{ id: string; institution: string }>({
    collection: 'files',
    pageSize: PAGE,
    payload,
    select: ['institution'],
    where: {},
  })) {
    const files = institutionID ? all.filter((file) => file.institution === institutionID) : all
    if (!files.length) continue
    const page = await loadPage({ fileIDs: files.map(({ id }) => id), payload })
    count({ hanging, page, reporter })
    for (const { file, orders, tickets } of page.ledgers) {
      const twice = [
        ...numbers.add('files', [file]),
        ...numbers.add('orders', orders),
        ...numbers.add('tickets', tickets),
      ]
      reporter.add(twice.map((finding) => ({ ...finding, file: file.id, fileNumber: file.number })))
    }
    const suspects = checkPage(page, payload)
    if (!suspects.length) continue
    const again = await inTransaction({
      payload,
      work: (req) =>
        loadPage({ fileIDs: [...new Set(suspects.map(({ file }) => file!))], payload, req }),
    })
    reporter.add(checkPage(again, payload))
  }
  return hanging
}

const checkPage = (page: Page, payload: Payload): Finding[] =>
  page.ledgers.flatMap((ledger) =>
    [
      ...checkSums(ledger),
      ...checkPayments(ledger),
      ...checkLines(ledger),
      ...checkSeats(ledger),
      ...checkRenewals(ledger, page),
      ...checkNumberKeys(ledger),
      ...checkBelonging(ledger, page, payload),
      ...checkRunsOfFile(ledger, page),
    ].map((finding) => ({ ...finding, file: ledger.file.id, fileNumber: ledger.file.number })),
  )

const count = ({
  hanging,
  page,
  reporter,
}: {
  hanging: Map<string, number>
  page: Page
  reporter: Reporter
}): void => {
  reporter.count('files', page.ledgers.length)
  for (const { allocations, instalments, lines, orders, payments, tickets } of page.ledgers) {
    const children: [ChildCollection, { institution: string }[]][] = [
      ['orders', orders],
      ['lines', lines],
      ['seat-allocations', allocations],
      ['payments', payments],
      ['instalments', instalments],
      ['tickets', tickets],
    ]
    for (const [collection, docs] of children) {
      reporter.count(collection, docs.length)
      for (const { institution } of docs) {
        const key = `${collection}:${institution}`
        hanging.set(key, (hanging.get(key) ?? 0) + 1)
      }
    }
  }
}

import type { Payload } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Conditions } from '../../../../database/bulk'
import type { Verifier } from '../../../../operations/verify/verifiers'

import { readMany, readPages } from '../../../../database/bulk'
import { groupBy } from '../../../../utilities/groupBy'
import { paymentSlugs } from '../../collections/slugs'

type File = { id: string; amount: number; count: number; state: string }

const charges = paymentSlugs.charges as 'sites'
const IN_A_FILE = ['declined', 'open', 'paid', 'pending', 'returned']
/** What is under way or came in: of one instalment there is one such charge at a time. */
const LIVE = ['open', 'paid', 'pending', 'unknown']

/**
 * Checks files of direct debits: what each says it comes to is what its collections come to, and no instalment is in two of them, nor in
 * one and charged in another way.
 */
export const verifyDebits: Verifier = async ({ institutionID, payload, reporter }) => {
  const where: Conditions = institutionID ? { institution: institutionID } : {}
  for await (const files of readPages<File>({
    collection: paymentSlugs.debitFiles as 'sites',
    pageSize: 50,
    payload,
    select: ['amount', 'count', 'state'],
    where,
  })) {
    reporter.count(paymentSlugs.debitFiles, files.length)
    for (const file of files) await checkFile({ file, payload, reporter })
    await setImmediate()
  }
}

const checkFile = async ({
  file,
  payload,
  reporter,
}: {
  file: File
  payload: Payload
  reporter: Parameters<Verifier>[0]['reporter']
}) => {
  let count = 0
  let sum = 0
  for await (const page of readPages<{ id: string; amount: number; instalment: null | string }>({
    collection: charges,
    payload,
    select: ['amount', 'instalment'],
    where: { debitFile: file.id, state: IN_A_FILE },
  })) {
    count += page.length
    sum += page.reduce((total, { amount }) => total + Number(amount), 0)
    const live = await readMany<{ id: string; instalment: string }>({
      collection: charges,
      payload,
      select: ['instalment'],
      where: {
        instalment: page.flatMap(({ instalment }) => instalment ?? []),
        kind: 'charge',
        state: LIVE,
      },
    })
    reporter.add(
      [...groupBy(live, ({ instalment }) => instalment)]
        .filter(([, list]) => list.length > 1)
        .map(([id, list]) => ({
          id,
          actual: list.length,
          code: 'instalmentChargedTwice' as const,
          collection: 'instalments',
          expected: 1,
        })),
    )
  }
  const finding = (code: 'debitFileCount' | 'debitFileSum', actual: number, expected: number) =>
    actual === expected
      ? []
      : [{ id: file.id, actual, code, collection: paymentSlugs.debitFiles, expected }]
  reporter.add([
    ...finding('debitFileCount', Number(file.count), count),
    ...finding('debitFileSum', Number(file.amount), sum),
  ])
}

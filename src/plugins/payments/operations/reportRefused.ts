import type { Charging } from '../../../operations/payments/paymentMethods'

import { insertMany, readMany, updateEach } from '../../../database/bulk'
import { groupBy } from '../../../utilities/groupBy'
import { paymentSlugs } from '../collections/slugs'

/** Puts what could not be charged on the list of failed payments; what stands there already is brought up to date. */
export const reportRefused: Charging['reportRefused'] = async ({ payload, refused, req }) => {
  const cases = [...groupBy(refused, ({ caseKey }) => caseKey)].map(([key, lines]) => ({
    ...lines[0]!,
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    key,
  }))
  const known = new Map(
    (
      await readMany({
        collection: paymentSlugs.failures as 'sites',
        payload,
        req,
        select: ['failureKey'],
        where: { failureKey: cases.map(({ key }) => key) },
      })
    ).map(({ id, failureKey }) => [failureKey as string, id]),
  )
  const now = new Date().toISOString()
  const say = (one: (typeof cases)[number]) => ({
    amount: one.amount,
    cause: one.reason,
    failedAt: now,
    file: one.file,
    run: one.run,
    state: 'open',
    terms: one.terms,
  })
  await updateEach({
    collection: paymentSlugs.failures as 'sites',
    docs: cases.flatMap((one) => {
      const id = known.get(one.key)
      return id ? [{ id, ...say(one) }] : []
    }),
    payload,
    req,
  })
  await insertMany({
    collection: paymentSlugs.failures as 'sites',
    docs: cases
      .filter(({ key }) => !known.has(key))
      .map((one) => ({
        ...say(one),
        attempts: 0,
        contact: one.contact,
        currency: one.currency,
        failureKey: one.key,
        institution: one.institution,
        site: one.site,
        stage: 0,
      })),
    payload,
    req,
  })
}

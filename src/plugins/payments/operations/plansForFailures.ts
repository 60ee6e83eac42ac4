import type { Payload, PayloadRequest } from 'payload'

import type { ChargeAnswer, Terms } from '../../../operations/payments/paymentMethods'

import { readMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { planCharges } from './planCharges'

type Failure = { id: string; contact: string; payment: null | string; site: string }

/** The payment that failed, where there was one, and with what it could be charged now, or why it cannot. */
type FailurePlan = { answer: ChargeAnswer; former: Record<string, any> | undefined }

/**
 * With what each of some failed payments can be charged now: in the way it was to be paid, by the card or mandate that the person has
 * now. A fixed number of queries; writes nothing and calls nobody.
 *
 * @returns by id of the failed payment
 */
export const plansForFailures = async ({
  failures,
  now,
  payload,
  req,
}: {
  failures: readonly Failure[]
  now: Date
  payload: Payload
  req?: PayloadRequest
}): Promise<Map<string, FailurePlan>> => {
  if (!failures.length) return new Map()
  const ids = [...new Set(failures.flatMap(({ payment }) => payment ?? []))]
  const payments: Record<string, any>[] = ids.length
    ? await readMany({ collection: 'payments', payload, req, where: { id: ids } })
    : []
  const byID = new Map(payments.map((payment) => [payment.id, payment]))
  const formers = failures.map(({ payment }) => (payment ? byID.get(payment) : undefined))
  // Refused before any payment came of it: how it was to be paid stands with the entry.
  const refused = new Map(
    (
      await readMany<{ id: string; createdAt: string; terms: null | Terms }>({
        collection: paymentSlugs.failures as 'sites',
        payload,
        req,
        select: ['createdAt', 'terms'],
        where: { id: failures.map(({ id }) => id) },
      })
    ).map((one) => [one.id, one]),
  )
  const answers = await planCharges({
    now,
    origins: failures.map(({ id, contact, site }, i) => {
      const { createdAt, terms } = refused.get(id)!
      const how = (formers[i] ?? terms) as null | Partial<Terms>
      return {
        alias: how?.alias ?? null,
        contactID: contact,
        instalments: Number(how?.instalments ?? 1),
        mandate: how?.mandate ?? null,
        mandateReference: how?.mandateReference ?? null,
        method: how?.method ?? 'card',
        missingSince: createdAt,
        siteID: site,
      }
    }),
    payload,
    req,
  })
  return new Map(
    failures.map(({ id }, i) => [id, { answer: answers[i]!, former: formers[i] }] as const),
  )
}

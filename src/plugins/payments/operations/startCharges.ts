import type { Charging } from '../../../operations/payments/paymentMethods'

import { readMany, updateEach } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { writeCharges } from './writeCharges'

/** Charges what is due now of payments that were just written; what is due later is taken up when its day comes. */
export const startCharges: Charging['startCharges'] = async ({ now, payload, payments, req }) => {
  await writeCharges({
    instalments: payments
      .filter(({ plan }) => plan.isDirect)
      .flatMap(({ id, contact, currency, file, instalments, institution, plan, run, site }) =>
        instalments
          .filter(({ dueAt }) => new Date(dueAt) <= now)
          .map((instalment) => ({
            id: instalment.id,
            account: plan.account,
            alias: plan.alias,
            amount: instalment.amount,
            attempts: 0,
            contact,
            currency,
            file,
            institution,
            mandate: plan.mandate,
            payment: id,
            run,
            site,
          })),
      ),
    payload,
    req,
  })
  // What failed to be paid at an earlier renewal is being tried again.
  const byKey = new Map(payments.map((payment) => [payment.caseKey, payment]))
  const cases = await readMany({
    collection: paymentSlugs.failures as 'sites',
    payload,
    req,
    select: ['failureKey'],
    where: { failureKey: [...byKey.keys()] },
  })
  await updateEach({
    collection: paymentSlugs.failures as 'sites',
    docs: cases.map(({ id, failureKey }) => {
      const payment = byKey.get(failureKey)!
      return {
        id,
        alias: payment.plan.alias,
        file: payment.file,
        instalment: payment.instalments[0]!.id,
        payment: payment.id,
        state: 'charging',
      }
    }),
    payload,
    req,
  })
}

import type { ChargePlan } from '../../../operations/payments/paymentMethods'
import type { PaymentPlan } from '../../../operations/payments/paymentDocuments'
import type { LinePlan } from '../../../operations/fileDocuments'
import type { RenewalSettings } from './types'

import { planInstalments } from '../../../operations/payments/planInstalments'

export type ComposedPayment = {
  /** The fee of paying like this, as a line of the order. */
  fees: LinePlan[]
  /** Whether the sale counts only once its first charge is answered. */
  isCharging: boolean
  payment: { schedule: NonNullable<PaymentPlan['schedule']> } & PaymentPlan
}

/**
 * How a renewed sale is paid: its fees, and its instalments with their amounts and days, by the settings of the payment method
 * (manual 2, “Les dates et le montant des échéances sont calculés selon le paramétrage du mode de règlement”).
 *
 * @param amount what the subscriptions of the sale cost together, in minor units
 */
export const composePayment = ({
  amount,
  now,
  plan,
  settings,
}: {
  amount: number
  now: Date
  plan: ChargePlan
  settings: RenewalSettings
}): ComposedPayment => {
  const fee = plan.feePerOrder + plan.feePerInstalment * plan.instalments
  const schedule = planInstalments({
    amount: amount + fee,
    count: plan.instalments,
    now,
    rule: plan.rule,
    zone: plan.zone,
  })
  return {
    fees: fee ? [{ amount: fee, kind: 'fee', season: settings.targetSeason }] : [],
    isCharging: plan.isDirect && new Date(schedule[0]!.dueAt) <= now,
    payment: {
      alias: plan.alias,
      amount: amount + fee,
      declineDeadline: settings.paymentDeadline,
      mandate: plan.mandate,
      mandateReference: plan.mandateReference,
      method: plan.method,
      onDecline: settings.onFailure,
      paymentMethod: plan.paymentMethod,
      schedule,
      state: 'planned',
    },
  }
}

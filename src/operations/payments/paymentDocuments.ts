import type { PlannedInstalment } from './planInstalments'

/** A payment as it is to be written with its file. Amounts in minor units. */
export type PaymentPlan = {
  alias?: null | string
  amount: number
  /** Whose money it is; the payer's when missing. */
  contact?: null | string
  declineDeadline?: Date | null | string
  instalments?: number
  mandate?: null | string
  mandateReference?: null | string
  method: string
  onDecline?: 'nothing' | 'reservation' | null
  /** Which order of its file plan it is for, by its place there; the whole file when missing. */
  order?: number
  paidAt?: Date | null | string
  paymentMethod?: null | string
  /** What is still to come, part by part. What was paid in the past has none. */
  schedule?: PlannedInstalment[]
  state: 'paid' | 'planned'
}

type Base = {
  file: string
  institution: string
  /** The order that it is for. */
  order?: null | string
  payer: string
  site: string
}

/** The documents that a payment plan comes to: the payment, and its instalments where it is still to be paid. Pure but for the ids. */
export const paymentDocuments = (
  plan: PaymentPlan,
  { file, institution, order, payer, site }: Base,
  newID: () => string,
) => {
  const base = { contact: plan.contact ?? payer, file, institution, site }
  const id = newID()
  const schedule = (plan.schedule ?? []).map((part) => ({ ...part, id: newID() }))
  return {
    instalments: schedule.map((part, i) => ({
      ...base,
      id: part.id,
      amount: part.amount,
      attempts: 0,
      dueAt: part.dueAt,
      index: i + 1,
      instalmentKey: `${id}:${i + 1}`,
      payment: id,
      state: 'planned',
    })),
    payment: {
      ...base,
      id,
      alias: plan.alias,
      amount: plan.amount,
      chargeKey: `payment:${id}`,
      declineDeadline: plan.declineDeadline,
      instalments: schedule.length || (plan.instalments ?? 1),
      mandate: plan.mandate,
      mandateReference: plan.mandateReference,
      method: plan.method,
      onDecline: plan.onDecline,
      order,
      paid: plan.state === 'paid' ? plan.amount : 0,
      paidAt: plan.paidAt,
      paymentMethod: plan.paymentMethod,
      state: plan.state,
    },
    schedule,
  }
}

import type { Payload, PayloadRequest } from 'payload'

import type { OrderSums } from '../../../operations/payments/loadOrderSums'
import type { Failure } from './reminders/standingOf'

import { insertMany, newID, readMany, updateMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { lockFiles } from '../../../operations/lockFiles'
import { loadOrderSums } from '../../../operations/payments/loadOrderSums'
import { paymentDocuments } from '../../../operations/payments/paymentDocuments'
import { planInstalments } from '../../../operations/payments/planInstalments'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { endAndNote } from './endAndNote'
import { ordersOfFailures } from './ordersOfFailures'
import { plansForFailures } from './plansForFailures'
import { startCharges } from './startCharges'
import { writeCharges } from './writeCharges'

/**
 * Charges a failed payment once more, with the card or mandate that the person has now. Of a plan that goes on the instalment is
 * charged; what has become a reservation is planned anew, in as many instalments as before, and sold when the first is paid. What
 * others reserved on the same file stays theirs to pay.
 *
 * @throws RepriseError `notFound`; `alreadyCharging`, also when what is owed is under way or planned otherwise; `nothingDue` when there
 * is nothing left to pay, or nothing was made of it (then the failed ones of the run are run again); `noStoredMeans` when there is
 * nothing to charge
 */
export const chargeAgain = async ({
  failureID,
  now = new Date(),
  payload,
  req,
}: {
  failureID: string
  now?: Date
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<void> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const [failure] = await readMany<Failure>({
        collection: paymentSlugs.failures as 'sites',
        payload,
        req: own,
        where: { id: failureID },
      })
      if (!failure) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [failure], req: own })
      if (failure.state === 'charging') throw new RepriseError('alreadyCharging')
      if (failure.state !== 'open') throw new RepriseError('nothingDue')
      await lockFiles({ fileIDs: [failure.file], payload, req: own })
      const [file] = await readMany({
        collection: 'files',
        payload,
        req: own,
        where: { id: failure.file },
      })
      if (!file) throw new RepriseError('notFound')
      if (Number(file.balance) <= 0) throw new RepriseError('nothingDue')
      const common = { payload, req: own }
      const order = (await ordersOfFailures({ ...common, failures: [failure] })).get(failure.id)
      const sums = order
        ? (await loadOrderSums({ ...common, orderIDs: [order] })).get(order)
        : undefined
      const open = await readMany<Part>({
        ...common,
        collection: 'instalments',
        select: ['amount', 'payment', 'state'],
        where: { file: file.id, state: ['pending', 'planned'] },
      })
      const elsewhere = open
        .filter(({ payment }) => payment !== failure.payment)
        .reduce((sum, { amount }) => sum + Number(amount), 0)
      const args = { ...common, elsewhere, failure, file, now, open, order, sums }
      const isSold = file.status === 'sold' || (file.status === 'mixed' && !sums?.isReserved)
      if (failure.instalment && isSold) await chargeInstalment(args)
      else if (file.status === 'reserved' || file.status === 'mixed') await planAnew(args)
      else throw new RepriseError('nothingDue')
    },
  })

type Args = {
  /** What other plans of the file will take, in minor units. */
  elsewhere: number
  failure: Failure
  file: Record<string, any>
  now: Date
  /** What of the file's plans is still to come or under way. */
  open: Part[]
  /** What it is about, where it is not the whole file. */
  order: string | undefined
  payload: Payload
  req: PayloadRequest
  sums: OrderSums | undefined
}

type Part = { id: string; amount: number; payment: string; state: string }

/** How it was to be paid, and with what it can be paid now. */
const planFor = async ({ failure, now, payload, req }: Args) => {
  const { answer, former } = (
    await plansForFailures({ failures: [failure], now, payload, req })
  ).get(failure.id)!
  if ('refusal' in answer) throw new RepriseError('noStoredMeans')
  return { former, plan: answer.plan }
}

const markCharging = ({ failure, payload, req }: Args, data: Record<string, unknown>) =>
  updateMany({
    collection: paymentSlugs.failures as 'sites',
    data: { ...data, state: 'charging' },
    payload,
    req,
    where: { id: failure.id },
  })

const chargeInstalment = async (args: Args) => {
  const { elsewhere, failure, file, payload, req } = args
  const [instalment] = await readMany({
    collection: 'instalments',
    payload,
    req,
    where: { id: failure.instalment! },
  })
  if (instalment?.state === 'pending') throw new RepriseError('alreadyCharging')
  if (instalment?.state !== 'failed' && instalment?.state !== 'returned')
    throw new RepriseError('nothingDue')
  if (elsewhere && Number(file.balance) - elsewhere < Number(instalment.amount))
    throw new RepriseError('alreadyCharging')
  const { plan } = await planFor(args)
  // The rest of the plan is charged to what the person has now, too.
  await updateMany({
    collection: 'payments',
    data: {
      alias: plan.alias,
      mandate: plan.mandate,
      mandateReference: plan.mandateReference,
      paymentMethod: plan.paymentMethod,
    },
    payload,
    req,
    where: { id: failure.payment! },
  })
  if (!plan.isDirect) {
    // It goes to the bank with the next file.
    await updateMany({
      collection: 'instalments',
      data: { dueAt: args.now.toISOString(), nextAttemptAt: null, state: 'planned' },
      payload,
      req,
      where: { id: instalment.id },
    })
    await recomputePayments({ payload, paymentIDs: [failure.payment!], req })
  } else
    await writeCharges({
      instalments: [
        {
          id: instalment.id,
          account: plan.account,
          alias: plan.alias,
          amount: Number(instalment.amount),
          attempts: Number(instalment.attempts),
          contact: failure.contact,
          currency: file.currency,
          file: file.id,
          institution: failure.institution,
          mandate: plan.mandate,
          payment: failure.payment!,
          run: null,
          site: failure.site,
        },
      ],
      payload,
      req,
    })
  await markCharging(args, { alias: plan.alias, mandate: plan.mandate })
}

const planAnew = async (args: Args) => {
  const { elsewhere, failure, file, now, open, order, payload, req, sums } = args
  const owed = Number(file.balance) - elsewhere
  const whole = sums
    ? sums.total - sums.paid - sums.toCome
    : failure.payment
      ? owed
      : Number(failure.amount)
  const amount = Math.min(owed, whole)
  // What is under way may be paid, and then is not owed.
  if (amount <= 0 || open.some(({ state }) => state === 'pending'))
    throw new RepriseError('alreadyCharging')
  const { former, plan } = await planFor(args)
  if (former) {
    // What was not paid of the former plan is void; nothing of it can be charged any more.
    await updateMany({
      collection: 'instalments',
      data: { nextAttemptAt: null, state: 'cancelled' },
      payload,
      req,
      where: { payment: former.id, state: ['failed', 'planned', 'returned'] },
    })
    await recomputePayments({ payload, paymentIDs: [former.id], req })
    await goOnAsOne(args)
  }
  const documents = paymentDocuments(
    {
      alias: plan.alias,
      amount,
      mandate: plan.mandate,
      mandateReference: plan.mandateReference,
      method: plan.method,
      paymentMethod: plan.paymentMethod,
      // Somebody has just asked for it: the first is due now, whatever day the season's plan begins.
      schedule: planInstalments({
        amount,
        count: plan.instalments,
        now,
        rule: { ...plan.rule, firstDue: 'atOnce' },
        zone: plan.zone,
      }),
      state: 'planned',
    },
    {
      file: file.id,
      institution: failure.institution,
      order,
      payer: failure.contact,
      site: failure.site,
    },
    () => newID(payload),
  )
  await insertMany({ collection: 'payments', docs: [documents.payment], payload, req })
  await insertMany({ collection: 'instalments', docs: documents.instalments, payload, req })
  await startCharges({
    now,
    payload,
    payments: [
      {
        id: documents.payment.id,
        caseKey: failure.failureKey,
        contact: failure.contact,
        currency: file.currency,
        file: file.id,
        instalments: documents.schedule,
        institution: failure.institution,
        plan,
        run: null,
        site: failure.site,
      },
    ],
    req,
  })
}

/** The new plan is about all that failed of the former one: its other entries end, and their links are about the one that goes on. */
const goOnAsOne = async ({ failure, now, payload, req }: Args) => {
  const common = { payload, req }
  const others = await readMany<Failure>({
    ...common,
    collection: paymentSlugs.failures as 'sites',
    where: { payment: failure.payment!, state: 'open' },
  })
  const failures = others.filter(({ id }) => id !== failure.id)
  await endAndNote({ ...common, failures, now, state: 'closed' })
  await updateMany({
    ...common,
    collection: paymentSlugs.links as 'sites',
    data: { failure: failure.id },
    where: { failure: failures.map(({ id }) => id) },
  })
}

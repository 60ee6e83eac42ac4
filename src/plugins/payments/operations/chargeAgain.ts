import type { Payload, PayloadRequest } from 'payload'

import { insertMany, newID, readMany, updateMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { lockFiles } from '../../../operations/lockFiles'
import { paymentDocuments } from '../../../operations/payments/paymentDocuments'
import { planInstalments } from '../../../operations/payments/planInstalments'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { plansForFailures } from './plansForFailures'
import { startCharges } from './startCharges'
import { writeCharges } from './writeCharges'

type Failure = {
  id: string
  contact: string
  currency: string
  failureKey: string
  file: string
  instalment: null | string
  institution: string
  payment: null | string
  site: string
  state: string
}

/**
 * Charges a failed payment once more, with the card or mandate that the person has now. Of a plan that goes on the instalment is
 * charged; what has become a reservation is planned anew, in as many instalments as before, and sold when the first is paid.
 *
 * @throws RepriseError `notFound`; `alreadyCharging`; `nothingDue` when there is nothing left to pay, or nothing was made of it (then
 * the failed ones of the run are run again); `noStoredMeans` when there is nothing to charge
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
      const args = { failure, file, now, payload, req: own }
      if (file.status === 'reserved' || file.status === 'mixed') await planAnew(args)
      else if (failure.instalment && file.status === 'sold') await chargeInstalment(args)
      else throw new RepriseError('nothingDue')
    },
  })

type Args = {
  failure: Failure
  file: Record<string, any>
  now: Date
  payload: Payload
  req: PayloadRequest
}

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
  const { failure, file, payload, req } = args
  const [instalment] = await readMany({
    collection: 'instalments',
    payload,
    req,
    where: { id: failure.instalment! },
  })
  if (instalment?.state === 'pending') throw new RepriseError('alreadyCharging')
  if (instalment?.state !== 'failed' && instalment?.state !== 'returned')
    throw new RepriseError('nothingDue')
  const { plan } = await planFor(args)
  // The rest of the plan is charged to what the person has now, too.
  await updateMany({
    collection: 'payments',
    data: { alias: plan.alias, mandate: plan.mandate, mandateReference: plan.mandateReference },
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
  const { failure, file, now, payload, req } = args
  const amount = Number(file.balance)
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

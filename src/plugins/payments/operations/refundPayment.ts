import type { Payload, PayloadRequest } from 'payload'

import type { Charge } from './settleCharge'

import { insertMany, newID, readMany } from '../../../database/bulk'
import { inTransaction } from '../../../database/inTransaction'
import { lockFiles } from '../../../operations/lockFiles'
import { enqueue } from '../../../operations/outbox'
import { refuseOutOfReach } from '../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../utilities/errors'
import { formatAmount } from '../../../utilities/formatAmount'
import { paymentSlugs } from '../collections/slugs'
import { chargeKind } from '../jobs/chargeKindName'
import { accountsByFile } from './accountsByFile'
import { HELD, PAID_BACK, PAID_TOO_LATE } from './chargeStates'
import { leftToRefund } from './leftToRefund'
import { newReference } from './newReference'
import { noteRefund } from './noteRefund'

const chargesSlug = paymentSlugs.charges as 'sites'

/**
 * Gives back what a charge brought in, whole or in part, through the provider that took it. Written down now and sent after the
 * commit; it counts once the provider has said so. Never more than came in by that charge, whatever is asked at the same time. In the
 * ledger it is a payment below zero; money that came too late was never in the ledger, and goes back beside it.
 *
 * @param amount in minor units
 * @param key what has this key is given back once, however often it arrives
 * @returns the id of the refund, among the charges
 * @throws RepriseError `notFound`; `conflict` for a key that stood for another amount, and for what went back in another way;
 * `accountMissing` for a charge that did not bring in money; `refundByTransfer` where the account gives nothing back by itself (a direct
 * debit by file: its bank only collects); `refundTooHigh` with what is left
 */
export const refundPayment = async ({
  amount,
  chargeID,
  key,
  payload,
  req,
}: {
  amount: number
  chargeID: string
  key: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<string> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const read = () => readRefundable({ chargeID, payload, req: own })
      // Two refunds of one file wait for each other, and so see each other.
      await lockFiles({ fileIDs: [(await read()).file], payload, req: own })
      const charge = await read()
      const attemptKey = `refund:${charge.id}:${key}`
      const [known] = await readMany({
        collection: chargesSlug,
        payload,
        req: own,
        select: ['amount'],
        where: { attemptKey },
      })
      if (known) {
        if (Number(known.amount) !== amount) throw new RepriseError('conflict')
        return known.id
      }
      const left = (await leftToRefund({ charges: [charge], payload, req: own })).get(charge.id)!
      if (!Number.isSafeInteger(amount) || amount < 1 || amount > left)
        throw new RepriseError('refundTooHigh', {
          field: 'amount',
          values: {
            value: formatAmount({
              amount: left,
              currency: charge.currency,
              language: own.i18n?.language,
            }),
          },
        })
      const id = newID(payload)
      const reference = newReference()
      const { file, institution, site } = charge
      const base = { alias: charge.alias, contact: charge.contact, mandate: charge.mandate }
      const payment =
        charge.reason === PAID_TOO_LATE
          ? null
          : await writeRefundPayment({
              amount,
              charge,
              payload,
              req: own,
              standing: { paid: 0, paidAt: null, state: 'pending' },
            })
      await insertMany({
        collection: chargesSlug,
        docs: [
          {
            ...base,
            id,
            account: charge.account,
            amount,
            attemptKey,
            currency: charge.currency,
            file,
            institution,
            kind: 'refund',
            payment,
            reference,
            refundOf: charge.id,
            site,
            state: 'open',
          },
        ],
        payload,
        req: own,
      })
      await noteRefund({
        charge: { ...charge, id, amount, payment, reference },
        payload,
        req: own,
        state: 'pending',
      })
      await enqueue({
        payload,
        req: own,
        rows: [
          {
            content: {},
            institution,
            key: `charge:${reference}`,
            kind: chargeKind,
            site,
            subject: id,
          },
        ],
      })
      return id
    },
  })

type Refundable = { file: string } & Charge

const readRefundable = async ({
  chargeID,
  payload,
  req,
}: {
  chargeID: string
  payload: Payload
  req: PayloadRequest
}): Promise<Refundable> => {
  const [charge] = await readMany<Charge>({
    collection: chargesSlug,
    payload,
    req,
    where: { id: chargeID },
  })
  if (!charge) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: [charge], req })
  if (charge.kind !== 'charge' || !HELD.includes(charge.state) || !charge.file)
    throw new RepriseError('accountMissing')
  if (charge.reason === PAID_BACK) throw new RepriseError('conflict')
  if ((await accountsByFile({ ids: [charge.account], payload, req })).size)
    throw new RepriseError('refundByTransfer')
  return charge as Refundable
}

/** Writes the payment below zero that stands in the ledger for money that goes back. @returns its id */
export const writeRefundPayment = async ({
  amount,
  charge,
  payload,
  req,
  standing,
}: {
  amount: number
  charge: Charge
  payload: Payload
  req: PayloadRequest
  /** How far it is; the amounts in minor units, below zero. */
  standing: { paid: number; paidAt: null | string; state: 'pending' | 'refunded' }
}): Promise<string> => {
  const [payment] = await readMany({
    collection: 'payments',
    payload,
    req,
    select: ['method', 'paymentMethod'],
    where: { id: charge.payment! },
  })
  const id = newID(payload)
  await insertMany({
    collection: 'payments',
    docs: [
      {
        id,
        alias: charge.alias,
        amount: -amount,
        chargeKey: `payment:${id}`,
        contact: charge.contact,
        file: charge.file,
        instalments: 1,
        institution: charge.institution,
        mandate: charge.mandate,
        method: payment!.method,
        paymentMethod: payment!.paymentMethod,
        refundOf: charge.payment,
        site: charge.site,
        ...standing,
      },
    ],
    payload,
    req,
  })
  return id
}

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
import { FILE_PROVIDER } from '../sepa/fileProvider'
import { newReference } from './newReference'

/**
 * Gives back what a charge brought in, whole or in part, through the provider that took it. Written down now and sent after the
 * commit; it counts once the provider has said so. Never more than came in by that charge, whatever is asked at the same time.
 *
 * @param amount in minor units
 * @returns the id of the payment (a negative one) that stands for it
 * @throws RepriseError `notFound`; `accountMissing` for a charge that did not bring in money; `refundByTransfer` where the account gives
 * nothing back by itself (a direct debit by file: its bank only collects); `refundTooHigh` with what is left
 */
export const refundPayment = async ({
  amount,
  chargeID,
  payload,
  req,
}: {
  amount: number
  chargeID: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<string> =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const charges = paymentSlugs.charges as 'sites'
      const [charge] = await readMany<Charge>({
        collection: charges,
        payload,
        req: own,
        where: { id: chargeID },
      })
      if (!charge) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [charge], req: own })
      if (charge.kind !== 'charge' || charge.state !== 'paid' || !charge.file || !charge.payment)
        throw new RepriseError('accountMissing')
      const [account] = await readMany<{ id: string; provider: string }>({
        collection: paymentSlugs.accounts as 'sites',
        payload,
        req: own,
        select: ['provider'],
        where: { id: charge.account },
      })
      if (account?.provider === FILE_PROVIDER) throw new RepriseError('refundByTransfer')
      // Two refunds of one file wait for each other, and so see each other.
      await lockFiles({ fileIDs: [charge.file], payload, req: own })
      const given = await readMany<Charge>({
        collection: charges,
        payload,
        req: own,
        select: ['amount', 'state'],
        where: { kind: 'refund', refundOf: charge.id },
      })
      const left =
        Number(charge.amount) -
        given
          .filter(({ state }) => state !== 'declined' && state !== 'cancelled')
          .reduce((sum, one) => sum + Number(one.amount), 0)
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
      const [payment] = await readMany({
        collection: 'payments',
        payload,
        req: own,
        where: { id: charge.payment },
      })
      const base = { file: charge.file, institution: charge.institution, site: charge.site }
      const id = newID(payload)
      await insertMany({
        collection: 'payments',
        docs: [
          {
            ...base,
            id,
            alias: charge.alias,
            amount: -amount,
            chargeKey: `payment:${id}`,
            contact: charge.contact,
            instalments: 1,
            mandate: charge.mandate,
            method: payment!.method,
            paid: 0,
            paymentMethod: payment!.paymentMethod,
            refundOf: charge.payment,
            state: 'pending',
          },
        ],
        payload,
        req: own,
      })
      const refund = newID(payload)
      const reference = newReference()
      await insertMany({
        collection: charges,
        docs: [
          {
            ...base,
            id: refund,
            account: charge.account,
            alias: charge.alias,
            amount,
            attemptKey: `refund:${refund}`,
            contact: charge.contact,
            currency: charge.currency,
            kind: 'refund',
            mandate: charge.mandate,
            payment: id,
            reference,
            refundOf: charge.id,
            state: 'open',
          },
        ],
        payload,
        req: own,
      })
      await enqueue({
        payload,
        req: own,
        rows: [
          {
            content: {},
            institution: charge.institution,
            key: `charge:${reference}`,
            kind: chargeKind,
            site: charge.site,
            subject: refund,
          },
        ],
      })
      return id
    },
  })

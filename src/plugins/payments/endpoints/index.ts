import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import { hasRole } from '../../../access/ofOwnInstitution'
import { readMany } from '../../../database/bulk'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { BOOKED_KINDS, bookPayment } from '../../../operations/payments/bookPayment'
import { paymentSlugs } from '../collections/slugs'
import { chargeAgain } from '../operations/chargeAgain'
import { mayBookPayments } from '../operations/mayBookPayments'
import { mayChargeAgain } from '../operations/mayChargeAgain'
import { refundPayment } from '../operations/refundPayment'
import { revokeMeans } from '../operations/revokeMeans'
import { cardPages } from './cardPages'
import { reminders } from './reminders'
import { webhook } from './webhook'

const plugin = 'payments'
const byID = { params: z.object({ id: z.string().max(60) }) }

const siteOf =
  (collection: string) =>
  async ({ input, req }: { input: { params: { id: string } }; req: PayloadRequest }) =>
    (
      await readMany({
        collection: collection as 'sites',
        payload: req.payload,
        select: ['site'],
        where: { id: input.params.id },
      })
    )[0]?.site as string | undefined

/** Under `/payment`: Payload would take `/payments/…` for documents of the collection of that name. */
export const endpoints: Endpoint[] = [
  webhook,
  ...cardPages,
  ...reminders,
  defineEndpoint({
    handler: async ({ input, req }) => {
      await chargeAgain({ failureID: input.params.id, payload: req.payload, req })
      return {}
    },
    input: byID,
    method: 'post',
    output: z.object({}),
    path: '/payment/failures/:id/charge',
    plugin,
    siteID: siteOf(paymentSlugs.failures),
    summary: 'Charge a failed payment again, with the card or mandate the person has now',
    transaction: true,
    who: mayChargeAgain,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => ({
      paymentID: await refundPayment({
        amount: input.body.amount,
        chargeID: input.params.id,
        payload: req.payload,
        req,
      }),
    }),
    input: { ...byID, body: z.object({ amount: z.number().int().positive() }) },
    method: 'post',
    output: z.object({ paymentID: z.string() }),
    path: '/payment/charges/:id/refund',
    plugin,
    siteID: siteOf(paymentSlugs.charges),
    summary: 'Give back what a charge brought in, whole or in part; the amount in minor units',
    transaction: true,
    who: (req) => hasRole(req, 'administrator', 'salesManager', 'accountant'),
  }),
  defineEndpoint({
    handler: async ({ input: { body, params }, req }) => ({
      paymentID: await bookPayment({
        amount: body.amount,
        fileID: params.id,
        key: body.key,
        method: body.method,
        paidAt: body.paidAt ? new Date(body.paidAt) : undefined,
        payload: req.payload,
        req,
      }),
    }),
    input: {
      ...byID,
      body: z.object({
        amount: z.number().int().positive(),
        key: z.uuid(),
        method: z.enum(BOOKED_KINDS),
        paidAt: z.iso
          .datetime()
          .refine((at) => new Date(at).getTime() <= Date.now())
          .optional(),
      }),
    },
    method: 'post',
    output: z.object({ paymentID: z.string() }),
    path: '/payment/files/:id/payments',
    plugin,
    siteID: siteOf('files'),
    summary: 'Note money that came in for a file at the counter or by transfer; in minor units',
    transaction: true,
    who: mayBookPayments,
  }),
  ...(['aliases', 'mandates'] as const).map((collection) =>
    defineEndpoint({
      handler: async ({ input, req }) => {
        await revokeMeans({ id: input.params.id, collection, payload: req.payload, req })
        return {}
      },
      input: byID,
      method: 'post',
      output: z.object({}),
      path: `/payment/${collection}/:id/revoke`,
      plugin,
      summary: `Revoke ${collection === 'aliases' ? 'a stored card' : 'a mandate'}`,
      transaction: true,
      who: (req) => hasRole(req, 'administrator', 'salesManager', 'cashier'),
    }),
  ),
]

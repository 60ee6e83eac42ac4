import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { siteOf } from '../../../endpoints/siteOf'
import { BOOKED_KINDS, bookPayment } from '../../../operations/payments/bookPayment'
import { paymentSlugs } from '../collections/slugs'
import { chargeAgain } from '../operations/chargeAgain'
import { mayBookPayments } from '../operations/mayBookPayments'
import { mayChargeAgain } from '../operations/mayChargeAgain'
import { cardPages } from './cardPages'
import { corrections } from './corrections'
import { reminders } from './reminders'
import { webhook } from './webhook'

const plugin = 'payments'
const byID = { params: z.object({ id: z.string().max(60) }) }

/** Under `/payment`: Payload would take `/payments/…` for documents of the collection of that name. */
export const endpoints: Endpoint[] = [
  webhook,
  ...cardPages,
  ...corrections,
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
]

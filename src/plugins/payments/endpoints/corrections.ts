import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { siteOf } from '../../../endpoints/siteOf'
import { takeBackPayment } from '../../../operations/payments/takeBackPayment'
import { paymentSlugs } from '../collections/slugs'
import { closeFailure } from '../operations/closeFailure'
import { mayBookPayments } from '../operations/mayBookPayments'
import { mayCloseFailures } from '../operations/mayCloseFailures'
import { mayRefund } from '../operations/mayRefund'
import { refundPayment } from '../operations/refundPayment'
import { revokeMeans } from '../operations/revokeMeans'
import { mayRevoke } from '../operations/mayRevoke'
import { refuseOthersBookings } from '../operations/takeableBack'

const plugin = 'payments'
const params = z.object({ id: z.string().max(60) })
/** Why, in the words of the person: whoever reads the journal must be able to follow. */
const reason = z.string().trim().min(3).max(500)

/** What goes the other way: money given back, a payment or a failure that was none, a card or mandate that ends. */
export const corrections: Endpoint[] = [
  defineEndpoint({
    handler: async ({ input: { body, params }, req }) => ({
      refundID: await refundPayment({
        amount: body.amount,
        chargeID: params.id,
        key: body.key,
        payload: req.payload,
        req,
      }),
    }),
    input: { body: z.object({ amount: z.number().int().positive(), key: z.uuid() }), params },
    method: 'post',
    output: z.object({ refundID: z.string() }),
    path: '/payment/charges/:id/refund',
    plugin,
    siteID: siteOf(paymentSlugs.charges),
    summary: 'Give back what a charge brought in, whole or in part; the amount in minor units',
    transaction: true,
    who: mayRefund,
  }),
  defineEndpoint({
    handler: async ({ input: { body, params }, req }) => {
      await refuseOthersBookings({ paymentID: params.id, req })
      return {
        paymentID: await takeBackPayment({
          payload: req.payload,
          paymentID: params.id,
          reason: body.reason,
          req,
        }),
      }
    },
    input: { body: z.object({ reason }), params },
    method: 'post',
    output: z.object({ paymentID: z.string() }),
    path: '/payment/payments/:id/take-back',
    plugin,
    siteID: siteOf('payments'),
    summary: 'Take back a payment that was noted by mistake: what it stood for is owed again',
    transaction: true,
    // Of these a cashier may only their own, see `takeableBack`.
    who: mayBookPayments,
  }),
  defineEndpoint({
    handler: async ({ input: { body, params }, req }) => {
      await closeFailure({
        failureID: params.id,
        payload: req.payload,
        reason: body.reason,
        req,
      })
      return {}
    },
    input: { body: z.object({ reason }), params },
    method: 'post',
    output: z.object({}),
    path: '/payment/failures/:id/close',
    plugin,
    siteID: siteOf(paymentSlugs.failures),
    summary: 'Close a failed payment that was settled otherwise, where no file can tell',
    transaction: true,
    who: mayCloseFailures,
  }),
  ...(['aliases', 'mandates'] as const).map((collection) =>
    defineEndpoint({
      handler: async ({ input, req }) => {
        await revokeMeans({ id: input.params.id, collection, payload: req.payload, req })
        return {}
      },
      input: { params },
      method: 'post',
      output: z.object({}),
      path: `/payment/${collection}/:id/revoke`,
      plugin,
      summary: `Revoke ${collection === 'aliases' ? 'a stored card' : 'a mandate'}`,
      transaction: true,
      who: mayRevoke,
    }),
  ),
]

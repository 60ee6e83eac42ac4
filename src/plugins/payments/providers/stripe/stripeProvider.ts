import type { Capabilities, PaymentProvider } from '../types'
import type { StripeSettings } from './client'

import { readAlias } from './alias'
import { chargeAlias, lookUpCharge } from './charges'
import { openClient } from './client'
import { fail, isGone, isMissing } from './errors'
import { findCharge } from './findCharge'
import { lookUpRefund, refund } from './refunds'
import { completeSetup, createSetup } from './setups'
import { parseWebhook } from './webhooks'

const CAPABILITIES: Capabilities = {
  card: true,
  // API reference, "Idempotent requests": keys are removed after at least 24 hours.
  idempotencyTTLHours: 24,
  lookupByReference: true,
  partialRefund: true,
  sepa: true,
  syncResult: true,
  webhooks: true,
}

/** Cards and SEPA direct debits by Stripe (docs.stripe.com; the version of the API is the one that Stripe's client is made for). */
export const createStripeProvider = (settings: StripeSettings): PaymentProvider => {
  const client = openClient(settings)
  return {
    capabilities: () => CAPABILITIES,
    chargeAlias: (args) => chargeAlias(client, args),
    completeSetup: (args) => completeSetup(client, args),
    createSetup: (args) => createSetup(client, args),
    lookup: ({ alias, chargeID, kind, providerID, reference, signal }) => {
      if (kind === 'refund')
        return lookUpRefund(client, { chargeID, providerID, reference, signal })
      if (providerID) return lookUpCharge(client, { providerID, signal })
      const customerID = alias ? readAlias(alias)?.customerID : undefined
      return findCharge(client, { customerID, reference, signal })
    },
    parseWebhook: ({ headers, rawBody }) =>
      parseWebhook(client.stripe, { headers, rawBody, secret: settings.webhookSecret }),
    refund: (args) => refund(client, args),
    revokeAlias: async ({ alias, signal }) => {
      const stored = readAlias(alias)
      // Nothing that Stripe could know by this name.
      if (!stored) return
      try {
        await client.call((stripe) => stripe.paymentMethods.detach(stored.paymentMethodID), signal)
      } catch (err) {
        if (isMissing(err) || isGone(err) || isDetached(err)) return
        fail(err)
      }
    },
  }
}

/** Stripe refuses to detach what hangs on no customer. */
const isDetached = (err: unknown): boolean =>
  /not attached to a customer/i.test((err as Error).message)

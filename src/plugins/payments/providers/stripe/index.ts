import type { ProviderKind } from '../types'

import { adoptAlias } from './alias'
import { createStripeProvider } from './stripeProvider'

/** Stripe; see docs/plugins/payments-providers.md for what a house sets up there. */
export const stripeKind: ProviderKind = {
  name: 'stripe',
  adopt: adoptAlias,
  credentials: [
    {
      name: 'secretKey',
      isSecret: true,
      label: {
        de: 'Geheimer Schlüssel (sk_… oder rk_…)',
        en: 'Secret key (sk_… or rk_…)',
        fr: 'Clé secrète (sk_… ou rk_…)',
      },
      required: true,
    },
    {
      name: 'webhookSecret',
      isSecret: true,
      label: {
        de: 'Signaturschlüssel des Webhooks (whsec_…)',
        en: 'Signing secret of the webhook (whsec_…)',
        fr: 'Clé de signature du webhook (whsec_…)',
      },
      required: true,
    },
  ],
  label: { de: 'Stripe', en: 'Stripe', fr: 'Stripe' },
  open: ({ baseURL, credentials }) =>
    createStripeProvider({
      baseURL,
      secretKey: credentials.secretKey ?? '',
      webhookSecret: credentials.webhookSecret ?? '',
    }),
}

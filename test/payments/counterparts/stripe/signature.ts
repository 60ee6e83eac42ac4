import { createHmac } from 'crypto'

/** The key and the secret of the account at the counterpart. */
export const ACCOUNT = { secretKey: 'sk_test_counterpart', webhookSecret: 'whsec_counterpart' }

/** Stripe's scheme: `t` and the HMAC-SHA256 of "t.body" (docs.stripe.com, "Verify webhook signatures manually"). */
export const sign = ({
  ageSeconds = 0,
  rawBody,
  secret = ACCOUNT.webhookSecret,
}: {
  ageSeconds?: number
  rawBody: string
  secret?: string
}): Record<string, string> => {
  const t = Math.floor(Date.now() / 1000) - ageSeconds
  const v1 = createHmac('sha256', secret).update(`${t}.${rawBody}`).digest('hex')
  return { 'content-type': 'application/json', 'stripe-signature': `t=${t},v1=${v1}` }
}

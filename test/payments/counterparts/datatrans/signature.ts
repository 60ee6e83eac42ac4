import { createHmac } from 'crypto'

/** The merchant's account at the counterpart. */
export const ACCOUNT = {
  hmacKey: '1d9b3fa7c0e84a5d6f72b81c93ae05f46b2d8c7e1f30a59468d7c2be90134fa5',
  merchantID: '1100000000',
  password: 'counterpart',
}

/** Datatrans' scheme: `t` in milliseconds and the HMAC-SHA256 of `t` and the body (API reference 2.0.45, "Webhook signing"). */
export const sign = ({
  ageSeconds = 0,
  rawBody,
  secret = ACCOUNT.hmacKey,
}: {
  ageSeconds?: number
  rawBody: string
  secret?: string
}): Record<string, string> => {
  const t = Date.now() - ageSeconds * 1_000
  const s0 = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${t}${rawBody}`).digest('hex')
  return { 'content-type': 'application/json', 'datatrans-signature': `t=${t},s0=${s0}` }
}

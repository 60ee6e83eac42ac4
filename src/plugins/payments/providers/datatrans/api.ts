import type { HTTPRequest, HTTPResult } from '../http'

import { SetupError } from '../../../../utilities/SetupError'
import { sendHTTP } from '../http'

export type DatatransSettings = {
  /** Another address to speak to, for a counterpart in tests; it serves the payment page too. */
  baseURL?: string
  /** Currency of a registration. Nothing is charged in it, but Datatrans wants one that the house has a contract for. */
  currency?: string
  environment?: string
  /** The HMAC key of the merchant's security settings, in hexadecimal. */
  hmacKey: string
  merchantID: string
  password: string
  /** Kinds of card, by Datatrans' short names. */
  paymentMethods?: string[]
  timeoutMS?: number
}

const HOSTS: Record<string, { api: string; page: string }> = {
  live: { api: 'https://api.datatrans.com', page: 'https://pay.datatrans.com' },
  sandbox: { api: 'https://api.sandbox.datatrans.com', page: 'https://pay.sandbox.datatrans.com' },
}

export type DatatransAPI = {
  pageURL: (transactionID: string) => string
  send: (
    request: Pick<HTTPRequest, 'json' | 'method' | 'signal'> & { key?: string; path: string },
  ) => Promise<HTTPResult>
}

/**
 * Datatrans over HTTP with basic authentication (API reference 2.0.45, "Authentication").
 *
 * @throws SetupError when the environment is neither "live" nor "sandbox": a typing error must not charge real cards
 */
export const openAPI = ({
  baseURL,
  environment = 'live',
  merchantID,
  password,
  timeoutMS,
}: DatatransSettings): DatatransAPI => {
  const hosts = baseURL ? { api: baseURL, page: baseURL } : HOSTS[environment]
  if (!hosts)
    throw new SetupError(`Datatrans has no environment "${environment}": enter live or sandbox.`)
  const basic = Buffer.from(`${merchantID}:${password}`).toString('base64')
  return {
    pageURL: (transactionID) => `${hosts.page}/v1/start/${transactionID}`,
    send: ({ key, path, ...request }) =>
      sendHTTP({
        ...request,
        headers: { Authorization: `Basic ${basic}`, ...(key && { 'Idempotency-Key': key }) },
        timeoutMS,
        url: hosts.api + path,
      }),
  }
}

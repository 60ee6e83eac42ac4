import type { PayloadRequest } from 'payload'

import { createHmac, randomBytes, timingSafeEqual } from 'crypto'
import { parseCookies } from 'payload'

import { publicURL } from '../../utilities/environment'

const LIFETIME_SECONDS = 180 * 24 * 60 * 60

type Args = { account: string; req: PayloadRequest }

/**
 * Marks a browser in which an account has logged in before. Its attempts are counted apart from those of strangers, so nobody can
 * lock a person out of their own device by guessing at their password. It opens nothing by itself.
 * After "Device Cookies" in the OWASP wiki.
 */
export const setDeviceCookie = ({ account, req }: Args): void => {
  const device = randomBytes(16).toString('base64url')
  req.responseHeaders ??= new Headers()
  req.responseHeaders.append(
    'Set-Cookie',
    [
      `${nameOf({ account, req })}=${device}.${sign({ account, device, req })}`,
      'HttpOnly',
      'Path=/api',
      'SameSite=Lax',
      `Max-Age=${LIFETIME_SECONDS}`,
      ...(publicURL().startsWith('https:') ? ['Secure'] : []),
    ].join('; '),
  )
}

/** @returns the device that the request proves to come from, or undefined for a stranger */
export const knownDevice = ({ account, req }: Args): string | undefined => {
  const [device, signature] = (parseCookies(req.headers).get(nameOf({ account, req })) ?? '').split(
    '.',
  )
  if (!device || !signature) return undefined
  const expected = Buffer.from(sign({ account, device, req }))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : undefined
}

/** One cookie per account: at a counter several people use one browser. */
const nameOf = ({ account, req }: Args): string =>
  `reprise-device-${hmac(req, `name:${account}`).slice(0, 12)}`

const sign = ({ account, device, req }: { device: string } & Args): string =>
  hmac(req, `device:${account}:${device}`)

const hmac = (req: PayloadRequest, text: string): string =>
  createHmac('sha256', req.payload.secret).update(text).digest('base64url')

import type { Express, RequestHandler } from 'express'

import { randomUUID } from 'crypto'

import { CLIENT_IP_HEADER } from '../utilities/clientIP'

/** What proxies add, and anybody else can write. */
const FORWARDED = [
  'cf-connecting-ip',
  'forwarded',
  'true-client-ip',
  'x-client-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
]

/**
 * Gives each request an id and the address it came from, and takes away what a client only claims: Next and Payload read raw
 * headers, so a header that no trusted proxy wrote must not reach them. Where `SERVER_URL` is given, they see that address and no
 * other, whatever a proxy made of it.
 */
export const stampRequest = (app: Express, serverURL?: string): RequestHandler => {
  const own = serverURL ? new URL(serverURL) : undefined
  const isTrusted = app.get('trust proxy fn') as (
    address: string | undefined,
    hop: number,
  ) => boolean
  return (req, res, next) => {
    const id = randomUUID()
    // Reads X-Forwarded-For from the right, as far as TRUST_PROXY reaches.
    const address = (req.ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
    if (!isTrusted(req.socket.remoteAddress, 0))
      for (const name of FORWARDED) delete req.headers[name]
    req.headers[CLIENT_IP_HEADER] = address
    req.headers['x-request-id'] = id
    if (own) {
      req.headers.host = own.host
      req.headers['x-forwarded-host'] = own.host
      req.headers['x-forwarded-proto'] = own.protocol.slice(0, -1)
    }
    res.set('X-Request-Id', id)
    next()
  }
}

import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

import { clientIP } from '../utilities/clientIP'

/** Paths with a secret of one person in them. */
const SECRET_PATH = /(\/admin\/reset\/|\/verify\/|\/card\/)[^/]+/

/** A path as it may be written into a log. */
export const withoutSecrets = (path: string): string => path.replace(SECRET_PATH, '$1…')

/**
 * One line per request, without the query: search words, tokens and e-mail addresses of people stand in it. Assets are not logged.
 *
 * @param getPayload gives undefined until Payload is there
 */
export const logRequests =
  (getPayload: () => Payload | undefined): RequestHandler =>
  (req, res, next) => {
    const path = req.path
    if (path.startsWith('/_next/')) return next()
    const startedAt = performance.now()
    res.on('close', () => {
      getPayload()?.logger.info({
        address: clientIP(req),
        method: req.method,
        milliseconds: Math.round(performance.now() - startedAt),
        msg: res.writableFinished ? 'Request' : 'Request broken off',
        path: withoutSecrets(path),
        requestID: req.headers['x-request-id'],
        status: res.statusCode,
      })
    })
    next()
  }

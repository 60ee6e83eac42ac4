import type { RequestHandler } from 'express'

import { randomBytes } from 'crypto'

type Args = { isDevelopment: boolean; serverURL?: string }

/**
 * The security headers of every answer. The content policy lets scripts run only with the nonce of this very answer (Next reads it
 * from the request's header and puts it on its own scripts), and nothing be fetched from any other host. Styles may be inline:
 * Payload's panel sets many on elements.
 */
export const securityHeaders = ({ isDevelopment, serverURL }: Args): RequestHandler => {
  const isHTTPS = serverURL?.startsWith('https:') ?? false
  return (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    const policy = [
      `default-src 'self'`,
      `base-uri 'self'`,
      `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
      `font-src 'self' data:`,
      `form-action 'self'`,
      `frame-ancestors 'self'`,
      `frame-src 'self' blob:`,
      `img-src 'self' blob: data:`,
      `object-src 'none'`,
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
      `style-src 'self' 'unsafe-inline'`,
      `worker-src 'self' blob:`,
    ].join('; ')
    req.headers['content-security-policy'] = policy
    res.set({
      'Content-Security-Policy': policy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      // Not "no-referrer": that would take the Origin from forms, which isOwnOrigin needs.
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-DNS-Prefetch-Control': 'off',
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Permitted-Cross-Domain-Policies': 'none',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    if (isHTTPS)
      res.set({
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Strict-Transport-Security': 'max-age=31536000',
      })
    // Personal data must not stay in any cache.
    if (req.path.startsWith('/api')) res.set('Cache-Control', 'no-store')
    next()
  }
}

import type { Request } from 'express'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from a page of this house.
 *
 * Browsers name the page in `Origin` (and `Sec-Fetch-Site`, on https and localhost). Where `SERVER_URL` is given the origin must be
 * that; else it must be the host the request itself was sent to. A request with neither header is a program, which is welcome with a
 * key of its own but not with a browser's cookie.
 *
 * @param serverURL the origin people use, or undefined
 */
export const isOwnOrigin = (req: Request, serverURL?: string): boolean => {
  if (SAFE_METHODS.has(req.method)) return true
  const site = req.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = req.get('origin')
  if (origin) return isOwn(origin, req, serverURL)
  if (site) return true
  const referrer = req.get('referer')
  if (referrer) return isOwn(referrer, req, serverURL)
  return !req.get('cookie')
}

const isOwn = (address: string, req: Request, serverURL?: string): boolean => {
  if (!URL.canParse(address)) return false
  const { host, origin } = new URL(address)
  // Express takes X-Forwarded-Host only from a proxy that TRUST_PROXY names.
  return serverURL ? origin === serverURL : host === req.host?.toLowerCase()
}

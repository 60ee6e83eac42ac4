import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'

import type { Environment } from '../utilities/environment'
import type { ErrorCode } from '../utilities/errors'

import { isOwnOrigin } from './isOwnOrigin'
import { AUTH_PATH, isTooLarge } from './isTooLarge'
import { limitAddress } from './limitAddress'
import { withoutSecrets } from './logRequests'
import { normalPath } from './normalPath'
import { refuse } from './refuse'

/** Payload's form for a first user, and the way its data goes: who is first at a new address would own the house. */
const FIRST_USER_PATH = /^\/admin\/create-first-user$|^\/api\/[^/]+\/first-register$/
const GRAPHQL_PATH = /^\/api\/graphql(?:-playground)?(?:\/|$)/

type Args = {
  environment: Pick<Environment, 'serverURL' | 'uploadLimit'>
  payload: () => Payload
}

/**
 * The checks a request passes before Next and Payload see it, cheapest first: paths that do not exist here, size, origin, and how
 * often this address has tried to log in.
 */
export const guardRequests =
  ({ environment, payload: getPayload }: Args): RequestHandler =>
  async (req, res, next) => {
    const payload = getPayload()
    const path = normalPath(req.url)
    const code = codeOfRefusal({ collections: payload.config.collections, environment, path, req })
    if (code || path === undefined) {
      payload.logger.info({
        code,
        method: req.method,
        msg: 'Request refused',
        path: path === undefined ? '(not readable)' : withoutSecrets(path),
      })
      return refuse({ code: code ?? 'notFound', payload, req, res })
    }
    if (req.method === 'POST' && AUTH_PATH.test(path)) {
      const retryAfterSeconds = await limitAddress({ path, payload, req, res })
      if (retryAfterSeconds)
        return refuse({ code: 'tooManyAttempts', payload, req, res, retryAfterSeconds })
      if (path.endsWith('/forgot-password') && !(await hesitate(res))) return
    }
    next()
  }

const codeOfRefusal = ({
  collections,
  environment,
  path,
  req,
}: {
  collections: Payload['config']['collections']
  environment: Args['environment']
  path: string | undefined
  req: Request
}): ErrorCode | undefined => {
  if (path === undefined || GRAPHQL_PATH.test(path)) return 'notFound'
  if (FIRST_USER_PATH.test(path)) return 'noFirstUserForm'
  if (isTooLarge({ collections, path, req, uploadLimit: environment.uploadLimit }))
    return 'tooLarge'
  if (!isOwnOrigin(req, environment.serverURL)) return 'wrongOrigin'
  return undefined
}

/**
 * A new-password request writes a few milliseconds longer for an account that exists. A pause of random length hides that.
 *
 * @returns false when the client left meanwhile
 */
const hesitate = async (res: Response): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 300))
  return !res.destroyed
}

import type { Request, Response } from 'express'
import type { Payload } from 'payload'

import { clientIP } from '../utilities/clientIP'
import { createLimiter } from '../database/createLimiter'

/** A whole house may share one address, so this counts what fails and leaves room for a morning's typing errors. */
const limiter = createLimiter({ name: 'address', points: 50, seconds: 15 * 60 })

type Args = { path: string; payload: Payload; req: Request; res: Response }

/**
 * Counts what fails at the log-in paths per address, whatever the account; a request for a new password always counts, because its
 * answer never says whether it failed. What is counted per account is in `hooks/accounts/limitAttempts`.
 *
 * @returns the seconds to wait, or 0 when the request may go on
 */
export const limitAddress = async ({ path, payload, req, res }: Args): Promise<number> => {
  const address = clientIP(req) ?? 'unknown'
  const seconds = await limiter.take(payload, address)
  if (seconds) return seconds
  res.on('finish', () => {
    if (res.statusCode < 400 && !path.endsWith('/forgot-password'))
      limiter
        .giveBack(payload, address)
        .catch((err: unknown) =>
          payload.logger.error({ err, msg: 'A log-in attempt could not be forgiven' }),
        )
  })
  return 0
}

import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'

import { pbkdf2 } from 'crypto'
import { promisify } from 'util'

import { clientIP } from '../../utilities/clientIP'
import { createLimiter } from '../../database/createLimiter'
import { RepriseError } from '../../utilities/errors'
import { knownDevice, setDeviceCookie } from './deviceCookie'

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

const limits = {
  /** Wrong passwords of one account in a browser where it has been logged in before. */
  device: createLimiter({ name: 'login-device', points: 10, seconds: QUARTER_HOUR }),
  /** Wrong passwords of one account from one address. */
  login: createLimiter({ name: 'login', points: 5, seconds: QUARTER_HOUR }),
  /** Mails with a new-password link that one address may ask for, for one account. */
  reset: createLimiter({ name: 'reset', points: 3, seconds: HOUR }),
  /** The same from all addresses: a mailbox is not to be flooded. */
  resets: createLimiter({ name: 'resets', points: 6, seconds: HOUR }),
  /** Wrong passwords of one account from all unknown browsers: what a botnet gets. */
  strangers: createLimiter({ name: 'login-strangers', points: 30, seconds: HOUR }),
}

type Attempt = { account: string; address: string; device?: string }

/**
 * Stops a log-in before Payload looks at the password, and a request for a new password before it makes one, once there were
 * too many. Asked before it is known whether the account exists, so the answer tells nothing about that; nor does the time it takes.
 */
export const limitAttempts: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (req.payloadAPI === 'local') return
  const email = (args as { data?: { email?: unknown } }).data?.email
  if (typeof email !== 'string' || !email) return
  const attempt = attemptOf({ collection: collection.slug, email, req })
  if (operation === 'login') {
    await take(req, loginKeys(attempt))
    const { password } = (args as { data: { password?: unknown } }).data
    if (typeof password === 'string')
      await hashForNobody({ collection: collection.slug, email, password, req })
  }
  if (operation === 'forgotPassword') {
    const { account, address, device } = attempt
    await take(req, [
      [limits.reset, `${account}|${device ?? address}`],
      ...(device ? [] : [[limits.resets, account] as [typeof limits.resets, string]]),
    ])
  }
}

/** A right password gives the attempt back and makes the browser known. */
export const forgiveAttempts: CollectionAfterLoginHook = async ({ collection, req, user }) => {
  if (req.payloadAPI === 'local') return
  const attempt = attemptOf({ collection: collection.slug, email: user.email, req })
  for (const [limiter, key] of loginKeys(attempt)) await limiter.giveBack(req.payload, key)
  if (!attempt.device) setDeviceCookie({ account: attempt.account, req })
}

type Keys = [limiter: (typeof limits)['login'], key: string][]

const loginKeys = ({ account, address, device }: Attempt): Keys =>
  device
    ? [[limits.device, `${account}|${device}`]]
    : [
        [limits.login, `${account}|${address}`],
        [limits.strangers, account],
      ]

const attemptOf = (args: { collection: string; email: string; req: PayloadRequest }): Attempt => {
  const account = `${args.collection}:${args.email.toLowerCase().trim()}`
  return {
    account,
    address: clientIP(args.req) ?? 'unknown',
    device: knownDevice({ account, req: args.req }),
  }
}

const take = async (req: PayloadRequest, keys: Keys): Promise<void> => {
  for (const [limiter, key] of keys) {
    const seconds = await limiter.take(req.payload, key)
    if (!seconds) continue
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Retry-After', String(seconds))
    req.payload.logger.warn({ address: clientIP(req), msg: 'Too many log-in attempts' })
    throw new RepriseError('tooManyAttempts')
  }
}

/** Payload hashes the password of an account that exists (PBKDF2 as here, payload 3.90) and answers at once where none does. */
const hashForNobody = async (args: {
  collection: string
  email: string
  password: string
  req: PayloadRequest
}) => {
  const account = await args.req.payload.db.findOne<{ id: string; hash?: string }>({
    collection: args.collection,
    where: { email: { equals: args.email.toLowerCase().trim() } },
  })
  if (!account?.hash) await promisify(pbkdf2)(args.password, 'nobody', 600_000, 32, 'sha256')
}

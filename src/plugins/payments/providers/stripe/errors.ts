import Stripe from 'stripe'

import type { ChargeAnswer } from '../types'

import { ProviderUnreachable, RequestRefused } from '../types'
import { toRefusal } from './declines'

type StripeError = InstanceType<typeof Stripe.errors.StripeError>

const asStripeError = (err: unknown): StripeError | undefined =>
  err instanceof Stripe.errors.StripeError ? err : undefined

/**
 * Statuses that say no to the request itself. Not among them: 402, the card's refusal; 409, another request with the same key is
 * under way; 424 and 429, too much at the moment; 5xx, nothing is said (docs.stripe.com, "Errors").
 */
const REFUSED = new Set([400, 401, 403, 404])

/** Whether Stripe has refused the request as such, and so has changed nothing. */
const isRefused = ({ code, statusCode }: StripeError): boolean =>
  REFUSED.has(statusCode ?? 0) && !['lock_timeout', 'rate_limit'].includes(code ?? '')

const toRefused = (err: StripeError): RequestRefused =>
  new RequestRefused(
    err.code ?? err.rawType ?? `${err.statusCode}`,
    err.message,
    err.statusCode === 401 || err.statusCode === 403,
  )

/** Whether Stripe says that a thing of this ID is not there. */
export const isMissing = (err: unknown): boolean => {
  const error = asStripeError(err)
  return error?.statusCode === 404 && error.code === 'resource_missing'
}

/**
 * A payment method that was detached can never be used again; Stripe says so as an error of the request, in one of these sentences
 * or as a missing thing (docs.stripe.com, "Detach a PaymentMethod").
 */
export const isGone = (err: unknown): boolean => {
  const error = asStripeError(err)
  if (error?.statusCode !== 400 && error?.statusCode !== 404) return false
  return (
    (error.param === 'payment_method' && error.code === 'resource_missing') ||
    /No such PaymentMethod|must be attached to the customer|was detached from a Customer/i.test(
      error.message,
    )
  )
}

/**
 * What a failed charge means. Whatever does not say yes or no is `unknown`: also an error that was not foreseen here, because the
 * request was sent.
 *
 * @throws RequestRefused when Stripe refuses the request itself
 */
export const chargeAnswerOf = (err: unknown): ChargeAnswer => {
  const error = asStripeError(err)
  if (error?.statusCode === 402) return toRefusal(error, error.payment_intent?.id)
  if (isGone(err)) return { code: 'payment_method_gone', decline: 'hard', status: 'declined' }
  if (error && isRefused(error)) throw toRefused(error)
  return unknownOf(err)
}

/** @throws RequestRefused when Stripe refuses the request itself */
export const unknownOf = (err: unknown): { code: string; status: 'unknown' } => {
  const error = asStripeError(err)
  if (error && isRefused(error)) throw toRefused(error)
  return { code: error?.code ?? error?.type ?? 'no_answer', status: 'unknown' }
}

/**
 * For calls that have no `unknown` to answer with.
 *
 * @throws RequestRefused when Stripe refuses the request itself, else ProviderUnreachable
 */
export const fail = (err: unknown): never => {
  const error = asStripeError(err)
  if (error && (isRefused(error) || error.statusCode === 402)) throw toRefused(error)
  throw new ProviderUnreachable((err as Error).message, { cause: err })
}

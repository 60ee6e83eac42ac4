import type { Reply } from '../serve'

/** An error as Stripe sends it (docs.stripe.com, API reference, "Errors"). */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly error: Record<string, unknown> & { message: string },
  ) {
    super(error.message)
  }

  get reply(): Reply {
    return {
      body: { error: { type: 'invalid_request_error', ...this.error } },
      status: this.status,
    }
  }
}

export const missing = (what: string, id: string, param = 'id'): StripeRefusal =>
  new StripeRefusal(404, {
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  })

export const FAILURE: Reply = {
  body: { error: { type: 'api_error', message: 'An unknown error occurred.' } },
  status: 500,
}

export const TOO_MANY: Reply = {
  body: {
    error: {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded.',
    },
  },
  status: 429,
}

export const UNDER_WAY: Reply = {
  body: {
    error: {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'There is currently another in-progress request using this Idempotent Key.',
    },
  },
  status: 409,
}

export const differs = (key: string): Reply => ({
  body: {
    error: {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    },
  },
  status: 400,
})
